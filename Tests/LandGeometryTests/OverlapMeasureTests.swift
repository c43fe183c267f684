import Foundation
import LandGeometry
import LandTestSupport
import LandTopology
import Testing

@Suite("Shared area") struct OverlapMeasureTests {
  private func expectNone(_ faults: [String]) {
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(3).joined(separator: "\n"))")
  }

  @Test("convex and star-shaped polygons", arguments: [0, 40_000_000])
  func randomPolygons(east: Double) throws {
    var judge = try Judge()
    var random = SeededGenerator(seed: 31)
    var faults: [String] = []
    for _ in 0..<rounds(1500) {
      func one() -> PolygonColumns<Plane> {
        let x = east + Double.random(in: 0...150, using: &random)
        let y = 3_174_000 + Double.random(in: 0...150, using: &random)
        let count = Int.random(in: 3...24, using: &random)
        let radius = Double.random(in: 5...100, using: &random)
        return layer(
          star(
            x, y, radius: radius, count: count, inner: Bool.random(using: &random) ? 1 : 0.3,
            &random))
      }
      faults += try judge.compare(one(), one())
    }
    print(
      "random east \(east): \(judge.overlapping)/\(judge.pairs), \(judge.worst), \(judge.worstLength)"
    )
    expectNone(faults)
    #expect(judge.overlapping > judge.pairs / 3)
  }

  /// Outlines of cells share vertices, edges in both directions, corners; some are equal, some
  /// lie within others; left-out vertices make T-junctions.
  @Test(
    "neighbours that share vertices and edges",
    arguments: [
      (0, 0, 0, 0), (0, 0, 0, 40_000_000), (0.2, 0, 0, 0), (0.2, 0, 0, 40_000_000), (0, 0, 0.6, 0),
      (0, 0.37, 0.6, 0), (0, 0.37, 0.6, 40_000_000), (0.2, 0, 0.3, 500_000),
    ] as [(Double, Double, Double, Double)])
  func neighbours(jitter: Double, turn: Double, skipping: Double, east: Double) throws {
    var judge = try Judge()
    var random = SeededGenerator(seed: 32)
    var faults: [String] = []
    for _ in 0..<rounds(60) {
      let lattice = Lattice(size: 4, step: 25, jitter: jitter, turn: turn, &random)
      let shapes = (0..<7).map { _ in
        layer(lattice.outline(skipping: skipping, &random)).moved(x: east, y: 0)
      }
      for (k, a) in shapes.enumerated() where try judge.isValid(a) {
        for b in shapes[k...] where try judge.isValid(b) {
          // Where a T-junction misses by an ulp, GEOS may take a sliver for a line.
          faults += try judge.compare(
            a, b, lengthTolerance: turn == 0 && jitter * skipping == 0 ? 1e-6 : nil)
        }
      }
    }
    print(
      "lattice \(jitter) \(turn) \(skipping) \(east): \(judge.overlapping)/\(judge.pairs), \(judge.worst)"
    )
    expectNone(faults)
    #expect(judge.pairs > rounds(1000) && judge.overlapping > judge.pairs / 3)
  }

  @Test("polygons on a small grid, with holes and several parts", arguments: [0, 40_000_000])
  func smallGrid(east: Double) throws {
    var judge = try Judge()
    var random = SeededGenerator(seed: 33)
    var shapes: [PolygonColumns<Plane>] = []
    while shapes.count < rounds(150) {
      func one(_ range: ClosedRange<Double>, _ radius: Double) -> Ring {
        let x = Double.random(in: range, using: &random)
        let y = Double.random(in: range, using: &random)
        let count = Int.random(in: 3...9, using: &random)
        return snapped(star(x, y, radius: radius, count: count, inner: 0.5, &random), to: 1)
      }
      let parts: [[Ring]] =
        switch shapes.count % 3 {
        case 0: [[one(4...8, 5)]]
        case 1: [[one(5...7, 8), one(5...7, 3)]]
        default: [[one(2...5, 4)], [one(7...11, 4)], [one(3...10, 2)]]
        }
      let shape = layer(parts)
      if try judge.isValid(shape) { shapes.append(shape.moved(x: east, y: 0)) }
    }
    var faults: [String] = []
    for (k, a) in shapes.enumerated() {
      for b in shapes[k..<min(k + 12, shapes.count)] { faults += try judge.compare(a, b) }
    }
    print(
      "grid east \(east): \(judge.overlapping)/\(judge.pairs), \(judge.worst), \(judge.worstLength)"
    )
    expectNone(faults)
  }

  @Test("special positions of two polygons")
  func specialPositions() throws {
    var judge = try Judge()
    let base = layer(square(0, 0, 10))
    let holed = layer([[square(0, 0, 10), square(3, 3, 4)]])
    let cases: [(PolygonColumns<Plane>, PolygonColumns<Plane>, Double)] = [
      (base, base, 100),  // identical
      (base, layer(square(10, 0, 10)), 0), (base, layer(square(0, 10, 10)), 0),  // along an edge
      (base, layer(square(-10, 0, 10)), 0), (base, layer(square(0, -10, 10)), 0),
      (base, layer(square(10, 10, 10)), 0), (base, layer(square(-10, 10, 10)), 0),  // at a corner
      (base, layer(square(10, -10, 10)), 0), (base, layer(square(-10, -10, 10)), 0),
      (base, layer(square(2, 2, 3)), 9),  // contained
      (base, layer(square(0, 0, 3)), 9), (base, layer(square(7, 7, 3)), 9),  // and touching inside
      (base, layer(rectangle(0, 3, 10, 5)), 20), (base, layer(rectangle(3, 0, 5, 10)), 20),
      (base, layer(rectangle(-5, 3, 15, 5)), 20), (base, layer(rectangle(3, -5, 5, 15)), 20),
      (base, layer(rectangle(10, 3, 20, 7)), 0), (base, layer(rectangle(10, -3, 20, 17)), 0),
      (base, layer(ring([(10, 5), (15, 0), (15, 10)])), 0),  // a corner on an edge
      (base, layer(ring([(5, 5), (15, 0), (15, 10)])), 12.5),
      (base, layer(ring([(0, 0), (20, 0), (0, 20)])), 100),  // its corner on the slope
      (base, layer(ring([(0, 0), (10, 10), (0, 10)])), 50),
      (base, layer(ring([(5, -5), (15, 5), (5, 15), (-5, 5)])), 100),  // all four corners
      (holed, base, 84), (holed, holed, 84),
      (holed, layer(square(3, 3, 4)), 0), (holed, layer(square(4, 4, 2)), 0),  // in the hole
      (holed, layer(square(2, 2, 6)), 20), (holed, layer(square(3, 3, 7)), 33),
      (layer([[square(0, 0, 10)], [square(20, 0, 10)]]), layer(rectangle(5, 2, 25, 4)), 20),
      (layer([[square(0, 0, 10)], [square(10, 10, 10)]]), layer(square(5, 5, 10)), 50),
      (layer([[square(0, 0, 10)], [square(20, 0, 10)]]), layer(square(10, 0, 10)), 0),
    ]
    for (a, b, expected) in cases {
      for east in [0.0, 40_000_000] {
        let (a, b) = (a.moved(x: east, y: east / 10), b.moved(x: east, y: east / 10))
        #expect((judge.kernel(a, b).area - expected).magnitude < 1e-9, "\(a.wkt) \(b.wkt)")
        expectNone(try judge.compare(a, b))
      }
    }
  }

  @Test("slivers from a nanometre to a millimetre, known exactly")
  func slivers() throws {
    var judge = try Judge()
    for exponent in 10...30 {
      let width = 1 / Double(1 << exponent)
      for (east, north) in [(0.0, 0.0), (512, 4096), (500_000, 3_174_000), (40_000_000, 3_174_000)]
      {
        let edge = east + 100
        let a = layer(rectangle(east, north, edge, north + 80))
        let b = layer(rectangle(edge - width, north + 10, edge + 100, north + 90))
        // At 40 000 000 m the narrowest cannot be written down.
        let written = edge - (edge - width)
        for result in [judge.kernel(a, b), judge.kernel(b, a)] {
          #expect((result.area - written * 70).magnitude <= 1e-11, "2^-\(exponent) at \(east)")
          if written > 0 {
            #expect((result.boundaryLength - 2 * (written + 70)).magnitude < 1e-9)
          }
          #expect(!result.firstInsideSecond)
        }
        // A gap is none.
        let c = layer(rectangle(edge + width, north + 10, edge + 100, north + 90))
        #expect(judge.kernel(a, c).area == 0)
      }
    }
  }

  @Test("a border drawn twice", arguments: [1e-9, 1e-6, 1e-3])
  func borderDrawnTwice(noise: Double) throws {
    var judge = try Judge()
    var random = SeededGenerator(seed: 34)
    var faults: [String] = []
    for round in 0..<rounds(150) {
      let east = round % 2 == 0 ? 0.0 : 40_000_000
      var border: Ring = []
      for k in 0...12 {
        border.append(
          Coordinate(x: east + 100 + .random(in: -8...8, using: &random), y: Double(k) * 10))
      }
      let again = border.filter { _ in Double.random(in: 0..<1, using: &random) < 0.9 }.map {
        Coordinate(
          x: $0.x + .random(in: -noise...noise, using: &random),
          y: $0.y + .random(in: -noise...noise, using: &random))
      }
      let a = layer(closed([Coordinate(x: east, y: 120), Coordinate(x: east, y: 0)] + border))
      let b = layer(
        closed(
          [Coordinate(x: east + 200, y: 0), Coordinate(x: east + 200, y: 120)] + again.reversed()))
      guard try judge.isValid(a), try judge.isValid(b) else { continue }
      faults += try judge.compare(a, b, tolerance: 1e-8, lengthTolerance: nil)
    }
    print("border \(noise): \(judge.overlapping)/\(judge.pairs), \(judge.worst)")
    expectNone(faults)
  }

  @Test("union and intersection add up; cells of a partition add up")
  func sums() throws {
    var judge = try Judge()
    var random = SeededGenerator(seed: 35)
    var worst = 0.0
    for round in 0..<rounds(60) {
      let east = round % 2 == 0 ? 0.0 : 40_000_000
      let lattice = Lattice(size: 6, step: 30, jitter: round % 3 == 0 ? 0 : 0.2, &random)
      var shape = layer(
        star(90, 90, radius: 85, count: .random(in: 3...30, using: &random), &random))
      if round % 4 == 0 { shape = layer(lattice.outline(skipping: 0, &random)) }
      var total = 0.0
      for j in 0..<6 {
        for i in 0..<6 {
          let cell = layer(
            closed([lattice[i, j], lattice[i + 1, j], lattice[i + 1, j + 1], lattice[i, j + 1]]))
          total += judge.kernel(shape.moved(x: east, y: 0), cell.moved(x: east, y: 0)).area
        }
      }
      // Part of a star may lie outside the outermost cells when these are jittered.
      let whole = layer(
        closed(
          (0..<6).map { lattice[$0, 0] } + (0..<6).map { lattice[6, $0] }
            + (0..<6).map { lattice[6 - $0, 6] } + (0..<6).map { lattice[0, 6 - $0] }))
      let expected = judge.kernel(shape.moved(x: east, y: 0), whole.moved(x: east, y: 0)).area
      worst = max(worst, (total - expected).magnitude)
      #expect((total - expected).magnitude < (east == 0 ? 1e-8 : 1e-5), "\(total) \(expected)")

      let other = layer(star(120, 80, radius: 80, count: 9, &random))
      let a = try judge.context.geometry(of: 0, in: shape)
      let b = try judge.context.geometry(of: 0, in: other)
      let union = try judge.context.unionArea(a, b).area
      let sum = shape.planarArea(of: 0) + other.planarArea(of: 0)
      #expect((union + judge.kernel(shape, other).area - sum).magnitude < 1e-9 * sum)
    }
    print("partition: \(worst)")
  }

  @Test("recorded cases", arguments: CaseSource.allCases)
  func recorded(source: CaseSource) throws {
    var judge = try Judge()
    var wrong: [String] = []
    var worst = 0.0
    var seen = 0
    for test in try source.cases(RecordedOverlay.self, in: "geometry/overlay.jsonl")
    where test.isAValid && test.isBValid {
      guard test.a.contains("POLYGON"), test.b.contains("POLYGON"), !test.a.hasPrefix("GEOMETRY"),
        !test.b.hasPrefix("GEOMETRY")
      else { continue }
      let a = PolygonColumns<Plane>(wkt: test.a)
      let b = PolygonColumns<Plane>(wkt: test.b)
      seen += 1
      let area = judge.kernel(a, b).area
      let difference = (area - test.intersection).magnitude
      let scale = test.areaA + test.areaB
      if scale > 0 { worst = max(worst, difference / scale) }
      if !(difference <= 1e-7 * scale) {
        wrong.append("\(test.name): \(area), not \(test.intersection)")
      }
    }
    print("recorded \(source): \(seen), \(worst)")
    if source == .fixtures { #expect(seen > 20) }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  /// Differences from the centre of the common box are not exact for coordinates next to zero:
  /// what lies beside the box by less than an ulp of that difference must not be left out.
  @Test("a vertex next to zero, beside the common box by less than can be seen from its centre")
  func nextToZero() throws {
    var judge = try Judge()
    for tiny in [6.123_233_995_736_766e-17, 1e-20, -1e-20, 3e-16] {
      let a = layer(rectangle(-5, 2, tiny, 8))
      let b = layer(rectangle(-10, 0, 0, 10))
      for (a, b) in [(a, b), (b, a)] {
        #expect((judge.kernel(a, b).area - 30).magnitude < 1e-9)
      }
      var (c, d) = (a, b)
      c.swapAxes()
      d.swapAxes()
      #expect((judge.kernel(c, d).area - 30).magnitude < 1e-9)
      #expect((judge.kernel(d, c).area - 30).magnitude < 1e-9)
    }
  }

  /// Pairs of which GEOS 3.11 says 625 and 93.586982; the areas here are from exact fractions.
  @Test("borders that lie together within a micrometre, known exactly")
  func knownExactly() throws {
    var judge = try Judge()
    let cell = PolygonColumns<Plane>(
      wkt: """
        POLYGON ((-3.812973757221286 78.96493671957664, -12.853359556345335 102.2731203597275, \
        -36.1615431964962 93.23273456060345, -27.121157397372148 69.92455092045259, \
        -3.812973757221286 78.96493671957664))
        """)
    let steps = PolygonColumns<Plane>(
      wkt: """
        POLYGON ((19.495209882929576 88.0053225187007, 37.57598148117768 41.388955238398964, \
        60.884165121328536 50.42934103752301, 69.92455092045259 27.121157397372148, \
        46.61636728030172 18.0807715982481, 23.30818364015086 9.04038579912405, \
        14.267797841026812 32.34856943927491, -12.853359556345335 102.2731203597275, \
        10.454824083805526 111.31350615885154, 19.495209882929576 88.0053225187007))
        """)
    let left = PolygonColumns<Plane>(
      wkt: """
        POLYGON ((40000000 120, 40000000 0, 40000102.02880655 0, 40000096.451009326 10, \
        40000095.479696624 20, 40000101.21191549 30, 40000103.019472614 40, 40000095.95007322 50, \
        40000107.4204144 60, 40000097.69413759 70, 40000106.36870808 80, 40000092.412563495 90, \
        40000100.68594054 100, 40000099.1188777 110, 40000098.74959027 120, 40000000 120))
        """)
    let right = PolygonColumns<Plane>(
      wkt: """
        POLYGON ((40000200 0, 40000200 120, 40000098.74959043 120.00000083988604, \
        40000099.11887739 109.9999992309353, 40000092.41256313 90.00000059845966, \
        40000106.36870873 79.99999975831437, 40000097.6941379 69.99999983306468, \
        40000107.420413904 60.00000068376619, 40000095.95007299 50.00000088422141, \
        40000101.21191513 29.99999920337847, 40000095.479697585 20.000000517506543, \
        40000096.45100901 9.999999008920993, 40000102.02880559 -4.976029496065473e-07, 40000200 0))
        """)
    for (a, b, area) in [(cell, steps, 2.14e-14), (left, right, 93.587_018_798_684_55)] {
      #expect((judge.kernel(a, b).area - area).magnitude < 1e-11)
      #expect((judge.kernel(b, a).area - area).magnitude < 1e-11)
    }
  }

  /// Two neighbours whose border is the same but for one vertex that reaches over: the boundary of
  /// what they share is that of the triangle, whichever comes first and on whichever side it lies.
  @Test("the common part of a border is no boundary of the shared area")
  func sharedBorder() throws {
    var judge = try Judge()
    for east in [0.0, 40_000_000] {
      let border = [(100.0, 0.0), (100, 40), (100, 60), (100, 100)]
      let left = layer(ring([(0, 0)] + border + [(0, 100)])).moved(x: east, y: 0)
      let over = [(100.0, 0.0), (100, 40), (98, 50), (100, 60), (100, 100)]
      let right = layer(ring([(200, 0), (200, 100)] + over.reversed())).moved(x: east, y: 0)
      let length = 20 + 2 * 104.0.squareRoot()
      var (up, down) = (left, right)
      up.swapAxes()
      down.swapAxes()
      for (a, b) in [(left, right), (right, left), (up, down), (down, up)] {
        let result = judge.kernel(a, b)
        #expect((result.area - 20).magnitude < 1e-9)
        #expect((result.boundaryLength - length).magnitude < 1e-9, "\(result.boundaryLength)")
      }
      // Borders that only touch leave nothing at all.
      let plain = layer(ring([(200, 0), (200, 100)] + border.reversed())).moved(x: east, y: 0)
      for (a, b) in [(left, plain), (plain, left)] {
        #expect(judge.kernel(a, b).area == 0 && judge.kernel(a, b).boundaryLength == 0)
      }
    }
  }

  @Test("neighbours about zero, every number off by some ulps or by next to nothing")
  func noiseAboutZero() throws {
    var judge = try Judge()
    var random = SeededGenerator(seed: 36)
    var worst = 0.0
    func noisy(_ columns: PolygonColumns<Plane>) -> PolygonColumns<Plane> {
      var result = columns
      func moved(_ value: Double) -> Double {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return value
        case 1: return value + Double.random(in: -1...1, using: &random) * 1e-15
        case 2: return value == 0 ? .random(in: -1...1, using: &random) * 1e-20 : value.nextUp
        default: return value == 0 ? -1e-100 : value.nextDown
        }
      }
      for ring in columns.rings(ofFeature: 0) {
        let vertices = columns.vertices(of: ring)
        for i in vertices.dropLast() {
          result.x[i] = moved(result.x[i])
          result.y[i] = moved(result.y[i])
        }
        result.x[vertices.upperBound - 1] = result.x[vertices.lowerBound]
        result.y[vertices.upperBound - 1] = result.y[vertices.lowerBound]
      }
      return result
    }
    for _ in 0..<rounds(50) {
      let lattice = Lattice(size: 4, step: 25, jitter: 0, &random)
      let shapes = (0..<6).map { _ in
        layer(lattice.outline(skipping: 0.3, &random)).moved(x: -50, y: -50)
      }
      for a in shapes {
        for b in shapes {
          let expected = judge.kernel(a, b).area
          let (c, d) = (noisy(a), noisy(b))
          let found = judge.kernel(c, d).area
          worst = max(worst, (found - expected).magnitude)
          #expect((found - expected).magnitude < 1e-10, "\(expected) \(c.wkt) \(d.wkt)")
        }
      }
    }
    print("noise about zero: \(worst)")
  }

  @Test("repeated points and boxes apart")
  func oddInput() throws {
    var judge = try Judge()
    let repeated = layer(
      ring([(0, 0), (0, 0), (10, 0), (10, 0), (10, 10), (0, 10), (0, 10), (0, 10)]))
    #expect(judge.kernel(repeated, layer(square(5, 5, 10))).area == 25)
    #expect(judge.kernel(layer(square(5, 5, 10)), repeated).area == 25)
    let apart = judge.kernel(layer(square(0, 0, 1)), layer(square(5, 5, 1)))
    #expect(apart.area == 0 && apart.boundaryLength == 0 && !apart.firstInsideSecond)
    let nothing = judge.kernel(layer([] as [[Ring]]), layer(square(0, 0, 1)))
    #expect(nothing.area == 0 && !nothing.firstInsideSecond)
  }
}
