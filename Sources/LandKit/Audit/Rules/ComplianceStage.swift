import LandCadastre
import LandCompliance
import LandIdleLand
import LandReport
import LandRulebook
import LandSurvey

/// The part of an audit that needs all parcels: projects, zones, enterprises and regions, judged
/// once the parcels are through.
struct ComplianceStage: Sendable {
  /// What is kept of a parcel.
  struct Kept: Sendable {
    var ground: GroundFigures
    var contracts: [Contract]
    var idle: IdleRecord?
    var isSupplied: Bool
  }

  /// What is kept of land that was found idle.
  struct IdleRecord: Sendable {
    var area: Double?
    var identified: CalendarDate?
    var isDisposed: Bool
    var disposedArea: Double?

    /// Nil where the land was never found idle.
    init?(_ idle: IdleAssessment) {
      guard idle.state == .identified || idle.state == .disposed else { return nil }
      area = idle.idleArea
      identified = idle.identifiedDate
      isDisposed = idle.state == .disposed
      disposedArea = idle.disposedArea
    }
  }

  let compliance: Compliance
  let inputs: AuditInputs
  let options: AuditOptions
  let idleOptions: IdleOptions

  /// Everything that rules say about subjects other than single parcels, subject by subject.
  func judgements(
    _ kept: [Kept], zones rows: [ZoneRow]
  ) -> [(subject: JudgedSubject, judgements: [Judgement])] {
    guard compliance.isActive else { return [] }
    let projects = projects(kept)
    var all: [(JudgedSubject, [Judgement])] = []
    if compliance.judges(.project) {
      let judged = options.survey.workers.map(projects.count, size: 64) { [compliance] range in
        range.map { compliance.judgements(project: projects[$0]) }
      }
      all += zip(projects, judged.joined()).map { project, judgements in
        let source = project.contract.source
        return (
          JudgedSubject(
            .contract, project.id, file: source.file, row: source.row,
            feature: source.featureIndex), judgements
        )
      }
    }
    all += enterpriseJudgements(kept)
    for zone in zoneIDs(rows, kept) {
      let row = rows.first { $0.zoneID == zone }
      let totals = totals(of: zone, row, kept, projects)
      let members = inputs.enterprises.map { book in
        enterprises(book).filter { enterpriseZone($0, kept) == zone }
      }
      let register = inputs.enterprises.map { book in
        book.rows.filter { enterpriseZone($0, kept) == zone }
      }
      all.append(
        (
          JudgedSubject(.zone, zone, file: compliance.zones.file(of: zone)?.file ?? ""),
          compliance.judgements(
            zone: zone, totals: totals, enterprises: members, register: register)
        ))
    }
    for (subject, kind) in [(RuleSubject.city, Finding.SubjectKind.city), (.province, .province)] {
      let judgements = compliance.judgements(region: subject)
      let file = compliance.zones.files.first
      if !judgements.isEmpty {
        all.append(
          (JudgedSubject(kind, file?.territory?.value ?? "", file: file?.file ?? ""), judgements))
      }
    }
    return all
  }

  /// The projects that the parcels' contracts make up.
  func projects(_ kept: [Kept]) -> [Project] {
    let rules = options.rules.idleLandRules
    var assembler = ProjectAssembler(
      book: inputs.contracts, columns: columns,
      standing: { ContractStanding($0, rules: rules, options: idleOptions) })
    for parcel in kept {
      for contract in parcel.contracts {
        assembler.add(ProjectPart(contract: contract, ground: parcel.ground))
      }
    }
    return assembler.projects()
  }

  /// Names of the fields that contracts may be stated in.
  private var columns: Set<String> {
    if let book = inputs.contracts { return book.columns }
    let names = inputs.parcels.layer.attributes.names
    return Set(FieldMap(names: names, role: .parcels).bindings.map(\.field.rawValue))
  }

  private func enterprises(_ book: EnterpriseBook) -> [Enterprise] {
    book.enterprises(asOf: options.asOf)
  }

  /// The zone of an enterprise: as stated, else that of its first parcel that is known.
  private func enterpriseZone(_ enterprise: Enterprise, _ kept: [Kept]) -> String? {
    if let zone = enterprise.zoneID { return zone }
    let keys = Set(enterprise.parcelIDs.map(ParcelKey.init))
    let parcel = kept.first { keys.contains(ParcelKey($0.ground.id)) }
    return compliance.zones.zoneID(parcel?.ground.zoneID)
  }

