import LandGeometry
import LandTestSupport
import Testing

@testable import LandPresentation

@Suite("Boundaries on the grid of a page") struct ShapeTests {
  /// Reads the bytes back by the description of the format, without the code under test.
  private func decoded(_ bytes: [UInt8], count: Int) -> [[[(x: Int, y: Int)]]] {
    var (at, x, y) = (0, 0, 0)
    func next() -> Int {
      var (value, shift) = (0, 0)
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        value |= Int(byte & 127) << shift
        shift += 7
        if byte < 128 { break }
      }
      return value
    }
    func step() -> Int {
      let value = next()
      return value % 2 == 0 ? value / 2 : -(value + 1) / 2
    }
    var features: [[[(x: Int, y: Int)]]] = []
    for _ in 0..<count {
      var rings: [[(x: Int, y: Int)]] = []
      for _ in 0..<next() {
        var ring: [(x: Int, y: Int)] = []
        for _ in 0..<next() {
          x += step()
          y += step()
          ring.append((x, y))
        }
        rings.append(ring)
      }
      features.append(rings)
    }
    #expect(at == bytes.count)
    return features
  }

  @Test("what is encoded is decoded", arguments: 1...20 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var shapes = GridShapes()
    var expected: [[[(x: Int, y: Int)]]] = []
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      var rings: [[(x: Int, y: Int)]] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let reach = [10, 1000, 2_000_000_000][Int.random(in: 0..<3, using: &random)]
        let ring = (0..<Int.random(in: 1...40, using: &random)).map { _ in
          (
            x: Int.random(in: -reach...reach, using: &random),
            y: Int.random(in: -reach...reach, using: &random)
          )
        }
        shapes.appendRing(ring.map { (Int32($0.x), Int32($0.y)) })
        rings.append(ring)
      }
      shapes.endFeature()
      expected.append(rings)
    }
    let found = decoded(shapes.encoded(), count: shapes.featureCount)
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) {
      #expect(a.map { $0.map { [$0.x, $0.y] } } == b.map { $0.map { [$0.x, $0.y] } })
    }
  }

  @Test("a place on the grid is where it was, within half a step")
  func grid() throws {
    let box = Envelope(minX: 114.123_456, minY: 24.5, maxX: 116, maxY: 25)
    for isFine in [true, false] {
      let grid = ShapeGrid(box, isFine: isFine)
      let place = try #require(grid.place(longitude: 115.987_654_3, latitude: 24.678_901_2))
      let back = grid.position(x: place.x, y: place.y)
      #expect((back.x - 115.987_654_3).magnitude <= grid.step * 0.501)
      #expect((back.y - 24.678_901_2).magnitude <= grid.step * 0.501)
    }
    // A degree of latitude in the middle is 110.8 km, one of longitude less by its cosine.
    let grid = ShapeGrid(box, isFine: true)
    #expect((grid.ky * 1e7 - 110_780).magnitude < 60)
    #expect((grid.kx * 1e7 - 101_153).magnitude < 60)
    #expect(grid.place(longitude: 500_000, latitude: 24) == nil)
  }

  @Test("a feature that is not in degrees has no rings and keeps its place")
  func outside() {
    var columns = PolygonColumns<Geographic>()
    func box(_ x: Double, _ y: Double) -> [Coordinate] {
      [(0, 0), (1, 0), (1, 1), (0, 0)].map { Coordinate(x: x + $0.0, y: y + $0.1) }
    }
    for corner in [(114.0, 24.0), (500_000, 3_000_000), (115, 25)] {
      columns.appendPolygon([box(corner.0, corner.1)])
      columns.endFeature()
    }
    columns.endFeature()
    let grid = ShapeGrid(Envelope(minX: 114, minY: 24, maxX: 116, maxY: 26), isFine: true)
    let shapes = GridShapes(columns, features: 0..<4, on: grid)
    #expect(shapes.featureStart == [0, 1, 1, 2, 2] && shapes.ringStart == [0, 3, 6])
  }
}
