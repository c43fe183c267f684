import Foundation
import LandTestSupport
import Testing

/// What `landctl expansion check` shows of the layers of a zone: official areas, change of the
/// scope, layouts, neighbours, and readings by geometry.
@Suite struct ZoneSurveyTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private typealias Box = (x: Double, y: Double, width: Double, height: Double, properties: String)

  /// Rectangles in metres from the corner of a plane, by default that about 114°.
  private func layer(_ name: String, crs: String = "EPSG:4547", _ boxes: [Box]) throws {
    let features = boxes.map { box in
      let (a, b) = (500_000 + box.x, 3_174_000 + box.y)
      let (c, d) = (a + box.width, b + box.height)
      return #"{"type":"Feature","properties":{\#(box.properties)},"geometry":{"type":"Polygon","#
        + #""coordinates":[[[\#(a),\#(b)],[\#(c),\#(b)],[\#(c),\#(d)],[\#(a),\#(d)],[\#(a),\#(b)]]]}}"#
    }
    try scratch.write(
      name,
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\#(crs)"}},"features":["#
        + features.joined(separator: ",") + "]}")
  }

  /// A zone of 400 by 1000 m with 97 % of it supplied, and what else is written below.
  private func zone(area: String = "40", layers: String = "", _ more: String = "") throws {
    try layer("scope.geojson", [(0, 0, 400, 1_000, #""name":"东区""#)])
    try layer(
      "parcels.geojson",
      [
        (0, 0, 400, 970, #""parcel_id":"P1","zone_id":"Z1","supply_state":"supplied""#),
        (0, 970, 400, 30, #""parcel_id":"P2","zone_id":"Z1","supply_state":"unsupplied""#),
      ])
    try scratch.write(
      "zone.yaml",
      """
      schema: 1
      zone: {id: Z1, level: provincial, territory: "369900"}
      approvals:
        - {no: A1, date: 2015-01-01, area_ha: \(area), kind: original, scope: scope.geojson}
        - {no: A2, date: 2026-01-01, area_ha: 44, in_ha: 6, out_ha: 2, kind: relocation}
      layers: {parcels: parcels.geojson\(layers)}
      \(more)
      """)
  }

  private func check(_ act: String, _ options: String...) throws -> CommandResult {
    try runLandctl(
      [
        "expansion", "check", scratch.path("zone.yaml"), "--act", act, "--as-of", "2025-06-30",
      ] + (options.contains("--lang") ? options : options + ["--lang", "en"]))
  }

  private func json(_ act: String, _ options: String...) throws -> [String: Any] {
    let run = try runLandctl(
      [
        "expansion", "check", scratch.path("zone.yaml"), "--act", act, "--as-of", "2025-06-30",
        "--format", "json",
      ] + options)
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    return try object(run.stdout)
  }

  private func member(_ value: [String: Any], _ path: String...) throws -> [String: Any] {
    var value = value
    for name in path { value = try #require(value[name] as? [String: Any], "\(name)") }
    return value
  }

  private func judgement(_ value: [String: Any], _ rule: String) throws -> [String: Any] {
    let all = try #require(value["judgements"] as? [[String: Any]])
    return try #require(all.first { $0["rule"] as? String == rule })
  }

  /// The figure that a judgement turned on.
  private func figure(_ judgement: [String: Any]) -> Any? {
    (judgement["deciding"] as? [String: Any])?["value"]
  }

  private func near(_ value: Any?, _ expected: Double) -> Bool {
    (value as? Double).map { abs($0 - expected) < 1e-3 } ?? false
  }

  @Test("an approved area in 亩, in m², off by little, and right")
  func approvedArea() throws {
    for (area, words) in [
      ("600", ["DIFFERS (D424), by -560.0000", "a factor of 15: area_ha looks like 亩"]),
      ("400000", ["a factor of 10000: area_ha looks like ㎡"]),
      ("0.4", ["a factor of 100: area_ha looks like km²"]),
      ("40.02", ["DIFFERS (D424), by -0.0200", "check area_ha and the scope's coordinates"]),
      ("40.01", ["agrees (±0.01)"]),
    ] {
      try zone(area: area)
      let run = try check("expansion")
      #expect(run.status == 0)
      for word in words { #expect(run.text.contains(word), "\(area): \(run.text)") }
    }
    try zone(area: "600")
    let survey = try member(json("expansion"), "survey")
    let findings = try #require(survey["findings"] as? [[String: Any]])
    #expect(findings.map { $0["code"] as? String } == ["D424"])
    #expect(findings.first?["note"] as? String == "factor:15")
    let chinese = try check("expansion", "--lang", "zh")
    #expect(chinese.text.contains("不符(D424)") && chinese.text.contains("area_ha 像是以亩填写"))
  }

  @Test("classes that add up and do not, official areas beside measured ones")
  func officialAreas() throws {
    try zone("official: {total_ha: 40, classes_ha: {A: 30, B: 8, C: 2, D: 38.8, E: 1.21, F: 0}}")
    let run = try check("expansion")
    #expect(run.text.contains("sum A+B+C = T: holds, off by 0 ha"))
    #expect(run.text.contains("sum D+E+F = T: holds, off by -0.01 ha"))
    #expect(run.text.contains("T 40.00 / 40.00; D 38.80 / 38.80"))
    try zone("official: {total_ha: 40, classes_ha: {A: 30, B: 8, D: 38, E: 1, F: 0}}")
    let wrong = try check("expansion")
    #expect(wrong.text.contains("sum A+B+C = T: unknown, missing C"))
    #expect(wrong.text.contains("sum D+E+F = T: does not hold, off by 1 ha"))
    #expect(wrong.text.contains("D 38.00 / 38.80 !"))
  }

  @Test("the scope after a change, by block and against the approval that follows")
  func change() throws {
    try layer(
      "proposed.geojson",
      [
        (400, 0, 60, 1_000, #""name":"B1","change":"in""#),
        (0, 0, 20, 1_010, #""name":"B2","change":"out""#),
      ])
    try zone(layers: ", proposed_blocks: proposed.geojson")
    let value = try member(json("expansion"), "survey", "change")
    #expect(near(value["old_m2"], 400_000) && near(value["in_m2"], 60_000))
    #expect(near(value["out_m2"], 20_000) && near(value["new_m2"], 440_000))
    #expect(near(value["residual_m2"], 0) && near(value["out_outside_m2"], 200))
    let run = try check("expansion")
    #expect(run.text.contains("old 40.0000 + in 6.0000 − out 2.0000 = new 44.0000, off by 0.00 m²"))
    #expect(run.text.contains("blocks: +B1 6.0000; −B2 2.0000"))
    #expect(run.text.contains("given up but outside the scope 0.0200"))
    #expect(run.text.contains("out_ha stated 2.0000, measured 2.0000: agrees"))
  }

  @Test("an adjustment from layers: shares of industrial land, and a layout without fault")
  func adjustment() throws {
    try layer("proposed.geojson", [(400, 0, 100, 1_000, #""name":"B1","change":"调入""#)])
    try layer(
      "before.geojson",
      [
        (0, 0, 200, 1_000, #""TBBH":"1","DLBM":"0601""#),
        (200, 0, 200, 1_000, #""TBBH":"2","DLBM":"0701","DLMC":"城镇住宅用地""#),
      ])
    func after(_ width: Double) throws -> [String: Any] {
      try layer(
        "after.geojson",
        [
          (0, 0, 250, 1_000, #""TBBH":"1","DLBM":"0601""#),
          (250, 0, width, 1_000, #""TBBH":"2","DLBM":"0701","DLMC":"城镇住宅用地""#),
        ])
      try zone(
        layers:
          ", proposed_blocks: proposed.geojson, use_before: before.geojson, use_after: after.geojson"
      )
      return try json("adjustment")
    }
    let whole = try after(250)
    let share = try judgement(whole, "JX2-21")
    #expect(share["verdict"] as? String == "met" && near(figure(share), 50))
    #expect(try judgement(whole, "JX2-22")["verdict"] as? String == "met")
    let gap = try after(240)
    #expect(try judgement(gap, "JX2-22")["verdict"] as? String == "notMet")
    #expect(try judgement(gap, "JX2-21")["verdict"] as? String == "unknown")
    let run = try check("adjustment")
    #expect(run.text.contains("gaps: 1.0000") && run.text.contains("use after (use_after), ha"))
    #expect(run.text.contains("industrial land 20.0000 (50.00 %)"))
    let overlap = try after(260)
    #expect(near(try member(overlap, "survey", "use_after")["residual_m2"], 0))
    let outside = try check("adjustment")
    #expect(outside.text.contains("outside the scope: 2 1.0000"))
    // Figures that the file gives count; that the layers say otherwise is said.
    _ = try after(250)
    try scratch.write(
      "zone.yaml",
      try scratch.text("zone.yaml") + "\nfigures: {zone: {industrial_after_ha: 24}}\n")
    let given = try json("adjustment")
    #expect(try judgement(given, "JX2-21")["verdict"] as? String == "notMet")
    let differing = try check("adjustment")
    #expect(
      differing.text.contains(
        "industrial_after_ha: given 24.0000 ha (which counts), by the layers 25.0000 ha"))
  }

  @Test("without layers the layout is unknown, whatever is attested; the layer is named")
  func attestedLayout() throws {
    try zone("attestations: [{topic: layout_polygons, conforms: true, date: 2025-01-01}]")
    let run = try check("adjustment")
    #expect(run.text.contains("readings: geometry unknown; attested met"))
    #expect(run.text.contains("missing: layers.use_after"))
  }

  @Test("a merger: neighbours, and a boundary that does not change")
  func merger() throws {
    try layer(
      "zones.geojson",
      [
        (0, 0, 400, 1_000, #""zone_id":"Z1","主导产业":"电子信息、新材料""#),
        (400.5, 0, 300, 500, #""zone_id":"Z2","主导产业":"新材料;食品""#),
        (900, 0, 300, 500, #""zone_id":"Z3","主导产业":"新材料""#),
      ])
    try layer("proposed.geojson", [(0, 0, 400, 1_000, #""name":"东区""#)])
    try zone(
      layers: ", zones: zones.geojson, proposed_blocks: proposed.geojson",
      "figures: {zone: {merged_approved_ha: 40}}")
    let run = try check("merger")
    #expect(
      run.text.contains(
        "Z2: distance 0.50 m, shared boundary 500.0 m, overlap 0.0000 ha; adjacent, industries in common: 新材料"
      ))
    #expect(run.text.contains("Z3: distance 500.00 m, shared boundary 0.0 m"))
    #expect(run.text.contains("lost 0.0000: unchanged (limit 0.01)"))
    #expect(try judgement(json("merger"), "JX1-08")["verdict"] as? String == "met")
    try layer("proposed.geojson", [(0, 0, 400.3, 1_000, #""name":"东区""#)])
    #expect(try judgement(json("merger"), "JX1-08")["verdict"] as? String == "notMet")
    #expect(try check("merger").text.contains("gained 0.0300, lost 0.0000: CHANGED"))
    try layer(
      "zones.geojson",
      [(0, 0, 400, 1_000, #""zone_id":"Z1""#), (400, 0, 9, 9, #""zone_id":"Z2""#)])
    let unknown = try check("merger")
    #expect(unknown.text.contains("fill in the column leading_industry of the zones layer"))
  }

  @Test("parcels with ground in two zones are listed with the area in each")
  func twoZones() throws {
    try layer(
      "zones.geojson",
      [(0, 0, 400, 500, #""zone_id":"Z1""#), (0, 500, 400, 500, #""zone_id":"Z2""#)])
    try zone(layers: ", zones: zones.geojson")
    let run = try check("expansion")
    #expect(run.text.contains("P1: Z1 20.0000; Z2 18.8000"), "\(run.text)")
    let shared = try member(json("expansion"), "survey")["parcels_in_two_zones"] as? [[String: Any]]
    #expect(shared?.map { $0["parcel_id"] as? String } == ["P1"])
  }

  /// Layers of ready land (all of the zone) and of what cannot be supplied (nothing).
  private let supplyLayers = ", ready: ready.geojson, not_suppliable: none.geojson"

  private func ready() throws {
    try layer("ready.geojson", [(0, 0, 400, 1_000, "")])
    try layer("none.geojson", [])
  }

  @Test("the land left by geometry, where no official areas are given")
  func byGeometry() throws {
    try ready()
    try zone(layers: supplyLayers)
    let value = try json("expansion")
    let gate = try judgement(value, "JX2-10")
    #expect(gate["verdict"] as? String == "met" && near(figure(gate), 3))
    let run = try check("expansion")
    #expect(run.text.contains("JX2-10 R1 layers; R2 layers"))
    // Official areas without what is supplied give no share: both its sides are measured.
    try zone(layers: supplyLayers, "official: {total_ha: 50, classes_ha: {A: 45, B21: 5, C: 0}}")
    #expect(near(figure(try judgement(json("expansion"), "JX2-10")), 3))
    try zone(layers: supplyLayers)
    // 1.2 of 40 ha are left; 0.8 ha more are 5 %, which is not less than 5 %.
    let withdrawn = try json("expansion", "--what-if", "supply=0.2")
    #expect(near(figure(try judgement(withdrawn, "JX2-10")), 2.5))
  }

  @Test("withdrawn land is left again under every reading by geometry")
  func withdrawal() throws {
    try ready()
    try zone(layers: supplyLayers)
    // 4 ha of the supplied land were found idle.
    try layer(
      "parcels.geojson",
      [
        (
          0, 0, 400, 100,
          #""parcel_id":"P0","zone_id":"Z1","supply_state":"supplied","contract_no":"C1","#
            + #""agreed_start_date":"2023-01-01","start_state":"not_started","#
            + #""identified_no":"N1","identified_date":"2024-05-01""#
        ),
        (0, 100, 400, 870, #""parcel_id":"P1","zone_id":"Z1","supply_state":"supplied""#),
        (0, 970, 400, 30, #""parcel_id":"P2","zone_id":"Z1","supply_state":"unsupplied""#),
      ])
    let value = try json("expansion", "--what-if", "dispose=P0:withdraw")
    let gate = try judgement(value, "JX2-10")
    #expect(gate["verdict"] as? String == "notMet" && near(figure(gate), 13))
    let readings = try #require(gate["readings"] as? [[String: Any]])
    let words = readings.prefix(3).map { $0["verdict"] as? String }
    #expect(words == ["notMet", "notMet", "notMet"])
  }

  @Test("official areas decide where they are given; a different verdict by geometry is said")
  func bothBases() throws {
    try ready()
    try zone(
      layers: supplyLayers,
      "official: {total_ha: 40, classes_ha: {A: 38, B11: 0, B12: 0, B21: 2, B22: 0, C: 0, D: 37}}")
    let run = try check("expansion")
    #expect(run.text.contains("JX2-10 R1 official areas; R2 official areas"))
    #expect(
      run.text.contains(
        "warning: JX2-10 R1 the bases differ: official areas not met 7.50 %, layers met 3.00 %"),
      "\(run.text)")
    let bases = try member(json("expansion"), "bases")["readings"] as? [[String: Any]]
    #expect(bases?.first?["differs"] as? Bool == true)
  }

  @Test("layers of another datum, Web Mercator and boundaries that are no valid polygons")
  func faults() throws {
    try layer("other.geojson", crs: "EPSG:32650", [(0, 0, 10, 10, #""name":"B1""#)])
    try zone(layers: ", proposed_blocks: other.geojson")
    let datum = try check("expansion")
    #expect(datum.status == 65 && datum.stderr.contains("needs a datum shift"), "\(datum.stderr)")
    #expect(datum.stderr.contains("other.geojson"))
    try layer("other.geojson", crs: "EPSG:3857", [(0, 0, 10, 10, #""name":"B1""#)])
    let mercator = try check("expansion")
    #expect(mercator.status == 65 && mercator.stderr.contains("Web Mercator"))
    #expect(mercator.stderr.contains("enlarges areas"))
    try layer("other.geojson", [(0, 0, 10, 10, #""name":"B1","change":"merge""#)])
    let word = try check("expansion")
    #expect(word.status == 65 && word.stderr.contains("neither taken in nor given up: merge"))
    try layer("other.geojson", [(0, 0, 0, 10, #""name":"B1""#)])
    let flat = try check("expansion")
    #expect(flat.status == 65 && flat.stderr.contains("no valid polygon"), "\(flat.stderr)")
  }
}
