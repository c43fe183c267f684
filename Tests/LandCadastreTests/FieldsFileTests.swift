import LandGeometry
import LandLayers
import Testing

@testable import LandCadastre

/// The file in which an office says what its columns are.
@Suite("fields.yaml") struct FieldsFileTests {
  private static func read(_ text: String) throws(YAMLError) -> FieldsFile {
    try FieldsFile(SourceBytes(name: "fields.yaml", bytes: Array(text.utf8)))
  }

  @Test("columns are read for what the file says, in the unit it says")
  func renames() throws {
    let file = try Self.read(
      """
      schema: 1
      parcels:
        DKBH: parcel_id
        HTMJ: {field: contract_area_m2, unit: 公顷}
        合同编号: ignore
      contracts:
        甲方: 受让人
      """)
    let names = file.renaming(.parcels)
    let map = FieldMap(
      names: ["DKBH", "HTMJ", "合同编号", "其他"].map { names[$0] ?? $0 }, role: .parcels)
    #expect(map[.parcelID]?.column == 0)
    #expect(map[.contractArea]?.column == 1)
    #expect(map[.contractArea]?.scale.apply(1.5) == 15_000)
    #expect(map[.contractNo] == nil)
    #expect(file.renaming(.contracts) == ["甲方": "holder"])
    #expect(file.renaming(.zones).isEmpty)
    #expect(file.missing(.parcels, among: ["DKBH"]) == ["HTMJ", "合同编号"])
  }

  @Test(
    "what cannot be meant is refused with its place",
    arguments: [
      ("schema: 2", 1), ("schema: 1\nparcel: {}", 2), ("schema: 1\nparcels:\n  A: parcel_di", 3),
      ("schema: 1\nparcels:\n  A: storeys", 3),
      ("schema: 1\nparcels:\n  A: parcel_id\n  B: parcel_id", 4),
      ("schema: 1\nparcels:\n  A: {field: contract_area_m2, unit: 万元}", 3),
      ("schema: 1\nparcels:\n  A: {field: contract_area_m2, unit: 尺}", 3),
      ("schema: 1\nparcels:\n  A: {unit: m2}", 3),
    ])
  func refused(_ text: String, _ line: Int) {
    let error = #expect(throws: YAMLError.self) { try Self.read(text) }
    #expect(error?.line == line)
  }

  @Test("a draft says what was recognised, and reads back to the same map")
  func draft() throws {
    let names = ["宗地编号", "出让面积(公顷)", "bad: \"name\"\n", "其他", "合同编号", "合同号"]
    let text = FieldsDraft.head + FieldsDraft.section(names, role: .parcels, file: "a.shp")
    let file = try Self.read(text)
    let renaming = file.renaming(.parcels)
    let before = FieldMap(names: names, role: .parcels)
    let after = FieldMap(names: names.map { renaming[$0] ?? $0 }, role: .parcels)
    #expect(after.bindings.map(\.field) == before.bindings.map(\.field))
    #expect(after.bindings.map(\.column) == before.bindings.map(\.column))
    #expect(after.bindings.map(\.scale) == before.bindings.map(\.scale))
    #expect(text.contains("# \"其他\":"))
    #expect(text.contains("# \"合同号\":"))
    // Nothing but what it cannot read is left out, so the comments can be filled in.
    let filled = text.replacing("# \"其他\": ", with: "\"其他\": holder")
    #expect(try Self.read(filled).renaming(.parcels)["其他"] == "holder")
  }
}
