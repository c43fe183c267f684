import LandKit
import Testing

@Suite("Buildings on parcels") struct BuildingTests {
  private let parcel = Drawn.box(0, 0, 100, 100, ["parcel_id": "\"P1\""])

  private func measured(
    _ buildings: [Drawn], isIndustrial: Bool? = nil, options: SurveyOptions = .ofLaw
  ) throws -> (measures: BuildingMeasures, findings: [Finding]) {
    let result = try survey(parcels: [parcel], buildings: buildings, options: options)
      .all(isIndustrial: isIndustrial)[0]
    return (try #require(result.buildings), result.findings)
  }

  @Test("ground under two buildings counts once, their floors each")
  func overlapping() throws {
    let (measures, findings) = try measured([
      .box(10, 10, 30, 30, ["storeys": "2"]), .box(20, 10, 40, 30, ["storeys": "3"]),
    ])
    #expect(measures.count == 2)
    #expect(isNear(measures.footprint, 600))
    #expect(isNear(measures.grossFloor, 400 * 5))
    #expect(isNear(measures.countedFloor, 400 * 5))
    #expect(measures.floorSource == .estimated)
    #expect(measures.missing.isEmpty && findings.isEmpty)
    // No kind column: nobody says what is a structure or a yard.
    #expect(measures.coefficientArea == nil)
  }

  @Test("three on the same ground; overlapping ones cut by the border; equal ones; touching ones")
  func unions() throws {
    let three = try measured([
      .box(10, 10, 30, 30), .box(20, 10, 40, 30), .box(15, 20, 35, 40),
    ]).measures
    // 600 for the first two, the third adds 20 × 10.
    #expect(isNear(three.footprint, 800))
    let cut = try measured([.box(90, 10, 110, 30), .box(95, 20, 115, 40)]).measures
    #expect(isNear(cut.footprint, 200 + 100 - 50))
    let equal = try measured([.box(10, 10, 30, 30), .box(10, 10, 30, 30)]).measures
    #expect(isNear(equal.footprint, 400) && equal.count == 2)
    let touching = try measured([.box(10, 10, 20, 20), .box(20, 10, 30, 20), .box(30, 20, 40, 30)])
    #expect(isNear(touching.measures.footprint, 300) && touching.measures.count == 3)
    // Two pairs that overlap, but no three.
    let pairs = try measured([
      .box(0, 0, 10, 10), .box(5, 0, 15, 10), .box(50, 0, 60, 10), .box(55, 0, 65, 10),
    ])
    #expect(isNear(pairs.measures.footprint, 300))
  }

  @Test("a building on two parcels is shared by its area")
  func straddling() throws {
    let parcels = [parcel, Drawn.box(100, 0, 200, 100, ["parcel_id": "\"P2\""])]
    let building = Drawn.box(
      95, 40, 115, 60, ["building_id": "\"B1\"", "storeys": "2", "gross_floor_m2": "1000"])
    let results = try survey(parcels: parcels, buildings: [building]).all()
    for (result, share) in zip(results, [0.25, 0.75]) {
      let measures = try #require(result.buildings)
      #expect(measures.count == 1)
      #expect(isNear(measures.footprint, 400 * share))
      #expect(isNear(measures.grossFloor, 800 * share))
      #expect(isNear(measures.countedFloor, 1000 * share))
      #expect(measures.floorSource == .registered)
    }
    #expect(results[0].findings.map(\.code) == [.buildingStraddles])
    let finding = try #require(results[1].findings.first)
    #expect(finding.subjectID == "B1" && finding.otherID == "P2")
    #expect(isNear(finding.value, 300) && isNear(finding.limit, 400))
  }

  @Test("a little over the border is drawing noise; a touch is nothing")
  func overTheBorder() throws {
    let parcels = [parcel, Drawn.box(100, 0, 200, 100)]
    let results = try survey(
      parcels: parcels, buildings: [.box(80.4, 40, 100.4, 60), .box(100, 0, 110, 10)]
    ).all()
    #expect(results.allSatisfy { $0.findings.isEmpty })
    #expect(results[0].buildings?.count == 1 && results[1].buildings?.count == 2)
    #expect(isNear(results[1].buildings?.footprint, 108))
    // Less than 0.01 m² inside does not count at all.
    let least = try survey(parcels: parcels, buildings: [.box(100 - 0.0004, 0, 110, 20)]).all()
    #expect(least[0].buildings?.count == 0 && least[1].buildings?.count == 1)
  }

  @Test("an invalid building makes the parcel's figures unknown, a repaired one does not")
  func invalid() throws {
    let buildings = [Drawn.box(10, 10, 20, 20), .bowTie(50, 50, ["building_id": "\"B2\""])]
    let parcels = [parcel, Drawn.box(100, 0, 200, 100)]
    let results = try survey(parcels: parcels, buildings: buildings).all()
    let measures = try #require(results[0].buildings)
    #expect(measures.footprint == nil && measures.grossFloor == nil && measures.countedFloor == nil)
    #expect(measures.missing == ["building_geometry"])
    #expect(results[0].findings.map(\.code) == [.buildingNotMeasured])
    #expect(results[0].findings[0].subjectID == "B2")
    // The neighbour is not concerned.
    #expect(isNear(results[1].buildings?.footprint, 0) && results[1].findings.isEmpty)

    for method in RepairMethod.allCases {
      var options = SurveyOptions.ofLaw
      options.repair = method
      let repaired = try measured(buildings, options: options).measures
      #expect(isNear(repaired.footprint, 150) && repaired.count == 2)
      options.maximumAreaChange = 1
      #expect(try measured(buildings, options: options).measures.footprint == nil)
    }
  }

  @Test("nothing below ground counts")
  func basements() throws {
    let (measures, findings) = try measured([
      .box(0, 0, 90, 90, ["basement": "true", "storeys": "2"]),
      .box(10, 10, 30, 30, ["basement": "false", "storeys": "1"]),
      .bowTie(50, 50, ["basement": "true"]),
    ])
    #expect(
      measures.count == 1 && isNear(measures.footprint, 400) && isNear(measures.grossFloor, 400))
    #expect(findings.isEmpty)
  }

