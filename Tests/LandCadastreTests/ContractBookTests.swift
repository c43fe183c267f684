import LandTestSupport
import Testing

@testable import LandCadastre

@Suite struct ContractBookTests {
  private let header = [
    "contract_no", "parcel_id", "parcel_share", "contract_area_m2", "price_wan",
  ]
  private let areas = ["P1": 6000.0, "P2": 3000.0, "P3": 1000.0]

  private func found(_ rows: [[String]], _ parcel: String) -> [Contract] {
    var findings: [Finding] = []
    return ContractBook(reading: MemoryRows(header, rows))
      .contracts(forParcel: parcel, own: nil, planarArea: { areas[$0] }, findings: &findings)
  }

  @Test func amountsAreSharedByArea() {
    let rows = [
      ["A", "P1", "", "10000", "500"], ["A", "P2", "", "10000", "500"],
      ["A", "P3", "", "10000", "500"],
    ]
    #expect(found(rows, "P1").map(\.contractArea) == [6000])
    #expect(found(rows, "P2").map(\.price) == [150])
    #expect(found(rows, "P3").map(\.appliedShare) == [0.1])
  }

  @Test func amountsAreSharedByStatedShares() {
    let rows = [
      ["A", "P1", "0.5", "10000", "500"], ["A", "P2", "", "", ""], ["A", "P3", "", "", ""],
    ]
    #expect(found(rows, "P1").first?.price == 250)
    #expect(found(rows, "P2").first?.price == 187.5)
    #expect(found(rows, "P3").first?.contractArea == 1250)
  }

  @Test func differingAmountsAreTheParcelsOwn() {
    let rows = [["A", "P1", "", "6100", "500"], ["A", "P2", "", "3100", "500"]]
    #expect(found(rows, "P1").first?.contractArea == 6100)
    let price = found(rows, "P1").first?.price ?? 0
    #expect(abs(price - 333.3333333333) < 1e-6)
  }

  @Test func anUnknownAreaLeavesTheShareOpen() {
    let rows = [["A", "P1", "", "10000", "500"], ["A", "P9", "", "10000", "500"]]
    #expect(found(rows, "P1").first?.contractArea == nil)
    #expect(found(rows, "P1").first?.shareIsUnknown == true)
  }

  @Test func severalContractsOfOneParcel() {
    let rows = [["A", "P1", "", "4000", "1"], ["B", "P1", "", "2000", "2"]]
    #expect(found(rows, "P1").map(\.contractNo) == ["A", "B"])
    #expect(found(rows, "P1").map(\.contractArea) == [4000, 2000])
  }

  @Test func unitNumbersAndWidthMatch() {
    let rows = [["A", "210113005010GB90004W00000000", "", "1", "1"], ["B", "ｐ－１", "", "1", "1"]]
    #expect(found(rows, "210113005010GB90004").map(\.contractNo) == ["A"])
    #expect(found(rows, "P-1").map(\.contractNo) == ["B"])
  }

  @Test func sharesAboveOne() {
    let book = ContractBook(
      reading: MemoryRows(header, [["A", "P1", "0.7", "", ""], ["A", "P2", "0.6", "", ""]]))
    #expect(book.findings.map(\.code) == [.valueImplausible])
    #expect(book.findings.first?.value == 1.2999999999999998)
  }

  @Test func repeatedRowsAreJoined() {
    let book = ContractBook(
      reading: MemoryRows(header, [["A", "P1", "", "100", ""], ["A", "P1", "", "200", "7"]]))
    #expect(book.indices == [0])
    #expect(book.contract(at: 0).price == 7 && book.contract(at: 0).contractArea == 100)
    #expect(book.findings.map(\.code) == [.contractConflict])
  }

