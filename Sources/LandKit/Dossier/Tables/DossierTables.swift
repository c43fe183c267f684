import LandAudit
import LandDocuments
import LandGeometry
import LandReport
import LandRulebook

/// The tables of a dossier. Each is made once and goes to the report, the workbook and a CSV file
/// of its own.
struct DossierTables {
  let application: Application
  let language: Document.Language
  /// Papers older than so many months are marked; nil marks none.
  var staleAfterMonths: Int?

  /// A table with the name of its CSV file.
  struct Named: Sendable {
    /// Where it goes.
    enum Place: Sendable {
      /// The report, the workbook and a CSV file.
      case everywhere
      /// The report only: what fits on paper of another one.
      case report
      /// The workbook and a CSV file: too wide for paper.
      case files
    }
    var name: String
    var table: DocumentTable
    var place: Place

    /// Whether it is a sheet and a file of its own.
    var isFile: Bool { place != .report }
    /// Whether it is in the report.
    var isPrinted: Bool { place != .files }
  }

  /// All tables, in the order of the report. One that has nothing to say is left out.
  func all() -> [Named] {
    let tables: [(String, DocumentTable?)] = [
      ("gates", gates()), ("approvals", approvals()), ("official_areas", officialAreas()),
      ("official_balance", officialBalance()), ("land_use", landUse()), ("supply", supply()),
      ("remaining_share", remainingShare()),
      ("approved_unsupplied", approvedUnsupplied()), ("idle_land", idleLand()),
      ("idle_summary", idleSummary()),
      ("disposal_plans", disposalPlans()), ("events", events()), ("per_mu", perMu()),
      ("proposed_blocks", proposedBlocks()), ("boundary_areas", boundaryAreas()),
      ("attestations", attestations()), ("before_after", beforeAndAfter()), ("layout", layout()),
      ("boundary_points", boundaryPoints()), ("materials", materials()), ("procedure", procedure()),
    ]
    return tables.compactMap { name, table in
      let place: Named.Place =
        switch name {
        case "idle_land": .files
        case "idle_summary": .report
        default: .everywhere
        }
      return table.map { Named(name: name, table: $0, place: place) }
    }
  }

  private func boundaryAreas() -> DocumentTable? {
    application.survey?.boundaries.map { BoundaryTables(language: language).areas(of: $0) }
  }

  private func boundaryPoints() -> DocumentTable? {
    application.survey?.boundaries.map { BoundaryTables(language: language).points(of: $0) }
  }

  func words(_ zh: String, _ en: String) -> String { language(zh, en) }

  func column(
    _ zh: String, _ en: String, _ unit: Bilingual? = nil, width: Double? = nil
  ) -> DocumentTable.Column {
    DocumentTable.Column(language(zh, en), unit: unit.map { language($0) }, width: width)
  }
}

extension Bilingual {
  static let hectares = Bilingual(zh: "公顷", en: "ha")
  static let squareMetres = Bilingual(zh: "㎡", en: "m²")
  static let mu = Bilingual(zh: "亩", en: "mu")
  static let wan = Bilingual(zh: "万元", en: "万元")
}

extension Judgement {
  /// The verdict as a cell.
  func cell(_ language: Document.Language) -> DocumentCell {
    guard let verdict else { return .empty }
    return DocumentCell(.text(language(verdict.label)), tone: verdict.tone)
  }
}

extension Verdict {
  /// How a verdict is meant.
  var tone: Tone {
    switch self {
    case .met: .good
    case .notMet: .bad
    case .needsReasons: .attention
    case .unknown: .unknown
    default: .plain
    }
  }
}
