import LandGeometry
import LandTestSupport
import LandTopology
import Testing

/// The area of unions by their boundaries, held against GEOS's overlays.
@Suite("Areas of unions") struct UnionMeasureTests {
  /// Features one after the other.
  private func together(_ shapes: [PolygonColumns<Plane>]) -> PolygonColumns<Plane> {
    var columns = PolygonColumns<Plane>()
    for var shape in shapes {
      shape.orientInteriorLeft(feature: 0)
      columns.appendFeature(0, of: shape)
    }
    return columns
  }

  /// Compares both areas; what differs.
  private func compare(
    _ shapes: [PolygonColumns<Plane>], clip: PolygonColumns<Plane>? = nil
  ) throws -> String? {
    let columns = together(shapes)
    let all = Array(shapes.indices)
    let context = try GEOSContext()
    var measure = UnionMeasure()
    let found: Double?
    let expected: Double
    if let clip {
      let clip = together([clip])
      found = measure.area(of: all, in: columns, within: 0, of: clip)
      let prepared = try GEOSPreparedGeometry(try context.geometry(of: 0, in: clip))
      expected = try context.unionArea(of: all, in: columns, clippedTo: prepared).area
    } else {
      found = measure.area(of: all, in: columns, of: columns)
      expected = try context.unionArea(of: all, in: columns).area
    }
    guard let found, (found - expected).magnitude <= 1e-9 * max(1, expected) else {
      return "\(String(describing: found)), GEOS \(expected): "
        + shapes.map(\.wkt).joined(separator: " ") + (clip.map { " in \($0.wkt)" } ?? "")
    }
    return nil
  }

  @Test("random polygons, with and without a clip", arguments: [0, 40_000_000])
  func randomPolygons(east: Double) throws {
    let judge = try Judge()
    var random = SeededGenerator(seed: 71)
    for round in 0..<rounds(400) {
      var shapes: [PolygonColumns<Plane>] = []
      while shapes.count < 2 + round % 6 {
        let shape = layer(
          star(
            .random(in: 0...20, using: &random), .random(in: 0...20, using: &random), radius: 10,
            count: .random(in: 3...12, using: &random), &random))
        if try judge.isValid(shape) { shapes.append(shape.moved(x: east, y: 0)) }
      }
      let clip = layer(convex(10, 10, radius: 9, count: 8, &random)).moved(x: east, y: 0)
      #expect(try compare(shapes) == nil)
      #expect(try compare(shapes, clip: clip) == nil)
    }
  }

  @Test("polygons on a small grid: shared borders, corners on edges, holes, several parts")
  func smallGrid() throws {
    let judge = try Judge()
    var random = SeededGenerator(seed: 72)
    var shapes: [PolygonColumns<Plane>] = []
    while shapes.count < rounds(200) {
      func one(_ range: ClosedRange<Double>, _ radius: Double) -> Ring {
        snapped(
          star(
            .random(in: range, using: &random), .random(in: range, using: &random),
            radius: radius, count: .random(in: 3...9, using: &random), inner: 0.5, &random),
          to: 1)
      }
      let parts: [[Ring]] =
        switch shapes.count % 3 {
        case 0: [[one(4...8, 5)]]
        case 1: [[one(5...7, 8), one(5...7, 3)]]
        default: [[one(2...5, 4)], [one(7...11, 4)]]
        }
      let shape = layer(parts)
      if try judge.isValid(shape) { shapes.append(shape) }
    }
    for start in shapes.indices.dropLast(8) {
      let chosen = Array(shapes[start..<start + 2 + start % 6])
      #expect(try compare(chosen) == nil)
      #expect(try compare(chosen, clip: shapes[start + 7]) == nil)
    }
  }

  @Test("a polygon named twice counts once; one in another adds nothing; a frame keeps its hole")
  func special() {
    var measure = UnionMeasure()
    func area(_ shapes: [PolygonColumns<Plane>], clip: PolygonColumns<Plane>? = nil) -> Double? {
      let columns = together(shapes)
      guard let clip else {
        return measure.area(of: Array(shapes.indices), in: columns, of: columns)
      }
      return measure.area(
        of: Array(shapes.indices), in: columns, within: 0, of: together([clip]))
    }
    let base = layer(square(0, 0, 10))
    #expect(area([base, base, base]) == 100)
    #expect(area([base, layer(square(2, 2, 3))]) == 100)
    #expect(area([layer(square(2, 2, 3)), base]) == 100)
    #expect(area([base, layer(square(10, 0, 10)), layer(square(0, 10, 10))]) == 300)
    let frame = [
      rectangle(0, 0, 10, 2), rectangle(0, 8, 10, 10), rectangle(0, 0, 2, 10),
      rectangle(8, 0, 10, 10),
    ]
    #expect(area(frame.map { layer($0) }) == 64)
    #expect(area(frame.map { layer($0) }, clip: layer(square(1, 1, 8))) == 28)
    #expect(area([base, base], clip: layer(square(5, 5, 10))) == 25)
    #expect(area([base], clip: layer(square(20, 20, 10))) == 0)
    #expect(area([]) == 0)
  }

  @Test("too many edges are left to others")
  func tooMany() {
    var columns = PolygonColumns<Plane>()
    for index in 0..<400 {
      columns.appendPolygon([square(Double(index), 0, 2)])
      columns.endFeature()
    }
    var measure = UnionMeasure()
    #expect(measure.area(of: Array(0..<400), in: columns, of: columns) == nil)
    #expect(measure.area(of: Array(0..<300), in: columns, of: columns) == 602)
  }
}
