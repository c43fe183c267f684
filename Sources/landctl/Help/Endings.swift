import LandKit

/// With which exit statuses a command may end.
struct Endings {
  /// What a command has to do with, and which statuses come of it.
  struct Traits: OptionSet {
    let rawValue: Int
    /// Reads files of the user's.
    static let reads = Traits(rawValue: 1)
    /// Needs the data of PROJ or a program of GDAL.
    static let components = Traits(rawValue: 2)
    /// Writes files.
    static let writes = Traits(rawValue: 4)
    /// Works in a ledger, of which there is one writer at a time.
    static let ledger = Traits(rawValue: 8)
  }

  private let meanings: [(status: String, meaning: Bilingual)]

  /// - Parameter one: what status 1 says; nil where the command never ends with it.
  init(_ traits: Traits, one: Bilingual? = nil) {
    var meanings: [(String, Bilingual)] = []
    for status in ExitStatus.allCases {
      let belongs =
        switch status {
        case .done, .usage, .ourFault, .machineRefuses: true
        case .failOnReached: one != nil
        case .inputUnusable, .inputMissing: traits.contains(.reads)
        case .componentMissing: traits.contains(.components)
        case .cannotCreate: traits.contains(.writes)
        case .busy: traits.contains(.ledger)
        }
      guard belongs else { continue }
      let meaning = status == .failOnReached ? one ?? status.meaning : status.meaning
      meanings.append(("\(status.rawValue)", meaning))
    }
    if traits.contains(.writes) || traits.contains(.ledger) {
      meanings.append(
        (
          "129, 130, 143",
          Bilingual(
            zh: "因终端断开、Ctrl-C 或 SIGTERM 中止,未写出任何文件。",
            en: "Stopped by a hangup, Ctrl-C or SIGTERM; nothing was written.")
        ))
    }
    self.meanings = meanings
  }

  /// All statuses that there are, as the program's own page lists them.
  static let all = Endings([.reads, .components, .writes, .ledger], one: .reached)

  /// A line a status.
  var lines: [String] {
    meanings.map { "\($0.status)  \($0.meaning.en) / \($0.meaning.zh)" }
  }
}

extension Bilingual {
  /// Status 1 of an audit.
  static let reached = Bilingual(
    zh: "完成,且达到 --fail-on 指定的条件。",
    en: "Done, and what was asked for with --fail-on was reached.")
  /// Status 1 of a verification.
  static let differs = Bilingual(zh: "有内容不符。", en: "Something does not hold.")
}
