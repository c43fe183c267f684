import LandGeometry
import LandProjection

/// A made zone: streets with parcels back to back, as a land register has them.
///
/// Neighbours along a street share their side line vertex by vertex; those behind share the back
/// line without common vertices. A ring has 12.5 vertices in the mean, the closing one included,
/// and one parcel in seventy overlaps its neighbour. Arithmetic only, so the same everywhere.
struct SampleGround: Sendable {
  /// Parcels in longitude and latitude, degrees.
  private(set) var parcels = PolygonColumns<Geographic>()
  /// Buildings in longitude and latitude, one or two on most parcels.
  private(set) var buildings = PolygonColumns<Geographic>()
  /// The zone around all of them, one feature.
  private(set) var zone = PolygonColumns<Geographic>()
  /// How many parcels there are.
  var count: Int { parcels.featureCount }

  /// The plane that the parcels lie on.
  static let plane = GaussKruger(centralMeridian: 117)

  private var random = SampleRandom(seed: 20_250_630)
  private static let columns = 10

  init(parcels count: Int) {
    let strips = (count + Self.columns - 1) / Self.columns
    for strip in 0..<strips {
      appendStrip(strip, count: min(Self.columns, count - strip * Self.columns))
    }
    let east = 1200.0
    let north = Double(strips) * 70 + 40
    let corners = [(-40.0, -40.0), (east, -40.0), (east, north), (-40.0, north), (-40.0, -40.0)]
    Self.append(corners, to: &zone)
  }

  /// One row of parcels; even rows face the street below them, odd ones that above.
  private mutating func appendStrip(_ strip: Int, count: Int) {
    let depth = 70.0
    let facesUp = strip % 2 == 1
    let origin = Double(strip) * depth + Double(strip / 2) * 20
    var sides: [[(Double, Double)]] = []
    var x = 0.0
    for side in 0...count {
      sides.append(sideLine(at: x, depth: depth, isOuter: side == 0 || side == count))
      x += random.next(70.0...130.0)
    }
    for parcel in 0..<count {
      var right = sides[parcel + 1]
      if random.next() < 1.0 / 70 {
        let reach = random.next(0.5...5.0)
        right = right.map { ($0.0 + reach, $0.1) }
      }
      let left = sides[parcel]
      var ring = frontLine(from: left[0].0, to: right[0].0) + right.dropFirst()
      ring += left.dropFirst().reversed()
      ring.append(ring[0])
      let turned = ring.map { ($0.0, origin + (facesUp ? depth - $0.1 : $0.1)) }
      Self.append(facesUp ? turned.reversed() : turned, to: &parcels)
      appendBuildings(left: left[0].0, right: sides[parcel + 1][0].0, below: origin)
    }
  }

  /// From the front corner to the back corner, with up to three vertices between.
  private mutating func sideLine(at x: Double, depth: Double, isOuter: Bool) -> [(Double, Double)] {
    let inner = isOuter ? 0 : random.next(0...3)
    var line = [(x, 0.0)]
    for k in 0..<inner {
      line.append((x + random.next(-0.4...0.4), depth * Double(k + 1) / Double(inner + 1)))
    }
    return line + [(x, depth)]
  }

  /// Along the street from left to right corner: straight, with a few vertices, or on a curve.
  private mutating func frontLine(from left: Double, to right: Double) -> [(Double, Double)] {
    let style = random.next()
    let inner = style < 0.42 ? random.next(3...16) : style < 0.75 ? random.next(1...4) : 0
    let bow = style < 0.42 ? random.next(0.5...3.5) : 0.1
    var line = [(left, 0.0)]
    for k in 0..<inner {
      let t = Double(k + 1) / Double(inner + 1)
      line.append((left + (right - left) * t, 4 * bow * t * (1 - t)))
    }
    return line + [(right, 0.0)]
  }

  private mutating func appendBuildings(left: Double, right: Double, below: Double) {
    let number = random.next(0...3)
    for slot in 0..<number {
      let width = (right - left) / Double(number)
      let w = width * random.next(0.5...0.85)
      let h = random.next(20.0...48.0)
      // One in thirty reaches over its parcel's side.
      let shift = random.next() < 1.0 / 30 ? width / 2 : (width - w) / 2
      let x = left + width * Double(slot) + shift
      let y = below + random.next(10.0...20.0)
      Self.append([(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)], to: &buildings)
    }
  }

  /// Metres in the zone's own frame, turned a little, to degrees with nine decimals.
  private static func append(
    _ ring: [(Double, Double)], to columns: inout PolygonColumns<Geographic>
  ) {
    for (x, y) in ring {
      let east = 0.955336 * x - 0.295520 * y
      let north = 0.295520 * x + 0.955336 * y
      columns.appendVertex(
        x: ((116.2 + east / 98_500) * 1e9).rounded() / 1e9,
        y: ((27.8 + north / 110_800) * 1e9).rounded() / 1e9)
    }
    columns.endRing()
    columns.endPolygon()
    columns.endFeature()
  }

  /// Parcels on the plane, in metres, interiors on the left of every edge.
  var parcelsOnPlane: PolygonColumns<Plane> {
    var result = PolygonColumns<Plane>()
    Self.plane.forward(parcels, 0..<parcels.vertexCount, appendingTo: &result)
    result.ringStart = parcels.ringStart
    result.polygonStart = parcels.polygonStart
    result.featureStart = parcels.featureStart
    for parcel in 0..<result.featureCount { result.orientInteriorLeft(feature: parcel) }
    return result
  }
}
