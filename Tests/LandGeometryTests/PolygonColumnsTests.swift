import LandGeometry
import LandTestSupport
import Testing

@Suite("Columns of polygons") struct PolygonColumnsTests {
  /// Three features: two parts with a hole, none, one part.
  private var sample: PolygonColumns<Plane> {
    var columns = PolygonColumns<Plane>()
    columns.appendPolygon([square(0, 0, 10), square(2, 2, 2)])
    columns.appendPolygon([square(20, 0, 5)])
    columns.endFeature()
    columns.endFeature()
    columns.appendPolygon([ring([(0, 0), (1, 0), (0, 1)])])
    columns.endFeature()
    return columns
  }

  @Test("offsets")
  func offsets() {
    let columns = sample
    #expect(columns.featureCount == 3 && columns.vertexCount == 19)
    #expect(columns.polygons(of: 0) == 0..<2)
    #expect(columns.polygons(of: 1).isEmpty)
    #expect(columns.polygons(of: 2) == 2..<3)
    #expect(columns.rings(of: 0) == 0..<2)
    #expect(columns.rings(of: 2) == 3..<4)
    #expect(columns.rings(ofFeature: 0) == 0..<3)
    #expect(columns.rings(ofFeature: 1).isEmpty)
    #expect(columns.vertices(of: 1) == 5..<10)
    #expect(columns.vertices(ofFeature: 0) == 0..<15)
    #expect(columns.vertices(ofFeature: 1).isEmpty)
    #expect(columns.vertices(ofFeature: 2) == 15..<19)
    #expect(columns.envelope(of: 0) == Envelope(minX: 0, minY: 0, maxX: 25, maxY: 10))
    #expect(columns.envelope(of: 1).isEmpty)
    #expect(PolygonColumns<Plane>().featureCount == 0)
  }

  private func same(_ a: PolygonColumns<Plane>, _ b: PolygonColumns<Plane>) -> Bool {
    a.x == b.x && a.y == b.y && a.ringStart == b.ringStart && a.polygonStart == b.polygonStart
      && a.featureStart == b.featureStart
  }

  @Test("appending layers and features gives the same as building at once")
  func append() {
    var twice = sample
    twice.append(sample)
    var piecemeal = PolygonColumns<Plane>()
    for _ in 0..<2 {
      for feature in 0..<3 { piecemeal.appendFeature(feature, of: sample) }
    }
    #expect(same(twice, piecemeal))
    #expect(twice.featureCount == 6)
    for feature in 0..<6 {
      #expect(twice.planarArea(of: feature) == sample.planarArea(of: feature % 3))
      #expect(twice.envelope(of: feature) == sample.envelope(of: feature % 3))
    }
    var fromNothing = PolygonColumns<Plane>()
    fromNothing.append(sample)
    fromNothing.append(PolygonColumns<Plane>())
    #expect(same(fromNothing, sample))
  }

  @Test("random layers in random pieces")
  func randomPieces() {
    var random = SeededGenerator(seed: 71)
    var whole = PolygonColumns<Plane>()
    var pieces = PolygonColumns<Plane>()
    for _ in 0..<30 {
      var piece = PolygonColumns<Plane>()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          let rings = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            star(0, 0, radius: 9, count: .random(in: 3...6, using: &random), &random)
          }
          piece.appendPolygon(rings)
          whole.appendPolygon(rings)
        }
        piece.endFeature()
        whole.endFeature()
      }
      pieces.append(piece)
    }
    #expect(same(whole, pieces))
  }

  @Test("exchanging axes twice changes nothing; another space keeps the numbers")
  func axes() {
    var columns = sample
    columns.swapAxes()
    #expect(columns.x == sample.y && columns.y == sample.x)
    columns.swapAxes()
    #expect(same(columns, sample))
    let placed = sample.placed(in: Geographic.self)
    #expect(placed.x == sample.x && placed.featureStart == sample.featureStart)
  }
}
