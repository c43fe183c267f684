import LandPrograms

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

extension WordError {
  /// What a program's failure means for the paper.
  init(_ error: ProgramError) {
    self =
      switch error {
      case .missing(let name, let package): .missingProgram(name, package: package)
      case .failed(let program, let status, let message):
        .failed(program: program, status: status, message: message)
      case .tooMuchOutput(let program, let limit):
        .failed(program: program, status: 0, message: "more than \(limit) bytes")
      case .temporaryFiles(let reason): .temporaryFiles(reason)
      }
  }
}
