import Foundation
import LandGeometry
import LandLayers
import LandShapefile
import LandTestSupport
import Testing

/// Files of other programs, against what is known of them and against GDAL's reading.
@Suite struct ShapefileReaderTests {
  private static let folder = fixtures.appendingPathComponent("shapefiles")

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private struct Expected: Decodable {
    var code: String
    var owner: String
    var use: String
    var official: Double
    var area: Double

    enum CodingKeys: String, CodingKey {
      case code = "宗地代码"
      case owner = "权利人"
      case use = "土地用途"
      case official = "宗地面积"
      case area = "planar_area_m2"
    }
  }

  @Test(
    arguments: [
      ("gbk_cpg_GBK", "GBK (LDID 0x4D)"), ("gbk_nocpg_ldid4d", "GBK (LDID 0x4D)"),
      ("utf8_cpg", "UTF-8 (.cpg)"), ("utf8_nocpg", "UTF-8"),
    ])
  func `names, texts, numbers and areas are those expected`(
    folder: String, encoding: String
  ) throws {
    let layer = try ShapefileReader(Self.path(folder + "/parcels.shp")).read()
    #expect(layer.encoding == encoding)
    #expect(layer.notes.isEmpty)
    #expect(layer.issues.isEmpty)
    #expect(layer.declaredCRS?.hasPrefix("PROJCS[\"") == true)
    // The encoding with the longer characters leaves less of a name in ten bytes.
    #expect(
      layer.attributes.names
        == (folder.hasPrefix("gbk")
          ? ["宗地代码", "权利人", "土地用途", "宗地面积"] : ["宗地码", "权利人", "用途", "面积"]))
    let rows = try jsonLines("shapefiles/expected.jsonl", as: Expected.self)
    #expect(layer.featureCount == rows.count)
    for (feature, row) in rows.enumerated() {
      let values = layer.values(feature)
      #expect(values.prefix(3).map(\.text) == [row.code, row.owner, row.use])
      guard case .number(row.official, _) = values[3] else {
        Issue.record("row \(feature): \(values[3])")
        continue
      }
      let area = layer.geometry.placed(in: Plane.self).planarArea(of: feature)
      #expect(abs(area - row.area) < 1e-4)
    }
  }

  @Test(
    arguments: [
      "gbk_cpg_GBK", "gbk_nocpg_ldid4d", "utf8_cpg", "seoul",
    ])
  func `GDAL reads the same, bit for bit`(folder: String) throws {
    let path = Self.path(folder + "/parcels.shp")
    let layer = try ShapefileReader(path).read()
    #expect(layer.featureCount >= 30)
    let differences = layer.differences(from: try readByGDAL(path))
    #expect(differences.isEmpty, "\(differences.prefix(4))")
  }

  @Test(
    arguments: [
      ("big5", "Big5", "繁體國語"), ("latin1", "ISO-8859-1", "Peçeña México"),
      ("shiftjis", "Shift_JIS", "ひたちなか市"),
    ])
  func `an encoding that the file does not name is given`(
    name: String, encoding: String, text: String
  ) throws {
    let table = try DBFTable.read(Self.path("mapshaper/\(name).dbf"), encoding: encoding)
    #expect(table.attributes.names == ["NAME"])
    #expect(table.attributes.value(row: 0, column: 0) == .text(text))
    #expect(table.encoding.hasSuffix(" (option)"))
    #expect(table.issues.isEmpty)
  }

  @Test func `an encoding that nobody knows is an error with a remedy`() throws {
    let error = #expect(throws: FormatError.self) {
      try DBFTable.read(Self.path("mapshaper/big5.dbf"), encoding: "EBCDIC-9")
    }
    #expect(error?.message.en == "there is no encoding EBCDIC-9")
    #expect(error?.remedy.zh.contains("GBK") == true)
  }

  @Test func `the parts are found whatever the case of their endings`() throws {
    let scratch = try Scratch()
    for (ending, there) in [("shp", "SHP"), ("shx", "ShX"), ("dbf", "Dbf"), ("prj", "prj")] {
      let bytes = [UInt8](
        try Data(contentsOf: URL(fileURLWithPath: Self.path("utf8_cpg/parcels." + ending))))
      try scratch.write("地块." + there, bytes: bytes)
    }
    let reader = try ShapefileReader(scratch.path("地块.SHP"))
    #expect(
      reader.parts.map(FileName.last) == ["地块.SHP", "地块.ShX", "地块.Dbf", "地块.prj"])
    #expect(try reader.read().attributes.value(row: 0, column: 1) == .text("甲一示例有限责任公司"))
    #expect(throws: FormatError.self) { try ShapefileReader(scratch.path("没有.shp")) }
  }

  @Test func `without an index or a table the shapes are there with a note`() throws {
    let scratch = try Scratch()
    for ending in ["shp"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.path("seoul/parcels." + ending)))
      try scratch.write("p." + ending, bytes: Array(bytes))
    }
    let layer = try ShapefileReader(scratch.path("p.shp")).read()
    let whole = try ShapefileReader(Self.path("seoul/parcels.shp")).read()
    #expect(layer.geometry.x == whole.geometry.x)
    #expect(layer.geometry.ringStart == whole.geometry.ringStart)
    #expect(layer.declaredCRS == nil)
    #expect(layer.attributes.names == [])
    #expect(
      layer.notes.map(\.en) == [
        "there is no .shx file: the index of 40 records was restored from the .shp",
        "there is no .dbf file: shapes without attributes",
      ])
  }
}
