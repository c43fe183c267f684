import LandKit
import LandTestSupport
import Testing

@Suite struct ParcelMatchingTests {
  @Test("an unchanged survey is the same, whatever the ground is like")
  func unchanged() {
    func draw(_ lots: inout Lots) {
      lots.add("A", 0, 0, 100, 60)
      lots.add("bow", ring: [(200, 0), (260, 60), (260, 0), (200, 60)])
    }
    let found = lineage(draw, draw)
    #expect(words(found.links) == ["A>A same", "bow>bow same"])
    #expect(found.links.allSatisfy { $0.shareOfEarlier == 1 && $0.shareOfLater == 1 })
    #expect(found.notices.isEmpty)
  }

  @Test("the same number with another boundary is reshaped")
  func reshaped() throws {
    let found = lineage({ $0.add("A", 0, 0, 100, 60) }, { $0.add("A", 0, 0, 50, 60) })
    #expect(words(found.links) == ["A>A reshaped"])
    let link = try #require(found.links.first)
    #expect((link.shareOfEarlier - 0.5).magnitude < 1e-6)
    #expect(link.shareOfLater > 1 - 1e-6)
  }

  @Test("a drawing that moved as a whole is shifted, near and far")
  func shifted() {
    let shape = [(0.0, 0.0), (100, 0), (100, 60), (40, 60), (40, 30), (0, 30)]
    func moved(_ x: Double, _ y: Double) -> SurveyLineage {
      lineage({ $0.add("A", ring: shape) }, { $0.add("A", ring: shape.map { ($0 + x, $1 + y) }) })
    }
    #expect(words(moved(4, 3).links) == ["A>A shifted"])
    #expect(words(moved(120, 500).links) == ["A>A shifted"])
    #expect(moved(120, 500).links.allSatisfy { $0.shareOfEarlier > 0.99 })
    // Beyond the limit the number was given anew.
    let far = moved(2_000, 0)
    #expect(words(far.links) == ["A> gone", ">A new"])
    #expect(far.notices.map(\.kind) == [.codeReused])
    #expect(((far.notices.first?.value ?? 0) - 2_000).magnitude < 0.01)
  }

  @Test("a whole block shifted by half a lot is shifted, not redistributed")
  func shiftedBlock() {
    func draw(_ lots: inout Lots, _ x: Double) {
      for i in 0..<6 { lots.add("\(i)", x + Double(i) * 60, 0, 60, 90) }
    }
    let found = lineage({ draw(&$0, 0) }, { draw(&$0, 27) })
    #expect(words(found.links) == (0..<6).map { "\($0)>\($0) shifted" })
  }

  @Test("a standard lot whose number went to another one is no shift")
  func numberMovedOn() {
    let found = lineage(
      { $0.add("A", 0, 0, 100, 60) },
      {
        $0.add("B", 0, 0, 50, 60)
        $0.add("C", 50, 0, 50, 60)
        $0.add("A", 300, 0, 100, 60)
      })
    #expect(words(found.links) == ["A>B split", "A>C split", ">A new"])
    #expect(found.notices.map(\.kind) == [.codeReused])
  }

  @Test("the same ground under another number is renumbered")
  func renumbered() {
    let found = lineage(
      {
        $0.add("A", 0, 0, 100, 60)
        $0.add("C", 200, 0, 100, 60)
      },
      {
        $0.add("B", 0, 0, 100, 60)
        // Drawn again with other vertices, and smaller: the shares say how much.
        $0.add("D", 200, 0, 80, 60)
      })
    #expect(words(found.links) == ["A>B renumbered", "C>D renumbered"])
    #expect(found.links.map { ($0.shareOfEarlier * 100).rounded() } == [100, 80])
  }

  @Test("two parcels that exchange their numbers are linked by ground")
  func exchanged() {
    let found = lineage(
      {
        $0.add("A", 0, 0, 100, 60)
        $0.add("B", 100, 0, 100, 60)
      },
      {
        $0.add("B", 0, 0, 100, 60)
        $0.add("A", 100, 0, 100, 60)
      })
    #expect(words(found.links) == ["A>B renumbered", "B>A renumbered"])
    #expect(found.notices.map(\.kind) == [.codeReused, .codeReused])
  }

