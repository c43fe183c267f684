import LandKit
import LandTestSupport
import Testing

/// 300 m by 200 m with a hole, drawn counter-clockwise from the south-western corner.
let blockWithHole = Drawn([
  [
    [(20_000, 0), (20_300, 0), (20_300, 200), (20_000, 200)],
    [(20_100, 80), (20_100, 100), (20_120, 100), (20_120, 80)],
  ]
])

@Suite("Boundary points of blocks") struct BoundaryTests {
  private func survey(_ drawn: [Drawn], epsg: Int = 4547) throws -> BoundarySurvey {
    try BoundarySurvey(
      of: drawn.indices.map { BoundarySubject(feature: $0, id: "DK0\($0 + 1)") },
      in: drawn.placed(epsg: epsg))
  }

  @Test("clockwise from the north-west, holes the other way, numbers running on")
  func order() throws {
    let block = try #require(try survey([blockWithHole]).blocks.first)
    #expect(block.zone == 38 && block.epsg == 4526 && block.meridian == 114)
    let rings = block.parts[0].rings
    #expect(rings.map(\.number) == [1, 2] && block.points.map(\.number) == Array(1...8))
    let corners = rings[0].points.map { [$0.east - 38_520_000, $0.north - 3_174_000] }
    #expect(corners == [[0, 200], [300, 200], [300, 0], [0, 0]])
    let hole = rings[1].points.map { [$0.east - 38_520_000, $0.north - 3_174_000] }
    #expect(hole == [[100, 100], [100, 80], [120, 80], [120, 100]])
    #expect(rings[0].points.map(\.side) == [300, 200, 300, 200])
  }

  @Test("areas and length of the worked sample")
  func areas() throws {
    let block = try #require(try survey([blockWithHole]).blocks.first)
    #expect(isNear(block.planarArea, 59_600) && isNear(block.perimeter, 1080))
    #expect(isNear(block.ellipsoidalArea, 59_599.40, 0.01))
  }

  @Test("degrees and plane give the same points")
  func spaces() throws {
    let plane = try survey([blockWithHole])
    let degrees = try BoundarySurvey(
      of: [BoundarySubject(feature: 0, id: "DK01")], in: [blockWithHole].placedInDegrees())
    for (a, b) in zip(plane.blocks[0].points, degrees.blocks[0].points) {
      #expect(isNear(a.north, b.north) && isNear(a.east, b.east))
      #expect(isNear(a.longitude, b.longitude, 1e-11) && isNear(a.latitude, b.latitude, 1e-11))
      let back = GaussKruger(centralMeridian: 114, falseEasting: 38_500_000)
        .forward(Coordinate(x: a.longitude, y: a.latitude))
      #expect(isNear(back.x, a.east, 1e-5) && isNear(back.y, a.north, 1e-5))
    }
    #expect(degrees.notices.isEmpty && plane.notices.isEmpty)
  }

  @Test("of points equally near to the corner the more northern comes first")
  func ties() throws {
    // A diamond: its western and its northern point are equally far from the corner.
    let diamond = Drawn([(0, 50), (50, 0), (100, 50), (50, 100)])
    let points = try survey([diamond]).blocks[0].points
    #expect(points[0].north == 3_174_100 && points[0].east == 38_500_050)
    let degrees = try BoundarySurvey(
      of: [BoundarySubject(feature: 0, id: "D")], in: [diamond].placedInDegrees())
    #expect(isNear(degrees.blocks[0].points[0].north, 3_174_100))
  }

  @Test("where a drawing begins and which way it runs changes nothing")
  func rotation() throws {
    let ring: [(Double, Double)] = [(0, 0), (90, 10), (120, 70), (60, 120), (10, 90), (5, 40)]
    let expected = try survey([Drawn(ring)]).blocks[0].points
    for shift in ring.indices {
      let turned = Array(ring[shift...] + ring[..<shift])
      for order in [turned, turned.reversed()] {
        #expect(try survey([Drawn(order)]).blocks[0].points == expected)
      }
    }
  }

  @Test("points on a line stay, repeated ones go and are counted")
  func kept() throws {
    let drawn = Drawn([(0, 0), (50, 0), (50, 0), (50, 0), (100, 0), (100, 100), (0, 100), (0, 0)])
    let result = try survey([drawn])
    #expect(result.blocks[0].points.count == 5)
    #expect(
      result.notices.map(\.kind) == [.repeatedPoints(3)]
        && result.notices[0].text.zh.contains("3 个"))
  }

  @Test("a block of several parts: rings per part, numbers through the block")
  func parts() throws {
    let drawn = Drawn([
      [[(0, 0), (10, 0), (10, 10), (0, 10)]], [[(50, 0), (60, 0), (60, 10)]],
    ])
    let block = try survey([drawn]).blocks[0]
    #expect(block.parts.map { block.id(of: $0) } == ["DK01-1", "DK01-2"])
    #expect(block.parts[1].rings[0].points.map(\.number) == [5, 6, 7])
    #expect(block.parts.map(\.planarArea) == [100, 50])
  }

  @Test("a block over the border of two zones uses that of its centre and says so")
  func straddling() throws {
    // 115.5° lies about 147 km east of 114° at this latitude.
    let border = GaussKruger(centralMeridian: 114).forward(Coordinate(x: 115.5, y: 28.67))
    let east = border.x - Drawn.corner.x
    let north = border.y - Drawn.corner.y
    func box(_ from: Double, _ to: Double) -> Drawn {
      .box(east + from, north, east + to, north + 100)
    }
    let west = try survey([box(-200, 100)])
    #expect(west.blocks[0].zone == 38)
    let notice = try #require(west.notices.first)
    guard case .straddles(let degrees) = notice.kind else { return #expect(Bool(false)) }
    #expect(degrees > 0.0009 && degrees < 0.0011)
    let other = try survey([box(-100, 200)])
    #expect(other.blocks[0].zone == 39 && other.notices.count == 1)
    #expect(other.blocks[0].points.allSatisfy { (39_300_000...39_400_000).contains($0.east) })
    #expect(try survey([box(100, 200)]).notices.isEmpty)
  }

  @Test("an invalid polygon is listed as drawn with a notice; none at all is named")
  func invalid() throws {
    let result = try BoundarySurvey(
      of: [BoundarySubject(feature: 0, id: "A"), BoundarySubject(feature: 7, id: "B")],
      in: [Drawn.bowTie(0, 0)].placed())
    #expect(result.blocks.count == 1 && result.blocks[0].points.count == 4)
    guard case .invalid(let reason) = result.notices[0].kind else { return #expect(Bool(false)) }
    #expect(reason.hasPrefix("Self-intersection"))
    #expect(result.notices[1].kind == .noPolygon && result.notices[1].block == "B")
  }

  @Test("a system that would need a datum shift is refused")
  func refused() throws {
    let layer = try layer(
      "a.geojson", [blockWithHole].text { Coordinate(x: 1000 + $0.x, y: $0.y) },
      system: .unknownPlane)
    #expect(throws: BoundaryError.system("none")) {
      try BoundarySurvey(of: [BoundarySubject(feature: 0, id: "A")], in: layer)
    }
  }
}
