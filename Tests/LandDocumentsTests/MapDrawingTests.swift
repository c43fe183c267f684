import Foundation
import LandDocuments
import LandGeometry
import LandTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Elements and texts of an XML text.
private final class Elements: NSObject, XMLParserDelegate {
  var found: [(name: String, attributes: [String: String])] = []
  var texts: [String] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    let isRead = parser.parse()
    try #require(isRead, "\(String(describing: parser.parserError))")
    texts = texts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    found.append((name, attributes))
    texts.append("")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !texts.isEmpty { texts[texts.count - 1] += string }
  }
}

@Suite struct MapDrawingTests {
  @Test func isAsKept() throws {
    for language in [Document.Language.zh, .en] {
      let text = SamplePapers.map(language).svgFile()
      let difference = try Snapshot.difference(
        text + "\n", from: "fixtures/golden/documents/map.\(language.rawValue).svg")
      #expect(difference == nil, "\(difference ?? "")")
      #expect(SamplePapers.map(language).svgFile() == text)
    }
  }

  @Test func isWellFormedAndReadOut() throws {
    let elements = try Elements(SamplePapers.map().svgFile())
    let root = try #require(elements.found.first)
    #expect(root.name == "svg" && root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "zone-title zone-desc")
    #expect(elements.texts.contains("A <zone> & \"parcels\""))
    #expect(elements.texts.contains { $0.hasPrefix("比例尺 1:10,000；一般 4、符合 4") })
    #expect(!SamplePapers.map().svg().contains("xmlns"))
    let ids = elements.found.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count && ids.count == 3)
  }

  @Test(arguments: [0.5, 3, 40, 100, 777, 12_345, 400_000]) func scaleBarIsTrue(side: Double) throws
  {
    var map = MapDrawing(name: "m", title: "", language: .en)
    let squares = SamplePapers.squares(1, side: side, columns: 1)
    map.add(MapLayer(name: "", polygons: squares, style: MapStyle()))
    let scale = try #require(map.scaleDenominator)
    let elements = try Elements(map.svgFile())
    let bar = try #require(elements.found.firstIndex { $0.attributes["class"] == "scale-bar" })
    let length = try #require(
      elements.found[bar...].first { $0.name == "rect" && $0.attributes["fill"] == "none" }
        .flatMap { $0.attributes["width"] }.flatMap(Double.init))
    let words = try #require(
      elements.texts[bar...].first { $0.hasSuffix(" m") || $0.hasSuffix(" km") }
    ).split(separator: " ")
    let metres = try #require(Double(words[0])) * (words[1] == "km" ? 1000 : 1)
    // A hundredth of a millimetre is the unit of the drawing.
    #expect(abs(length / 1e5 * scale - metres) <= 0.5e-5 * scale * 1.000_001)
    #expect((1500...6000).contains(length))
  }

  @Test func holesAreHoles() throws {
    var columns = PolygonColumns<Plane>()
    columns.appendPolygon([
      SamplePapers.square(0, 0, 100), SamplePapers.square(40, 40, 20).reversed(),
    ])
    columns.endFeature()
    var map = MapDrawing(name: "m", title: "", language: .en)
    map.add(MapLayer(name: "", polygons: columns, style: MapStyle(), labels: ["hole"]))
    let elements = try Elements(map.svgFile())
    let group = try #require(elements.found.firstIndex { $0.attributes["fill-rule"] == "evenodd" })
    let path = try #require(elements.found[group + 1].attributes["d"])
    #expect(path.count { $0 == "M" } == 2 && path.count { $0 == "z" } == 2)
    // The label stands beside the hole, not in it.
    let label = try #require(elements.texts.firstIndex(of: "hole"))
    let x = try #require(elements.found[label].attributes["x"].flatMap(Double.init))
    let start = try #require(Double(path.dropFirst().prefix { $0 != " " }))
    let y = try #require(elements.found[label].attributes["y"].flatMap(Double.init))
    let bottom = try #require(
      path.split { $0 == " " || $0 == "l" }.dropFirst().first.flatMap { Double($0) })
    let side = 100 / (try #require(map.scaleDenominator)) * 1e5
    let isInHole = abs(x - start - side / 2) < 0.1 * side && abs(bottom - y - side / 2) < 0.1 * side
    #expect(x > start && x < start + side && y < bottom && y > bottom - side && !isInHole)
  }

  @Test func closeVerticesAndTinyPolygonsAreLeftOut() throws {
    var columns = PolygonColumns<Plane>()
    // A circle of 10 000 vertices, and a square of 1 m that 1:20 000 makes 0.05 mm.
    columns.appendPolygon([
      (0...10_000).map { step in
        let angle = Double(step % 10_000) / 10_000 * 2 * .pi
        return Coordinate(x: 1000 * cos(angle), y: 1000 * sin(angle))
      }
    ])
    columns.endFeature()
    columns.appendPolygon([SamplePapers.square(0, 0, 0.1)])
    columns.endFeature()
    columns.endFeature()
    var map = MapDrawing(name: "m", title: "", language: .en)
    map.add(MapLayer(name: "", polygons: columns, style: MapStyle()))
    let scale = try #require(map.scaleDenominator)
    let elements = try Elements(map.svgFile())
    let group = try #require(elements.found.firstIndex { $0.attributes["fill-rule"] == "evenodd" })
    let paths = elements.found[(group + 1)...].prefix { $0.name == "path" }
    #expect(paths.count == 1)
    let path = try #require(paths.first?.attributes["d"])
    let numbers = path.dropFirst().dropLast().split { $0 == " " || $0 == "l" }
      .flatMap { $0.replacing("-", with: " -").split(separator: " ") }.compactMap { Int($0) }
    let steps = numbers.dropFirst(2)
    let most = 2 * Double.pi * 1000 / scale * 1000 / 0.05
    #expect(Double(steps.count / 2) <= most && steps.count > 200)
    for i in stride(from: steps.startIndex, to: steps.endIndex - 1, by: 2) {
      #expect(steps[i] * steps[i] + steps[i + 1] * steps[i + 1] >= 25)
    }
    #expect(elements.texts.contains("Polygons too small to be drawn: 1."))
  }

  @Test func manyParcelsStaySmall() throws {
    let squares = SamplePapers.squares(25_000, side: 50, columns: 160, gap: 8)
    var map = MapDrawing(name: "m", title: "", language: .zh)
    map.add(
      MapLayer(
        name: "宗地", polygons: squares, style: .tone(.bad),
        labels: (0..<25_000).map { "\($0)" }))
    let text = map.svg()
    #expect(text.components(separatedBy: "<path d=").count > 25_000)
    #expect(text.utf8.count < 3_000_000)
    #expect(text.contains("因过密而未标注：25000 处。"))
  }

  @Test func denseNumbersAreThinned() throws {
    var map = MapDrawing(name: "m", title: "", language: .en)
    let points = (0..<500).map { Coordinate(x: Double($0), y: 0) }
    map.add(
      MapPoints(name: "J", points: points, labels: (1...500).map { "J\($0)" }))
    let elements = try Elements(map.svgFile())
    let shown = elements.texts.count { $0.hasPrefix("J") && $0.count > 1 }
    #expect(shown > 10 && shown < 200)
    #expect(
      elements.texts.contains("Labels left out for want of room: \(500 - shown)."))
    // All points are drawn, and the one in the legend.
    #expect(elements.found.count { $0.name == "circle" } == 501)
  }

  @Test func nothingAndNoNumbersAreDrawn() throws {
    let empty = MapDrawing(name: "m", title: "", language: .en)
    #expect(empty.scaleDenominator == nil)
    #expect(try Elements(empty.svgFile()).texts.contains("nothing to show"))
    var columns = PolygonColumns<Plane>()
    columns.appendPolygon([
      SamplePapers.square(0, 0, 10) + [Coordinate(x: .nan, y: 0), Coordinate(x: 1e300, y: 1)]
    ])
    columns.endFeature()
    var map = MapDrawing(
      name: "m", title: "", language: .en,
      extent: Envelope(minX: 0, minY: 0, maxX: 10, maxY: 10))
    map.add(MapLayer(name: "", polygons: columns, style: .boundary))
    _ = try Elements(map.svgFile())
  }
}
