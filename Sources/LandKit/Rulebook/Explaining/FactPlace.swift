import LandGeometry

/// Where the value of a name comes from.
public enum FactPlace: String, CaseIterable, Hashable, Sendable {
  /// A property of the parcels, or a column of the contracts.
  case parcels
  /// A column of contracts.csv.
  case contracts
  /// A column of enterprises.csv.
  case enterprises
  /// zone.yaml.
  case zone
  /// Measured by the audit from geometry.
  case measured
  /// Put together from other inputs.
  case derived
  /// An option of the command line.
  case option

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .parcels: Bilingual(zh: "宗地属性或 contracts.csv", en: "parcel property or contracts.csv")
    case .contracts: Bilingual(both: "contracts.csv")
    case .enterprises: Bilingual(both: "enterprises.csv")
    case .zone: Bilingual(both: "zone.yaml")
    case .measured: Bilingual(zh: "审查时量算", en: "measured by the audit")
    case .derived: Bilingual(zh: "由其他输入推得", en: "derived from other inputs")
    case .option: Bilingual(both: "--as-of")
    }
  }
}

extension FactCatalog {
  /// Where the value of a name comes from: a built-in fact's own place, else the file that holds
  /// the figures of the subject (see docs/rulebooks.md).
  public static func place(of name: String, subject: RuleSubject) -> FactPlace {
    switch name {
    case "as_of", "as_of_year", "year_begin": return .option
    case "zone_level", "territory": return .zone
    default: break
    }
    switch subject {
    case .parcel, .project:
      if measuredOnParcels.contains(name) { return .measured }
      if assessed.contains(name) { return .derived }
      if name == "industrial" { return .derived }
      return subject == .parcel || parcel.contains { $0.0 == name } ? .parcels : .contracts
    case .enterprise: return .enterprises
    case .zone, .application:
      if zone.contains(where: { $0.0 == name }) { return .measured }
      if application.contains(where: { $0.0 == name }) { return .measured }
      if supply.contains(where: { $0.0 == name }) { return .derived }
      return aggregates.contains { $0.0 == name } ? .derived : .zone
    case .city, .province: return .zone
    }
  }

  /// The key of zone.yaml under which a value stands; nil where it stands elsewhere.
  public static func zoneKey(of name: String, subject: RuleSubject) -> String? {
    guard place(of: name, subject: subject) == .zone else { return nil }
    switch name {
    case "zone_level": return "zone.level"
    case "territory": return "zone.territory"
    default: break
    }
    switch subject {
    case .city, .province: return "figures.\(subject.rawValue)"
    default: break
    }
    switch name {
    case "name": return "zone.name"
    case "approved_area_m2": return "approvals"
    case "idle_register_complete": return "idle_register.complete"
    case "parks", "central_city", "relocation_cause", "clusters": return name
    case "total_ha": return "official.total_ha"
    default: break
    }
    if classes.contains(where: { $0.0 == name }) { return "official.classes_ha" }
    return yearly.contains(name) ? "statistics" : "figures.zone"
  }

  private static let measuredOnParcels: Set<String> = [
    "planar_area_m2", "ellipsoidal_area_m2", "footprint_m2", "floor_area_m2", "plot_ratio",
    "building_density", "building_coefficient", "building_count",
    "storey_height_m",
  ]

  private static let assessed: Set<String> = [
    "start_in_force", "started", "finished", "suspended", "cause_class", "parcels", completionDue,
  ]
}
