import LandGeometry

/// Geometry as GeoPackage binary (OGC 12-128r18, 2.1.3): a header with the envelope, then
/// well-known binary, all little-endian.
public enum GeometryBlob {
  private static let point: UInt32 = 1
  private static let polygon: UInt32 = 3
  private static let multiPolygon: UInt32 = 6

  /// A point, without an envelope, which would say the same twice.
  public static func point(_ place: Coordinate, reference: Int) -> [UInt8] {
    var bytes = header(reference: reference, envelope: nil)
    begin(Self.point, &bytes)
    append(place.x, &bytes)
    append(place.y, &bytes)
    return bytes
  }

  /// A feature as polygon or multi-polygon; nil where it has no polygon. Exteriors run
  /// counter-clockwise and holes clockwise, as OGC 06-103r4 (6.1.11) has them.
  public static func feature<Space>(
    _ feature: Int, of columns: borrowing PolygonColumns<Space>, isMulti: Bool, reference: Int
  ) -> [UInt8]? {
    let polygons = columns.polygons(of: feature)
    guard !polygons.isEmpty else { return nil }
    var bytes = header(reference: reference, envelope: columns.envelope(of: feature))
    bytes.reserveCapacity(bytes.count + 16 * columns.vertices(ofFeature: feature).count + 64)
    if isMulti {
      begin(multiPolygon, &bytes)
      append(UInt32(polygons.count), &bytes)
    }
    for polygon in polygons {
      begin(Self.polygon, &bytes)
      let rings = columns.rings(of: polygon)
      append(UInt32(rings.count), &bytes)
      for ring in rings {
        let vertices = columns.vertices(of: ring)
        append(UInt32(vertices.count), &bytes)
        let runsLeft = isCounterClockwise(vertices, of: columns)
        if runsLeft == (ring == rings.lowerBound) {
          for i in vertices { append(columns.x[i], columns.y[i], &bytes) }
        } else {
          for i in vertices.reversed() { append(columns.x[i], columns.y[i], &bytes) }
        }
      }
    }
    return bytes
  }

  private static func isCounterClockwise<Space>(
    _ vertices: Range<Int>, of columns: borrowing PolygonColumns<Space>
  ) -> Bool {
    guard let first = vertices.first else { return true }
    let (ox, oy) = (columns.x[first], columns.y[first])
    var sum = 0.0
    for i in vertices.dropLast() {
      sum +=
        (columns.x[i] - ox) * (columns.y[i + 1] - oy)
        - (columns.x[i + 1] - ox) * (columns.y[i] - oy)
    }
    return sum >= 0
  }

  private static func header(reference: Int, envelope: Envelope?) -> [UInt8] {
    // "GP", version 1, flags: little-endian, standard, not empty, envelope of x and y or none.
    var bytes: [UInt8] = [0x47, 0x50, 0, envelope == nil ? 0b0000_0001 : 0b0000_0011]
    append(UInt32(bitPattern: Int32(truncatingIfNeeded: reference)), &bytes)
    if let envelope {
      append(envelope.minX, envelope.maxX, &bytes)
      append(envelope.minY, envelope.maxY, &bytes)
    }
    return bytes
  }

  private static func begin(_ type: UInt32, _ bytes: inout [UInt8]) {
    bytes.append(1)
    append(type, &bytes)
  }

  private static func append(_ value: UInt32, _ bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
    }
  }

  private static func append(_ value: Double, _ bytes: inout [UInt8]) {
    let bits = value.bitPattern
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  private static func append(_ x: Double, _ y: Double, _ bytes: inout [UInt8]) {
    append(x, &bytes)
    append(y, &bytes)
  }
}