  @Test("structures and yards count for the coefficient only")
  func kinds() throws {
    let (measures, _) = try measured([
      .box(0, 0, 20, 20, ["kind": "\"building\"", "storeys": "1"]),
      .box(10, 0, 30, 20, ["kind": "\"structure\""]), .box(50, 50, 60, 60, ["kind": "\"堆场\""]),
    ])
    #expect(measures.count == 1)
    #expect(isNear(measures.footprint, 400) && isNear(measures.countedFloor, 400))
    #expect(isNear(measures.coefficientArea, 700))
    // Only buildings in the layer: nobody surveyed the yards.
    let only = try measured([.box(0, 0, 20, 20, ["kind": "\"building\""])])
    #expect(only.measures.coefficientArea == nil)
  }

  @Test("unknown storeys leave the floors unknown, not the ground")
  func unknownStoreys() throws {
    let (measures, _) = try measured([
      .box(0, 0, 10, 10, ["storeys": "2"]), .box(20, 20, 30, 30, ["storeys": "null"]),
    ])
    #expect(isNear(measures.footprint, 200))
    #expect(measures.grossFloor == nil && measures.countedFloor == nil)
    #expect(measures.missing == ["storeys"] && measures.floorSource == nil)
    let registered = try measured([
      .box(0, 0, 10, 10, ["storeys": "2"]), .box(20, 20, 30, 30, ["gross_floor_m2": "500"]),
    ]).measures
    #expect(registered.grossFloor == nil && isNear(registered.countedFloor, 700))
    #expect(registered.missing.isEmpty && registered.floorSource == .estimated)
    let half = try measured([.box(0, 0, 10, 10, ["storeys": "2.5"])]).measures
    #expect(isNear(half.grossFloor, 250))
  }

