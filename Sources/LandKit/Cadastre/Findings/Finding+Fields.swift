extension Finding {
  /// What a finding holds; each member is a column of `findings.csv`.
  public struct Fields: Hashable, Sendable {
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

    init(code: FindingCode, subjectKind: SubjectKind, subjectID: String) {
      self.code = code
      self.subjectKind = subjectKind
      self.subjectID = subjectID
    }
  }
}
