import LandCadastre
import LandSurvey

/// The official areas of a zone against each other and against what is measured.
public struct OfficialAccount: Sendable {
  /// A sum of classes that is to make up the total, hectares.
  public struct Sum: Hashable, Sendable {
    /// The classes, `A+B+C`.
    public var classes: String
    /// Their sum; nil where one is not given.
    public var sumHa: Double?
    /// The total; nil where it is not given.
    public var totalHa: Double?
    /// The classes that are not given, and `total`.
    public var missing: [String]

    /// Total less sum, to four decimals; nil where either is not known.
    public var residualHa: Double? {
      guard let sumHa, let totalHa else { return nil }
      return ((totalHa - sumHa) * 1e4).rounded() / 1e4
    }
    /// Whether the two differ by 0.01 ha at the most.
    public var holds: Bool? {
      residualHa.map { abs($0) <= OfficialAreaCheck.tolerance + 1e-6 }
    }
  }
  /// An official figure beside a measured one.
  public struct Row: Hashable, Sendable {
    /// The class, `D`, or a sum of classes.
    public var name: String
    /// Both figures.
    public var check: OfficialAreaCheck
  }

  /// The approved area against the measured scope; nil where no approval up to it states an area.
  public var approved: OfficialAreaCheck?
  /// Number of the approval.
  public var approval: String?
  /// A+B+C and D+E+F; empty where the file has no areas by class.
  public var sums: [Sum] = []
  /// Official figures beside measured ones, where both are known.
  public var rows: [Row] = []

  /// The account of a zone file; the measured figures are those of the scope in force.
  init(_ file: ZoneFile, _ scope: ApprovedScope, _ account: SupplyAccount) {
    let measured = account.whole
    approved = scope.areaHa.map { OfficialAreaCheck(statedHa: $0, measured: measured.scope) }
    approval = scope.current.number?.value
    guard let official = file.official else { return }
    if !official.classesHa.isEmpty {
      sums = [[LandClass.a, .b, .c], [.d, .e, .f]].map { Self.sum($0, official) }
    }
    func row(_ name: String, _ stated: Double?, _ area: Double?) {
      guard let stated, let area else { return }
      rows.append(Row(name: name, check: OfficialAreaCheck(statedHa: stated, measured: area)))
    }
    row("T", official.totalHa?.value, measured.scope)
    row("C", official.areaHa(of: .c), Self.unbuildable(measured))
    row("D", official.areaHa(of: .d), measured.supplied)
    row("E", official.areaHa(of: .e), measured.remaining)
    if let barred = measured.notSuppliable, let both = measured.suppliedNotSuppliable {
      row("F", official.areaHa(of: .f), barred - both)
    }
    row("G", official.areaHa(of: .g), measured.idleIdentified)
    if let a = official.areaHa(of: .a), let b21 = official.areaHa(of: .b21) {
      row("A+B21", a + b21, measured.ready)
    }
  }

  /// What cannot be built on by nature; nil where some ground is not classified.
  private static func unbuildable(_ figures: SupplyFigures) -> Double? {
    guard let classes = figures.notSuppliableByClass,
      !classes.contains(where: { $0.reason == .unclassified })
    else { return nil }
    return classes.filter { [.c1, .c2, .c3].contains($0.reason.landClass) }
      .reduce(0) { $0 + $1.area }
  }

  private static func sum(_ classes: [LandClass], _ official: OfficialAreas) -> Sum {
    let areas = classes.map { official.areaHa(of: $0) }
    let known = areas.compactMap { $0 }
    var missing = zip(classes, areas).compactMap { $1 == nil ? $0.rawValue : nil }
    if official.totalHa == nil { missing.append("total") }
    return Sum(
      classes: classes.map(\.rawValue).joined(separator: "+"),
      sumHa: known.count == classes.count ? known.reduce(0, +) : nil,
      totalHa: official.totalHa?.value, missing: missing)
  }
}
