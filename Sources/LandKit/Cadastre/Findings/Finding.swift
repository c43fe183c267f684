import LandGeometry

/// One thing found wrong, doubtful or worth knowing about one subject, with place and numbers.
///
/// A finding is a result, not an error: it is written to `findings.csv` and never stops the run.
/// Texts that people read come from the code's table; a finding itself holds codes and numbers,
/// so that the machine files do not change with the language.
///
/// The members are those of ``Fields``; a finding itself is one reference.
@dynamicMemberLookup
public struct Finding: Hashable, Sendable {
  /// What a finding is about.
  public enum SubjectKind: String, Sendable {
    case parcel, building, zone, contract, enterprise, city, province, application, file
  }
  /// Where in a geometry the fault lies; each index counts from 0.
  public struct Place: Hashable, Sendable {
    /// Polygon of a multipart feature.
    public var part: Int?
    /// Ring of the polygon, 0 = exterior.
    public var ring: Int?
    /// Vertex of the ring.
    public var vertex: Int?
    /// The position, in the coordinate system named by `crs`.
    public var coordinate: Coordinate?

    /// A place; leave out what is not known.
    public init(
      part: Int? = nil, ring: Int? = nil, vertex: Int? = nil, coordinate: Coordinate? = nil
    ) {
      self.part = part
      self.ring = ring
      self.vertex = vertex
      self.coordinate = coordinate
    }
  }

  /// How a rule was judged, kept apart because few findings have it.
  public indirect enum Chain: Hashable, Sendable {
    case none
    case rule(RuleChain)

    /// The chain, where there is one.
    public var rule: RuleChain? {
      if case .rule(let chain) = self { return chain }
      return nil
    }
  }

  @usableFromInline var storage: CopyOnWrite<Fields>

  /// A finding about a subject; the other members are set as they are known.
  public init(_ code: FindingCode, _ subjectKind: SubjectKind, _ subjectID: String) {
    storage = CopyOnWrite(Fields(code: code, subjectKind: subjectKind, subjectID: subjectID))
  }

  /// A member, read and changed in place.
  @inlinable @inline(__always)
  public subscript<Value>(dynamicMember path: WritableKeyPath<Fields, Value>) -> Value {
    _read { yield storage.value[keyPath: path] }
    _modify { yield &storage.value[keyPath: path] }
  }

  /// Value minus limit, where both are known.
  public var distanceToLimit: Double? {
    guard let value = self.value, let limit = self.limit else { return nil }
    return value - limit
  }
}
