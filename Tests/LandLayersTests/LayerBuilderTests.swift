import LandGeometry
import Testing

@testable import LandLayers

/// Layers that are made of what a reader hands over.
@Suite("layers made feature by feature")
struct LayerBuilderTests {
  private static func square(_ builder: inout LayerBuilder, at x: Double, closed: Bool = true) {
    builder.beginRing()
    builder.vertex(x, 0)
    builder.vertex(x, 1)
    builder.vertex(x + 1, 1)
    builder.vertex(x + 1, 0)
    if closed { builder.vertex(x, 0) }
  }

  @Test("attributes come back as they were set, absent and null told apart")
  func attributes() throws {
    var builder = LayerBuilder(file: "a.shp", format: "Shapefile")
    let name = builder.column("名称")
    let area = builder.column("MJ")
    #expect(builder.column("MJ") == area)
    builder.beginFeature()
    builder.set(area, .number(literal: "12.50"))
    builder.set(name, .text("一\"号\n"))
    builder.endFeature(.missing)
    let late = builder.column("late")
    builder.beginFeature()
    builder.set(name, .null)
    builder.set(late, .truth(true))
    builder.endFeature(.missing)
    let layer = builder.finish()
    #expect(layer.attributes.names == ["名称", "MJ", "late"])
    #expect(layer.attributes.value(row: 0, column: name) == .text("一\"号\n"))
    #expect(layer.attributes.value(row: 0, column: area) == .number(12.5, literal: "12.50"))
    #expect(layer.attributes.value(row: 0, column: late) == .null)
    #expect(layer.attributes.value(row: 1, column: late) == .boolean(true))
    var passed: [UInt8] = []
    layer.appendProperties(
      of: 1, members: [(name, Array("n:".utf8)), (area, Array("a:".utf8))], first: true,
      to: &passed)
    #expect(String(decoding: passed, as: UTF8.self) == "n:null")
  }

  @Test("rings are judged as in every other format")
  func rings() {
    var builder = LayerBuilder(file: "a.txt", format: "TXT")
    builder.beginFeature(line: 7)
    Self.square(&builder, at: 0, closed: false)
    builder.endRing()
    builder.endPolygon()
    builder.endFeature()
    builder.beginFeature(line: 12)
    Self.square(&builder, at: 2, closed: false)
    builder.endRing(mayBeOpen: true)
    builder.endPolygon()
    builder.endFeature()
    builder.beginFeature(line: 20)
    builder.beginRing()
    builder.vertex(0, 0)
    builder.vertex(1, 1)
    builder.endRing(mayBeOpen: true)
    builder.endPolygon()
    builder.endFeature()
    builder.beginFeature()
    builder.endFeature(.otherType)
    let layer = builder.finish()
    #expect(layer.state == [.polygon, .polygon, .tooFewPoints, .otherType])
    #expect(layer.geometry.featureCount == 4)
    #expect(layer.geometry.vertexCount == 10)
    #expect(layer.issues.map(\.kind) == [.ringNotClosed, .tooFewPoints(3)])
    #expect(layer.issues.map(\.line) == [7, 20])
  }

  @Test("a table keeps the rows' own numbers")
  func table() {
    var builder = LayerBuilder(file: "a.json", format: "JSON")
    let name = builder.column("合同编号")
    for (line, text) in [(3, "甲"), (9, "乙")] {
      builder.beginFeature(line: line)
      builder.set(name, .text(text))
      builder.endFeature(.missing)
    }
    let table = builder.finishTable()
    #expect(table.lines == [3, 9])
    #expect(table.attributes.rowCount == 2)
    #expect(table.attributes.value(row: 1, column: name) == .text("乙"))
  }

  @Test("identifiers stand beside the columns")
  func identifiers() {
    var builder = LayerBuilder(file: "a.gpkg", format: "GeoPackage")
    let name = builder.column("id")
    builder.beginFeature()
    builder.identify(.integer(-7))
    builder.set(name, .text("x"))
    builder.endFeature(.missing)
    builder.beginFeature()
    builder.identify(.text("甲\""))
    builder.endFeature(.missing)
    builder.beginFeature()
    builder.endFeature(.missing)
    let layer = builder.finish()
    #expect((0..<3).map { layer.identifier(of: $0) } == ["-7", "甲\"", nil])
    #expect(layer.attributes.value(row: 0, column: name) == .text("x"))
    #expect(layer.attributes.value(row: 1, column: name) == .null)
  }
}
