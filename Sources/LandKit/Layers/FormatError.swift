import LandGeometry

/// A file that cannot be read, with the place and the remedy.
///
/// Wrong data inside a readable file is never this error but a finding; this one ends the run
/// (exit status 65, 66 where the file is missing, 69 where a program that reads it is, 71 where the
/// machine refuses memory or room).
public struct FormatError: Error, Hashable, Sendable {
  /// What kind of failure it is; decides the exit status.
  public enum Kind: Hashable, Sendable {
    /// The file is not there or cannot be opened.
    case missing
    /// The content cannot be used.
    case unusable
    /// A program that reads the format is not installed.
    case component
    /// The machine refuses memory, descriptors or room for temporary files.
    case machine
  }
  /// What kind of failure it is.
  public var kind: Kind
  /// The file as the user named it.
  public var file: String
  /// Byte offset in the file (after transcoding to UTF-8), counted from 0.
  public var offset: Int?
  /// Line, counted from 1.
  public var line: Int?
  /// Column in bytes, counted from 1.
  public var column: Int?
  /// What is wrong, in both languages of the program.
  public var message: Bilingual
  /// What the user can do, in both languages.
  public var remedy: Bilingual

  /// An error with a place.
  public init(
    kind: Kind = .unusable, file: String, offset: Int? = nil, line: Int? = nil,
    column: Int? = nil, message: Bilingual, remedy: Bilingual = Bilingual(zh: "", en: "")
  ) {
    self.kind = kind
    self.file = file
    self.offset = offset
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }
}
