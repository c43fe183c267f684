import LandLayers
import Testing

@testable import LandCadastre

@Suite struct ContractReaderTests {
  @Test func everyFieldOfATable() {
    var cells: [Field: String] = [:]
    for field in ContractSlot.fields {
      cells[field] =
        switch field.valueKind {
        case .text: "t-\(field.rawValue)"
        case .date: "2024/5/1"
        case .share: "0.25"
        case .code: ""
        case .boolean: "是"
        case .list: "投资强度降低；土地闲置处置、分期验收"
        default: "12,345.5"
        }
    }
    cells[.documentKind] = "出让合同"
    cells[.ownership] = "国有"
    cells[.areaKind] = "椭球面积"
    cells[.startState] = "未动工"
    cells[.disposalWay] = "协议有偿收回"
    cells[.paymentSchedule] = "2025-12-31:800；2025/6/30：1,200"
    cells[.causeSpans] = "8-6:2024-01-01/2025-06-30；own:2025-07-01/"
    let rows = MemoryRows(
      ContractSlot.fields.map(\.rawValue), [ContractSlot.fields.map { cells[$0] ?? "" }])
    let book = ContractBook(reading: rows)
    #expect(book.findings.isEmpty)
    let contract = book.contract(at: 0)
    for field in ContractSlot.fields { #expect(contract.text(of: field) != nil, "\(field)") }
    #expect(contract.text(of: .contractArea) == "12345.5")
    #expect(contract.text(of: .signedDate) == "2024-05-01")
    #expect(contract.text(of: .areaKind) == "ellipsoidal")
    #expect(contract.text(of: .causeSpans) == "8-6:2024-01-01/2025-06-30;own:2025-07-01/")
    #expect(contract.text(of: .paymentSchedule) == "2025-06-30:1200.0;2025-12-31:800.0")
    #expect(contract.source.row == 1)
    #expect(contract.terms.clauses == ["intensity_reduction", "idle_disposal", "分期验收"])
    #expect(contract.text(of: .phased) == "true")
  }

  @Test func termsAreKeptBesideTheContract() {
    let rows = MemoryRows(
      ["合同编号", "宗地代码", "出让最低价标准(元/亩)", "是否特殊工艺", "特殊工艺说明"],
      [["A1", "P1", "64000", "否", "x"], ["A2", "P2", "", "", ""], ["A3", "P3", "5", "也许", ""]])
    let book = ContractBook(reading: rows)
    let first = book.contract(at: 0)
    #expect(first.terms.priceFloor == 96 && first.terms.specialProcess == false)
    #expect(book.contract(at: 1).boxedTerms == nil)
    #expect(book.findings.map(\.code) == [.unitConverted, .valueUnreadable])
    #expect(book.contract(at: 2).faultyFields == [.specialProcess])
    var copy = first
    copy.terms.specialProcess = true
    #expect(first.terms.specialProcess == false && copy != first)
    copy.terms = ContractTerms()
    #expect(copy.boxedTerms == nil)
    // A word, as a contract is copied for every parcel of a large layer.
    #expect(MemoryLayout.size(ofValue: first.boxedTerms) == MemoryLayout<Int>.size)
  }

  @Test func figuresThatRulebooksDeclare() {
    let rows = MemoryRows(
      ["合同编号", "宗地代码", "jobs", "other", "remark"],
      [["A", "P", "12", "x", ""], ["A", "P", "13", "", ""], ["B", "P", "", "", ""]])
    let book = ContractBook(reading: rows, figures: ["jobs", "remark", "none"])
    #expect(book.contract(at: 0).terms.figures == ["jobs": "12"])
    #expect(book.contract(at: 2).boxedTerms == nil)
    #expect(ContractBook(reading: rows).contract(at: 0).boxedTerms == nil)
  }

  @Test func faultsBecomeFindings() {
    let rows = MemoryRows(
      [
        "contract_no", "parcel_id", "contract_area_m2", "agreed_start_date", "density_max",
        "price_wan",
      ],
      [["A1", "P1", "-5", "soon", "35", "many"], ["A2", "P2", "5", "1900-01-01", "35%", "—"]])
    let book = ContractBook(reading: rows)
    #expect(
      book.findings.map(\.code) == [
        .valueImplausible, .valueUnreadable, .valueImplausible, .valueUnreadable,
      ])
    #expect(
      book.findings.map(\.field) == [
        "contract_area_m2", "agreed_start_date", "density_max", "price_wan",
      ])
    #expect(book.findings.map(\.note) == ["-5", "soon", "35", "many"])
    #expect(
      book.findings.allSatisfy { $0.row == 1 && $0.subjectID == "A1" && $0.file == "contracts.csv" }
    )
    let first = book.contract(at: 0)
    #expect(first.contractArea == nil && first.agreedStartDate == nil && first.densityMax == nil)
    #expect(first.faultyFields == [.contractArea, .agreedStartDate, .densityMax, .price])
    #expect(book.contract(at: 1).densityMax == 0.35 && book.contract(at: 1).agreedStartDate == nil)
    #expect(book.contract(at: 1).faultyFields.isEmpty)
  }

  @Test func jsonProperties() throws {
    let rows = MemoryRows([
      ("parcel_id", .text("P1")), ("name", .text("甲公司")),
      ("contract_area_m2", .number(5379.86, literal: "5379.86")),
      ("agreed_start_date", .text("2011-06-19")), ("actual_start_date", .null),
      ("total_investment", .number(3205.5, literal: "3205.5")),
      ("far_min", .number(1.6, literal: "1.6")),
      ("supply_state", .text("已供应")), ("green_area_m2", .text("12亩")), ("remark", .text("")),
    ])
    let reader = ParcelReader(names: rows.names)
    var findings: [Finding] = []
    let record = reader.record(in: rows, row: 0, findings: &findings)
    #expect(findings.isEmpty)
    #expect(record.parcelID == "P1" && record.holder == "甲公司" && record.supplyState == .supplied)
    #expect(record.greenArea == 8000)
    let contract = try #require(record.contract)
    #expect(contract.contractArea == 5379.86 && contract.totalInvestment == 3205.5)
    #expect(contract.plotRatioMin == 1.6 && contract.actualStartDate == nil)
    #expect(contract.source == .init(file: "parcels.geojson", featureIndex: 0))
  }

  @Test func aBareParcelHasNoContract() {
    let rows = MemoryRows([
      ("parcel_id", .text("P1")), ("land_use", .text("工业用地")), ("name", .text("甲")),
    ])
    let reader = ParcelReader(names: rows.names)
    var findings: [Finding] = []
    #expect(reader.record(in: rows, row: 0, findings: &findings).contract == nil)
    #expect(!reader.canShowSupply)
  }

  @Test func excelDaysAreOneFinding() {
    let rows = MemoryRows(
      ["contract_no", "signed_date"], (0..<5).map { ["A\($0)", "4541\($0)"] })
    let book = ContractBook(reading: rows)
    #expect(book.findings.count == 1)
    #expect(book.findings.first?.code == .unitConverted)
    #expect(book.findings.first?.value == 5)
    #expect(book.contract(at: 3).signedDate == .iso("2024-05-01"))
  }

  @Test func buildingsAndZones() {
    var findings: [Finding] = []
    let building = MemoryRows([
      ("building_id", .text("B1")), ("floors", .number(12, literal: "12")),
      ("height", .text("52.8米")),
      ("类型", .text("堆场")), ("地下室", .text("否")),
    ])
    let reader = BuildingReader(names: building.names)
    let record = reader.record(in: building, row: 0, findings: &findings)
    #expect(reader.hasKind && record.storeys == 12 && record.height == 52.8)
    #expect(record.kind == .yard && record.basement == false)
    let zone = MemoryRows([
      ("开发区代码", .text("S619049")), ("核准面积(公顷)", .text("367.06")), ("name", .text("会昌")),
    ])
    let zoneRecord = ZoneReader(names: zone.names).record(in: zone, row: 0, findings: &findings)
    #expect(zoneRecord.zoneID == "S619049" && zoneRecord.name == "会昌")
    #expect(abs((zoneRecord.approvedArea ?? 0) - 3_670_600) < 1e-6)
    #expect(findings.isEmpty)
  }

  @Test func paymentSchedules() {
    #expect(
      PaymentInstalment.parse("2025-12-31:800; 2025年6月30日:1200.5")?.map(\.amount) == [1200.5, 800])
    for bad in [
      "", ";", "2025-06-30", "2025-06-30:", "2025-06-30:0", "2025-06-30:-5", "2025-06-31:5",
      "2025-06-30:1200元", "2025-06-30:1;2025-06-30:2", "1200:2025-06-30", "2025-06-30:1;soon:2",
    ] {
      #expect(PaymentInstalment.parse(bad) == nil, "\(bad)")
    }
    let parts = [
      PaymentInstalment(.iso("2025-06-30"), 0.1), PaymentInstalment(.iso("2025-12-31"), 0.2),
    ]
    #expect(parts.unpaid(afterPaying: 0.3).isEmpty, "0.1 + 0.2 is a little more than 0.3")
    #expect(parts.unpaid(afterPaying: 0.1).map(\.amount) == [0.2])
    #expect(parts.unpaid(afterPaying: nil) == parts)
    let rows = MemoryRows(
      ["contract_no", "分期支付约定"], [["C1", "2025-06-30:abc"], ["C2", "无"], ["C3", ""]])
    let book = ContractBook(reading: rows)
    #expect(book.findings.map(\.code) == [.valueUnreadable])
    #expect(book.findings.first?.field == "payment_schedule")
    #expect(book.contract(at: 0).faultyFields == [.paymentSchedule])
  }

  @Test func causeSpans() {
    #expect(CauseSpan.parse("") == [])
    #expect(CauseSpan.parse("8-1:2024-01-01/")?.first?.to == nil)
    #expect(
      CauseSpan.parse("own:2025-07-01/;8-6:2024-01-01/2025-06-30")?.map(\.cause) == [
        .otherGovernment, .own,
      ])
    for bad in [
      "8-7:2024-01-01/", "8-1:2024-01-01", "8-1:2024-02-01/2024-01-01", "own", "8-1:soon/",
    ] {
      #expect(CauseSpan.parse(bad) == nil)
    }
  }
}
