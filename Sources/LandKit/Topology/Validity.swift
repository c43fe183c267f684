import LandGeometry

/// Whether a feature's polygons are valid in the sense of OGC Simple Features, as GEOS judges it.
public enum Validity: Hashable, Sendable {
  /// No fault.
  case valid
  /// The first fault that GEOS met; a repaired one may uncover others.
  case invalid(InvalidityReason)

  /// Whether there is no fault.
  public var isValid: Bool { self == .valid }
}

/// Why a polygon is not valid.
public struct InvalidityReason: Hashable, Sendable {
  /// The kind of fault.
  public var fault: ValidityFault
  /// The reason in the words of GEOS, `Ring Self-intersection`.
  public var text: String
  /// Where, in the space of the columns; for an intersection it need not be a vertex. Nil when
  /// GEOS names no place.
  public var place: Coordinate?

  /// A reason from its text.
  public init(text: String, place: Coordinate?) {
    fault = ValidityFault(reason: text)
    self.text = text
    self.place = place
  }
}

/// The kinds of fault that GEOS tells apart.
public enum ValidityFault: String, Hashable, Sendable, CaseIterable {
  /// Two edges cross, or rings share an edge.
  case selfIntersection
  /// A ring touches itself in a point.
  case ringSelfIntersection
  /// A hole lies outside its shell.
  case holeOutsideShell
  /// A hole lies in another hole.
  case nestedHoles
  /// A polygon lies in another polygon of the same feature.
  case nestedShells
  /// Two rings are the same.
  case duplicateRings
  /// A ring has fewer than three different vertices.
  case tooFewPoints
  /// A coordinate is not a finite number.
  case invalidCoordinate
  /// The rings cut the inside into pieces that hang together in points only.
  case interiorDisconnected
  /// A vertex is repeated.
  case repeatedPoint
  /// A reason this version does not know by name.
  case other

  /// The kind that a reason text of GEOS stands for.
  public init(reason: String) {
    self =
      switch reason {
      case "Self-intersection": .selfIntersection
      case "Ring Self-intersection": .ringSelfIntersection
      case "Hole lies outside shell": .holeOutsideShell
      case "Holes are nested": .nestedHoles
      case "Nested shells": .nestedShells
      case "Duplicate Rings": .duplicateRings
      case "Too few points in geometry component": .tooFewPoints
      case "Invalid Coordinate": .invalidCoordinate
      case "Interior is disconnected": .interiorDisconnected
      case "Repeated point": .repeatedPoint
      default: .other
      }
  }
}
