import Foundation
import LandGeometry
import LandLayers
import LandOutput
import LandShapefile
import LandTestSupport
import Testing

/// What is written, read back by us and by GDAL.
@Suite struct ShapefileWriterTests {
  private static let columns = [
    ShapefileColumn("名称", .text), ShapefileColumn("count", .integer), ShapefileColumn("面积", .real),
    ShapefileColumn("built", .truth), ShapefileColumn("开工日", .day),
  ]

  /// Exteriors clockwise, holes counter-clockwise, with numbers that have no short decimals.
  private static let geometry: PolygonColumns<Plane> = {
    var columns = PolygonColumns<Plane>()
    columns.appendPolygon([
      [at(40_500_000.1, 3.3), at(40_500_000.1, 9.7), at(40_500_007.3, 9.7), at(40_500_000.1, 3.3)]
    ])
    columns.endFeature()
    columns.endFeature()
    columns.appendPolygon([
      [at(0, 0), at(0, 1.0 / 3), at(1.0 / 7, 1.0 / 3), at(1.0 / 7, 0), at(0, 0)],
      [at(0.01, 0.01), at(0.02, 0.01), at(0.01, 0.02), at(0.01, 0.01)],
    ])
    columns.appendPolygon([[at(5, 5), at(5, 6), at(6, 5), at(5, 5)]])
    columns.endFeature()
    return columns
  }()

  private static let rows: [[LayerValue]] = [
    [.text("一号地块·②"), .integer(-12), .real(1.0 / 3), .truth(true), .text("2024-05-20")],
    [.null, .null, .null, .null, .null],
    [
      .text("a, \"b\""), .integer(123_456_789_012), .real(-2e-13), .truth(false),
      .text("1999-12-31"),
    ],
  ]

  private static func at(_ x: Double, _ y: Double) -> Coordinate { Coordinate(x: x, y: y) }

  private static let projection = "PROJCS[\"CGCS2000_3_Degree_GK_CM_120E\"]"

  private func writer(_ encoding: ShapefileEncoding = .utf8) -> ShapefileWriter {
    ShapefileWriter(
      columns: Self.columns, rows: Self.rows, encoding: encoding, projection: Self.projection,
      day: (2025, 6, 30))
  }

  @Test(arguments: [ShapefileEncoding.utf8, .gbk])
  func `what is written is read back bit for bit`(encoding: ShapefileEncoding) throws {
    let scratch = try Scratch()
    let path = scratch.path("地块.shp")
    #expect(try writer(encoding).write(Self.geometry, to: path) == [])
    let reader = try ShapefileReader(path)
    #expect(reader.parts.count == 5)
    let layer = try reader.read()
    #expect(layer.geometry.x.map(\.bitPattern) == Self.geometry.x.map(\.bitPattern))
    #expect(layer.geometry.y.map(\.bitPattern) == Self.geometry.y.map(\.bitPattern))
    #expect(layer.geometry.ringStart == Self.geometry.ringStart)
    #expect(layer.geometry.polygonStart == Self.geometry.polygonStart)
    #expect(layer.geometry.featureStart == Self.geometry.featureStart)
    #expect(layer.state == [.polygon, .missing, .polygon])
    #expect(layer.attributes.names == Self.columns.map(\.name))
    #expect(layer.encoding == (encoding == .gbk ? "GBK (LDID 0x4D)" : "UTF-8 (.cpg)"))
    #expect(layer.declaredCRS == Self.projection)
    #expect(layer.notes.isEmpty)
    #expect(layer.issues.isEmpty)
    for feature in 0..<3 {
      for (value, written) in zip(layer.values(feature), Self.rows[feature]) {
        switch (value, written) {
        case (.text(let a), .text(let b)): #expect(a == b)
        case (.number(let a, _), .real(let b)): #expect(a.bitPattern == b.bitPattern)
        case (.number(_, let a), .integer(let b)): #expect(a == "\(b)")
        case (.boolean(let a), .truth(let b)): #expect(a == b)
        default: #expect(value == .null && written == .null)
        }
      }
    }
    let differences = layer.differences(from: try readByGDAL(path))
    #expect(differences.isEmpty, "\(differences)")
    let summary = try Extras.run(["ogrinfo", "-so", "-al", path])
    #expect(summary.status == 0)
    for line in ["Geometry: Polygon", "Feature Count: 3", "DBF_DATE_LAST_UPDATE=2025-06-30"] {
      #expect(summary.text.contains(line))
    }
    #expect(summary.text.contains("开工日: Date"))
  }

