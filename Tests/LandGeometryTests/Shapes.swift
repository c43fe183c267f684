import Foundation
import LandGeometry
import LandTestSupport
import LandTopology

typealias Ring = [Coordinate]

/// A ring of positions from pairs, closed when it is not.
func ring(_ points: [(Double, Double)]) -> Ring {
  closed(points.map { Coordinate(x: $0.0, y: $0.1) })
}

func closed(_ points: Ring) -> Ring {
  guard let first = points.first, points.last != first || points.count == 1 else { return points }
  return points + [first]
}

func square(_ x: Double, _ y: Double, _ size: Double) -> Ring {
  rectangle(x, y, x + size, y + size)
}

func rectangle(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Ring {
  ring([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
}

/// A layer of one feature from polygons of rings.
func layer(_ polygons: [[Ring]]) -> PolygonColumns<Plane> {
  var columns = PolygonColumns<Plane>()
  for polygon in polygons { columns.appendPolygon(polygon) }
  columns.endFeature()
  return columns
}

func layer(_ ring: Ring) -> PolygonColumns<Plane> { layer([[ring]]) }

extension PolygonColumns {
  func moved(x dx: Double, y dy: Double) -> Self {
    var result = self
    for i in 0..<vertexCount {
      result.x[i] += dx
      result.y[i] += dy
    }
    return result
  }
}

/// A ring around a centre whose every vertex is seen from it.
func star(
  _ x: Double, _ y: Double, radius: Double, count: Int, inner: Double = 0.3,
  _ random: inout SeededGenerator
) -> Ring {
  closed(
    (0..<count).map { k in
      let jitter = Double.random(in: 0...0.8, using: &random)
      let angle = (Double(k) + jitter) * 2 * Double.pi / Double(count)
      let r = radius * Double.random(in: inner...1, using: &random)
      return Coordinate(x: x + r * cos(angle), y: y + r * sin(angle))
    })
}

/// A convex ring: points on a circle.
func convex(
  _ x: Double, _ y: Double, radius: Double, count: Int, _ random: inout SeededGenerator
) -> Ring {
  star(x, y, radius: radius, count: count, inner: 1, &random)
}

func snapped(_ ring: Ring, to grid: Double) -> Ring {
  ring.map {
    Coordinate(x: ($0.x / grid).rounded() * grid, y: ($0.y / grid).rounded() * grid)
  }
}

/// A lattice of positions between which polygons are drawn, so that they share vertices and edges
/// as neighbours in a cadastre do.
struct Lattice {
  let size: Int
  private let points: [Coordinate]

  /// Lattice points `step` apart, each moved by up to `jitter` of a step, the whole turned.
  init(
    size: Int, step: Double, jitter: Double, turn: Double = 0, _ random: inout SeededGenerator
  ) {
    self.size = size
    var points: [Coordinate] = []
    for j in 0...size {
      for i in 0...size {
        let x =
          step * (Double(i) + (jitter > 0 ? .random(in: -jitter...jitter, using: &random) : 0))
        let y =
          step * (Double(j) + (jitter > 0 ? .random(in: -jitter...jitter, using: &random) : 0))
        points.append(
          turn == 0
            ? Coordinate(x: x, y: y)
            : Coordinate(x: x * cos(turn) - y * sin(turn), y: x * sin(turn) + y * cos(turn)))
      }
    }
    self.points = points
  }

  subscript(i: Int, j: Int) -> Coordinate { points[j * (size + 1) + i] }

  /// The outline of columns of cells that stand on one row: a polygon of steps. Vertices that are
  /// corners of cells only are left out with the probability `skipping`.
  func outline(skipping: Double, _ random: inout SeededGenerator) -> Ring {
    let from = Int.random(in: 0..<size, using: &random)
    let to = Int.random(in: from + 1...size, using: &random)
    let base = Int.random(in: 0..<size, using: &random)
    let heights = (from..<to).map { _ in Int.random(in: base + 1...size, using: &random) }
    var path: [(Int, Int)] = (from..<to).map { ($0, base) }
    var height = base
    for column in stride(from: to - 1, through: from, by: -1) {
      let next = heights[column - from]
      path += steps((column + 1, height), (column + 1, next))
      path += steps((column + 1, next), (column, next))
      height = next
    }
    path += steps((from, height), (from, base))
    var ring: Ring = []
    for k in path.indices {
      let before = path[(k + path.count - 1) % path.count]
      let at = path[k]
      let after = path[(k + 1) % path.count]
      let isCorner =
        (at.0 - before.0) * (after.1 - at.1) != (at.1 - before.1) * (after.0 - at.0)
      if !isCorner, Double.random(in: 0..<1, using: &random) < skipping { continue }
      ring.append(self[at.0, at.1])
    }
    let start = Int.random(in: 0..<ring.count, using: &random)
    ring = Array(ring[start...] + ring[..<start])
    return closed(Bool.random(using: &random) ? ring : ring.reversed())
  }

  /// The lattice positions from one to another, the last left out.
  private func steps(_ a: (Int, Int), _ b: (Int, Int)) -> [(Int, Int)] {
    let count = max(abs(b.0 - a.0), abs(b.1 - a.1))
    return (0..<count).map {
      (a.0 + (b.0 - a.0).signum() * $0, a.1 + (b.1 - a.1).signum() * $0)
    }
  }
}

/// The kernel and GEOS side by side, with the largest difference seen.
struct Judge: ~Copyable {
  let context: GEOSContext
  private var measure = OverlapMeasure()
  /// The largest difference of areas, by the sum of the operands' areas.
  private(set) var worst = 0.0
  /// The largest difference of boundary lengths, by the operands' boundaries.
  private(set) var worstLength = 0.0
  private(set) var pairs = 0
  private(set) var overlapping = 0

  init() throws { context = try GEOSContext() }

  func isValid(_ columns: PolygonColumns<Plane>) throws -> Bool {
    try context.validity(of: 0, in: columns).isValid
  }

  mutating func kernel(
    _ a: PolygonColumns<Plane>, _ b: PolygonColumns<Plane>
  ) -> OverlapMeasure.Result {
    var a = a
    var b = b
    a.orientInteriorLeft(feature: 0)
    b.orientInteriorLeft(feature: 0)
    return measure.overlap(
      0, of: a, box: a.envelope(of: 0), 0, of: b, box: b.envelope(of: 0))
  }

  /// Compares two valid features; the results are the faults found, in words.
  mutating func compare(
    _ a: PolygonColumns<Plane>, _ b: PolygonColumns<Plane>, tolerance: Double = 1e-9,
    lengthTolerance: Double? = 1e-6
  ) throws -> [String] {
    let first = try context.geometry(of: 0, in: a)
    let second = try context.geometry(of: 0, in: b)
    let overlay = try context.overlay(.intersection, first, second)
    let common = try overlay.geometry.arealParts(in: Plane.self).columns
    let expected = try overlay.geometry.area()
    let scale = a.planarArea(of: 0) + b.planarArea(of: 0)
    let result = kernel(a, b)
    let mirror = kernel(b, a)
    var faults: [String] = []
    let difference = (result.area - expected).magnitude / scale
    worst = max(worst, difference)
    pairs += 1
    if expected > 1e-9 * scale { overlapping += 1 }
    if !(difference <= tolerance) { faults.append("area \(result.area), GEOS \(expected)") }
    if !((result.area - mirror.area).magnitude <= 1e-9 * max(result.area, mirror.area) + 1e-15
      * scale)
    {
      faults.append("area \(result.area), other way round \(mirror.area)")
    }
    if let lengthTolerance {
      let around = a.perimeter(of: 0) + b.perimeter(of: 0)
      let length = common.perimeter(of: 0)
      let difference = (result.boundaryLength - length).magnitude / around
      worstLength = max(worstLength, difference)
      if !(difference <= lengthTolerance) {
        faults.append("boundary \(result.boundaryLength), GEOS \(length)")
      }
    }
    if result.firstInsideSecond {
      let prepared = try GEOSPreparedGeometry(second)
      // A vertex on the other's edge may be outside by a rounding.
      let beyond = a.planarArea(of: 0) - expected
      if !(try prepared.covers(first)), beyond > 1e-12 * scale {
        faults.append("said to be inside")
      }
    } else if result.crossings == 0, try GEOSPreparedGeometry(second).covers(first) {
      faults.append("not said to be inside")
    }
    return faults.map { "\($0)\n  a \(a.wkt)\n  b \(b.wkt)" }
  }
}

extension PolygonColumns {
  /// The first feature as WKT, so that a failing case can be kept.
  var wkt: String {
    let parts = polygons(of: 0).map { polygon in
      let all = rings(of: polygon).map { ring in
        "(" + vertices(of: ring).map { "\(x[$0]) \(y[$0])" }.joined(separator: ", ") + ")"
      }
      return "(" + all.joined(separator: ", ") + ")"
    }
    return "MULTIPOLYGON (" + parts.joined(separator: ", ") + ")"
  }

  /// One feature from the WKT of a polygon or several, as the recorded cases write them.
  init(wkt: String) {
    self.init()
    var depth = 0
    let isMulti = wkt.uppercased().hasPrefix("MULTI")
    var number = ""
    var numbers: [Double] = []
    func take() {
      if let value = Double(number) { numbers.append(value) }
      number = ""
    }
    for character in wkt.drop(while: { $0 != "(" }) {
      switch character {
      case "(":
        depth += 1
        numbers = []
      case ")":
        take()
        if depth == (isMulti ? 3 : 2) {
          for k in stride(from: 0, to: numbers.count - 1, by: 2) {
            appendVertex(x: numbers[k], y: numbers[k + 1])
          }
          endRing()
          numbers = []
        } else if depth == (isMulti ? 2 : 1) {
          endPolygon()
        }
        depth -= 1
      case " ", ",": take()
      default: number.append(character)
      }
    }
    endFeature()
  }
}
