import LandAudit
import LandCadastre
import LandCompliance
import LandLedger
import LandSurvey

extension LedgerUpdate {
  /// Zones, their figures and enterprises under clearing, as the inputs give them; what the ledger
  /// knew before and nobody speaks of now stays.
  static func settings(
    _ run: AuditRun, _ writer: inout LedgerWriter, _ book: LedgerBook
  ) throws {
    var zones = Dictionary(
      book.zones.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var figures = book.figures
    for (index, record) in run.survey.zoneRecords.enumerated() {
      let id = run.survey.zoneID(index)
      var zone = zones[id] ?? LedgerZone(id: id, name: record.name ?? id)
      zone.level = record.level.flatMap { ZoneLevel(named: $0)?.rawValue } ?? zone.level
      zones[id] = zone
    }
    for file in run.inputs.zoneFiles {
      guard let id = file.zoneID?.value else { continue }
      var zone = zones[id] ?? LedgerZone(id: id, name: file.name?.value ?? id)
      zone.name = file.name?.value ?? zone.name
      zone.level = file.level?.value.rawValue ?? zone.level
      zone.territory = file.territory?.value ?? zone.territory
      zones[id] = zone
      for figure in file.ledgerFigures(id, undated: run.options.asOf.components.year) {
        figures.removeAll {
          $0.zoneID == id && $0.year == figure.year && $0.name == figure.name
        }
        figures.append(figure)
      }
    }
    try writer.set(zones: zones.values.sorted { $0.id < $1.id })
    try writer.set(figures: figures)
    if let enterprises = run.inputs.enterprises {
      try writer.set(zombies: zombies(enterprises.rows))
    }
  }

  /// One entry an enterprise, by the latest of its rows that knows of its listing.
  private static func zombies(_ rows: [Enterprise]) -> [ZombieEnterprise] {
    var latest: [String: Enterprise] = [:]
    var order: [String] = []
    for row in rows where row.zombieListedDate != nil {
      if latest[row.label] == nil { order.append(row.label) }
      if (row.year ?? .max) >= (latest[row.label]?.year ?? .min) { latest[row.label] = row }
    }
    return order.compactMap { latest[$0] }.map { enterprise in
      var zombie = ZombieEnterprise(
        zoneID: enterprise.zoneID, name: enterprise.name ?? enterprise.label)
      zombie.creditCode = enterprise.enterpriseID
      zombie.listed = enterprise.zombieListedDate
      zombie.cleared = enterprise.zombieClearedDate
      return zombie
    }
  }
}

extension ZoneFile {
  /// The statistics and the numbers that rulebooks declare, in a fixed order.
  ///
  /// - Parameter year: the year to keep numbers under that the file gives without one.
  fileprivate func ledgerFigures(_ zone: String, undated year: Int) -> [ZoneFigure] {
    var found: [ZoneFigure] = []
    for (year, values) in statistics.sorted(by: { $0.key < $1.key }) {
      for (statistic, value) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        found.append(
          ZoneFigure(zoneID: zone, year: year, name: statistic.rawValue, value: value.value))
      }
    }
    let years = [(key: year, value: figures.zone)] + figures.zoneByYear.sorted { $0.key < $1.key }
    for (year, values) in years {
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        guard case .number(let number) = value.value else { continue }
        found.removeAll { $0.year == year && $0.name == name }
        found.append(ZoneFigure(zoneID: zone, year: year, name: name, value: number))
      }
    }
    return found
  }
}
