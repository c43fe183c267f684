import ArgumentParser
import LandKit

/// What an audit writes to its folder. The data files are always written; the others are made from
/// them.
struct OutputWords: ExpressibleByArgument {
  /// What can be asked for.
  enum Word: String, CaseIterable {
    case data, xlsx, gpkg

    /// The file that it adds; nil for the data files themselves.
    var file: String? {
      switch self {
      case .data: nil
      case .xlsx: AuditWorkbook.name
      case .gpkg: AuditLayers.name
      }
    }
  }

  private let words: Set<Word>

  /// The data files only.
  static let data = OutputWords(words: [.data])

  private init(words: Set<Word>) { self.words = words }

  init?(argument: String) {
    var words: Set<Word> = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      if part == "all" {
        words.formUnion(Word.allCases)
      } else if let word = Word(rawValue: String(part)) {
        words.insert(word)
      } else {
        return nil
      }
    }
    self.words = words
  }

  /// What `--help` shows for the default.
  var defaultValueDescription: String { words.map(\.rawValue).sorted().joined(separator: ",") }

  /// The files beside the data files, in order.
  var files: [String] { Word.allCases.filter(words.contains).compactMap(\.file) }
}
