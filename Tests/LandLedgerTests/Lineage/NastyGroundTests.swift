import LandKit
import LandTestSupport
import Testing

@Suite struct NastyGroundTests {
  @Test("holes and several parts are ground like any other")
  func holesAndParts() {
    let yard = Lots.rectangle(0, 0, 100, 100)
    let hole = Lots.rectangle(30, 30, 40, 40)
    let found = lineage(
      {
        $0.add("ring", [[yard, hole]])
        $0.add("island", 30, 30, 40, 40)
        $0.add("two", [[Lots.rectangle(200, 0, 50, 50)], [Lots.rectangle(300, 0, 50, 50)]])
      },
      {
        $0.add("whole", [[yard]])
        $0.add("left", 200, 0, 50, 50)
        $0.add("right", 300, 0, 50, 50)
      })
    #expect(
      words(found.links) == [
        "ring>whole merged", "island>whole merged", "two>left split", "two>right split",
      ])
    #expect(found.links.prefix(2).map { ($0.shareOfLater * 100).rounded() } == [84, 16])
  }

  @Test("parcels on the border of two zones are measured on one plane")
  func zoneBorder() {
    // 115.5° E parts the zones about 114° and 117°: the middle crosses it by centimetres.
    func draw(_ shift: Double, _ ids: [String]) -> SurveyGround {
      var polygons = PolygonColumns<Geographic>()
      for (k, width) in zip(0..., [0.0010, 0.0012]) {
        let west = 115.5 - width / 2 + Double(k) * 0.0011 + shift
        polygons.appendPolygon([
          [
            Coordinate(x: west, y: 28), Coordinate(x: west + width, y: 28),
            Coordinate(x: west + width, y: 28.001), Coordinate(x: west, y: 28.001),
            Coordinate(x: west, y: 28),
          ]
        ])
        polygons.endFeature()
      }
      return SurveyGround(ids: ids, polygons: polygons)
    }
    let a = draw(-2e-7, ["A", "B"])
    let same = ParcelMatching().match(a, with: draw(2e-7, ["A", "B"]))
    #expect(words(same.links) == ["A>A same", "B>B same"])
    #expect(same.links.allSatisfy { $0.shareOfEarlier > 0.99 && $0.shareOfEarlier < 1 })
    let other = ParcelMatching().match(a, with: draw(2e-7, ["C", "D"]))
    #expect(words(other.links) == ["A>C renumbered", "B>D renumbered"])
    let shifted = ParcelMatching().match(a, with: draw(0.0005, ["A", "B"]))
    #expect(words(shifted.links) == ["A>A shifted", "B>B shifted"])
  }

  @Test("lots drawn again with errors of centimetres and more vertices are the same")
  func drawnAgain() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<20 {
      var (a, b) = (Lots(), Lots())
      var expected: [String] = []
      // Lots, a lane 3 m wide between them and a kiosk of 4 m by 3 m.
      var shapes = (0..<5).map { Lots.rectangle(Double($0) * 40, 0, 40, 25 + Double($0)) }
      shapes.append(Lots.rectangle(0, -3, 200, 3))
      shapes.append(Lots.rectangle(300, 0, 4, 3))
      for (index, shape) in shapes.enumerated() {
        let id = "\(index)"
        a.add(id, ring: shape)
        var ring: [(Double, Double)] = []
        for (k, corner) in shape.enumerated() {
          let next = shape[(k + 1) % shape.count]
          for t in [0.0, 0.31, 0.64] {
            // One point error of 5 to 10 cm: each axis has it by √2.
            let error = 0.05 + 0.05 * Double(round) / 19
            let x = corner.0 + t * (next.0 - corner.0)
            let y = corner.1 + t * (next.1 - corner.1)
            ring.append(
              (x + gauss(&generator) * error * 0.707, y + gauss(&generator) * error * 0.707))
          }
        }
        b.add(id, ring: ring)
        expected.append("\(id)>\(id) same")
      }
      let found = ParcelMatching().match(a.ground, with: b.ground)
      #expect(words(found.links) == expected, "round \(round)")
    }
  }

  private func gauss(_ generator: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
  }

  @Test("features under one id are one parcel, a drawing repeated counts once")
  func duplicates() {
    let found = lineage(
      {
        $0.add("A", 0, 0, 50, 60)
        $0.add("A", 50, 0, 50, 60)
        $0.add("B", 200, 0, 50, 60)
        $0.add("B", 200, 0, 50, 60)
      },
      {
        $0.add("A", 0, 0, 100, 60)
        $0.add("B", 200, 0, 50, 60)
      })
    #expect(words(found.links) == ["A>A same", "B>B same"])
    #expect(found.notices.map(\.kind) == [.duplicateID, .duplicateID])
    #expect(found.notices.map(\.value) == [2, 2])
    #expect(((found.earlierArea["B"] ?? 0) - 3_000).magnitude < 0.1)
  }

  @Test("an invalid or missing boundary is matched by number, and said to be")
  func invalid() throws {
    let bow = [(0.0, 0.0), (60, 60), (60, 0), (0, 60)]
    let found = lineage(
      {
        $0.add("A", ring: bow)
        $0.add("B", [])
        $0.add("C", ring: bow.map { ($0 + 200, $1) })
        $0.add("D", ring: bow.map { ($0 + 400, $1) })
      },
      {
        $0.add("A", 0, 0, 60, 60)
        $0.add("B", 100, 0, 60, 60)
        // The same faulty drawing under another number, and a faulty one without any.
        $0.add("E", ring: bow.map { ($0 + 200, $1) })
        $0.add("F", ring: bow.map { ($0 + 402, $1) })
      })
    #expect(
      words(found.links) == ["A>A same", "B>B same", "C>E renumbered", "D> gone", ">F new"])
    #expect(found.links.map(\.isByNumberOnly) == [true, true, false, false, false])
    #expect(found.earlierArea["B"] == nil)
    #expect(
      found.notices
        == ["A", "B", "C", "D"].map {
          LineageNotice(.groundUnknown, earlier: $0, later: nil)
        } + ["E", "F"].map { LineageNotice(.groundUnknown, earlier: nil, later: $0) })
  }

  @Test("places in a file are no numbers: nothing is matched by them but ground")
  func unnamed() {
    let found = lineage(
      {
        $0.add("#0", 0, 0, 100, 60)
        $0.add("#1", 200, 0, 100, 60)
      },
      {
        $0.add("#0", 500, 0, 100, 60)
        $0.add("#1", 0, 0, 100, 60)
      })
    #expect(words(found.links) == ["#0>#1 renumbered", "#1> gone", ">#0 new"])
    #expect(found.notices.isEmpty)
  }

  @Test("numbers that are none and places off the earth are kept apart")
  func noNumbers() {
    var polygons = PolygonColumns<Geographic>()
    for x in [Double.nan, .infinity, 500] {
      polygons.appendPolygon([
        [
          Coordinate(x: 114, y: 30), Coordinate(x: x, y: 30), Coordinate(x: 114, y: 30.1),
          Coordinate(x: 114, y: 30),
        ]
      ])
      polygons.endFeature()
    }
    let ground = SurveyGround(ids: ["A", "B", "C"], polygons: polygons)
    let found = ParcelMatching().match(ground, with: ground)
    #expect(words(found.links) == ["A>A same", "B>B same", "C>C same"])
    #expect(found.links.map(\.isByNumberOnly) == [true, true, false])
    #expect(words(ParcelMatching().match(ground, with: Lots().ground).links).count == 3)
  }
}
