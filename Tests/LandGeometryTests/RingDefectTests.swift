import LandGeometry
import LandTestSupport
import Testing

@Suite("Defects of rings") struct RingDefectTests {
  private func defects(_ polygons: [[Ring]]) -> [RingDefect] {
    layer(polygons).ringDefects(of: 0)
  }

  @Test("clean rings have none")
  func clean() {
    var random = SeededGenerator(seed: 61)
    for _ in 0..<300 {
      let ring = star(
        39_500_000, 3e6, radius: 50, count: .random(in: 3...30, using: &random), &random)
      #expect(defects([[ring]]).isEmpty)
    }
    // A point on a straight edge is no defect.
    #expect(defects([[ring([(0, 0), (5, 0), (10, 0), (10, 10), (0, 10)])]]).isEmpty)
    #expect(defects([[square(0, 0, 10), square(2, 2, 3), square(6, 6, 3)]]).isEmpty)
    #expect(layer([] as [[Ring]]).ringDefects(of: 0).isEmpty)
  }

  @Test("repeated points, each copy once")
  func repeated() {
    let found = defects([
      [square(0, 0, 20)],
      [square(30, 0, 20), ring([(32, 2), (34, 2), (34, 2), (34, 2), (34, 4), (32, 4)])],
    ])
    #expect(found.map(\.kind) == [.repeatedPoint, .repeatedPoint])
    #expect(found.map(\.vertex) == [2, 3])
    #expect(found.allSatisfy { $0.part == 1 && $0.ring == 1 })
    #expect(found[0].coordinate == Coordinate(x: 34, y: 2))
    // Before and after the closing point.
    let atStart = ring([(0, 0), (0, 0), (10, 0), (10, 10)])
    #expect(defects([[atStart]]).map(\.vertex) == [1])
    let atEnd = ring([(0, 0), (10, 0), (10, 10), (0, 0)]) + [Coordinate(x: 0, y: 0)]
    #expect(defects([[atEnd]]).map(\.kind) == [.repeatedPoint])
  }

  @Test("spikes, also at the start vertex and hidden behind a repeated point")
  func spikes() {
    let inside = ring([(0, 0), (10, 0), (15, 0), (10, 0), (10, 10), (0, 10)])
    let first = defects([[inside]])
    #expect(first.map(\.kind) == [.spike])
    #expect(first.map(\.vertex) == [2])
    #expect(first.first?.coordinate == Coordinate(x: 15, y: 0))

    let start = ring([(15, 0), (10, 0), (10, 10), (0, 10), (0, 0), (10, 0)])
    #expect(defects([[start]]).map(\.kind) == [.spike])
    #expect(defects([[start]]).map(\.vertex) == [0])
    let last = ring([(10, 0), (10, 10), (0, 10), (0, 0), (10, 0), (15, 0)])
    #expect(defects([[last]]).map(\.vertex) == [5])

    let hidden = ring([(0, 0), (10, 0), (15, 0), (15, 0), (10, 0), (10, 10), (0, 10)])
    #expect(defects([[hidden]]).map(\.kind) == [.repeatedPoint, .spike])
    // Out and only part of the way back.
    let part = ring([(0, 0), (15, 0), (10, 0), (10, 10), (0, 10)])
    #expect(defects([[part]]).map(\.coordinate) == [Coordinate(x: 15, y: 0)])
    // A needle that is not quite one.
    let needle = ring([(0, 0), (10, 0), (15, 0), (10, 1e-9), (10, 10), (0, 10)])
    #expect(defects([[needle]]).isEmpty)
  }

  @Test("a ring drawn twice, whatever its start and direction")
  func duplicateRings() {
    let hole = ring([(2, 2), (6, 2), (6, 5), (2, 6)])
    let turned = ring([(6, 5), (2, 6), (2, 2), (6, 2)])
    for other in [hole, turned, hole.reversed(), turned.reversed()] {
      let found = defects([[square(0, 0, 10), hole, other]])
      #expect(found.map(\.kind) == [.duplicateRing])
      #expect(found.map(\.ring) == [2])
      #expect(defects([[hole], [other]]).map(\.part) == [1])
    }
    #expect(defects([[square(0, 0, 10), hole, ring([(2, 2), (6, 2), (6, 5), (2, 7)])]]).isEmpty)
  }
}
