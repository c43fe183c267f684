import LandGeometry

/// What is wrong with a YAML file, with the place and the remedy.
public struct YAMLError: Error, Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// Line, from 1.
  public var line: Int
  /// Column in characters, from 1.
  public var column: Int
  /// What is wrong, in both languages of the program.
  public var message: Bilingual
  /// What the user can do, in both languages; empty where the message says it all.
  public var remedy: Bilingual

  /// An error at a place.
  public init(
    file: String, line: Int, column: Int, message: Bilingual,
    remedy: Bilingual = Bilingual(zh: "", en: "")
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }

  /// The same as the error that ends a run.
  public var formatError: FormatError {
    FormatError(file: file, line: line, column: column, message: message, remedy: remedy)
  }
}

extension YAMLError: CustomStringConvertible {
  /// `zone.yaml:12:5: unknown key …`, for logs and tests.
  public var description: String {
    "\(file):\(line):\(column): \(message.en)"
      + (remedy.en.isEmpty ? "" : " (\(remedy.en))")
  }
}
