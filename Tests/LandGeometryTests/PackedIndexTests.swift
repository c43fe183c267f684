import LandGeometry
import LandTestSupport
import Testing

@Suite("Index of boxes") struct PackedIndexTests {
  private func answers(_ index: PackedIndex, _ box: Envelope) -> [Int] {
    var stack: [UInt32] = []
    var found: [Int] = []
    index.query(box, stack: &stack) { found.append($0) }
    return found
  }

  private func box(_ random: inout SeededGenerator, _ size: Double) -> Envelope {
    let x = Double.random(in: 0...1000, using: &random)
    let y = Double.random(in: 0...1000, using: &random)
    return Envelope(
      minX: x, minY: y, maxX: x + .random(in: 0...size, using: &random),
      maxY: y + .random(in: 0...size, using: &random))
  }

  @Test("boxes whose extent is no finite number are found all the same")
  func hugeBoxes() {
    let all = Envelope(minX: -1e308, minY: -1e308, maxX: 1e308, maxY: 1e308)
    let boxes = (0..<40).map { Envelope(minX: Double($0), minY: 0, maxX: Double($0), maxY: 1) }
    let index = PackedIndex([all] + boxes)
    #expect(answers(index, boxes[20]).sorted() == [0, 21])
    #expect(answers(index, all).count == 41)
  }

  @Test("the same as looking at every box", arguments: [0, 1, 2, 15, 16, 17, 255, 256, 257, 700])
  func bruteForce(count: Int) {
    var random = SeededGenerator(seed: UInt64(50 + count))
    var boxes = (0..<count).map { _ in box(&random, 40) }
    if count > 10 {
      boxes[3] = .empty
      boxes[7] = boxes[5]
      boxes[8] = Envelope(minX: 5, minY: 5, maxX: 5, maxY: 5)
      boxes[9] = Envelope(minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6)
    }
    let index = PackedIndex(boxes)
    let again = PackedIndex(boxes)
    for _ in 0..<100 {
      let asked = box(&random, 200)
      let found = answers(index, asked)
      #expect(found.sorted() == boxes.indices.filter { boxes[$0].intersects(asked) })
      #expect(found == answers(again, asked))
    }
    #expect(answers(index, .empty).isEmpty)
    let all = Envelope(minX: -1e9, minY: -1e9, maxX: 1e9, maxY: 1e9)
    #expect(answers(index, all).sorted() == boxes.indices.filter { !boxes[$0].isEmpty })
  }

  @Test("touching edges and corners count")
  func touching() {
    let index = PackedIndex([Envelope(minX: 0, minY: 0, maxX: 10, maxY: 10)])
    #expect(answers(index, Envelope(minX: 10, minY: 10, maxX: 20, maxY: 20)) == [0])
    #expect(answers(index, Envelope(minX: 10.0.nextUp, minY: 0, maxX: 20, maxY: 20)).isEmpty)
  }

  @Test("no boxes, only empty ones, many equal ones, all on a line")
  func special() {
    let everything = Envelope(minX: -1, minY: -1, maxX: 1001, maxY: 1001)
    #expect(answers(PackedIndex([]), everything).isEmpty)
    #expect(answers(PackedIndex([.empty, .empty]), everything).isEmpty)
    let same = Envelope(minX: 1, minY: 1, maxX: 2, maxY: 2)
    let equal = PackedIndex(Array(repeating: same, count: 100))
    #expect(answers(equal, everything).sorted() == Array(0..<100))
    let line = (0..<300).map { k in
      Envelope(minX: Double(k), minY: 7, maxX: Double(k) + 0.5, maxY: 7)
    }
    let index = PackedIndex(line)
    #expect(
      answers(index, Envelope(minX: 10, minY: 0, maxX: 20, maxY: 10)).sorted() == Array(10...20))
  }

  @Test("a box that is there twice does not change the order of the others")
  func duplicates() {
    var random = SeededGenerator(seed: 52)
    let boxes = (0..<200).map { _ in box(&random, 40) }
    let everything = Envelope(minX: -1, minY: -1, maxX: 2000, maxY: 2000)
    let order = answers(PackedIndex(boxes), everything)
    // The order in which the same boxes are handed in does not matter.
    let turned = answers(PackedIndex(boxes.reversed()), everything).map { 199 - $0 }
    #expect(turned.map { boxes[$0] } == order.map { boxes[$0] })
    let twice = answers(PackedIndex(boxes + boxes[..<20]), everything)
    #expect(twice.count == 220 && Set(twice).count == 220)
    for k in 0..<20 { #expect(twice.contains(k) && twice.contains(200 + k)) }
  }

  @Test("envelopes")
  func envelopes() {
    var e = Envelope.empty
    #expect(e.isEmpty)
    e.include(x: 1, y: 2)
    #expect(!e.isEmpty && e.centre == Coordinate(x: 1, y: 2))
    e.include(.empty)
    #expect(e == Envelope(minX: 1, minY: 2, maxX: 1, maxY: 2))
    e.include(x: -3, y: 5)
    #expect(e == Envelope(minX: -3, minY: 2, maxX: 1, maxY: 5))
    #expect(e.contains(Envelope(minX: -3, minY: 2, maxX: 0, maxY: 5)))
    #expect(!e.contains(Envelope(minX: -3, minY: 2, maxX: 1.5, maxY: 5)))
    #expect(e.intersection(Envelope(minX: 2, minY: 2, maxX: 3, maxY: 3)).isEmpty)
    #expect(Envelope(minX: .nan, minY: 0, maxX: 1, maxY: 1).isEmpty)
  }
}
