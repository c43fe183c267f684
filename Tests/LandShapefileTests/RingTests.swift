import LandGeometry
import LandLayers
import LandShapefile
import LandTestSupport
import Testing

/// Rings that break the format's rules of direction, touch, repeat or enclose nothing.
@Suite struct RingTests {
  /// The polygons of one record, as the first corners of their rings.
  private func read(_ rings: [[(Double, Double)]]) throws -> (layer: FeatureLayer, [[Coordinate]]) {
    var shapes = MadeShapes()
    shapes.add(rings)
    let scratch = try Scratch()
    let path = try scratch.write("r.shp", bytes: shapes.files().shapes)
    let layer = try ShapefileReader(path).read()
    return (layer, layer.polygons(0).map { $0.compactMap(\.first) })
  }

  private func at(_ x: Double, _ y: Double) -> Coordinate { Coordinate(x: x, y: y) }

  @Test(arguments: [true, false], [true, false])
  func `a hole is told by where it lies, whatever the directions`(
    outer: Bool, inner: Bool
  ) throws {
    let (layer, polygons) = try read([
      square(2, 2, 3, clockwise: inner), square(0, 0, 10, clockwise: outer),
    ])
    #expect(polygons.count == 1)
    #expect(layer.polygons(0).first?.first?.contains(at(10, 10)) == true)
    #expect(layer.geometry.placed(in: Plane.self).planarArea(of: 0) == 91)
    let against = (outer ? 0 : 1) + (inner ? 1 : 0)
    #expect(
      layer.notes.contains { $0.en.hasPrefix("\(against) rings of 1 features run against") }
        == (against > 0))
  }

  @Test func `a ring the wrong way round inside nothing is an exterior`() throws {
    let (layer, polygons) = try read([
      square(0, 0, 10), square(20, 0, 5, clockwise: false), square(1, 1, 2, clockwise: false),
    ])
    #expect(polygons == [[at(0, 0), at(1, 1)], [at(20, 0)]])
    #expect(layer.state == [.polygon])
  }

  @Test func `a hole belongs to the smallest exterior around it`() throws {
    let (_, polygons) = try read([
      square(0, 0, 100), square(10, 10, 80, clockwise: false), square(20, 20, 60),
      square(30, 30, 40, clockwise: false), square(40, 40, 20), square(12, 12, 2),
    ])
    #expect(
      polygons == [[at(0, 0), at(10, 10)], [at(20, 20), at(30, 30)], [at(40, 40)], [at(12, 12)]])
  }

  @Test func `holes that touch the exterior in corners or along edges are holes`() throws {
    // All corners of the diamond lie on the square's edges; the second hole shares an edge.
    let diamond = [(5.0, 0.0), (10, 5), (5, 10), (0, 5), (5, 0)]
    #expect(try read([square(0, 0, 10), diamond]).1 == [[at(0, 0), at(5, 0)]])
    #expect(
      try read([square(0, 0, 10), square(0, 3, 2, clockwise: false)]).1 == [[at(0, 0), at(0, 3)]])
    // Outside, touching: two exteriors.
    #expect(try read([square(0, 0, 10), square(10, 2, 3)]).1 == [[at(0, 0)], [at(10, 2)]])
  }

  @Test func `corners on a slanted edge are decided exactly`() throws {
    // 40 500 000.1 and the like have no exact doubles; the hole's corner is the middle of an edge.
    let (x, y) = (40_500_000.1, 3_540_000.3)
    let triangle = [(x, y), (x + 3, y + 9), (x + 9, y + 3), (x, y)]
    let corner = ((x + x + 3) / 2, (y + y + 9) / 2)
    let hole = [corner, (x + 3, y + 4), (x + 3, y + 5), corner]
    let (layer, polygons) = try read([triangle, hole])
    #expect(polygons.count == 1)
    #expect(layer.geometry.rings(of: 0).count == 2)
  }

  @Test func `the same ring twice is two exteriors, not nothing`() throws {
    let (layer, polygons) = try read([square(3, 3, 7), square(3, 3, 7)])
    #expect(polygons == [[at(3, 3)], [at(3, 3)]])
    #expect(layer.geometry.placed(in: Plane.self).planarArea(of: 0) == 98)
  }

  @Test func `rings that enclose nothing and open rings get their issues`() throws {
    let point = Array(repeating: (50.0, 50.0), count: 2)
    let open = Array(square(20, 0, 5).dropLast())
    let (layer, polygons) = try read([square(0, 0, 10), point, open, [(1, 1), (2, 2), (1, 1)]])
    #expect(polygons == [[at(0, 0)], [at(20, 0)]])
    #expect(
      Set(layer.issues.map(\.kind)) == [.tooFewPoints(2), .tooFewPoints(3), .ringNotClosed])
    #expect(layer.geometry.vertices(of: 1).count == 5)
    let (nothing, _) = try read([point])
    #expect(nothing.state == [.tooFewPoints])
    let (empty, _) = try read([])
    #expect(empty.state == [.empty])
  }

  /// One exterior of many vertices with many holes takes the way over an index.
  @Test func `thousands of holes find their exterior`() throws {
    var rings: [[(Double, Double)]] = []
    for row in 0..<40 {
      for column in 0..<50 {
        rings.append(square(Double(column) * 2 + 0.5, Double(row) * 2 + 0.5, 1, clockwise: false))
      }
    }
    // The exterior has teeth: its corners are above, below and beside the holes.
    var outer: [(Double, Double)] = [(0, 0), (0, 80)]
    for tooth in 0..<100 { outer += [(Double(tooth), 81), (Double(tooth) + 0.5, 80)] }
    outer += [(100, 80), (100, 0), (0, 0)]
    rings.insert(outer, at: 1000)
    let (layer, polygons) = try read(rings)
    #expect(polygons.count == 1)
    #expect(polygons.first?.count == 2001)
    #expect(layer.notes.count == 2)
  }
}
