import GRDB
import LandCadastre
import LandGeoPackage
import LandGeometry
import LandIdleLand

extension LedgerWriter {
  /// Rewrites `case_current` and `parcel_current`, the layer that GIS programs show.
  ///
  /// - Parameter parcels: the parcels as they are now, with one feature each in `geometry`.
  /// - Parameter day: the day on which it stands so.
  public mutating func replaceProjection(
    _ standings: [CaseStanding], parcels: [CurrentParcel], geometry: PolygonColumns<Geographic>,
    day: CalendarDate
  ) throws(LedgerError) {
    guard parcels.count == geometry.featureCount else {
      throw .content(
        Bilingual(zh: "宗地数与几何数不一致", en: "parcels and geometry differ in number"))
    }
    try replace(
      "case_current",
      standings.map { (standing) throws(LedgerError) in
        try standing.values()
      })
    var byCase: [String: CaseStanding] = [:]
    for standing in standings { byCase[standing.caseID] = standing }
    rewritten.insert("parcel_current")
    filling = "parcel_current"
    try LedgerError.translating(path) {
      try GeoPackageSchema.beginRefilling(LedgerSchemaV1.currentParcels, in: db)
    }
    let columns = Columns.rewritten["parcel_current"] ?? []
    let insertion = try insertion("parcel_current", columns + ["fid"])
    var boxes: [(key: Int, box: Envelope)] = []
    for (row, current) in parcels.enumerated() {
      let parcel = current.parcel
      let standing = current.caseID.flatMap { byCase[$0] }
      let values = [
        try Kept.text(parcel.id), try Kept.text(parcel.zoneID), try Kept.text(parcel.landUse),
        Kept.real(parcel.area), try Kept.text(parcel.idleState), try Kept.text(current.caseID),
        try Kept.text(standing?.phase.rawValue), Kept.integer(standing?.idleMonths),
        try Kept.text(standing?.nextStep?.rawValue), Kept.day(standing?.nextDeadline),
        Kept.integer(row + 1),
      ]
      let blob = Self.blob(row, of: geometry)
      try LedgerError.translating(path) { try insertion.run(geometry: blob, values) }
      if blob != nil { boxes.append((row + 1, geometry.envelope(of: row))) }
    }
    try LedgerError.translating(path) {
      try GeoPackageSchema.endRefilling(LedgerSchemaV1.currentParcels, boxes: boxes, in: db)
    }
    filling = nil
    try grow("parcel_current", geometry, day: day, isNew: true)
  }

  /// Rewrites the list of zones.
  public mutating func set(zones: [LedgerZone]) throws(LedgerError) {
    try replace(
      "zones",
      zones.map { (zone) throws(LedgerError) in
        [
          try Kept.text(zone.id), try Kept.text(zone.name), try Kept.text(zone.level),
          try Kept.text(zone.territory), try Kept.text(zone.leadingIndustry),
        ]
      })
  }

  /// Rewrites the figures of zones and years.
  public mutating func set(figures: [ZoneFigure]) throws(LedgerError) {
    try replace(
      "zone_figures",
      figures.map { (figure) throws(LedgerError) in
        [
          try Kept.text(figure.zoneID), Kept.integer(figure.year), try Kept.text(figure.name),
          Kept.real(figure.value),
        ]
      })
  }

  /// Rewrites the targets.
  public mutating func set(targets: [LedgerTarget]) throws(LedgerError) {
    try replace(
      "targets",
      targets.map { (target) throws(LedgerError) in
        [
          try Kept.text(target.zoneID), try Kept.text(target.rule), try Kept.text(target.rulebook),
          try Kept.text(target.measure), try Kept.text(target.comparison),
          Kept.real(target.limit), Kept.day(target.until),
        ]
      })
  }

  /// Rewrites the list of enterprises that are being cleared.
  public mutating func set(zombies: [ZombieEnterprise]) throws(LedgerError) {
    try replace(
      "zombies",
      zombies.map { (enterprise) throws(LedgerError) in
        [
          try Kept.text(enterprise.zoneID), try Kept.text(enterprise.name),
          try Kept.text(enterprise.creditCode), Kept.day(enterprise.listed),
          Kept.day(enterprise.cleared),
        ]
      })
    try LedgerError.translating(path) {
      try LedgerMeta.set(LedgerMeta.zombiesListed, "true", in: db)
    }
  }

  /// Rewrites the dates of the contracts.
  ///
  /// - Parameter day: the day on which they stand so.
  public mutating func set(
    contracts: [ContractDates], on day: CalendarDate
  ) throws(LedgerError) {
    try replace(
      "contracts",
      contracts.map { (contract) throws(LedgerError) in
        [
          try Kept.text(contract.parcelID), try Kept.text(contract.zoneID),
          try Kept.text(contract.contractNo), try Kept.text(contract.supervisionNo),
          try Kept.text(contract.holder), Kept.day(contract.start),
          try Kept.text(contract.startSource?.rawValue), Kept.truth(contract.isStarted),
          Kept.day(contract.finish), Kept.truth(contract.isFinished), Kept.real(contract.paid),
          try Kept.text(contract.payments.isEmpty ? nil : contract.payments.text),
        ]
      })
    try LedgerError.translating(path) {
      try LedgerMeta.set(LedgerMeta.contractsDay, day.description, in: db)
    }
  }

  /// Adds a note to the layer that people may edit.
  public mutating func add(_ note: SiteNote) throws(LedgerError) {
    try insert(
      "site_notes", ["geom", "note", "author", "day"],
      [
        note.place.map { LedgerWriter.blob($0) } ?? .null, try Kept.text(note.note),
        try Kept.text(note.author), try Kept.text(note.day),
      ])
  }

  private mutating func replace(
    _ table: String, _ rows: [[DatabaseValue]]
  ) throws(LedgerError) {
    try empty(table)
    // Keys from 1 on, whatever was there before: the same content gives the same rows.
    let columns = ["fid"] + (Columns.rewritten[table] ?? [])
    for (row, values) in rows.enumerated() {
      try insert(table, columns, [Kept.integer(row + 1)] + values)
    }
  }

  private mutating func empty(_ table: String) throws(LedgerError) {
    rewritten.insert(table)
    try LedgerError.translating(path) { try db.execute(sql: "DELETE FROM \(table)") }
  }
}

extension CaseStanding {
  /// The values of a row of `case_current`.
  fileprivate func values() throws(LedgerError) -> [DatabaseValue] {
    [
      try Kept.text(caseID), try Kept.text(parcelID), phase.rawValue.databaseValue,
      Kept.day(suspectedDay), Kept.day(identifiedDay), try Kept.text(identifiedNo),
      Kept.real(idleArea), try Kept.text(clause), Kept.day(idleSince), Kept.spans(causeSpans),
      try Kept.text(causeClass?.rawValue), try Kept.text(ending?.rawValue), Kept.day(endedDay),
      Kept.real(disposedArea), Kept.real(feeDecided), Kept.real(feePaid), Kept.day(newStart),
      Kept.day(temporaryUntil), Kept.truth(isInSystem), Kept.truth(isPublished),
      Kept.integer(idleMonths), try Kept.text(nextStep?.rawValue),
      try Kept.text(nextActor?.rawValue), Kept.day(nextDeadline), try Kept.text(nextClause),
      "[\(forced.map(String.init).joined(separator: ","))]".databaseValue,
    ]
  }
}
