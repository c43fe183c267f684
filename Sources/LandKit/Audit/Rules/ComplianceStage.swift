import LandCadastre
import LandCompliance
import LandIdleLand
import LandLayers
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
    var clock: IdleClock?
    var state = IdleAssessment.State.unknown
  }

  /// When land that is not found idle yet turns idle, if nobody starts or resumes.
  struct IdleClock: Sendable {
    var contractNo: String?
    /// The first idle day, past or to come.
    var day: CalendarDate
    /// Whether everything is known that the clock depends on.
    var isCertain: Bool

    /// Nil where no clock runs, and where an idle case is open or ended.
    init?(_ idle: IdleAssessment) {
      switch idle.state {
      case .notApplicable, .identified, .disposed: return nil
      case .notIdle, .dueSoon, .unknown, .suspected: break
      }
      guard let due = idle.dueDate else { return nil }
      contractNo = idle.contractNo
      day = due.adding(days: 1)
      isCertain = idle.started != nil && idle.missing.isEmpty
    }
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

  /// A subject with what rules say about it.
  typealias Judged = (subject: JudgedSubject, judgements: [Judgement])

  /// What rules say about a project. Projects are many, so they are judged one by one and nothing
  /// is kept of them.
  func judged(_ project: Project) -> Judged {
    let source = project.contract.source
    return (
      JudgedSubject(
        .contract, project.id, file: source.file, row: source.row, feature: source.featureIndex),
      compliance.judgements(project: project)
    )
  }

  /// Everything that rules say about enterprises, zones and regions, subject by subject; with the
  /// applications of zones only where somebody asks for one.
  func judged(
    _ kept: [Kept], projects: [Project], zones rows: [ZoneRow], withApplications: Bool = false
  ) -> [Judged] {
    guard compliance.isActive else { return [] }
    let zones = compliance.zones
    let places = EnterprisePlaces(kept, zones)
    var all = enterpriseJudgements(places)
    let members = Dictionary(grouping: kept.indices) { zones.zoneID(kept[$0].ground.zoneID) ?? "" }
    let own = Dictionary(grouping: projects.indices) { zones.zoneID(projects[$0].zoneID) ?? "" }
    for zone in zoneIDs(rows) {
      let facts = facts(
        of: zone, rows.first { $0.zoneID == zone }, (members[zone] ?? []).map { kept[$0] },
        (own[zone] ?? []).map { projects[$0] }, places)
      let judgements =
        compliance.judgements(of: facts)
        + (withApplications ? compliance.judgements(.application, of: facts) : [])
      all.append(
        (JudgedSubject(.zone, zone, file: zones.file(of: zone)?.file ?? ""), judgements))
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

  /// All that is known of a zone.
  private func facts(
    of zone: String, _ row: ZoneRow?, _ members: [Kept], _ projects: [Project],
    _ places: EnterprisePlaces
  ) -> ZoneFacts {
    compliance.facts(
      of: zone, totals: totals(of: zone, row, members, projects),
      enterprises: inputs.enterprises.map { book in
        enterprises(book).filter { places.zone(of: $0) == zone }
      },
      register: inputs.enterprises.map { book in
        book.rows.filter { places.zone(of: $0) == zone }
      })
  }

  /// All that is known of one zone.
  func facts(
    of zone: String, _ kept: [Kept], projects: [Project], zones rows: [ZoneRow]
  ) -> ZoneFacts {
    let zones = compliance.zones
    return facts(
      of: zone, rows.first { $0.zoneID == zone },
      kept.filter { zones.zoneID($0.ground.zoneID) == zone },
      projects.filter { zones.zoneID($0.zoneID) == zone }, EnterprisePlaces(kept, zones))
  }

  /// The projects that the parcels' contracts make up.
  func projects(_ kept: [Kept]) -> [Project] {
    guard compliance.isActive else { return [] }
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

  private func enterpriseJudgements(_ places: EnterprisePlaces) -> [Judged] {
    guard let book = inputs.enterprises, compliance.judges(.enterprise) else { return [] }
    return enterprises(book).map { enterprise in
      (
        JudgedSubject(
          .enterprise, enterprise.label, file: enterprise.source.file, row: enterprise.source.row),
        compliance.judgements(enterprise: enterprise, zoneID: places.zone(of: enterprise))
      )
    }
  }

  /// The zones to judge: those of the layer, then those of zone files alone.
  private func zoneIDs(_ rows: [ZoneRow]) -> [String] {
    var ids = rows.map(\.zoneID)
    for file in compliance.zones.files {
      if let id = file.zoneID?.value, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// D423: enterprises whose zone and parcels are all unknown.
  func findings(_ kept: [Kept], zones rows: [ZoneRow]) -> [Finding] {
    guard let book = inputs.enterprises else { return [] }
    let zones = Set(zoneIDs(rows)).union(kept.compactMap(\.ground.zoneID))
    let parcels = Set(kept.map { ParcelKey($0.ground.id) })
    return SubjectPlaces.unplaced(enterprises(book), zones: zones, parcels: parcels)
  }
}

extension ComplianceStage {
  /// What the parcels and projects of a zone add up to. Unions come from the zone's row, where the
  /// layer has the zone; without it areas are added up.
  private func totals(
    of zone: String, _ row: ZoneRow?, _ members: [Kept], _ projects: [Project]
  ) -> ZoneTotals {
    var totals = ZoneTotals()
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
    investment(projects, &totals)
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

/// Where enterprises belong: to the zone they state, else to that of their first known parcel.
private struct EnterprisePlaces {
  private let zones: ZoneBook
  private let zoneOfParcel: [ParcelKey: String]

  init(_ kept: [ComplianceStage.Kept], _ zones: ZoneBook) {
    self.zones = zones
    var zoneOfParcel: [ParcelKey: String] = [:]
    for parcel in kept {
      if let zone = zones.zoneID(parcel.ground.zoneID) {
        zoneOfParcel[ParcelKey(parcel.ground.id)] = zone
      }
    }
    self.zoneOfParcel = zoneOfParcel
  }

  func zone(of enterprise: Enterprise) -> String? {
    if let zone = enterprise.zoneID { return zone }
    let known = enterprise.parcelIDs.lazy.compactMap { zoneOfParcel[ParcelKey($0)] }.first
    return known ?? zones.zoneID(nil)
  }
}
