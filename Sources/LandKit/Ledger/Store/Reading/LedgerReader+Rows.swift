import GRDB
import LandCadastre
import LandGeometry

/// A value as a ledger keeps it.
public enum LedgerValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
}

/// A table of a ledger whose rows are written out as they are kept.
public enum LedgerTable: String, CaseIterable, Hashable, Sendable {
  case documents, surveys, lineage, runs, zones
  case figures = "zone_figures"
  case targets, zombies, contracts

  /// Its columns in order; of runs without the manifest.
  public var columns: [String] {
    switch self {
    case .documents: Columns.document
    case .surveys: Columns.survey
    case .lineage: Columns.lineage
    case .runs: Columns.run.filter { $0 != "manifest" }
    case .zones, .figures, .targets, .zombies, .contracts: Columns.rewritten[rawValue] ?? []
    }
  }

  fileprivate var order: String {
    switch self {
    case .documents: "event"
    case .surveys, .runs: "number"
    case .lineage: "survey, position"
    case .zones, .figures, .targets, .zombies, .contracts: "fid"
    }
  }
}

/// How an event stands in the chain.
public struct EventLink: Hashable, Sendable {
  /// The survey that it speaks for.
  public var survey: Int?
  /// The run that it speaks for.
  public var run: Int?
  /// Hash of the case, survey or run that it speaks for.
  public var contentDigest: String?
  /// Hash of the event before it.
  public var previousHash: String
  /// Its own hash.
  public var hash: String
}

extension LedgerReader {
  /// Looks at the rows of a table one by one, in order; a table that the ledger's schema does not
  /// have yet has none.
  public func each(
    _ table: LedgerTable, _ body: ([LedgerValue]) throws -> Void
  ) throws(LedgerError) {
    let isThere = try LedgerError.translating(path) { try db.tableExists(table.rawValue) }
    guard isThere else { return }
    let columns = table.columns
    try each(
      "SELECT \(Columns.list(columns)) FROM \(table.rawValue) ORDER BY \(table.order)"
    ) { row in try body(columns.indices.map { row.value(Int32($0)) }) }
  }

  /// Looks at the parcels of a survey one by one, in order, each with its polygons as the only
  /// feature; none for a parcel without geometry.
  public func eachParcel(
    of survey: Int,
    _ body: (SurveyedParcel, PolygonColumns<Geographic>) throws -> Void
  ) throws(LedgerError) {
    try each(
      """
      SELECT \(Columns.list(Columns.parcel)) FROM survey_parcels WHERE survey = ? ORDER BY position
      """, [survey]
    ) { row in
      var geometry = PolygonColumns<Geographic>()
      guard row.appendFeature(0, to: &geometry), let index = row.integer(2), let id = row.text(3),
        let state = row.text(7)
      else { throw unreadable("survey_parcels") }
      var parcel = SurveyedParcel(index: index, id: id, idleState: state)
      parcel.zoneID = row.text(4)
      parcel.landUse = row.text(5)
      parcel.area = row.real(6)
      try body(parcel, geometry)
    }
  }

  /// Looks at the manifests of the runs one by one, in order.
  public func eachManifest(_ body: (Int, String) throws -> Void) throws(LedgerError) {
    try each("SELECT number, manifest FROM runs ORDER BY number") { row in
      guard let number = row.integer(0), let text = row.text(1) else { throw unreadable("runs") }
      try body(number, text)
    }
  }

  /// How the events stand in the chain, by their numbers.
  public func links() throws(LedgerError) -> [Int: EventLink] {
    var links: [Int: EventLink] = [:]
    try each(
      "SELECT number, survey, run, content_sha256, previous_hash, hash FROM events"
    ) { row in
      guard let number = row.integer(0), let previous = row.text(4), let hash = row.text(5) else {
        throw unreadable("events")
      }
      links[number] = EventLink(
        survey: row.integer(1), run: row.integer(2), contentDigest: row.text(3),
        previousHash: previous, hash: hash)
    }
    return links
  }
}
