import LandLayers
import Testing

@testable import LandCadastre

@Suite("codes of fixed form") struct LandCodeTests {
  @Test(
    "right codes have no fault",
    arguments: [
      (LandCode.parcel, "210113005010GB90004"), (.parcel, "340123 002004 GS00019"),
      (.parcel, "340123002004ja00021"), (.parcel, "340123002004GL00021"),
      (.unit, "210113005010GB90004W00000000"), (.unit, "340123 002004 GB00011 F00010002"),
      (.supervision, "4418002016A01159"), (.zone, "S619049"), (.zone, "G361001"),
      (.industry, "C36"), (.industry, "3610"), (.industry, "36"), (.industry, "C"),
      (.industry, "T98"), (.industry, "C3610"),
    ])
  func right(code: LandCode, text: String) { #expect(code.fault(in: text) == nil) }

  @Test(
    "the wrong place is named",
    arguments: [
      (LandCode.parcel, "210113005010GB9004", "length=18;expected=19"),
      (.parcel, "2101l3005010GB90004", "position=5;found=L;expected=0-9"),
      (.parcel, "210113005010880004X", "position=13;found=8;expected=G/J/Z"),
      (.parcel, "210113005010G890004", "position=14;found=8;expected=A-Z"),
      (.parcel, "210113005010GA90004", "position=13;found=G;expected=J"),
      (.parcel, "210113005010GB9O004", "position=16;found=O;expected=0-9"),
      (.unit, "210113005010GB90004", "length=19;expected=28"),
      (.unit, "210113005010GB90004X00000000", "position=20;found=X;expected=F/L/Q/W"),
      (.unit, "210113005010GB90004W0000000O", "position=28;found=O;expected=0-9"),
      (.supervision, "4418002016001159", "position=11;found=0;expected=A-Z"),
      (.supervision, "4418002O16A01159", "position=8;found=O;expected=0-9"),
      (.zone, "X619049", "position=1;found=X;expected=G/S"),
      (.industry, "U36", "position=1;found=U;expected=A-T"),
      (.industry, "C00", "position=2;found=0;expected=01-98"),
      (.industry, "99", "position=2;found=9;expected=01-98"),
      (.industry, "36101", "length=5;expected=4"), (.industry, "3", "length=1;expected=2"),
    ])
  func wrong(code: LandCode, text: String, note: String) {
    #expect(code.fault(in: text)?.note == note)
  }

  private static func notes(_ header: String, _ value: String) -> [String] {
    let map = FieldMap(names: [header], role: .contracts)
    return map.bindings.compactMap { CodeColumn($0)?.fault(in: value)?.fault.note }
  }

  @Test(
    "ids of an office's own making, other registers' ids and names are no codes",
    arguments: [
      ("宗地代码", "DK01"), ("宗地代码", "A"), ("宗地代码", "2024-17"), ("parcel_id", "DK01"),
      ("宗地编号", "1168010800100010000"), ("宗地编号", "210113005010GB9004"),
      ("电子监管号", "无"), ("电子监管号", "DZ-2024-000001"), ("电子监管号", "2101130050102024001"),
      ("行业代码", "计算机、通信"), ("行业分类", "Z99"), ("开发区代码", "KFQ1"), ("开发区代码", "Z"),
      ("zone_id", "X619049"), ("土地用途", "210113005010880004X"),
    ])
  func noCodes(header: String, value: String) { #expect(Self.notes(header, value) == []) }

  @Test(
    "the heading or the form says that a value is a code",
    arguments: [
      ("ZDDM", "210113005010GB9004"), ("宗地代码", "2101130050108800045"),
      ("BDCDYH", "210113005010GB90004"), ("parcel_id", "210113005010GA90004"),
      ("宗地编号", "210113005010GB90004W0000000O"), ("dzBaBh", "44180020160101159"),
      ("行业代码", "C00"), ("开发区代码", "X619049"),
    ])
  func codes(header: String, value: String) { #expect(Self.notes(header, value).count == 1) }

  @Test("a wrong code is one warning about its row, and the value stays")
  func finding() throws {
    let table = try CSVReader.readTable(
      SourceBytes(
        name: "contracts.csv",
        bytes: Array("合同编号,宗地代码,电子监管号\nC1,210113005010G890004,4418002016A01159\n".utf8)))
    let map = FieldMap(names: table.attributes.names, role: .contracts)
    var findings: [Finding] = []
    let contract = ContractReader(map).facts(in: table.attributes, row: 0, findings: &findings)
    #expect(contract.parcelID == "210113005010G890004")
    #expect(contract.faultyFields.isEmpty)
    #expect(findings.map(\.code) == [.codeWrong])
    #expect(findings[0].note == "code=parcel;position=14;found=8;expected=A-Z")
    #expect(findings[0].field == "parcel_id")
    #expect(findings[0].row == 1)
    #expect(findings[0].code.severity == .warning)
  }
}
