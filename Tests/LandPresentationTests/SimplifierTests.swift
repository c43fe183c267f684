import LandGeometry
import LandTestSupport
import Testing

@testable import LandPresentation

@Suite("Simplified boundaries") struct SimplifierTests {
  private let grid = ShapeGrid(
    Envelope(minX: 114, minY: 24, maxX: 114.2, maxY: 24.2), isFine: false)

  /// An edge without its direction.
  private struct Edge: Hashable {
    let x1, y1, x2, y2: Int32
    init(_ a: (x: Int32, y: Int32), _ b: (x: Int32, y: Int32)) {
      let isOrdered = (a.x, a.y) <= (b.x, b.y)
      let (first, second) = isOrdered ? (a, b) : (b, a)
      (x1, y1, x2, y2) = (first.x, first.y, second.x, second.y)
    }
  }

  private func points(_ shapes: GridShapes, _ ring: Int) -> [(x: Int32, y: Int32)] {
    (shapes.ringStart[ring]..<shapes.ringStart[ring + 1]).map { (shapes.x[$0], shapes.y[$0]) }
  }

  private func edges(_ shapes: GridShapes) -> [Edge: Int] {
    var edges: [Edge: Int] = [:]
    for ring in 0..<shapes.ringCount {
      let ring = points(shapes, ring)
      for i in ring.indices { edges[Edge(ring[i], ring[(i + 1) % ring.count]), default: 0] += 1 }
    }
    return edges
  }

  private func doubleArea(_ shapes: GridShapes) -> Int {
    (0..<shapes.ringCount).reduce(0) { sum, ring in
      let ring = points(shapes, ring)
      return sum
        + ring.indices.reduce(0) { sum, i in
          let (a, b) = (ring[i], ring[(i + 1) % ring.count])
          return sum + Int(a.x) * Int(b.y) - Int(b.x) * Int(a.y)
        }
    }
  }

  /// A block of parcels whose common borders wind: `size` × `size` squares of 100 steps, the
  /// corners shaken, points along every border. Rings begin anywhere; some run the other way
  /// round. Within some of them lies a parcel of its own, which they have as a hole.
  private func block(_ size: Int, _ random: inout SeededGenerator) -> GridShapes {
    var corners: [[(x: Int32, y: Int32)]] = []
    for row in 0...size {
      corners.append(
        (0...size).map { column in
          (
            Int32(column * 100 + Int.random(in: -15...15, using: &random)),
            Int32(row * 100 + Int.random(in: -15...15, using: &random))
          )
        })
    }
    func border(_ a: (x: Int32, y: Int32), _ b: (x: Int32, y: Int32)) -> [(x: Int32, y: Int32)] {
      let count = Int32.random(in: 0...12, using: &random)
      return (0..<count).map { i in
        let share = { (from: Int32, to: Int32) in from + (to - from) * (i + 1) / (count + 1) }
        return (
          share(a.x, b.x) + Int32.random(in: -4...4, using: &random),
          share(a.y, b.y) + Int32.random(in: -4...4, using: &random)
        )
      }
    }
    var level: [[[(x: Int32, y: Int32)]]] = []
    var upright: [[[(x: Int32, y: Int32)]]] = []
    for row in 0...size {
      level.append((0..<size).map { border(corners[row][$0], corners[row][$0 + 1]) })
    }
    for row in 0..<size {
      upright.append((0...size).map { border(corners[row][$0], corners[row + 1][$0]) })
    }
    var shapes = GridShapes()
    func append(_ ring: [(x: Int32, y: Int32)]) {
      var ring = ring
      // Points that fall on one step are one point, as a grid makes them.
      ring = ring.indices.filter { i in
        let before = ring[(i + ring.count - 1) % ring.count]
        return before.x != ring[i].x || before.y != ring[i].y
      }.map { ring[$0] }
      let turn = Int.random(in: 0..<ring.count, using: &random)
      ring = Array(ring[turn...] + ring[..<turn])
      shapes.appendRing(ring)
    }
    for row in 0..<size {
      for column in 0..<size {
        let outer =
          [corners[row][column]] + level[row][column] + [corners[row][column + 1]]
          + upright[row][column + 1] + [corners[row + 1][column + 1]]
          + level[row + 1][column].reversed() + [corners[row + 1][column]]
          + upright[row][column].reversed()
        append(outer)
        guard Int.random(in: 0..<4, using: &random) == 0 else {
          shapes.endFeature()
          continue
        }
        let (x, y) = (Int32(column * 100 + 50), Int32(row * 100 + 50))
        let inner: [(x: Int32, y: Int32)] = [
          (x - 10, y - 10), (x, y - 11), (x + 10, y - 10), (x + 11, y), (x + 10, y + 10),
          (x - 10, y + 10),
        ]
        append(inner.reversed())
        shapes.endFeature()
        append(inner)
        shapes.endFeature()
      }
    }
    return shapes
  }

