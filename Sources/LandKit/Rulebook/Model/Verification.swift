/// How sure a text or a figure is.
public enum Verification: String, CaseIterable, Hashable, Sendable {
  /// The text was read in full.
  case verified
  /// Read in a copy or a quotation of the text.
  case secondary
  /// General knowledge, or one implementer's reading: to be checked against the official text.
  case unverified
  /// Not law: a setting of this program, chosen by its authors.
  case ours
}
