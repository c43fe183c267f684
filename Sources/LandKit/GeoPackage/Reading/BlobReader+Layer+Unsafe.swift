// Unsafe because vertices are read in one run from bytes that SQLite lends for the call; a count is
// held against their end before the run begins.

import LandGeometry
import LandLayers

/// Why a blob gives no polygon.
package enum BlobFault: Error, Hashable {
  /// It is a geometry of this type.
  case otherType(String)
  /// A coordinate is not a finite number.
  case invalidNumber
  /// It is not what it says it is; a short technical reason in English.
  case damaged(String)
}

extension BlobReader {
  /// What reading a feature found beside its rings.
  package struct Found {
    /// Whether vertices have heights or measures.
    var hasHeights = false
    /// `srs_id` of the geometry.
    var reference = 0
    /// Whether it is a closed line that was taken as a polygon.
    var isClosedLine = false
    /// Bytes behind the geometry.
    package var trailing = 0
  }

  /// Hands the rings of a feature to a builder: polygons, however they are put together, and
  /// surfaces whose rings are all straight.
  package mutating func append(to builder: inout LayerBuilder) throws(BlobFault) -> Found {
    guard let header = header() else { throw .damaged("no GeoPackage binary") }
    guard !header.isExtended else { throw .otherType("EXTENDED GEOPACKAGE BINARY") }
    var found = Found(reference: header.reference)
    if header.isEmpty, at == bytes.count { return found }
    try part(Self.depth, &builder, &found)
    found.trailing = bytes.count - at
    return found
  }

  private mutating func part(
    _ depth: Int, _ builder: inout LayerBuilder, _ found: inout Found
  ) throws(BlobFault) {
    guard depth > 0 else { throw .damaged("nested more than \(Self.depth) deep") }
    let (type, width) = try start(&found)
    switch type {
    case 3: try polygon(width, &builder)
    case 10: try curvePolygon(&builder, &found)
    case 2 where closedLinesAreBoundaries && isClosedLine(width):
      builder.beginRing()
      try vertices(width, &builder)
      builder.endRing()
      builder.endPolygon()
      found.isClosedLine = true
    // A multi-surface has polygons or curve polygons, the others what their names say.
    case 6, 7, 12:
      for _ in 0..<(try parts(9)) {
        // A collection may hold all kinds; in the others a stranger is damage.
        if type != 7, bytes.count - at >= 5 {
          let mark = at
          let (inner, _) = try start(&found)
          at = mark
          guard inner == 3 || type == 12 && inner == 10 else {
            throw .damaged("a \(Self.name(inner)) in a \(Self.name(type))")
          }
        }
        try part(depth - 1, &builder, &found)
      }
    case 1, 2, 4, 5, 8, 9, 11, 13...17: throw .otherType(Self.name(type))
    default: throw .damaged("geometry type \(type) is unknown")
    }
  }

  /// Whether the line that comes ends where it began and has the four vertices of a ring.
  private func isClosedLine(_ width: Int) -> Bool {
    var ahead = self
    guard let count = ahead.count(8 * width), count >= 4 else { return false }
    let first = (ahead.number(), ahead.number())
    ahead.at += 8 * (width - 2) + 8 * width * (count - 2)
    return first == (ahead.number(), ahead.number())
  }

  private mutating func start(_ found: inout Found) throws(BlobFault) -> (UInt32, Int) {
    guard let begun = begin() else { throw .damaged("no geometry at byte \(at)") }
    if begun.width > 2 { found.hasHeights = true }
    return (begun.type, begun.width)
  }

  private mutating func parts(_ size: Int) throws(BlobFault) -> Int {
    guard let count = count(size) else {
      throw .damaged("the count at byte \(at) is more than its \(bytes.count) bytes hold")
    }
    return count
  }

  private mutating func polygon(_ width: Int, _ builder: inout LayerBuilder) throws(BlobFault) {
    for _ in 0..<(try parts(4)) {
      builder.beginRing()
      try vertices(width, &builder)
      builder.endRing()
    }
    builder.endPolygon()
  }

  /// The rings of a curve polygon are geometries of their own.
  private mutating func curvePolygon(
    _ builder: inout LayerBuilder, _ found: inout Found
  ) throws(BlobFault) {
    for _ in 0..<(try parts(9)) {
      let (type, width) = try start(&found)
      guard type == 2 else { throw .otherType(Self.name(10)) }
      builder.beginRing()
      try vertices(width, &builder)
      builder.endRing()
    }
    builder.endPolygon()
  }

  private mutating func vertices(
    _ width: Int, _ builder: inout LayerBuilder
  ) throws(BlobFault) {
    for _ in 0..<(try parts(8 * width)) {
      guard let x = number(), let y = number() else { throw .damaged("it ends at byte \(at)") }
      guard x.isFinite, y.isFinite else { throw .invalidNumber }
      builder.vertex(x, y)
      at += 8 * (width - 2)
    }
  }

  /// The names of well-known text for the kinds of well-known binary (ISO 13249-3).
  static func name(_ type: UInt32) -> String {
    let names = [
      "GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING",
      "MULTIPOLYGON", "GEOMETRYCOLLECTION", "CIRCULARSTRING", "COMPOUNDCURVE", "CURVEPOLYGON",
      "MULTICURVE", "MULTISURFACE", "CURVE", "SURFACE", "POLYHEDRALSURFACE", "TIN", "TRIANGLE",
    ]
    return type < names.count ? names[Int(type)] : "geometry type \(type)"
  }
}