  @Test(
    "neighbours keep the same line, rings stay open, the whole keeps its ground",
    arguments: 1...25 as ClosedRange<UInt64>)
  func neighbours(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let exact = block(Int.random(in: 1...7, using: &random), &random)
    for tolerance in [0.2, 0.5, 2, 1000] {
      let simple = ArcSimplifier.simplified(exact, on: grid, tolerance: tolerance)
      #expect(simple.featureStart == exact.featureStart)
      #expect(simple.x.count <= exact.x.count)
      for ring in 0..<simple.ringCount {
        let places = Set(points(simple, ring).map { Edge($0, $0) })
        #expect(places.count >= 3)
        // The same points in the same order, some of them left out.
        let before = points(exact, ring)
        var rest = before[...]
        for point in points(simple, ring) {
          rest = rest.drop { $0.x != point.x || $0.y != point.y }.dropFirst()
        }
        #expect(rest.count <= before.count - places.count)
      }
      // An edge belongs to two parcels, or to one at the outer border: no gap and no overlap.
      let (edgesBefore, edgesAfter) = (edges(exact), edges(simple))
      #expect(edgesBefore.values.allSatisfy { $0 <= 2 } && edgesAfter.values.allSatisfy { $0 <= 2 })
      let outer = edgesAfter.filter { $0.value == 1 }.keys
      var degree: [[Int32]: Int] = [:]
      for edge in outer {
        degree[[edge.x1, edge.y1], default: 0] += 1
        degree[[edge.x2, edge.y2], default: 0] += 1
      }
      #expect(degree.values.allSatisfy { $0 % 2 == 0 })
      // Holes are as large as what lies in them, so the sum is that of the outline.
      let outline = Double(doubleArea(exact)) / 2 * grid.kx * grid.ky
      let change = Double(doubleArea(simple) - doubleArea(exact)) / 2 * grid.kx * grid.ky
      if tolerance < 3 { #expect(change.magnitude <= outline * 0.2) }
    }
  }

  @Test("points on a straight line go, corners stay")
  func straight() {
    var shapes = GridShapes()
    shapes.appendRing([(0, 0), (50, 0), (100, 0), (100, 50), (100, 100), (0, 100), (0, 50)])
    shapes.endFeature()
    let simple = ArcSimplifier.simplified(shapes, on: grid, tolerance: 0.5)
    #expect(Set(simple.x) == [0, 100] && Set(simple.y) == [0, 100] && simple.x.count == 4)
  }

  @Test("a point off the line by more than the tolerance stays, by less goes")
  func tolerance() {
    for (offset, count) in [(3, 4), (20, 5)] as [(Int32, Int)] {
      var shapes = GridShapes()
      shapes.appendRing([(0, 0), (500, offset), (1000, 0), (1000, 1000), (0, 1000)])
      shapes.endFeature()
      let metres = Double(offset) * grid.ky
      #expect((metres < 1) == (count == 4))
      #expect(ArcSimplifier.simplified(shapes, on: grid, tolerance: 1).x.count == count)
    }
  }

  @Test("small rings, single points and nothing at all are left alone")
  func small() {
    var shapes = GridShapes()
    shapes.appendRing([(0, 0), (1, 0), (0, 1)])
    shapes.endFeature()
    shapes.appendRing([(7, 7)])
    shapes.endFeature()
    shapes.endFeature()
    #expect(ArcSimplifier.simplified(shapes, on: grid, tolerance: 100) == shapes)
    #expect(ArcSimplifier.simplified(GridShapes(), on: grid, tolerance: 1) == GridShapes())
  }

  @Test("a small parcel shrinks to a triangle, not to a line")
  func shrunk() {
    var shapes = GridShapes()
    shapes.appendRing([(0, 0), (2, 0), (4, 1), (4, 3), (2, 4), (0, 3)])
    shapes.endFeature()
    let simple = ArcSimplifier.simplified(shapes, on: grid, tolerance: 100)
    #expect(simple.x.count == 3)
  }
}