  @Test("no building is a figure, no layer of buildings is none")
  func nothing() throws {
    let (measures, _) = try measured([.box(500, 500, 510, 510)])
    #expect(
      measures.count == 0 && isNear(measures.footprint, 0) && isNear(measures.countedFloor, 0))
    #expect(measures.floorSource == nil)
    #expect(try survey(parcels: [parcel]).all()[0].buildings == nil)
    let invalid = try survey(parcels: [.bowTie(0, 0)], buildings: [.box(0, 0, 1, 1)]).all()
    #expect(invalid[0].buildings == nil)
  }

  /// 《工业项目建设用地控制指标》: 建筑物层高超过 8 米的,在计算容积率时该层建筑面积加倍计算.
  @Test(
    "storeys above 8 m count twice",
    arguments: [
      // Properties, whether the parcel's use is industry, counted floor by footprint, reasons.
      (["storeys": "1", "storey_height_m": "8"], true, 1, false),
      (["storeys": "1", "storey_height_m": "8.01"], true, 2, false),
      (["storeys": "3", "storey_height_m": "8.01"], true, 6, false),
      (["storeys": "1", "height_m": "8"], true, 1, false),
      (["storeys": "1", "height_m": "8.01"], true, 2, false),
      // An average over several storeys: some storey may be high, none certainly.
      (["storeys": "2", "height_m": "16"], true, 2, false),
      (["storeys": "2", "height_m": "16.1"], true, 2, true),
      // Each storey's height goes before the building's.
      (["storeys": "2", "height_m": "30", "storey_height_m": "5"], true, 2, false),
      (["storeys": "1"], true, 1, false),
      // Not for other uses; where nobody says, it may.
      (["storeys": "1", "storey_height_m": "9"], false, 1, false),
      (["storeys": "1", "storey_height_m": "9"], nil, 1, true),
      (["storeys": "1", "storey_height_m": "7"], nil, 1, false),
      // The building's own use goes before the parcel's.
      (["storeys": "1", "storey_height_m": "9", "use": "\"办公\""], true, 1, false),
      (["storeys": "1", "storey_height_m": "9", "use": "\"厂房\""], false, 2, false),
      (["storeys": "1", "storey_height_m": "9", "use": "\"仓库\""], nil, 2, false),
      (["storeys": "1", "storey_height_m": "9", "use": "\"其他\""], true, 2, false),
      // A registered floor area is doubled too, one that counts already is not.
      (["storeys": "1", "storey_height_m": "9", "gross_floor_m2": "450"], true, 4.5 / 2, false),
      (["storeys": "1", "storey_height_m": "9", "counted_floor_m2": "300"], true, 0.75, false),
    ] as [([String: String], Bool?, Double, Bool)])
  func doubleHeight(
    properties: [String: String], isIndustrial: Bool?, factor: Double, needsReasons: Bool
  ) throws {
    let (measures, _) = try measured([.box(0, 0, 20, 20, properties)], isIndustrial: isIndustrial)
    #expect(isNear(measures.countedFloor, 400 * factor), "\(measures.countedFloor ?? -1)")
    #expect(measures.needsReasons == needsReasons)
  }

  @Test("words and codes of uses")
  func uses() {
    for use in ["工业用地", "仓储用地", "物流仓储", "标准厂房", "0601", "060101", "M1", "W2", "1001"] {
      #expect(LandUseWords.isIndustrialOrStorage(use) == true, "\(use)")
    }
    for use in [
      "住宅", "商业", "办公楼", "宿舍", "食堂", "门卫", "配电房", "研发楼", "公园与绿地", "公路用地", "铁路用地", "河流水面", "农村宅基地",
    ] {
      #expect(LandUseWords.isIndustrialOrStorage(use) == false, "\(use)")
    }
    #expect(LandUseWords.isIndustrialOrStorage("其他") == nil)
  }
}
