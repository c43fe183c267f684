// Unsafe because it reads numbers of either byte order from bytes that SQLite lends for the call;
// every read is checked against their end.

import LandGeometry

/// Reads GeoPackage binary (OGC 12-128r18, 2.1.3) that any program wrote: either byte order, with or
/// without an envelope, z and m skipped. What is cut off or of another kind is nil.
package struct BlobReader {
  let bytes: UnsafeRawBufferPointer
  /// Whether a closed line counts as a polygon where a feature is read into a layer.
  package var closedLinesAreBoundaries = false
  /// The next byte to be read.
  var at = 0
  private var isLittle = true

  /// Nesting of collections that is still followed; a limit of ours.
  static let depth = 8

  /// What stands before the geometry.
  struct Header {
    /// Whether it says that the geometry is empty.
    var isEmpty: Bool
    /// Whether an extension says what follows, and not well-known binary.
    var isExtended: Bool
    /// `srs_id` of the geometry.
    var reference: Int
    /// The box, where there is one.
    var box: Envelope?
  }

  /// A reader of bytes that are lent while it lives.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The box of the geometry: from the header, else from the vertices; empty for an empty geometry,
  /// nil for what is no geometry.
  package mutating func box() -> Envelope? {
    guard let header = header() else { return nil }
    if header.isEmpty { return .empty }
    if let box = header.box { return box }
    var box = Envelope.empty
    return walk(&box, Self.depth) ? box : nil
  }

  /// Appends a polygon or multi-polygon as a feature; false, with the columns in no defined state,
  /// for anything else.
  package mutating func appendFeature<Space>(to columns: inout PolygonColumns<Space>) -> Bool {
    guard let header = header() else { return false }
    if !header.isEmpty {
      guard let (type, width) = begin() else { return false }
      switch type {
      case 3: guard appendPolygon(to: &columns, width) else { return false }
      case 6:
        guard let count = count(9) else { return false }
        for _ in 0..<count {
          guard let (type, width) = begin(), type == 3, appendPolygon(to: &columns, width) else {
            return false
          }
        }
      default: return false
      }
    }
    columns.endFeature()
    return true
  }

  private mutating func appendPolygon<Space>(
    to columns: inout PolygonColumns<Space>, _ width: Int
  ) -> Bool {
    guard let rings = count(4) else { return false }
    for _ in 0..<rings {
      guard let points = count(8 * width) else { return false }
      for _ in 0..<points {
        guard let x = number(), let y = number() else { return false }
        columns.appendVertex(x: x, y: y)
        at += 8 * (width - 2)
      }
      columns.endRing()
    }
    columns.endPolygon()
    return true
  }

  mutating func header() -> Header? {
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { return nil }
    let flags = bytes[3]
    isLittle = flags & 1 == 1
    at = 4
    guard let reference = word() else { return nil }
    let numbers: Int
    switch (flags >> 1) & 7 {
    case 0: numbers = 0
    case 1: numbers = 4
    case 2, 3: numbers = 6
    case 4: numbers = 8
    default: return nil
    }
    guard bytes.count >= 8 + 8 * numbers else { return nil }
    var box: Envelope?
    if numbers > 0, let minX = number(), let maxX = number(), let minY = number(),
      let maxY = number(), minX <= maxX, minY <= maxY
    {
      var edges = Envelope.empty
      edges.include(x: minX, y: minY)
      edges.include(x: maxX, y: maxY)
      box = edges
    }
    at = 8 + 8 * numbers
    return Header(
      isEmpty: flags & 0b1_0000 != 0, isExtended: flags & 0b10_0000 != 0,
      reference: Int(Int32(bitPattern: reference)), box: box)
  }

  /// Begins a geometry: its kind without z and m, and the numbers of a vertex. Older programs mark
  /// z, m and a system of its own by the highest bits of the kind.
  mutating func begin() -> (type: UInt32, width: Int)? {
    guard at < bytes.count, bytes[at] <= 1 else { return nil }
    isLittle = bytes[at] == 1
    at += 1
    guard var type = word() else { return nil }
    if type & 0xE000_0000 != 0 {
      let width = 2 + Int(type >> 31) + Int((type >> 30) & 1)
      if type & 0x2000_0000 != 0 { guard word() != nil else { return nil } }
      type &= 0x1FFF_FFFF
      return type < 1000 ? (type, width) : nil
    }
    switch type / 1000 {
    case 0: return (type, 2)
    case 1, 2: return (type % 1000, 3)
    case 3: return (type % 1000, 4)
    default: return nil
    }
  }

  private mutating func walk(_ box: inout Envelope, _ depth: Int) -> Bool {
    guard depth > 0, let (type, width) = begin() else { return false }
    switch type {
    case 1: return points(1, width, &box)
    case 2:
      guard let points = count(8 * width) else { return false }
      return self.points(points, width, &box)
    case 3:
      guard let rings = count(4) else { return false }
      for _ in 0..<rings {
        guard let points = count(8 * width), self.points(points, width, &box) else { return false }
      }
      return true
    case 4...7:
      guard let parts = count(5) else { return false }
      for _ in 0..<parts { guard walk(&box, depth - 1) else { return false } }
      return true
    default: return false
    }
  }

  private mutating func points(_ count: Int, _ width: Int, _ box: inout Envelope) -> Bool {
    for _ in 0..<count {
      guard let x = number(), let y = number() else { return false }
      // An empty point is written as not-a-number.
      if !x.isNaN, !y.isNaN { box.include(x: x, y: y) }
      at += 8 * (width - 2)
    }
    return at <= bytes.count
  }

  /// A count of parts that take at least so many bytes each; a count that the bytes left cannot
  /// hold is refused before anything is made for it.
  mutating func count(_ size: Int) -> Int? {
    guard let word = word(), Int(word) <= (bytes.count - at) / size else { return nil }
    return Int(word)
  }

  private mutating func word() -> UInt32? {
    guard bytes.count - at >= 4 else { return nil }
    let raw = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
    at += 4
    return isLittle ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  mutating func number() -> Double? {
    guard bytes.count - at >= 8 else { return nil }
    let raw = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    at += 8
    return Double(bitPattern: isLittle ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
  }
}

extension GeometryBlob {
  /// Appends the polygon or multi-polygon of a blob as a feature, one without polygons where the
  /// blob says that it is empty. False, with the columns in no defined state, where the bytes are no
  /// such geometry.
  public static func append<Space>(
    _ blob: UnsafeRawBufferPointer, to columns: inout PolygonColumns<Space>
  ) -> Bool {
    var reader = BlobReader(blob)
    return reader.appendFeature(to: &columns)
  }

  /// The coordinate of a point; nil for an empty point and for anything else.
  public static func point(of blob: UnsafeRawBufferPointer) -> Coordinate? {
    var reader = BlobReader(blob)
    guard let box = reader.box(), !box.isEmpty, box.minX == box.maxX, box.minY == box.maxY else {
      return nil
    }
    return Coordinate(x: box.minX, y: box.minY)
  }
}
