/// One state of a gate: how the zone gets into it and what the check must say.
struct GateCase: Sendable {
  /// What a case shows.
  enum State: String, CaseIterable, Sendable {
    case met, notMet, atLimit, unknown
  }
  var state: State
  /// The verdict that the words of the clause demand.
  var verdict: String
  /// Inputs that an unknown verdict must name.
  var missing: [String] = []
  /// Brings the zone, for which all gates are met, into the state.
  var change: @Sendable (inout GateZone) -> Void
}

/// The cases of every gate that belongs to an act. 以上, 不低于, 不突破, 以内 include the figure; 不足,
/// 低于 exclude it.
enum GateCases {
  /// By rule.
  static let all: [String: [GateCase]] = [
    "JX1-05": [
      met { $0.classes["A2"] = "26" },
      missed { $0.central = "false" }, missed { $0.classes["A2"] = "45" },
      missed { $0.attested["plan_town"] = "false" },
      // 低于30%: 27 of 90 is not below.
      limit("notMet") { $0.classes["A2"] = "27" }, limit("met") { $0.classes["A2"] = "26.99" },
      open("central_city") { $0.central = nil },
      open("class_A2_ha") { $0.classes["A2"] = nil },
      open("attested(plan_town)") { $0.attested["plan_town"] = nil },
    ],
    "JX1-08": [
      met { $0.figures["merged_area_ha"] = "1200" },
      missed { $0.figures["merged_area_ha"] = "1400" },
      missed { $0.keepsBoundary = false },
      // 不突破 includes the approved area.
      limit("met") { $0.figures["merged_area_ha"] = "1322.08" },
      limit("notMet") { $0.figures["merged_area_ha"] = "1322.09" },
      open("merged_approved_ha") { $0.figures["merged_approved_ha"] = nil },
      // What somebody attests does not stand in for the boundary.
      open("boundary_unchanged") {
        $0.keepsBoundary = nil
        $0.attested["boundary_unchanged"] = "true"
      },
    ],
    "JX2-01": attested([
      "plan_economy", "plan_function_zone", "plan_town", "plan_land", "plan_environment",
      "plan_zones",
    ]),
    "JX2-04": attested(["minerals", "hazard"]),
    "JX2-05": [
      met { $0.parks = "1" },
      // 原则上: more parks need reasons.
      GateCase(state: .notMet, verdict: "needsReasons") { $0.parks = "5" },
      limit("met") { $0.parks = "3" }, limit("needsReasons") { $0.parks = "4" },
      open("parks") { $0.parks = nil },
    ],
    "JX2-10": [
      met { $0.classes["D"] = "97" }, missed { $0.classes["D"] = "90" },
      // 不足5%: five of a hundred are not less.
      limit("notMet") { $0.classes["D"] = "95" }, limit("met") { $0.classes["D"] = "95.01" },
      open("class_D_ha") { $0.classes["D"] = nil },
      open("class_B21_ha") { $0.classes["B21"] = nil },
    ],
    "JX2-11": [
      met { $0.idle = ("9900", "100") }, met { $0.idle = (nil, nil) },
      missed { $0.idle = ("8000", "2000") },
      // 95%以上 includes it.
      limit("met") { $0.idle = ("9500", "500") },
      limit("notMet") { $0.idle = ("9499", "501") },
      open("idle_register_complete") {
        $0.idle = (nil, nil)
        $0.registerComplete = nil
      },
    ],
    "JX2-12": events(["illegal_use", "illegal_building"]),
    "JX2-13": [
      met { $0.clusters = "[{name: 甲}, {name: 乙}, {name: 丙}]" }, missed { $0.clusters = "[]" },
      limit("met") { $0.clusters = "[{name: 电子信息}]" },
      open("clusters") { $0.clusters = nil },
    ],
    // 60 亩 are supplied: 不低于300, 不低于350.
    "JX2-14": [
      met { $0.statistics["main_revenue_wan"] = "20000" },
      missed { $0.statistics["main_revenue_wan"] = "17000" },
      limit("met") { $0.statistics["main_revenue_wan"] = "18000" },
      limit("notMet") { $0.statistics["main_revenue_wan"] = "17999.99" },
      open("main_revenue_wan") { $0.statistics["main_revenue_wan"] = nil },
      open("supplied_industrial_m2") { $0.landUse = "待定" },
    ],
    "JX2-15": [
      met { $0.statistics["fixed_investment_wan"] = "22000" },
      missed { $0.statistics["fixed_investment_wan"] = "20000" },
      limit("met") { $0.statistics["fixed_investment_wan"] = "21000" },
      limit("notMet") { $0.statistics["fixed_investment_wan"] = "20999.99" },
      open("fixed_investment_wan") { $0.statistics["fixed_investment_wan"] = nil },
      open("supplied_industrial_m2") { $0.landUse = "待定" },
    ],
    "JX2-16": attested(["environment", "work_safety", "energy_saving"]) + major,
    "JX2-20": [
      met { $0.cause = "plan_revision" }, missed { $0.cause = "other" },
      open("relocation_cause") { $0.cause = nil },
    ],
    "JX2-21": [
      met { $0.figures["industrial_after_ha"] = "400" },
      missed { $0.figures["industrial_after_ha"] = "330" },
      // 不得低于调整前: 300 of 500 and 360 of 600 are the same share.
      limit("met") { $0.figures["industrial_after_ha"] = "360" },
      limit("notMet") { $0.figures["industrial_after_ha"] = "359.99" },
      open("industrial_after_ha") { $0.figures["industrial_after_ha"] = nil },
      open("land_before_ha") { $0.figures["land_before_ha"] = nil },
    ],
    "JX2-22": [
      met { $0.attested["layout_polygons"] = "false" },
      missed { $0.layout = .aPiece },
      open("layout_complete") {
        $0.layout = nil
        $0.attested["layout_polygons"] = "true"
      },
    ],
    "JX2-24": attested(["environment", "work_safety", "energy_saving"]),
    "JX2-30":
      attested(["industry_plan", "industry_position", "facilities", "management"]) + major,
    "JX2-31": atLeast("main_revenue_wan", "3000000", "2999999.99", "4000000", "100000"),
    "JX2-32": atLeast("high_tech_firms", "30", "29", "50", "3"),
    "JX2-33": [
      met { $0.figures["high_tech_value_added_wan"] = "500000" },
      missed { $0.figures["high_tech_value_added_wan"] = "100000" },
      limit("met") { $0.figures["high_tech_value_added_wan"] = "350000" },
      limit("notMet") { $0.figures["high_tech_value_added_wan"] = "349999" },
      open("high_tech_value_added_wan") { $0.figures["high_tech_value_added_wan"] = nil },
      open("large_industry_value_added_wan") { $0.figures["large_industry_value_added_wan"] = nil },
    ],
    "JX2-34": [
      // Of whatever revenue the other gates ask for at the same time.
      met { $0.statistics["rd_wan"] = "90000" }, missed { $0.statistics["rd_wan"] = "1000" },
      limit("met") { $0.statistics["rd_wan"] = "45000" },
      limit("notMet") {
        $0.statistics["rd_wan"] = "44999"
        $0.statistics["main_revenue_wan"] = "2999999.99"
      },
      open("rd_wan") { $0.statistics["rd_wan"] = nil },
      open("main_revenue_wan") { $0.statistics["main_revenue_wan"] = nil },
    ],
    "JX2-35": major,
    "JX2-36": atLeast("main_revenue_wan", "3000000", "2999999.99", "4000000", "100000"),
    "JX2-37": atLeast("funds_in_place_wan", "500000", "499999.99", "600000", "4000"),
    "JX2-38": atLeast("exports_usd", "200000000", "199999999", "300000000", "5000000"),
    "JX2-39": major,
  ]

