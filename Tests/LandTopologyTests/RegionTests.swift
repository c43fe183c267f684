import LandGeometry
import LandTopology
import Testing

@Suite("Regions") struct RegionTests {
  private func squares(_ places: [(Double, Double, Double)]) -> PolygonColumns<Plane> {
    var columns = PolygonColumns<Plane>()
    for (x, y, side) in places {
      let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
      columns.appendPolygon([corners.map { Coordinate(x: $0.0, y: $0.1) }])
      columns.endFeature()
    }
    return columns
  }

  @Test("unions, intersections and differences go on from each other")
  func operations() throws {
    let context = try GEOSContext()
    let columns = squares([(0, 0, 10), (5, 0, 10), (100, 100, 1)])
    let left = try context.region(uniting: [0], in: columns)
    let both = try context.region(uniting: [0, 1, 2], in: columns)
    #expect(left.area == 100 && both.area == 151 && both.columns.featureCount == 1)
    let rest = try context.region(.difference, both, left)
    #expect(rest.area == 51 && rest.columns.polygons(of: 0).count == 2)
    #expect(try context.region(.intersection, rest, left).isEmpty)
    #expect(try context.region(.union, rest, left).area == 151)
    #expect(both.box == Envelope(minX: 0, minY: 0, maxX: 101, maxY: 101))
    #expect(context.liveGeometries == 0)
  }

  @Test("nothing, and what lies apart")
  func empty() throws {
    let context = try GEOSContext()
    let columns = squares([(0, 0, 1), (9, 9, 1)])
    let none = try context.region(uniting: [], in: columns)
    let a = try context.region(uniting: [0], in: columns)
    let b = try context.region(uniting: [1], in: columns)
    #expect(none.isEmpty && none.area == 0 && none.columns.featureCount == 1)
    #expect(Region<Plane>.empty.columns.featureCount == 1)
    #expect(try context.region(.intersection, a, b).isEmpty)
    #expect(try context.region(.difference, a, b).area == 1)
    #expect(try context.region(.difference, none, b).isEmpty)
    #expect(try context.region(.union, none, b).area == 1)
    #expect(try context.region(.symmetricDifference, a, none).area == 1)
  }

  @Test("what GEOS cannot build is an error")
  func failure() throws {
    let context = try GEOSContext()
    #expect(throws: TopologyError.self) {
      _ = try context.region(uniting: [0], in: squares([(0, .nan, 1)]))
    }
    #expect(throws: TopologyError.self) {
      _ = try context.region(uniting: [0, 1], in: squares([(0, 0, 1e200), (1, 1, 1e200)]))
    }
    #expect(context.liveGeometries == 0)
  }
}
