import LandGeometry
import LandTestSupport

/// Rings that are hardly wider than the numbers can say.
enum Thin {
  static func tiny(_ frame: Frame, _ random: inout SeededGenerator) -> Ring {
    let reach = 1 << Int.random(in: 0...20, using: &random)
    let base = frame(.random(in: -1...1, using: &random), .random(in: -1...1, using: &random))
    return closed(
      (0..<Int.random(in: 3...5, using: &random)).map { _ in
        Coordinate(
          x: base.x + base.x.ulp * Double(Int.random(in: -reach...reach, using: &random)),
          y: base.y + base.y.ulp * Double(Int.random(in: -reach...reach, using: &random)))
      })
  }

  static func needle(_ frame: Frame, _ random: inout SeededGenerator) -> Ring {
    var ring = Array(
      star(frame, count: .random(in: 3...9, using: &random), &random).dropLast())
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let at = Int.random(in: 0..<ring.count, using: &random)
      let root = ring[at]
      let tip = frame(.random(in: -30...30, using: &random), .random(in: -30...30, using: &random))
      // Back to the same vertex, to one beside it, or to a point of the way out.
      let back = [root, root.towards(tip, 1e-9), root.towards(tip, 0.25)][
        Int.random(in: 0..<3, using: &random)]
      ring.insert(contentsOf: [tip, back.nudged(2, &random)], at: at + 1)
    }
    return closed(ring)
  }

  static func collinear(_ frame: Frame, _ random: inout SeededGenerator) -> Ring {
    let from = frame(.random(in: -10...10, using: &random), .random(in: -10...10, using: &random))
    let to = frame(.random(in: -10...10, using: &random), .random(in: -10...10, using: &random))
    var shares = (0..<Int.random(in: 2...6, using: &random)).map { _ in
      Double(Int.random(in: 0...8, using: &random)) / 8
    }
    if Bool.random(using: &random) { shares.sort() }
    var ring = shares.map { from.towards(to, $0).nudged(1, &random) }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: ring.append(frame(.random(in: -10...10, using: &random), 7))
    case 1: ring += shares.reversed().map { from.towards(to, $0).nudged(2, &random) }
    default: ring.append(from.towards(to, 0.5).nudged(1 << 20, &random))
    }
    return closed(ring)
  }

  static func repeated(_ frame: Frame, _ random: inout SeededGenerator) -> Ring {
    var ring = star(frame, count: .random(in: 3...8, using: &random), &random)
    let most = Bool.random(using: &random) ? 0 : 1
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: 0..<ring.count - 1, using: &random)
      let again = most == 0 ? ring[at] : ring[at].nudged(1, &random)
      ring.insert(again, at: at + 1)
    }
    return ring
  }
}