  @Test("a split is one, whether or not a part keeps the number", arguments: ["A", "C"])
  func split(first: String) {
    let found = lineage(
      { $0.add("A", 0, 0, 100, 60) },
      {
        $0.add(first, 0, 0, 70, 60)
        $0.add("B", 70, 0, 30, 60)
      })
    #expect(words(found.links) == ["A>\(first) split", "A>B split"])
    #expect(found.links.map { ($0.shareOfEarlier * 100).rounded() } == [70, 30])
    #expect(found.links.allSatisfy { $0.shareOfLater > 1 - 1e-6 })
  }

  @Test("a merger is one, whether or not a part keeps its number", arguments: ["A", "C"])
  func merged(whole: String) {
    let found = lineage(
      {
        $0.add("A", 0, 0, 70, 60)
        $0.add("B", 70, 0, 30, 60)
      }, { $0.add(whole, 0, 0, 100, 60) })
    #expect(words(found.links) == ["A>\(whole) merged", "B>\(whole) merged"])
    #expect(found.links.map { ($0.shareOfLater * 100).rounded() } == [70, 30])
  }

  @Test("a strip that goes to the neighbour links all three ways")
  func ceded() {
    let found = lineage(
      {
        $0.add("A", 0, 0, 100, 60)
        $0.add("B", 100, 0, 100, 60)
      },
      {
        $0.add("A", 0, 0, 80, 60)
        $0.add("B", 80, 0, 120, 60)
      })
    #expect(words(found.links) == ["A>A reshaped", "A>B merged", "B>B reshaped"])
  }

  @Test("land redistributed among several links every pair that counts")
  func redistributed() {
    let found = lineage(
      {
        $0.add("A", 0, 0, 100, 60)
        $0.add("B", 100, 0, 100, 60)
      },
      {
        $0.add("P", 0, 0, 200, 20)
        $0.add("Q", 0, 20, 200, 40)
      })
    // P holds a third of each and half of it came from each; Q two thirds.
    #expect(
      words(found.links) == ["A>P split", "A>Q merged", "B>P split", "B>Q merged"])
  }

  @Test("new ground is new, lost ground is gone, a border in common is nothing")
  func newAndGone() {
    let found = lineage(
      {
        $0.add("A", 0, 0, 100, 60)
        $0.add("B", 300, 0, 100, 60)
      },
      {
        $0.add("A", 0, 0, 100, 60)
        $0.add("N", 100, 0, 100, 60)
        $0.add("M", 200, 60, 200, 60)
      })
    #expect(words(found.links) == ["A>A same", "B> gone", ">N new", ">M new"])
    #expect(found.links.dropFirst().allSatisfy { $0.shareOfEarlier == 0 && $0.shareOfLater == 0 })
  }

  @Test("a child drawn on ground of a parcel that stays comes from it")
  func kept() {
    let found = lineage(
      { $0.add("A", 0, 0, 100, 60) },
      {
        $0.add("A", 0, 0, 100, 60)
        $0.add("B", 0, 0, 40, 60)
      })
    #expect(words(found.links) == ["A>A same", "A>B split"])
  }

  @Test("stacked rights and neighbours that overlap in both years do not cross over")
  func overlapping() {
    let found = lineage(
      {
        $0.add("up", 0, 0, 100, 60)
        $0.add("down", 0, 0, 100, 60)
        $0.add("A", 200, 0, 110, 60)
        $0.add("B", 300, 0, 100, 60)
      },
      {
        $0.add("up", ring: [(0, 0), (50, 0.02), (100, 0), (100, 60), (0, 60)])
        $0.add("down", ring: [(0, 0.01), (100, 0), (100, 60), (0, 60)])
        $0.add("A", 200, 0, 110, 60)
        $0.add("B", 300, 0, 60, 60)
      })
    #expect(words(found.links) == ["up>up same", "down>down same", "A>A same", "B>B reshaped"])
  }
}
