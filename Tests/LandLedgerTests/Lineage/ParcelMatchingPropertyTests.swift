import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite struct ParcelMatchingPropertyTests {
  /// A rectangle of whole metres.
  private struct Box {
    var x: Int, y: Int, width: Int, height: Int

    var area: Int { width * height }

    /// Cuts it across its longer side, both parts at least a tenth.
    func cut(_ generator: inout SeededGenerator) -> (Box, Box) {
      if width >= height {
        let w = Int.random(in: width / 10 + 1...width - width / 10 - 1, using: &generator)
        return (
          Box(x: x, y: y, width: w, height: height),
          Box(x: x + w, y: y, width: width - w, height: height)
        )
      }
      let h = Int.random(in: height / 10 + 1...height - height / 10 - 1, using: &generator)
      return (
        Box(x: x, y: y, width: width, height: h),
        Box(x: x, y: y + h, width: width, height: height - h)
      )
    }
  }

  @Test("random partitions: every link and no other, whatever the order and the workers")
  func partitions() {
    for seed in 0..<rounds(60) {
      var generator = SeededGenerator(seed: UInt64(seed))
      var boxes = [Box(x: 0, y: 0, width: 900, height: 700)]
      while boxes.count < 40 {
        guard let index = boxes.indices.max(by: { boxes[$0].area < boxes[$1].area }) else { break }
        let (a, b) = boxes.remove(at: index).cut(&generator)
        boxes += [a, b]
      }
      var earlier: [(String, Box)] = []
      var later: [(String, Box)] = []
      var expected: Set<String> = []
      for (number, box) in boxes.enumerated() {
        let id = "\(number)"
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
          let (a, b) = box.cut(&generator)
          let keeps = Bool.random(using: &generator)
          earlier.append((id, box))
          later += [(keeps ? id : id + "a", a), (id + "b", b)]
          expected.formUnion(["\(id)>\(keeps ? id : id + "a") split", "\(id)>\(id)b split"])
        case 1:
          let (a, b) = box.cut(&generator)
          let keeps = Bool.random(using: &generator)
          earlier += [(keeps ? id : id + "a", a), (id + "b", b)]
          later.append((id, box))
          expected.formUnion(["\(keeps ? id : id + "a")>\(id) merged", "\(id)b>\(id) merged"])
        case 2:
          earlier.append((id, box))
          later.append((id + "n", box))
          expected.insert("\(id)>\(id)n renumbered")
        case 3:
          earlier.append((id, box))
          expected.insert("\(id)> gone")
        case 4:
          later.append((id, box))
          expected.insert(">\(id) new")
        default:
          earlier.append((id, box))
          later.append((id, box))
          expected.insert("\(id)>\(id) same")
        }
      }
      earlier.shuffle(using: &generator)
      later.shuffle(using: &generator)
      // Turned, so that boxes say little and borders of neighbours are no straight lines any more.
      let turn = Double.random(in: 0..<1.5, using: &generator)
      let (a, b) = (ground(earlier, turn), ground(later, turn))
      let found = ParcelMatching().match(a, with: b)
      #expect(Set(words(found.links)) == expected, "seed \(seed)")
      #expect(found.links.count == expected.count, "seed \(seed)")
      #expect(found.notices.isEmpty, "seed \(seed)")
      #expect(ParcelMatching(workers: Workers(count: 3)).match(a, with: b) == found)
      // Backwards, what was split is merged and the shares change sides.
      let back = ParcelMatching().match(b, with: a)
      for link in back.links where link.kind == .merged {
        #expect(expected.contains("\(link.later ?? "")>\(link.earlier ?? "") split"))
      }
      // Ground is neither made nor lost: the shares of a parcel that lives on add up to one.
      let living = found.links.filter { $0.later != nil && $0.earlier != nil }
      for own in Dictionary(grouping: living, by: \.earlier).values {
        #expect((own.reduce(0) { $0 + $1.shareOfEarlier } - 1).magnitude < 1e-6)
      }
    }
  }

  private func ground(_ boxes: [(String, Box)], _ turn: Double) -> SurveyGround {
    var lots = Lots()
    // Rational turn: no library of trigonometry needed.
    let (c, s) = ((1 - turn * turn) / (1 + turn * turn), 2 * turn / (1 + turn * turn))
    for (id, box) in boxes {
      let ring = Lots.rectangle(
        Double(box.x), Double(box.y), Double(box.width), Double(box.height))
      lots.add(id, ring: ring.map { ($0 * c - $1 * s, $0 * s + $1 * c) })
    }
    return lots.ground
  }
}
