import Testing

@testable import LandCadastre

@Suite struct FieldMapTests {
  private func field(_ name: String, _ role: Field.Role = .contracts) -> Field? {
    FieldMap(names: [name], role: role).bindings.first?.field
  }

  @Test(arguments: Field.allCases)
  func everyEnglishName(_ field: Field) {
    for role in Field.Role.allCases where field.belongs(to: role) {
      #expect(self.field(field.rawValue, role) == field)
      #expect(self.field(field.rawValue.uppercased(), role) == field)
    }
  }

  @Test func everyOtherName() {
    for role in Field.Role.allCases {
      var seen: [String: Field] = [:]
      for field in Field.allCases where field.belongs(to: role) {
        for name in FieldNames.names(of: field, in: role) {
          #expect(self.field(name, role) == field, "\(name)")
          let key = HeaderName.key(name)
          #expect(seen[key] == nil || seen[key] == field, "\(name) names two fields")
          seen[key] = field
        }
      }
    }
  }

  @Test func exportOfContracts() {
    let map = FieldMap(
      names: [
        "合同编号", "宗地代码", "受让人", "土地用途", "出让面积(公顷)", "成交价款(万元)", "容积率下限", "容积率上限",
        "建筑密度上限(%)", "签订日期", "约定开工日期", "约定竣工日期", "备注",
      ], role: .contracts)
    #expect(map.unrecognised.isEmpty)
    #expect(
      map.bindings.map(\.field) == [
        .contractNo, .parcelID, .holder, .landUse, .contractArea, .price, .plotRatioMin,
        .plotRatioMax, .densityMax, .signedDate, .agreedStartDate, .agreedFinishDate, .remark,
      ])
    #expect(map[.contractArea]?.scale.factor == 10_000)
    #expect(map[.price]?.scale == .one)
    #expect(map[.densityMax]?.scale.apply(35) == 0.35)
    let conversions = map.findings(file: "c.csv")
    #expect(conversions.map(\.code) == [.unitConverted, .unitConverted])
    #expect(conversions.map(\.field) == ["contract_area_m2", "density_max"])
    #expect(conversions.first?.source == "出让面积(公顷)")
  }

  @Test func landchinaAnnouncement() {
    let map = FieldMap(
      names: [
        "行政区", "电子监管号", "项目名称", "项目位置", "面积(公顷)", "土地来源", "土地用途", "供地方式",
        "土地使用年限", "行业分类", "土地级别", "成交价格(万元)", "土地使用权人", "约定容积率下限", "约定容积率上限",
        "约定交地时间", "约定开工时间", "约定竣工时间", "实际开工时间", "实际竣工时间", "批准单位", "合同签订日期",
      ], role: .contracts)
    #expect(map.unrecognised == ["行政区", "土地来源", "批准单位"])
    #expect(map[.contractArea]?.unit == .hectare)
  }

  @Test func parcelProperties() {
    let map = FieldMap(
      names: [
        "parcel_id", "zone_id", "name", "industry", "land_use", "supply_mode", "contract_no",
        "contract_area_m2", "supply_date", "agreed_start_date", "agreed_finish_date",
        "actual_start_date", "total_investment", "invested", "land_price", "far_min", "remark",
      ], role: .parcels)
    #expect(map.unrecognised.isEmpty)
    #expect(map[.holder]?.name == "name")
    #expect(map[.price]?.name == "land_price")
    #expect(map[.plotRatioMin]?.name == "far_min")
  }

  @Test(arguments: [
    ("出让面积（公顷）", 10_000.0), ("出让面积 【亩】", 666.6666666666666), ("出让面积[㎡]", 1.0),
    ("出让面积(平方米)", 1.0), ("contract_area_ha", 10_000.0), ("contract_area_mu", 666.6666666666666),
    ("Contract Area (ha)", 10_000.0), ("CONTRACT_AREA_M2", 1.0), ("合同 面积(hm²)", 10_000.0),
    ("出让面积(单位：亩)", 666.6666666666666),
  ])
  func areaHeaders(_ name: String, _ factor: Double) {
    let map = FieldMap(names: [name], role: .contracts)
    #expect(map.bindings.first?.field == .contractArea)
    #expect(map.bindings.first?.scale.factor == factor)
  }

  @Test(arguments: [
    ("成交价款(元)", 0.0001), ("成交价款（亿元）", 10_000.0), ("price_yuan", 0.0001), ("price_yi", 10_000.0),
    ("成交价款", 1.0),
  ])
  func moneyHeaders(_ name: String, _ factor: Double) {
    let map = FieldMap(names: [name], role: .contracts)
    #expect(map.bindings.first?.field == .price)
    #expect(map.bindings.first?.scale.factor == factor)
  }

  @Test func fullWidthAndIntensity() {
    #expect(field("ｐａｒｃｅｌ＿ｉｄ") == .parcelID)
    #expect(field("Parcel-ID", .parcels) == .parcelID)
    let perMu = FieldMap(names: ["投资强度下限(万元/亩)"], role: .contracts)
    #expect(perMu[.intensityMin]?.scale.apply(300) == 4500)
    #expect(FieldMap(names: ["density_max_pct"], role: .contracts)[.densityMax]?.unit == .percent)
  }

  @Test func aUnitOfAnotherKindIsNotTaken() {
    #expect(field("出让面积(万元)") == nil)
    #expect(field("签订日期(亩)") == nil)
  }

  @Test func drawnAreaIsNoContractArea() {
    #expect(field("面积", .contracts) == .contractArea)
    #expect(field("面积", .parcels) == nil)
    #expect(field("面积(公顷)", .zones) == .approvedArea)
    #expect(field("name", .zones) == .name)
  }

  @Test func duplicates() {
    let map = FieldMap(names: ["出让面积", "供地面积", "contract_area_m2"], role: .contracts)
    #expect(map[.contractArea]?.column == 2)
    #expect(map.duplicates.count == 2)
    let first = FieldMap(names: ["供地面积", "出让面积"], role: .contracts)
    #expect(first[.contractArea]?.name == "供地面积")
    #expect(first.findings(file: "x").map(\.code) == [.fieldClaimedTwice])
  }

  @Test func buildings() {
    let map = FieldMap(
      names: ["building_id", "use", "structure", "floors", "height", "built_year"], role: .buildings
    )
    #expect(map.unrecognised == ["structure"])
    #expect(map[.storeys]?.name == "floors")
    #expect(field("计容建筑面积(㎡)", .buildings) == .countedFloor)
    #expect(field("层高(米)", .buildings) == .storeyHeight)
  }
}
