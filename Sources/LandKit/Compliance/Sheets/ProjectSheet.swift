import LandCadastre
import LandIdleLand
import LandRulebook

/// The facts of a project: one contract or decision with all its parcels.
struct ProjectSheet: FactSource {
  let frame: SubjectFrame
  let project: Project
  /// Columns that rulebooks declare.
  let declared: [String: FactDeclaration]

  var asOf: CalendarDate { frame.asOf }

  func fact(_ name: String, year: Int?) -> Fact? {
    if let fact = frame.fact(name) { return fact }
    if let fact = assessed(name) { return fact.map { $0 } }
    // Nothing is known of the whole while a parcel is missing: what the contract states for all its
    // parcels is not to be divided by the area of some.
    if !project.isWhole, ProjectSheet.overAllParcels.contains(name) { return nil }
    if project.grounds.count == 1, let fact = project.grounds[0].fact(name) { return fact }
    if let fact = joint(name) { return fact }
    if let field = Field(rawValue: name) { return contractFact(field) }
    return project.contract.declared(name, declared[name])
  }

  /// A column of the contract. What is dated after the day does not exist.
  private func contractFact(_ field: Field) -> Fact? {
    guard let value = project.contract.value(of: field) else { return nil }
    if field.valueKind == .date, case .day(let day) = value, day > asOf,
      !ProjectSheet.agreed.contains(field)
    {
      return nil
    }
    return Fact(RuleValue(value), Fact.Origin(project.contract.source))
  }

  /// Days that lie ahead by their nature.
  private static let agreed: Set<Field> = [
    .agreedDeliveryDate, .agreedStartDate, .amendedStartDate, .agreedFinishDate, .phaseFinishDate,
  ]

  private static let overAllParcels: Set<String> = [
    "planar_area_m2", "ellipsoidal_area_m2", "footprint_m2", "floor_area_m2", "plot_ratio",
    "building_density", "building_coefficient", "building_count", "green_share", "green_area_m2",
    "office_share", "office_area_m2", "office_floor_m2",
  ]
  /// Figures that the parcels' records give, not the audit.
  private static let recorded: Set<String> = [
    "green_share", "green_area_m2", "office_share", "office_area_m2", "office_floor_m2",
  ]

  /// What the day makes of the contract; nil where it is no such fact, a nil fact where unknown.
  private func assessed(_ name: String) -> Fact?? {
    let standing = project.standing
    let origin = Fact.Origin(project.contract.source, kind: .derived)
    func fact(_ value: RuleValue?) -> Fact?? { .some(value.map { Fact($0, origin) }) }
    switch name {
    case "start_in_force": return fact(standing.startInForce.map { .date($0) })
    case "started": return fact(standing.started.map { .boolean($0) })
    case "completion_due": return fact(standing.completionDue.map { .boolean($0) })
    case "finished": return fact(standing.finished.map { .boolean($0) })
    case "suspended": return fact(standing.suspended.map { .boolean($0) })
    case "suspended_date": return fact(standing.suspendedSince.map { .date($0) })
    case "cause_class": return fact(standing.causes.map { .text($0.rawValue) })
    case "invested_wan": return fact(standing.invested.map { .number($0) })
    case "fixed_investment_wan": return fact(standing.fixedInvestment.map { .number($0) })
    case "intensity_wan_per_ha": return fact(intensity.map { .number($0) })
    case "parcels": return fact(.number(Double(project.grounds.count)))
    default: return nil
    }
  }

  /// Fixed-asset investment with land price over the project's land, 万元 per hectare (投资强度).
  private var intensity: Double? {
    guard project.isWhole, let investment = project.standing.fixedInvestment else { return nil }
    var area = 0.0
    for ground in project.grounds {
      guard let part = ground.planarArea else { return nil }
      area += part
    }
    return area > 0 ? investment * 10_000 / area : nil
  }

  /// A figure over all parcels of the project.
  private func joint(_ name: String) -> Fact? {
    guard project.grounds.count > 1 else { return nil }
    func sum(_ path: KeyPath<GroundFigures, Double?>) -> Double? {
      var total = 0.0
      for ground in project.grounds {
        guard let part = ground[keyPath: path] else { return nil }
        total += part
      }
      return total
    }
    /// A share of all land from the shares of its parts.
    func weighted(_ path: KeyPath<GroundFigures, Double?>) -> Double? {
      var total = 0.0
      for ground in project.grounds {
        guard let share = ground[keyPath: path], let area = ground.planarArea else { return nil }
        total += share * area
      }
      return sum(\.planarArea).flatMap { $0 > 0 ? total / $0 : nil }
    }
    func ratio(_ value: Double?) -> Double? {
      guard let value, let area = sum(\.planarArea), area > 0 else { return nil }
      return value / area
    }
    let value: Double? =
      switch name {
      case "planar_area_m2": sum(\.planarArea)
      case "ellipsoidal_area_m2": sum(\.ellipsoidalArea)
      case "footprint_m2": sum(\.footprint)
      case "floor_area_m2": sum(\.floorArea)
      case "plot_ratio": ratio(sum(\.floorArea))
      case "building_density": ratio(sum(\.footprint))
      case "building_coefficient": weighted(\.buildingCoefficient)
      case "green_share": weighted(\.greenShare)
      case "green_area_m2": weighted(\.greenShare).flatMap { s in sum(\.planarArea).map { s * $0 } }
      case "office_share": apportionedOffice ?? weighted(\.officeShare)
      case "office_area_m2":
        (apportionedOffice ?? weighted(\.officeShare)).flatMap { s in
          sum(\.planarArea).map { s * $0 }
        }
      case "office_floor_m2": sum(\.officeFloor)
      default: nil
      }
    if let value {
      let mayBeMore =
        (name == "floor_area_m2" || name == "plot_ratio")
        && project.grounds.contains(where: \.floorMayBeMore)
      let origin = Fact.Origin(
        ProjectSheet.recorded.contains(name) ? .derived : .measured,
        file: project.grounds[0].file,
        remark: project.grounds.map(\.id).joined(separator: "+"))
      return Fact(.number(value), origin, mayBeMore: mayBeMore)
    }
    // What is recorded of each parcel holds for the project where all say the same.
    guard ["land_use", "industrial", "zone_class", "supply_state"].contains(name),
      let first = project.grounds[0].fact(name),
      project.grounds.allSatisfy({ $0.fact(name)?.value == first.value })
    else { return nil }
    return first
  }

  /// The share of office floor in all floor of the project, where it stands for the share of land on
  /// every parcel: it is apportioned over the project, not parcel by parcel.
  private var apportionedOffice: Double? {
    var office = 0.0
    var all = 0.0
    for ground in project.grounds {
      guard ground.officeShareIsApportioned, let share = ground.officeShare,
        let floor = ground.officeFloor
      else { return nil }
      guard let whole = share > 0 ? floor / share : ground.floorArea else { return nil }
      office += floor
      all += whole
    }
    return all > 0 ? office / all : nil
  }

  func isStated(_ field: String) -> Fact? {
    if fact(field, year: nil) != nil { return Fact(.boolean(true), origin) }
    return project.columns.contains(field) ? Fact(.boolean(false), origin) : nil
  }

  private var origin: Fact.Origin { Fact.Origin(project.contract.source) }
}

extension Fact.Origin {
  init(_ source: Contract.Source, kind: Kind) {
    self.init(kind, file: source.file, row: source.row, feature: source.featureIndex)
  }
}
