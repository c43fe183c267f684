import LandAudit
import LandCadastre
import LandGeometry
import LandLedger
import LandOutput
import LandReport
import LandRulebook

/// All that a ledger holds, as files that every program reads. Rows of surveys are written as they
/// are read, so that a large ledger needs little memory.
public struct LedgerExport {
  /// A part of the export.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// `ledger.json`: what the ledger says of itself, and the end of its chain.
    case ledger
    /// `cases.csv`, as they stand on the day.
    case cases
    /// `events.csv`.
    case events
    case documents, surveys, lineage
    /// `runs.csv`, with the manifest of each as `runs/0001.json`.
    case runs
    case zones
    case figures = "zone_figures"
    case targets, zombies, contracts
    /// `site_notes.geojson`.
    case notes = "site_notes"
    /// A file `survey-2025-01.geojson` for every survey: its year and its number.
    case parcels
  }
  /// What was written.
  public struct Outcome: Sendable {
    /// Number of cases in the ledger.
    public var cases: Int
    /// Number of events in the ledger.
    public var events: Int
    /// The files below the folder, in the order in which they were written.
    public var files: [String]
    /// Whether the ledger keeps the dates of contracts; without, `contracts.csv` has no rows.
    public var hasContracts: Bool
  }

  private let parts: Set<Part>
  private let asOf: CalendarDate

  /// An export of some parts, or of all.
  public init(_ parts: Set<Part> = Set(Part.allCases), asOf: CalendarDate) {
    self.parts = parts
    self.asOf = asOf
  }

  /// Writes the files together, from one moment of the ledger. Throws `LedgerError` or
  /// `OutputError`; then none of them appears.
  public func write(_ store: LedgerStore, to folder: String) throws -> Outcome {
    let rules = try RuleSelection(.essential, names: [], territories: [], asOf: asOf).idleLandRules
    return try store.read { reader in
      let book = try LedgerBook(reader, asOf: asOf, rules: rules)
      var group = FileGroup()
      var files: [String] = []
      func add(_ name: String, _ body: (inout AtomicFile) throws -> Void) throws {
        try group.add("\(folder)/\(name)", body)
        files.append(name)
      }
      for part in Part.allCases where parts.contains(part) {
        switch part {
        case .ledger:
          let bytes = try LedgerFiles.identity(reader)
          try add("ledger.json") { try $0.write(bytes) }
        case .cases: try add("cases.csv") { try $0.write(LedgerTables.cases(book)) }
        case .events:
          let bytes = LedgerTables.events(book, links: try reader.links())
          try add("events.csv") { try $0.write(bytes) }
        case .notes:
          let notes = try reader.siteNotes()
          try add("site_notes.geojson") { try $0.write(LedgerFiles.notes(notes)) }
        case .parcels:
          for survey in try reader.surveys() {
            let number = LedgerFiles.padded(survey.number, 2)
            try add("survey-\(survey.record.year)-\(number).geojson") { file in
              try LedgerFiles.write(survey.number, of: reader, to: &file)
            }
          }
        case .documents, .surveys, .lineage, .runs, .zones, .figures, .targets, .zombies,
          .contracts:
          guard let table = LedgerTable(rawValue: part.rawValue) else { continue }
          try add("\(table.rawValue).csv") { try LedgerFiles.write(table, of: reader, to: &$0) }
          guard part == .runs else { continue }
          try reader.eachManifest { number, text in
            try add("runs/\(LedgerFiles.padded(number, 4)).json") {
              try $0.write(Array(text.utf8))
            }
          }
        }
      }
      try group.publish()
      return Outcome(
        cases: book.cases.count, events: book.events.count, files: files,
        hasContracts: book.contracts != nil)
    }
  }
}
