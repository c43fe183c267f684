import LandGeometry

/// One thing found wrong, doubtful or worth knowing about one subject, with place and numbers.
///
/// A finding is a result, not an error: it is written to `findings.csv` and never stops the run.
/// Texts that people read come from the code's table; a finding itself holds codes and numbers,
/// so that the machine files do not change with the language.
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

  /// The stable code.
  public var code: FindingCode
  /// What it is about.
  public var subjectKind: SubjectKind
  /// The subject's id, or its file where it is a file.
  public var subjectID: String
  /// The other party of a pair, or empty.
  public var otherID = ""
  /// The file as the user named it.
  public var file = ""
  /// Index of the feature in its file, from 0.
  public var featureIndex: Int?
  /// Row of a table, from 1, the header not counted.
  public var row: Int?
  /// The field concerned, by its English name.
  public var field = ""
  /// Where in the geometry.
  public var place = Place()
  /// The coordinate system of the place, `EPSG:4490`.
  public var crs = ""
  /// The rule that was judged, for `R5xx`.
  public var rule = ""
  /// The clause of the law, for `R5xx`.
  public var clause = ""
  /// The rulebook that holds the rule.
  public var rulebook = ""
  /// The reading chosen where a clause has several.
  public var reading = ""
  /// The verdict, for `R5xx`.
  public var verdict = ""
  /// The measured value.
  public var value: Double?
  /// What it was held against.
  public var limit: Double?
  /// How it was compared: `<`, `<=`, `>`, `>=`, `=`.
  public var comparison = ""
  /// Unit of value and limit.
  public var unit = ""
  /// Names of the missing inputs.
  public var missing: [String] = []
  /// Where the input came from: a file and a row or feature.
  public var source = ""
  /// Codes and numbers that fit no column; never prose.
  public var note = ""
  /// How a rule of a rulebook was judged.
  public var chain = Chain.none

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

  /// A finding about a subject; the other members are set as they are known.
  public init(_ code: FindingCode, _ subjectKind: SubjectKind, _ subjectID: String) {
    self.code = code
    self.subjectKind = subjectKind
    self.subjectID = subjectID
  }

  /// Value minus limit, where both are known.
  public var distanceToLimit: Double? {
    guard let value, let limit else { return nil }
    return value - limit
  }
}
