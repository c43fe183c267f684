import LandCadastre
import LandLayers
import Testing

@testable import LandForeign

@Suite("Contracts in JSON") struct JSONTableOpenerTests {
  private static func open(
    _ text: String, sheet: String? = nil, headerRow: Int? = nil, mapping: [String: String] = [:]
  ) throws -> OpenedTable {
    try TableOpener(
      HeaderSearch(.contracts, mapping: mapping), sheet: sheet, headerRow: headerRow,
      environment: [:]
    ).read(SourceBytes(name: "made.json", bytes: Array(text.utf8)))
  }

  @Test("the keys of landchina.com are fields, 1900-01-01 is nothing, instalments are a schedule")
  func landchina() throws {
    let opened = try Self.open(
      """
      {"code":200,"data":{"list":[{
        "dzBaBh":"3601122024B00012","bh":"510600-2022GX-0003","xmMc":"示例项目","hyFl":"C36",
        "tdLy":"新增建设用地","tdSyqr":"示例公司","minRjl":1.0,"maxRjl":2.5,
        "jdSj":"2024-06-30 00:00:00","dgSj":"2025-06-30","jgSj":"1900-01-01","qdRq":"2024-05-20",
        "pzJg":"示例县人民政府","供应面积(公顷)":2.5,
        "crjZfydList":[{"zfSj":"2024-12-31","zfJe":800},{"zfSj":"2024-06-20","zfJe":"1200.5"},
          {"zfSj":"1900-01-01","zfJe":null}]}]}}
      """)
    #expect(opened.format == "JSON")
    #expect(opened.sheet == nil)
    let table = opened.table
    let map = FieldMap(names: table.attributes.names, role: .contracts)
    #expect(map.unrecognised == ["tdLy", "pzJg"])
    var findings: [Finding] = []
    let contract = ContractReader(map).facts(in: table.attributes, row: 0, findings: &findings)
    #expect(findings.isEmpty)
    #expect(contract.supervisionNo == "3601122024B00012")
    #expect(contract.contractNo == "510600-2022GX-0003")
    #expect(contract.projectName == "示例项目")
    #expect(contract.industryCode == "C36")
    #expect(contract.holder == "示例公司")
    #expect(contract.plotRatioMin == 1 && contract.plotRatioMax == 2.5)
    #expect(contract.agreedDeliveryDate?.description == "2024-06-30")
    #expect(contract.agreedStartDate?.description == "2025-06-30")
    #expect(contract.agreedFinishDate == nil)
    #expect(contract.signedDate?.description == "2024-05-20")
    #expect(contract.contractArea == 25_000)
    #expect(contract.terms.payments?.text == "2024-06-20:1200.5;2024-12-31:800.0")
  }

  @Test(
    "nothing agreed is no schedule; half a schedule is a finding",
    arguments: [
      ("[]", 0), ("[ ]", 0), ("null", 0), ("[{}]", 0), ("[{\"zfSj\":\"1900-01-01\"}]", 0),
      ("[{\"zfSj\":\"2024-06-20\"}]", 1), ("[{\"zfJe\":5}]", 1), ("[5]", 1),
    ])
  func payments(list: String, count: Int) throws {
    let table = try Self.open("[{\"bh\":\"1\",\"crjZfydList\":\(list)}]").table
    let map = FieldMap(names: table.attributes.names, role: .contracts)
    var findings: [Finding] = []
    let contract = ContractReader(map).facts(in: table.attributes, row: 0, findings: &findings)
    #expect(contract.terms.payments == nil)
    #expect(findings.map(\.code) == Array(repeating: .valueUnreadable, count: count))
  }

  @Test("columns are mapped; sheets and header rows belong to other formats")
  func options() throws {
    let opened = try Self.open("[{\"地块\":\"A\"}]", mapping: ["地块": "宗地代码"])
    #expect(opened.table.attributes.names == ["宗地代码"])
    #expect(opened.headers == ["地块"])
    #expect(throws: FormatError.self) { try Self.open("[{\"a\":1}]", sheet: "一") }
    #expect(throws: FormatError.self) { try Self.open("[{\"a\":1}]", headerRow: 2) }
    #expect(!TableOpener.isWorkbook(SourceBytes(name: "x", bytes: Array("[{\"a\":1}]".utf8))))
  }
}
