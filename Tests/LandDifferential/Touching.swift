import LandGeometry
import LandTestSupport

/// Rings that touch themselves or others, exactly or all but a unit in the last place.
enum Touching {
  /// Two edges of a ring that meet next to an end of one of them.
  static func bowTie(_ frame: Frame, _ random: inout SeededGenerator) -> Ring {
    var ring = Array(star(frame, count: .random(in: 4...8, using: &random), &random).dropLast())
    let at = Int.random(in: 0..<ring.count, using: &random)
    let edge = (at + Int.random(in: 2..<ring.count - 1, using: &random)) % ring.count
    let (p, q) = (ring[edge], ring[(edge + 1) % ring.count])
    ring[at] = p.towards(q, .random(in: 0...1, using: &random)).nudged(2, &random)
    return closed(ring)
  }

  static func itself(_ frame: Frame, _ random: inout SeededGenerator) -> Ring {
    var ring = Array(star(frame, count: .random(in: 5...9, using: &random), &random).dropLast())
    let from = Int.random(in: 0..<ring.count, using: &random)
    let to = (from + Int.random(in: 2..<ring.count - 1, using: &random)) % ring.count
    if Bool.random(using: &random) {
      ring[from] = Bool.random(using: &random) ? ring[to] : ring[to].nudged(1, &random)
    } else {
      let middle = ring[to].towards(ring[(to + 1) % ring.count], 0.5)
      ring.insert(Bool.random(using: &random) ? middle : middle.nudged(1, &random), at: from)
    }
    return closed(ring)
  }

  /// A shell with a hole, sometimes two, whose vertices lie on the shell or on each other.
  static func holed(
    _ frame: Frame, touches: Int, _ random: inout SeededGenerator
  ) -> [Ring] {
    let shell = star(
      frame, inner: 0.8, count: .random(in: 3...8, using: &random), &random)
    var rings = [shell]
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      var hole = Array(
        star(
          frame, x: .random(in: -2...2, using: &random), y: .random(in: -2...2, using: &random),
          radius: 3, count: .random(in: 3...6, using: &random), &random
        ).dropLast())
      let onto = rings.randomElement(using: &random) ?? shell
      for _ in 0..<touches {
        let edge = Int.random(in: 0..<onto.count - 1, using: &random)
        let share = [0, 0.5, 1, Double.random(in: 0...1, using: &random)][
          Int.random(in: 0..<4, using: &random)]
        let place = onto[edge].towards(onto[edge + 1], share)
        hole[Int.random(in: 0..<hole.count, using: &random)] =
          Bool.random(using: &random) ? place : place.nudged(1, &random)
      }
      rings.append(closed(hole))
    }
    return rings
  }

  static func parts(_ frame: Frame, _ random: inout SeededGenerator) -> [[Ring]] {
    let first = star(frame, count: .random(in: 3...6, using: &random), &random)
    let edge = Int.random(in: 0..<first.count - 1, using: &random)
    var second = Array(
      star(
        frame, x: .random(in: -15...15, using: &random), y: .random(in: -15...15, using: &random),
        radius: .random(in: 1...9, using: &random), count: .random(in: 3...6, using: &random),
        &random
      ).dropLast())
    let place = first[edge].towards(first[edge + 1], Bool.random(using: &random) ? 0 : 0.5)
    second[0] = Bool.random(using: &random) ? place : place.nudged(1, &random)
    if Bool.random(using: &random) { second[1] = first[edge + 1] }
    return [[first], [closed(second)]]
  }

  /// Two neighbours along one border, on which either has vertices that the other has not.
  static func junction(_ frame: Frame, _ random: inout SeededGenerator) -> MadeCase {
    let noise = [0, 1, 1 << 10][Int.random(in: 0..<3, using: &random)]
    let corners = (0...Int.random(in: 1...4, using: &random)).map { k in
      frame(
        Bool.random(using: &random) ? 0 : .random(in: -2...2, using: &random), Double(k) * 5)
    }
    func drawn(_ random: inout SeededGenerator) -> Ring {
      var border: Ring = []
      for (k, corner) in corners.enumerated() {
        border.append(corner)
        guard k + 1 < corners.count else { continue }
        for share in [0.25, 0.5, 0.75] where Bool.random(using: &random) {
          border.append(corner.towards(corners[k + 1], share))
        }
      }
      return noise == 0 ? border : border.map { $0.nudged(noise, &random) }
    }
    let height = Double(corners.count - 1) * 5
    return MadeCase(
      a: [[closed([frame(-12, height), frame(-12, 0)] + drawn(&random))]],
      b: [[closed([frame(12, 0), frame(12, height)] + drawn(&random).reversed())]])
  }

  static func grid(_ frame: Frame, _ random: inout SeededGenerator) -> [Ring] {
    let size = Int.random(in: 2...6, using: &random)
    func ring(_ random: inout SeededGenerator) -> Ring {
      closed(
        (0..<Int.random(in: 3...7, using: &random)).map { _ in
          frame(
            Double(Int.random(in: 0...size, using: &random)),
            Double(Int.random(in: 0...size, using: &random)))
        })
    }
    return Int.random(in: 0..<4, using: &random) == 0
      ? [ring(&random), ring(&random)] : [ring(&random)]
  }
}
