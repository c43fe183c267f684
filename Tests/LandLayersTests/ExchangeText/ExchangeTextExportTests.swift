import LandGeometry
import LandTestSupport
import Testing

@testable import LandLayers

/// Layers that go out as exchange files and come back.
@Suite("Exchange text of layers") struct ExchangeTextExportTests {
  private static let names = ["地块编号", "地块名称", "图幅号", "地块用途", "地类编码", "备用"]

  /// Features of rings, each polygon its exterior and holes, x east.
  private static func layer(_ features: [[[[(Double, Double)]]]]) -> FeatureLayer {
    var builder = LayerBuilder(file: "made.shp", format: "Shapefile")
    let columns = names.map { builder.column($0) }
    for (index, polygons) in features.enumerated() {
      builder.beginFeature()
      for (column, text) in zip(columns, ["DK\(index)", "一号", "", "工业用地", "0601"]) {
        builder.set(column, .text(text))
      }
      for polygon in polygons {
        for ring in polygon {
          builder.beginRing()
          for (x, y) in ring { builder.vertex(x, y) }
          builder.endRing(mayBeOpen: true)
        }
        builder.endPolygon()
      }
      builder.endFeature()
    }
    return builder.finish()
  }

  private static func square(_ x: Double, _ y: Double, _ side: Double) -> [(Double, Double)] {
    [(x, y), (x, y + side), (x + side, y + side), (x + side, y)]
  }

  private static func readBack(
    _ export: ExchangeTextExport, _ encoding: ExchangeTextWriter.Encoding = .utf8
  ) throws -> FeatureLayer {
    let bytes = try ExchangeTextWriter(encoding: encoding).bytes(of: export.text)
    return try ExchangeTextReader.readLayer(SourceBytes(name: "back.txt", bytes: bytes))
  }

  @Test(
    "holes, parts, ids and uses come back; coordinates are the decimals that were written",
    arguments: [ExchangeTextWriter.Encoding.utf8, .gbk])
  func roundTrip(_ encoding: ExchangeTextWriter.Encoding) throws {
    var random = SeededGenerator(seed: 61)
    var features: [[[[(Double, Double)]]]] = []
    for index in 0..<60 {
      let x = 38_400_000 + Double(Int.random(in: 0..<200_000_000, using: &random)) / 1000
      let y = 3_000_000 + Double(Int.random(in: 0..<900_000_000, using: &random)) / 1000
      var polygon = [Self.square(x, y, 100)]
      for hole in 0..<index % 4 {
        polygon.append(Self.square(x + 10 + Double(hole) * 20, y + 10, 7))
      }
      features.append(
        index % 5 == 0 ? [polygon, [Self.square(x + 200, y, 50.25)]] : [polygon])
    }
    let layer = Self.layer(features)
    let export = try ExchangeTextExport(of: layer, epsg: 4526, producer: "某局", day: "2024-05-20")
    #expect(export.text.precision == .millimetre)
    #expect(export.losses.count == 2)
    let back = try Self.readBack(export, encoding)
    #expect(back.issues.isEmpty)
    #expect(back.declaredCRS == "EPSG:4526")
    #expect(back.featureCount == 72)
    // Parts are records, so rings come in the same order.
    #expect(back.geometry.ringStart == layer.geometry.ringStart)
    #expect(back.geometry.polygonStart == layer.geometry.polygonStart)
    func decimals(_ values: [Double]) -> [Double] {
      values.compactMap { Double(FixedDecimal.text($0, 3)) }
    }
    #expect(back.geometry.x == decimals(layer.geometry.x))
    #expect(back.geometry.y == decimals(layer.geometry.y))
    let ids = (0..<back.featureCount).compactMap {
      back.attributes.value(row: $0, column: 2).text
    }
    #expect(ids.prefix(4) == ["DK0-1", "DK0-2", "DK1", "DK2"])
    let use = try #require(back.attributes.column(named: "地块用途"))
    #expect(
      (0..<back.featureCount).allSatisfy {
        back.attributes.value(row: $0, column: use) == .text("工业用地")
      })
  }

  @Test("what was read is written again without a change of a coordinate")
  func secondTrip() throws {
    let first = try ExchangeTextReaderTests.read("made/standard.txt")
    let export = try ExchangeTextExport(of: first, epsg: 4526, producer: "", day: "")
    #expect(export.losses.isEmpty)
    #expect(export.text.precision == .centimetre)
    let second = try Self.readBack(export)
    #expect(second.geometry.x == first.geometry.x)
    #expect(second.geometry.y == first.geometry.y)
    #expect(second.attributes.names == first.attributes.names)
    for column in first.attributes.names.indices {
      #expect(
        second.attributes.value(row: 0, column: column)
          == first.attributes.value(row: 0, column: column))
    }
  }

  @Test(
    "planes without a zone in front get it; zones of six degrees are named",
    arguments: [(4547, 38, "EPSG:4526"), (4509, 20, "EPSG:4498")])
  func planes(epsg: Int, zone: Int, back: String) throws {
    let layer = Self.layer([[[Self.square(500_000, 3_174_000, 100)]]])
    let export = try ExchangeTextExport(of: layer, epsg: epsg, producer: "", day: "")
    #expect(export.text.zone == zone)
    let read = try Self.readBack(export)
    #expect(read.declaredCRS == back)
    #expect(read.geometry.x.first == Double(zone) * 1e6 + 500_000)
    #expect(read.notes.count == 1)
  }

  @Test("what is lost is said")
  func losses() throws {
    var layer = Self.layer([
      [[Self.square(38_500_000.00001, 3_174_000, 100)]],
      [[Self.square(38_500_000, 3_174_000, 100)]],
    ])
    layer.state[1] = .unreadable
    let export = try ExchangeTextExport(
      of: layer, epsg: 4526, columns: .init(named: ["备用"]), producer: "", day: "")
    let english = export.losses.map(\.en)
    #expect(export.text.precision == .tenthMillimetre)
    #expect(english.count == 4)
    #expect(english[0].hasPrefix("1 features have no polygon"))
    #expect(english[1].hasPrefix("1 features have no id"))
    #expect(english[2] == "coordinates are rounded, by 0.000010 m at most")
    #expect(english[3].hasSuffix("地块编号、地块名称、图幅号、地块用途、地类编码、备用"))
    layer.state[0] = .empty
    #expect(throws: ExchangeTextError.nothing) {
      try ExchangeTextExport(of: layer, epsg: 4526, producer: "", day: "")
    }
    #expect(throws: ExchangeTextError.plane(4490)) {
      try ExchangeTextExport(of: layer, epsg: 4490, producer: "", day: "")
    }
  }
}
