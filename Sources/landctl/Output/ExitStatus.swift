import ArgumentParser
import LandKit

/// The exit statuses that scripts rely on.
enum ExitStatus: Int32 {
  case done = 0
  case failOnReached = 1
  case usage = 64
  case inputUnusable = 65
  case inputMissing = 66
  case componentMissing = 69
  case ourFault = 70
  case machineRefuses = 71
  case cannotCreate = 73
  case busy = 75

  var code: ExitCode { ExitCode(rawValue) }
}

/// A failure as the user reads it: what, where, and what to do.
struct Failure: Error {
  var status: ExitStatus
  var text: String
}
