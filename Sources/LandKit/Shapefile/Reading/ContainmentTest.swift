import LandGeometry

/// Whether one ring of a record lies in another. Rings may touch; of rings that cross, the first
/// vertex off the other's boundary decides.
struct ContainmentTest {
  private let rings: RecordRings
  private let shapes: [RingShape]
  private var asked: [Int]
  private var edges: [Int: PackedIndex] = [:]
  private var stack: [UInt32] = []

  private enum Side {
    case inside, outside, boundary
  }

  init(_ rings: RecordRings, _ shapes: [RingShape]) {
    self.rings = rings
    self.shapes = shapes
    asked = Array(repeating: 0, count: rings.count)
  }

  /// Whether `inner` lies in the larger `outer`; the box of `outer` is known to hold it.
  mutating func contains(_ inner: Int, in outer: Int) -> Bool {
    for i in rings.vertices(inner) {
      switch side(rings.x[i], rings.y[i], of: outer) {
      case .inside: return true
      case .outside: return false
      case .boundary: continue
      }
    }
    // All vertices lie on the boundary: the same ring again, or one cut into it.
    let (a, b) = (shapes[inner].area.magnitude, shapes[outer].area.magnitude)
    if b - a <= 1e-9 * b { return false }
    guard let point = pointInside(inner) else { return false }
    return side(point.x, point.y, of: outer) == .inside
  }

  private mutating func side(_ x: Double, _ y: Double, of ring: Int) -> Side {
    let vertices = rings.vertices(ring)
    asked[ring] += 1
    let rings = rings
    var isInside = false
    var isOnBoundary = false
    func look(_ i: Int, _ j: Int) {
      let (ax, ay, bx, by) = (rings.x[i], rings.y[i], rings.x[j], rings.y[j])
      if ay == by {
        if ay == y, min(ax, bx) <= x, x <= max(ax, bx) { isOnBoundary = true }
        return
      }
      guard min(ay, by) <= y, y <= max(ay, by) else { return }
      let turn = Orientation.determinant(ax, ay, bx, by, x, y)
      if turn == 0 {
        isOnBoundary = true
      } else if (ay > y) != (by > y), (turn > 0) == (by > ay) {
        isInside.toggle()
      }
    }
    func last(_ i: Int) -> Int { i + 1 == vertices.upperBound ? vertices.lowerBound : i + 1 }
    // An index pays for rings that many others are held against.
    if vertices.count > 64, asked[ring] > 8 {
      let index = edges[ring] ?? PackedIndex(edgeBoxes(ring))
      edges[ring] = index
      let ray = Envelope(minX: x, minY: y, maxX: .infinity, maxY: y)
      var working = stack
      index.query(ray, stack: &working) { edge in
        let i = vertices.lowerBound + edge
        look(i, last(i))
      }
      stack = working
    } else {
      for i in vertices { look(i, last(i)) }
    }
    return isOnBoundary ? .boundary : isInside ? .inside : .outside
  }

  private func edgeBoxes(_ ring: Int) -> [Envelope] {
    let vertices = rings.vertices(ring)
    return vertices.map { i in
      let j = i + 1 == vertices.upperBound ? vertices.lowerBound : i + 1
      var box = Envelope.empty
      box.include(x: rings.x[i], y: rings.y[i])
      box.include(x: rings.x[j], y: rings.y[j])
      return box
    }
  }

  /// A point well inside a ring: in the middle of the widest piece of a line across it, halfway
  /// between the two lowest heights; nil where the ring has no inside.
  private func pointInside(_ ring: Int) -> Coordinate? {
    let vertices = rings.vertices(ring)
    let bottom = shapes[ring].box.minY
    guard let next = vertices.lazy.map({ rings.y[$0] }).filter({ $0 > bottom }).min() else {
      return nil
    }
    let y = bottom + (next - bottom) / 2
    var crossings: [Double] = []
    for i in vertices {
      let j = i + 1 == vertices.upperBound ? vertices.lowerBound : i + 1
      let (ay, by) = (rings.y[i], rings.y[j])
      guard (ay > y) != (by > y) else { continue }
      crossings.append(rings.x[i] + (rings.x[j] - rings.x[i]) * ((y - ay) / (by - ay)))
    }
    crossings.sort()
    var best: (width: Double, x: Double)?
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[pair + 1] - crossings[pair]
      if width > best?.width ?? 0 { best = (width, crossings[pair] + width / 2) }
    }
    return best.map { Coordinate(x: $0.x, y: y) }
  }
}