  @Test func `the same content gives the same bytes, and all files appear together`() throws {
    let scratch = try Scratch()
    _ = try writer().write(Self.geometry, to: scratch.path("a.shp"))
    _ = try writer().write(Self.geometry, to: scratch.path("b.shp"))
    for ending in ["shp", "shx", "dbf", "cpg", "prj"] {
      #expect(try scratch.bytes("a.\(ending)") == scratch.bytes("b.\(ending)"))
    }
    // A folder in the place of one of them: none appears.
    try FileManager.default.createDirectory(
      at: scratch.url("c.dbf"), withIntermediateDirectories: true)
    #expect(throws: OutputError.self) {
      try writer().write(Self.geometry, to: scratch.path("c.shp"))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.filter { $0.contains("c.") } == ["c.dbf"])
  }

  @Test func `what no longer fits an earlier shapefile goes`() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.shp")
    _ = try writer().write(Self.geometry, to: path)
    try scratch.write("a.qix", "index")
    var second = writer()
    second.projection = nil
    _ = try second.write(Self.geometry, to: path)
    #expect(try ShapefileReader(path).read().declaredCRS == nil)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("a.qix")))
  }

  @Test func `rings are turned into the directions of the format`() throws {
    var geometry = PolygonColumns<Plane>()
    let outer = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)].map { Self.at($0.0, $0.1) }
    let hole = [(2, 2), (2, 4), (4, 4), (2, 2)].map { Self.at($0.0, $0.1) }
    geometry.appendPolygon([outer, hole])
    geometry.endFeature()
    let scratch = try Scratch()
    let path = scratch.path("t.shp")
    let writer = ShapefileWriter(columns: [], rows: [[]], day: (2025, 1, 2))
    let losses = try writer.write(geometry, to: path)
    #expect(losses.map(\.en) == ["there is no column; FID with numbers was added"])
    let layer = try ShapefileReader(path).read()
    #expect(layer.notes.isEmpty)
    #expect(layer.polygons(0) == [[outer.reversed(), hole.reversed()]])
    #expect(layer.values(0) == [.number(0, literal: "0")])
    #expect(layer.differences(from: try readByGDAL(path)).isEmpty)
  }

  @Test(arguments: [ShapefileEncoding.utf8, .gbk])
  func `what does not fit is told`(encoding: ShapefileEncoding) throws {
    let long = String(repeating: "长", count: 200)
    let writer = ShapefileWriter(
      columns: [
        ShapefileColumn("批准用地面积", .text), ShapefileColumn("批准用地范围", .text),
        ShapefileColumn("code", .integer), ShapefileColumn("CODE", .day),
        ShapefileColumn("v", .real),
      ],
      rows: [
        [.text(long), .text(""), .integer(.max), .text("2023-02-30"), .real(.infinity)],
        [.text("a𠮷b"), .text("x "), .text("12"), .text("2024-01-01"), .real(1e300)],
        [.text("e\u{301}"), .number(literal: "1.50"), .real(2.5), .null, .number(literal: "0.1")],
      ], encoding: encoding, day: (2025, 6, 30))
    var geometry = PolygonColumns<Plane>()
    for _ in 0..<3 { geometry.endFeature() }
    let scratch = try Scratch()
    let path = scratch.path("t.shp")
    let losses = try writer.write(geometry, to: path).map(\.en)
    let layer = try ShapefileReader(path).read()
    let isGBK = encoding == .gbk
    #expect(
      layer.attributes.names
        == (isGBK
          ? ["批准用地面", "批准用地范", "code", "CODE_1", "v"]
          : ["批准用", "批准_1", "code", "CODE_1", "v"]))
    let shown = layer.attributes.names
    #expect(losses.contains { $0.contains("'批准用地面积' is written as '\(shown[0])'") })
    #expect(losses.contains { $0.contains("'CODE' is written as 'CODE_1'") })
    for text in [
      "column '批准用地面积': 1 texts of more than 254", "column '批准用地范围': 1 empty texts",
      "column '批准用地范围': 1 texts lose the blanks", "column 'code': 1 whole numbers of 19 digits",
      "column 'code': 2 values of another kind", "column 'CODE': 1 values of another kind",
      "column 'v': 1 values of another kind",
    ] { #expect(losses.contains { $0.hasPrefix(text) }, "\(text)") }
    // GBK has neither the rare character nor the accent.
    #expect(losses.contains { $0.contains("2 texts have characters that became ?") } == isGBK)
    #expect(losses.count == (isGBK ? 11 : 10))
    #expect(
      layer.values(0) == [
        .text(String(repeating: "长", count: isGBK ? 127 : 84)), .null,
        .number(Double(Int.max), literal: "\(Int.max)"), .null, .null,
      ])
    #expect(layer.values(1)[0] == .text(isGBK ? "a?b" : "a𠮷b"))
    #expect(layer.values(1)[4] == .number(1e300, literal: "1e+300"))
    #expect(layer.values(2)[1] == .text("1.50"))
    #expect(layer.values(2)[4] == .number(0.1, literal: "0.1"))
    #expect(layer.issues.isEmpty)
  }

  @Test func `uneven content and too many columns are refused`() throws {
    let scratch = try Scratch()
    var uneven = writer()
    uneven.rows.removeLast()
    #expect(throws: OutputError.self) {
      try uneven.write(Self.geometry, to: scratch.path("a.shp"))
    }
    var wide = writer()
    wide.columns = (0..<256).map { ShapefileColumn("c\($0)", .text) }
    wide.rows = wide.rows.map { _ in Array(repeating: .null, count: 256) }
    let error = #expect(throws: OutputError.self) {
      try wide.write(Self.geometry, to: scratch.path("a.shp"))
    }
    #expect(error?.reason == "256 columns, a shapefile has 255 at most")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).isEmpty)
  }
}
