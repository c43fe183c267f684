/// What an audit leaves in its folder.
public struct AuditOutputs: OptionSet, Hashable, Sendable {
  /// The bits of the kinds.
  public let rawValue: Int
  /// A set by its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The machine files, `parcels.csv` to `manifest.json`.
  public static let data = AuditOutputs(rawValue: 1)
  /// The page, `report.html`.
  public static let report = AuditOutputs(rawValue: 2)
  /// The workbook, `audit.xlsx`.
  public static let workbook = AuditOutputs(rawValue: 4)
  /// The layers for desktop GIS, `audit.gpkg`.
  public static let layers = AuditOutputs(rawValue: 8)

  /// The words of the command line, in order, and the files that each stands for besides the data.
  public static let kinds: [(word: String, kind: AuditOutputs, file: String?)] = [
    ("data", .data, nil), ("report", .report, AuditPage.name),
    ("xlsx", .workbook, AuditWorkbook.name), ("gpkg", .layers, AuditLayers.name),
  ]
  /// Everything there is.
  public static let all = AuditOutputs(kinds.map(\.kind))

  /// The words that a list may hold.
  public static var words: [String] { kinds.map(\.word) + ["all"] }

  /// A comma list of words.
  ///
  /// - Throws: ``UnknownWord`` for a word that is none of ``words``, an empty list included.
  public init(list: String) throws(UnknownWord) {
    self = []
    for word in list.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      if word == "all" {
        formUnion(.all)
      } else if let kind = Self.kinds.first(where: { $0.word == word })?.kind {
        formUnion(kind)
      } else {
        throw UnknownWord(word: word)
      }
    }
  }

  /// A word that names no output.
  public struct UnknownWord: Error, Hashable, Sendable {
    /// The word.
    public let word: String
  }

  /// The files besides the data that appear for these outputs.
  public var papers: [String] {
    Self.kinds.filter { contains($0.kind) }.compactMap(\.file)
  }
}
