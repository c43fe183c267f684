import LandCadastre
import LandGeometry
import LandLedger
import LandRulebook

/// What GIS programs show of a ledger: the parcels of the last survey with the case on each, and
/// where each case stands. It is rewritten whenever something is recorded.
struct LedgerProjection {
  let asOf: CalendarDate
  let rules: IdleLandRules

  /// Rewrites it from the last survey.
  func write(_ writer: inout LedgerWriter) throws {
    guard let last = try writer.reader.surveys().last else { return }
    let kept = try writer.reader.parcels(of: last.number)
    try write(&writer, parcels: kept.parcels, geometry: kept.geometry)
  }

  /// Rewrites it from parcels at hand.
  func write(
    _ writer: inout LedgerWriter, parcels: [SurveyedParcel], geometry: PolygonColumns<Geographic>
  ) throws {
    let book = try LedgerBook(writer.reader, asOf: asOf, rules: rules)
    let standings = book.standing.map(\.standing)
    var caseOf: [String: String] = [:]
    // An open case goes before one that is ended, a later one before an earlier one.
    for standing in standings {
      for part in standing.parts where caseOf[part] == nil || standing.phase != .ended {
        caseOf[part] = standing.caseID
      }
    }
    try writer.replaceProjection(
      standings, parcels: parcels.map { CurrentParcel($0, caseID: caseOf[$0.id]) },
      geometry: geometry, day: asOf)
  }
}
