import LandTestSupport

/// A small zone for which every gate of every act is met, as a zone file, two parcels of 2 ha
/// (30 亩) each on the plane, and their contracts. Tests change one thing and write it out.
struct GateZone {
  var parks: String? = "2"
  var clusters: String? = "[{name: 电子信息}, {name: 装备制造}]"
  var cause: String? = "geology"
  var central: String? = "true"
  /// Topics with `true` or `false`; without a topic nothing is attested.
  var attested: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "plan_economy", "plan_function_zone", "plan_town", "plan_land", "plan_environment",
      "plan_zones", "minerals", "hazard", "environment", "work_safety", "energy_saving",
      "industry_plan", "industry_position", "facilities", "management",
    ].map { ($0, "true") })
  var events: [String] = []
  /// Kinds of events of which all are listed.
  var complete = ["illegal_use", "illegal_building", "security", "pollution", "safety"]
  /// Areas by class, ha: 4 of 100 ready hectares are not supplied.
  var classes: [String: String] = ["A": "90", "A2": "20", "B21": "10", "D": "96"]
  /// Statistics of 2024.
  var statistics: [String: String] = [
    "main_revenue_wan": "3100000", "fixed_investment_wan": "30000", "high_tech_firms": "31",
    "rd_wan": "50000", "exports_usd": "210000000", "funds_in_place_wan": "510000",
  ]
  /// Figures that the rulebook declares.
  var figures: [String: String] = [
    "industrial_before_ha": "300", "land_before_ha": "500", "industrial_after_ha": "370",
    "land_after_ha": "600", "high_tech_value_added_wan": "360000",
    "large_industry_value_added_wan": "1000000", "merged_area_ha": "1300",
    "merged_approved_ha": "1322.08",
  ]
  var registerComplete: String? = "true"
  /// Areas found idle, m²: disposed of and open; nil leaves the finding out.
  var idle: (disposed: String?, open: String?) = ("9600", "400")
  /// Use of the first parcel.
  var landUse = "工业用地"
  var scope: String? = "scope.geojson"
  /// What the layout of use after a change leaves out; nil is no layer.
  enum Layout { case nothing, aPiece }
  var layout: Layout? = .nothing
  /// Whether the boundary after a merger is that before; nil is no layer.
  var keepsBoundary: Bool? = true

  /// The zone file.
  var text: String {
    func line(_ key: String, _ value: String?) -> String { value.map { "\(key): \($0)\n" } ?? "" }
    func map(_ values: [String: String]) -> String {
      "{"
        + values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        .joined(separator: ", ") + "}"
    }
    var text = """
      schema: 1
      zone: {id: Z1, level: provincial, territory: "369900"}

      """
    var layers = ["parcels": "parcels.geojson", "contracts": "contracts.csv"]
    if layout != nil { layers["use_after"] = "use_after.geojson" }
    if keepsBoundary != nil { layers["proposed_blocks"] = "after.geojson" }
    text += line("layers", map(layers))
    text += line("parks", parks) + line("clusters", clusters) + line("relocation_cause", cause)
    text += line("central_city", central)
    text += line(
      "idle_register",
      "{base_date: 2018-12-25" + (registerComplete.map { ", complete: \($0)" } ?? "")
        + "}")
    text += line("approvals", scope.map { "[{no: A, date: 2010-01-01, scope: \($0)}]" })
    text += line("official", "{classes_ha: \(map(classes))}")
    text += line("statistics", "{2024: \(map(statistics))}")
    text += line("figures", "{zone: \(map(figures))}")
    text += line("events", "[\(events.joined(separator: ", "))]")
    text += line(
      "events_complete",
      map(
        Dictionary(
          uniqueKeysWithValues: complete.map { ($0, "[2020-01-01, 2025-12-31]") })))
    text += line(
      "attestations",
      "["
        + attested.sorted { $0.key < $1.key }.map { "{topic: \($0.key), conforms: \($0.value)}" }
        .joined(separator: ", ") + "]")
    return text
  }

  /// Writes the zone file and its layers.
  func write(to scratch: Scratch) throws {
    func box(_ properties: String, _ x: Int, _ width: Int) -> String {
      let corners = [(0, 0), (width, 0), (width, 100), (0, 100), (0, 0)]
        .map { "[\(500_000 + x + $0.0),\(3_174_000 + $0.1)]" }.joined(separator: ",")
      return
        #"{"type":"Feature","properties":{\#(properties)},"#
        + #""geometry":{"type":"Polygon","coordinates":[[\#(corners)]]}}"#
    }
    func parcel(_ id: String, _ use: String, _ x: Int) -> String {
      box(#""parcel_id":"\#(id)","zone_id":"Z1","land_use":"\#(use)""#, x, 200)
    }
    func layer(_ name: String, _ features: String...) throws {
      try scratch.write(
        name,
        #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},"#
          + #""features":["# + features.joined(separator: ",") + "]}")
    }
    try scratch.write("zone.yaml", text)
    try layer("parcels.geojson", parcel("P1", landUse, 0), parcel("P2", "仓储用地", 300))
    try layer("scope.geojson", box("", 0, 500))
    try layer("after.geojson", box("", 0, keepsBoundary == false ? 600 : 500))
    try layer(
      "use_after.geojson", box(#""DLBM":"0601""#, 0, 300),
      box(#""DLBM":"0701""#, 300, layout == .aPiece ? 150 : 200))
    func contract(_ id: String, _ area: String?, _ state: String, _ end: String) -> String {
      let found = area.map { "A-\(id),2021-01-01,\($0),\(end)" } ?? ",,,,"
      return "H-\(id),\(id),出让合同,20000,2019-01-01,2019-06-01,\(state),\(found)\n"
    }
    try scratch.write(
      "contracts.csv",
      "合同编号,宗地代码,文书类型,出让面积,合同签订日期,约定动工日期,动工状态,认定书文号,认定书日期,闲置面积,处置方式,处置完成日\n"
        + contract("P1", idle.disposed, "已动工", "开工,2022-01-01")
        + contract("P2", idle.open, "未动工", ","))
  }
}
