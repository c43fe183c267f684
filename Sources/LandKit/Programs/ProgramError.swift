/// Why a program of the machine did not do its work.
public enum ProgramError: Error, Hashable, Sendable {
  /// It is not installed; the package of Debian and Ubuntu that has it.
  case missing(String, package: String)
  /// It ended with a status other than 0; what it said last.
  case failed(program: String, status: Int32, message: String)
  /// It wrote more than it may; the limit in bytes.
  case tooMuchOutput(program: String, limit: Int)
  /// Files could not be written or read in the temporary folder.
  case temporaryFiles(String)
}
