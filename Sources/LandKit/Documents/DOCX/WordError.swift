/// Why a word-processor file could not be made.
public enum WordError: Error, Hashable, Sendable {
  /// A program that does the work is not installed; the package of Debian and Ubuntu that has it.
  case missingProgram(String, package: String)
  /// A program ended with a status other than 0; what it said last.
  case failed(program: String, status: Int32, message: String)
  /// Files could not be written or read in the temporary folder.
  case temporaryFiles(String)
  /// A template of ours cannot be read.
  case template(String)
}