  @Test func unmatchedOnBothSides() {
    let book = ContractBook(
      reading: MemoryRows(
        header, [["A", "P1", "", "", ""], ["B", "P9", "", "", ""], ["C", "", "", "", ""]]))
    func parcel(_ id: String, _ state: SupplyState? = nil) -> ContractBook.Candidate {
      .init(id: id, own: nil, supplyState: state, file: "p", featureIndex: 0)
    }
    let findings = book.unmatched(among: [parcel("P1"), parcel("P2"), parcel("P3", .reserve)])
    #expect(
      findings.map(\.code) == [
        .contractWithoutParcel, .contractWithoutParcel, .parcelWithoutContract,
      ])
    #expect(findings.map(\.subjectID) == ["B", "C", "P2"])
    #expect(findings.first?.row == 2)
  }

  @Test func theTableCountsAndDifferencesAreFound() {
    let book = ContractBook(reading: MemoryRows(header, [["A", "P1", "", "100", ""]]))
    var own = Contract(source: .init(file: "parcels.geojson", featureIndex: 4))
    own.contractNo = "A"
    own.contractArea = 120
    own.price = 9
    var findings: [Finding] = []
    let found = book.contracts(
      forParcel: "P1", own: own, planarArea: { _ in nil }, findings: &findings)
    #expect(found.count == 1 && found[0].contractArea == 100 && found[0].price == 9)
    #expect(findings.map(\.code) == [.contractConflict])
    #expect(findings.first?.field == "contract_area_m2")
    #expect(findings.first?.note == "used=100.0;other=120.0")
    #expect(findings.first?.source == "parcels.geojson feature 4")
  }

  @Test func aContractOfAnotherNumberIsNotMixedIn() {
    let book = ContractBook(reading: MemoryRows(header, [["A", "P1", "", "100", ""]]))
    var own = Contract(source: .init(file: "p", featureIndex: 0))
    own.contractNo = "B"
    own.price = 9
    var findings: [Finding] = []
    let found = book.contracts(
      forParcel: "P1", own: own, planarArea: { _ in nil }, findings: &findings)
    #expect(found.count == 1 && found[0].contractNo == "A" && found[0].price == nil)
    #expect(findings.map(\.field) == ["contract_no"])
    #expect(findings.first?.note == "used=A;other=B")
  }

  @Test func aRowWithoutParcelIsFoundByItsNumber() {
    let book = ContractBook(reading: MemoryRows(header, [["A", "", "", "100", ""]]))
    var own = Contract(source: .init(file: "p", featureIndex: 0))
    own.contractNo = "A"
    var findings: [Finding] = []
    let found = book.contracts(
      forParcel: "P1", own: own, planarArea: { _ in nil }, findings: &findings)
    #expect(found.map(\.contractArea) == [100])
  }

  @Test func orderOfRowsAndColumnsDoesNotMatter() {
    var random = SeededGenerator(seed: 7)
    let rows = [
      ["A", "P1", "", "10000", "500"], ["A", "P2", "", "10000", "500"],
      ["B", "P2", "0.4", "900", "30"],
      ["B", "P3", "0.6", "900", "30"], ["C", "P1", "", "77", ""],
    ]
    func result(_ rows: [[String]], _ columns: [Int]) -> [String: [String]] {
      let table = MemoryRows(
        columns.map { header[$0] }, rows.map { row in columns.map { row[$0] } })
      let book = ContractBook(reading: table)
      var findings: [Finding] = []
      var texts: [String: [String]] = [:]
      for id in areas.keys {
        let found = book.contracts(
          forParcel: id, own: nil, planarArea: { areas[$0] }, findings: &findings)
        texts[id] = found.map(describe).sorted()
      }
      return texts
    }
    let expected = result(rows, [0, 1, 2, 3, 4])
    for _ in 0..<20 {
      #expect(
        result(rows.shuffled(using: &random), Array(0..<5).shuffled(using: &random)) == expected)
    }
  }

  private func describe(_ contract: Contract) -> String {
    [Field.contractNo, .contractArea, .price].map { contract.text(of: $0) ?? "" }
      .joined(separator: "/")
  }

  @Test func startInForce() {
    var contract = Contract(source: .init(file: "c"))
    let day = CalendarDate.iso("2024-06-01")
    #expect(contract.startInForce(asOf: day, yearsAfterDelivery: 1) == nil)
    contract.actualDeliveryDate = .iso("2022-02-28")
    #expect(
      contract.startInForce(asOf: day, yearsAfterDelivery: 1)
        == .init(.iso("2023-02-28"), .delivery))
    contract.agreedStartDate = .iso("2022-10-07")
    #expect(
      contract.startInForce(asOf: day, yearsAfterDelivery: 1) == .init(.iso("2022-10-07"), .agreed))
    contract.amendedStartDate = .iso("2023-10-07")
    #expect(
      contract.startInForce(asOf: day, yearsAfterDelivery: 1)?.undatedAmendment
        == .iso("2023-10-07"))
    contract.amendmentDate = day.adding(days: 1)
    #expect(
      contract.startInForce(asOf: day, yearsAfterDelivery: 1) == .init(.iso("2022-10-07"), .agreed))
    contract.amendmentDate = day
    #expect(
      contract.startInForce(asOf: day, yearsAfterDelivery: 1) == .init(.iso("2023-10-07"), .amended)
    )
  }
}
