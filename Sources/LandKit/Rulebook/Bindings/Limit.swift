/// A figure of a rule, with the place where it is written.
public struct Limit<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The figure.
  public var value: Value
  /// The clause, `Art. 2(1)`.
  public var clause: String
  /// The text it was read in: a key of the list of sources, or nil.
  public var source: String?
  /// How far it has been verified.
  public var mark: VerificationMark

  /// A figure with its place.
  public init(_ value: Value, clause: String, source: String? = nil, mark: VerificationMark) {
    self.value = value
    self.clause = clause
    self.source = source
    self.mark = mark
  }
}

/// How far a figure of the law has been verified.
public enum VerificationMark: String, Hashable, Sendable {
  /// Read in a copy of the text, which `source` names.
  case verified = "V"
  /// General knowledge of the text; to be checked against the official copy.
  case general = "G"
  /// Not law: a setting of this program, chosen by its authors.
  case ours
}
