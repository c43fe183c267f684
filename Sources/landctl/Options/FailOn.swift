import ArgumentParser
import LandKit

/// What makes an audit end with status 1.
struct FailOn: ExpressibleByArgument {
  private let words: Set<String>
  private static let known = [
    "never", "error", "warning", "unknown", "notMet", "suspected",
  ]

  /// Nothing does.
  static let never = FailOn(words: ["never"])

  private init(words: Set<String>) { self.words = words }

  init?(argument: String) {
    words = Set(argument.split(separator: ",").map { String($0) })
    guard !words.isEmpty, words.isSubset(of: Self.known) else { return nil }
  }

  /// Listed by `--help` and the completions, and where a word is none of them.
  static var allValueStrings: [String] { known }

  /// What `--help` shows for the default.
  var defaultValueDescription: String { words.sorted().joined(separator: ",") }

  /// Whether a finished audit reaches any of the words.
  func isReached(by summary: AuditSummary) -> Bool {
    words.contains { word in
      switch word {
      case "error": summary.count(of: .error) > 0
      case "warning": summary.count(of: .error) + summary.count(of: .warning) > 0
      case "unknown": summary.verdicts["unknown", default: 0] > 0
      case "notMet": summary.verdicts["notMet", default: 0] > 0
      case "suspected": (summary.idle[.suspected]?.parcels ?? 0) > 0
      default: false
      }
    }
  }
}
