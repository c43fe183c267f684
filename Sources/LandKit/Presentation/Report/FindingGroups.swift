import LandCadastre
import LandDocuments
import LandGeometry
import LandIdleLand
import LandRulebook

/// The findings of an audit by clause, rule and code.
struct FindingGroups: Sendable {
  /// Findings of one code under one rule.
  struct Group: Sendable {
    /// The code as the file has it.
    var code: String
    /// Its meaning; nil for a code that this version does not know.
    var known: FindingCode?
    var severity: FindingCode.Severity
    var clause: String
    var rule: String
    var rulebook: String
    /// Rows of `findings.csv`, in order.
    var rows: [Int32] = []
  }

  /// Errors first, then by code and rule.
  let all: [Group]

  init(_ book: AuditBook) {
    let findings = book.findings
    let columns = ["code", "severity", "clause", "rule", "rulebook"].map { findings[$0] }
    var places: [[String?]: Int] = [:]
    var groups: [Group] = []
    for row in 0..<findings.count {
      let key = columns.map { $0.text(row) }
      let place: Int
      if let known = places[key] {
        place = known
      } else {
        place = groups.count
        places[key] = place
        let code = key[0] ?? ""
        groups.append(
          Group(
            code: code, known: FindingCode(rawValue: code),
            severity: key[1].flatMap { FindingCode.Severity(rawValue: $0) } ?? .info,
            clause: key[2] ?? "", rule: key[3] ?? "", rulebook: key[4] ?? ""))
      }
      groups[place].rows.append(Int32(row))
    }
    all = groups.sorted { a, b in
      a.severity != b.severity ? a.severity > b.severity : (a.code, a.rule) < (b.code, b.rule)
    }
  }
}

/// The law in words: titles of rulebooks and clauses as people cite them.
struct ReportLaw: Sendable {
  private let titles: [String: Bilingual]
  private let language: Document.Language

  /// Titles come from the shipped rulebooks whose text is the one the audit judged by.
  init(_ manifest: ManifestRecord, _ language: Document.Language) {
    self.language = language
    let shipped = RulebookLibrary.shipped.books
    var titles: [String: Bilingual] = [:]
    for used in manifest.rulebooks {
      if let book = shipped.first(where: { $0.id == used.id && $0.sha256 == used.sha256 }) {
        titles[used.id] = book.identity.title
      }
    }
    self.titles = titles
  }

  /// The title of a rulebook; its id where the text is not one of the shipped.
  func title(of rulebook: String) -> String { titles[rulebook].map { language($0) } ?? rulebook }

  /// A clause with the law it stands in; empty for findings that rest on no clause.
  func citation(clause: String, rulebook: String) -> String {
    guard !clause.isEmpty else { return "" }
    if clause == "contract" { return language("合同约定", "terms of the contract") }
    if rulebook.isEmpty || rulebook == "contract" { return words(clause) }
    let title = title(of: rulebook)
    return language("《\(title)》\(words(clause))", "\(title), \(words(clause))")
  }

  /// A clause; the two of Decree 53 Art. 2 have English names, others are cited as they stand.
  private func words(_ clause: String) -> String {
    for known in [IdleAssessment.Clause.notStarted, .suspended] where known.label.zh == clause {
      return language(known.label)
    }
    return clause
  }
}