  private func enterpriseJudgements(
    _ kept: [Kept]
  ) -> [(JudgedSubject, [Judgement])] {
    guard let book = inputs.enterprises, compliance.judges(.enterprise) else { return [] }
    return enterprises(book).map { enterprise in
      (
        JudgedSubject(
          .enterprise, enterprise.label, file: enterprise.source.file, row: enterprise.source.row),
        compliance.judgements(enterprise: enterprise, zoneID: enterpriseZone(enterprise, kept))
      )
    }
  }

  /// The zones to judge: those of the layer, then those of zone files alone.
  private func zoneIDs(_ rows: [ZoneRow], _ kept: [Kept]) -> [String] {
    var ids = rows.map(\.zoneID)
    for file in compliance.zones.files {
      if let id = file.zoneID?.value, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// D423: enterprises whose zone and parcels are all unknown.
  func findings(_ kept: [Kept], zones rows: [ZoneRow]) -> [Finding] {
    guard let book = inputs.enterprises else { return [] }
    let zones = Set(zoneIDs(rows, kept)).union(kept.compactMap(\.ground.zoneID))
    let parcels = Set(kept.map { ParcelKey($0.ground.id) })
    return SubjectPlaces.unplaced(enterprises(book), zones: zones, parcels: parcels)
  }
}

extension ComplianceStage {
  /// What the parcels and projects of a zone add up to. Unions come from the zone's row, where the
  /// layer has the zone; without it areas are added up.
  private func totals(
    of zone: String, _ row: ZoneRow?, _ kept: [Kept], _ projects: [Project]
  ) -> ZoneTotals {
    let members = kept.filter { compliance.zones.zoneID($0.ground.zoneID) == zone }
    var totals = ZoneTotals()
    totals.approved = row?.approved
    totals.approvedOfficial = row?.approvedOfficial
    totals.remaining = row?.remaining
    totals.idleSuspected = row?.idleSuspected
    if !members.isEmpty {
      totals.supplied = row?.supplied ?? sum(members.filter(\.isSupplied)) { $0.ground.planarArea }
      totals.unsupplied = row?.unsupplied
      totals.suppliedIndustrial = suppliedIndustrial(members, row)
      reserve(members, &totals)
      idle(members, zone, &totals)
    }
    investment(projects.filter { compliance.zones.zoneID($0.zoneID) == zone }, &totals)
    return totals
  }

  private func sum<Item>(_ items: [Item], _ value: (Item) -> Double?) -> Double? {
    var total = 0.0
    for item in items {
      guard let part = value(item) else { return nil }
      total += part
    }
    return total
  }

  /// Known only where the use of every supplied parcel is.
  private func suppliedIndustrial(_ members: [Kept], _ row: ZoneRow?) -> Double? {
    let supplied = members.filter(\.isSupplied)
    guard supplied.allSatisfy({ $0.ground.isIndustrial != nil }) else { return nil }
    if let row { return row.suppliedIndustrial }
    return sum(supplied.filter { $0.ground.isIndustrial == true }) { $0.ground.planarArea }
  }

  private func reserve(_ members: [Kept], _ totals: inout ZoneTotals) {
    guard members.contains(where: { $0.ground.supplyState != nil }) else { return }
    totals.reserve = sum(members.filter { $0.ground.supplyState == .reserve }) {
      $0.ground.planarArea
    }
  }

  /// Land found idle since the register's base date, and the part whose case is ended.
  private func idle(_ members: [Kept], _ zone: String, _ totals: inout ZoneTotals) {
    let base = compliance.zones.file(of: zone)?.idleRegister?.baseDate?.value
    let records = members.compactMap(\.idle).filter { record in
      base.map { base in record.identified.map { $0 >= base } ?? true } ?? true
    }
    totals.identifiedCount = records.count
    totals.disposedCount = records.filter(\.isDisposed).count
    totals.idleIdentified = sum(records) { $0.area }
    totals.idleDisposed = sum(records) { record in
      record.isDisposed ? record.disposedArea ?? record.area : 0
    }
  }

  /// A mean over the projects for which it can be formed; the rest are counted.
  private func investment(_ projects: [Project], _ totals: inout ZoneTotals) {
    guard !projects.isEmpty else { return }
    var known = 0
    var investment = 0.0
    var area = 0.0
    for project in projects {
      guard let own = project.standing.fixedInvestment, project.isWhole,
        let ground = sum(project.grounds, { $0.planarArea })
      else { continue }
      known += 1
      investment += own
      area += ground
    }
    totals.projectsWithoutInvestment = projects.count - known
    guard known > 0 else { return }
    totals.projectInvestment = investment
    totals.projectArea = area
  }
}