  /// The three kinds of serious and major events (严重危害国家安全、重大环境污染、重大安全生产事故).
  private static let major = events(["security", "pollution", "safety"])

  private static func met(_ change: @escaping @Sendable (inout GateZone) -> Void) -> GateCase {
    GateCase(state: .met, verdict: "met", change: change)
  }

  private static func missed(_ change: @escaping @Sendable (inout GateZone) -> Void) -> GateCase {
    GateCase(state: .notMet, verdict: "notMet", change: change)
  }

  private static func limit(
    _ verdict: String, _ change: @escaping @Sendable (inout GateZone) -> Void
  ) -> GateCase {
    GateCase(state: .atLimit, verdict: verdict, change: change)
  }

  private static func open(
    _ missing: String, _ change: @escaping @Sendable (inout GateZone) -> Void
  ) -> GateCase {
    GateCase(state: .unknown, verdict: "unknown", missing: [missing], change: change)
  }

  /// Attestations: each is enough to miss the gate, and to leave it open.
  private static func attested(_ topics: [String]) -> [GateCase] {
    [met { _ in }]
      + topics.map { topic in missed { $0.attested[topic] = "false" } }
      + topics.map { topic in open("attested(\(topic))") { $0.attested[topic] = nil } }
  }

  /// Events of three years up to 2025-06-30: the day three years before is over, the next is not;
  /// lesser events do not count; without a complete list nothing is known.
  private static func events(_ kinds: [String]) -> [GateCase] {
    @Sendable func event(_ day: String, _ kind: String, _ grade: String) -> String {
      "{date: \(day), kind: \(kind), grade: \(grade)}"
    }
    return kinds.flatMap { kind in
      [
        met { $0.events.append(event("2024-03-01", kind, "ordinary")) },
        missed { $0.events.append(event("2024-03-01", kind, "serious")) },
        limit("met") { $0.events.append(event("2022-06-30", kind, "serious")) },
        limit("notMet") { $0.events.append(event("2022-07-01", kind, "serious")) },
        open("events(\(kind),serious,3)") { $0.complete.removeAll { $0 == kind } },
      ]
    }
  }

  /// A statistic with a floor that includes its figure (以上).
  private static func atLeast(
    _ name: String, _ limit: String, _ below: String, _ more: String, _ less: String
  ) -> [GateCase] {
    [
      met { $0.statistics[name] = more }, missed { $0.statistics[name] = less },
      self.limit("met") { $0.statistics[name] = limit },
      self.limit("notMet") { $0.statistics[name] = below },
      open(name) { $0.statistics[name] = nil },
    ]
  }
}
