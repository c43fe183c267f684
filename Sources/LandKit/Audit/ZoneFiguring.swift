import LandCadastre
import LandGeometry
import LandIdleLand
import LandReport
import LandSurvey

/// Puts together the rows of `zones.csv`.
struct ZoneFiguring {
  /// What a zone has to know of each of its parcels.
  struct Standing: Sendable {
    var state: IdleAssessment.State
    var isSupplied: Bool
    var isUnsupplied: Bool
    var isIndustrial: Bool?
  }

  let survey: Survey
  let ledger: ParcelLedger
  let standing: [Standing]
  let planeCode: (Double?) -> Int?

  /// One row a zone, in the order of the file, and what was found.
  func rows() -> (rows: [ZoneRow], findings: [Finding]) {
    let all = rows(of: Array(0..<(survey.zones?.count ?? 0)))
    return (all.map(\.row), all.flatMap(\.findings))
  }

  /// The rows of some zones, each with what was found.
  func rows(of chosen: [Int]) -> [(row: ZoneRow, findings: [Finding])] {
    guard let zones = survey.zones else { return [] }
    var members = Array(repeating: [Int](), count: zones.count)
    for (parcel, zone) in ledger.zone.enumerated() {
      if let zone { members[zone].append(parcel) }
    }
    let accounting = ZoneAccounting(survey, ledger)
    let parcelsOf = members
    var rows = survey.options.workers.map(chosen.count, size: 1) { [survey, standing] range in
      let zone = chosen[range.lowerBound]
      var findings: [Finding] = []
      let row = Self.row(
        zone, parcelsOf[zone], survey: survey, standing: standing, accounting, &findings)
      return (row: row, findings: findings)
    }
    for (place, zone) in chosen.enumerated() {
      let meridian = zones.meridian[zone]
      rows[place].row.planeCode = planeCode(meridian.isNaN ? nil : meridian)
    }
    return rows
  }

  private static func row(
    _ zone: Int, _ parcels: [Int], survey: Survey, standing: [Standing],
    _ accounting: ZoneAccounting, _ findings: inout [Finding]
  ) -> ZoneRow {
    var row = ZoneRow(zoneID: survey.zoneID(zone))
    row.name = survey.zoneRecords[zone].name
    row.parcels = parcels.count
    row.approvedOfficial = survey.zoneRecords[zone].approvedArea
    let supplied = parcels.filter { standing[$0].isSupplied }
    let areas = accounting.areas(of: zone, parcels: supplied, findings: &findings)
    row.approved = areas.approved
    row.supplied = areas.union
    row.remaining = areas.remaining
    let unmeasured = supplied.filter { !survey.parcels.isWorkable($0) }.count
    if unmeasured > 0 || row.approved == nil {
      var finding = Finding(.zoneNotMeasured, .zone, row.zoneID)
      if unmeasured > 0 {
        finding.value = Double(unmeasured)
        finding.unit = "parcels"
      }
      finding.missing = ["geometry"]
      findings.append(finding)
    }
    func union(_ chosen: [Int]) -> Double? {
      accounting.areas(of: zone, parcels: chosen, findings: &findings).union
    }
    row.suppliedIndustrial = union(supplied.filter { standing[$0].isIndustrial == true })
    row.unsupplied = union(parcels.filter { standing[$0].isUnsupplied })
    row.idleSuspected = union(parcels.filter { standing[$0].state == .suspected })
    let identified = parcels.filter { standing[$0].state == .identified }
    let disposed = parcels.filter { standing[$0].state == .disposed }
    row.idleIdentified = union(identified)
    row.idleDisposed = union(disposed)
    // A rate over nothing is unknown, not 100 %.
    if !identified.isEmpty || !disposed.isEmpty {
      row.disposalRateByCount =
        Double(disposed.count) / Double(identified.count + disposed.count)
      if let open = row.idleIdentified, let ended = row.idleDisposed, open + ended > 0 {
        row.disposalRateByArea = ended / (open + ended)
      }
    }
    return row
  }
}
