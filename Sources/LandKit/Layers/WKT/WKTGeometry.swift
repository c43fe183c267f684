/// What a WKT text holds, beside the polygons that went into columns.
struct WKTGeometry: Hashable, Sendable {
  /// The type as OGC spells it, `MultiPolygon`.
  var type = ""
  /// The number of an `SRID=…;` before it.
  var srid: Int?
  /// How many positions it has, the closing ones of rings included.
  var coordinateCount = 0
  /// Whether any position has a height; it is left out.
  var hasZ = false
  /// Whether any position has a measure; it is left out.
  var hasM = false
  /// Whether something other than polygons was met: a point, a line, a curved surface.
  var hasOther = false
  /// Rings that are not as they should be, in order.
  var ringFaults: [RingFault] = []

  /// A ring that can be read but not used as it is.
  struct RingFault: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// The last position is not the first; it was closed.
      case notClosed
      /// This many positions once closed.
      case tooFewPoints(Int)
    }
    var kind: Kind
    /// Polygon within the geometry, from 0.
    var part: Int
    /// Ring within the polygon, from 0.
    var ring: Int
    /// Byte offset of the ring.
    var offset: Int
  }
}

/// Why a text is not WKT, with the byte where it stops being so.
struct WKTFault: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A short technical reason in English.
    case syntax(String)
    /// A coordinate of a polygon that is no finite number.
    case invalidNumber
  }
  var kind: Kind
  var offset: Int

  static func syntax(_ reason: String, at offset: Int) -> WKTFault {
    WKTFault(kind: .syntax(reason), offset: offset)
  }

  /// The reason in English.
  var reason: String {
    switch kind {
    case .syntax(let reason): reason
    case .invalidNumber: "a coordinate is not a finite number"
    }
  }
}

/// The geometry types of OGC Simple Features by what follows their name.
enum WKTType: Sendable {
  case point
  case line
  case ring
  case polygon
  case multiPoint
  case multiLine
  case multiPolygon
  case collection
  /// Curves and surfaces that are recognised but not read.
  case curved

  /// The type of a name in capitals, and the name as OGC spells it.
  static func named(_ name: String) -> (type: WKTType, name: String)? {
    switch name {
    case "POINT": (.point, "Point")
    case "LINESTRING": (.line, "LineString")
    case "LINEARRING": (.ring, "LinearRing")
    case "POLYGON": (.polygon, "Polygon")
    case "MULTIPOINT": (.multiPoint, "MultiPoint")
    case "MULTILINESTRING": (.multiLine, "MultiLineString")
    case "MULTIPOLYGON": (.multiPolygon, "MultiPolygon")
    case "GEOMETRYCOLLECTION": (.collection, "GeometryCollection")
    case "CIRCULARSTRING": (.curved, "CircularString")
    case "COMPOUNDCURVE": (.curved, "CompoundCurve")
    case "CURVEPOLYGON": (.curved, "CurvePolygon")
    case "MULTICURVE": (.curved, "MultiCurve")
    case "MULTISURFACE": (.curved, "MultiSurface")
    case "POLYHEDRALSURFACE": (.curved, "PolyhedralSurface")
    case "TIN": (.curved, "TIN")
    case "TRIANGLE": (.curved, "Triangle")
    default: nil
    }
  }
}

/// The ordinates beside x and y that a tag declares or a position has.
struct WKTDimensions: Hashable, Sendable {
  var hasZ: Bool
  var hasM: Bool
  /// The number of ordinates of a position.
  var count: Int { 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0) }
}
