import LandKit
import LandTestSupport
import Testing

@Suite("Supply of a zone") struct SupplyTests {
  /// A square kilometre with everything in it; the figures are in `oneBlock`.
  private var zone: DrawnZone {
    DrawnZone(
      scope: [.box(0, 0, 1000, 1000, ["区块编号": "\"A\""])],
      notSuppliable: [
        .box(980, 900, 1100, 1100), .box(500, 0, 520, 1000, ["class": "\"道路\""]),
        .box(0, 50, 200, 150, ["class": "\"C2\""]), .box(0, 0, 1000, 100, ["class": "\"water\""]),
      ],
      ready: [.box(0, 200, 500, 600), .box(400, 200, 600, 600)],
      approved: [
        .box(0, 600, 100, 700), .box(500, 500, 700, 700, ["批准日期": "\"2021-05-06\""]),
        .box(0, 200, 600, 600, ["批准日期": "2019"]),
      ],
      parcels: [
        (.box(100, 200, 300, 400), .supplied), (.box(200, 300, 400, 500), .supplied),
        (.box(900, 500, 1100, 600), .supplied), (.box(600, 200, 700, 300), .reserve),
        (.box(510, 600, 530, 700), .supplied), (.box(0, 800, 50, 850), .withdrawn),
        (.box(700, 700, 800, 800), .unsupplied), (.box(2000, 0, 2010, 10), .supplied),
      ],
      adjust: { parcel in
        parcel.idleness = [.suspected, .identified, .identified][safe: parcel.feature] ?? .none
        parcel.builtFootprint = [0: 5000, 2: 999, 4: 500][parcel.feature]
      })
  }

  @Test("one block: every figure as worked out by hand")
  func oneBlock() throws {
    let account = try zone.account()
    let whole = account.whole
    #expect(isNear(whole.scope, 1_000_000))
    #expect(isNear(whole.notSuppliable, 130_000))
    let classes = try #require(whole.notSuppliableByClass)
    #expect(classes.map(\.reason) == [.water, .protected, .road, .unclassified])
    #expect(classes.map(\.reason.landClass) == [.c1, .c2, .f, nil])
    for (entry, area) in zip(classes, [100_000.0, 10_000, 18_000, 2000]) {
      #expect(isNear(entry.area, area))
    }
    #expect(isNear(whole.suppliable, 870_000))
    // Overlapping parcels count once; one of them only as far as it lies inside.
    #expect(isNear(whole.supplied, 82_000) && isNear(whole.suppliedNotSuppliable, 1000))
    #expect(isNear(account.suppliedOutside, 10_100))
    #expect(isNear(whole.reserve, 10_000) && isNear(whole.withdrawn, 2500))
    #expect(isNear(whole.unsupplied, 10_000) && isNear(whole.supplyUnknown, 0))
    #expect(isNear(whole.idleSuspected, 40_000) && isNear(whole.idleIdentified, 50_000))
    #expect(isNear(whole.remaining, 789_000) && isNear(whole.notSupplied, 918_000))
    #expect(isNear(whole.ready, 240_000) && isNear(whole.readyRemaining, 170_000))
    #expect(whole.addsUp && whole.missing.isEmpty && account.findings.isEmpty)

    let approved = try #require(whole.approved)
    #expect(approved.map(\.year) == [2019, 2021, nil])
    for (entry, areas) in zip(
      approved, [(240_000.0, 170_000.0), (30_000, 28_000), (10_000, 10_000)])
    {
      #expect(isNear(entry.area, areas.0) && isNear(entry.unsupplied, areas.1), "\(entry)")
    }
    #expect(isNear(whole.approvedUnsupplied, 208_000))
    // Half of the parcel on the boundary lies outside: its building is not counted.
    #expect(whole.built == BuiltArea(area: 5500, basis: .sum, parcelsWithout: 4))

    let shares = account.remainingShares
    #expect(shares.map(\.reading) == [.r1, .r2, .r3])
    for (share, value) in zip(shares, [170.0 / 240, 789.0 / 870, 0.918]) {
      #expect(isNear(share.share, value, 1e-12) && share.shareOfOriginal == nil)
    }

    #expect(account.blocks.count == 1)
    let block = account.blocks[0]
    #expect(block.id == "A" && block.figures == whole)
    let remaining = try #require(block.remaining)
    #expect(remaining.reading == .r2 && remaining.sliverCount == 0)
    // The road cuts it in two; the larger piece comes first.
    #expect(remaining.areas.count == 2 && remaining.pieces.featureCount == 2)
    #expect(isNear(remaining.areas[0], 419_000) && isNear(remaining.areas[1], 370_000))
    #expect(isNear(remaining.ground.planarArea(of: 0), 789_000))
    #expect(account.crossingParcels.map(\.id) == ["P2"])
    let crossing = account.crossingParcels[0]
    #expect(isNear(crossing.inside, 10_000) && isNear(crossing.outside, 10_000))
    #expect(account.parcelsInSeveralBlocks.isEmpty && account.blockOverlaps.isEmpty)
  }

  @Test("the same in degrees, with other workers, and with the parcels in another space")
  func spaces() throws {
    let expected = try zone.account()
    let plane = GaussKruger(centralMeridian: 114)
    #expect(expected.plane.meridian == 114)
    let degrees = { (drawn: [Drawn], name: String, subject: Finding.SubjectKind) in
      try drawn.placedInDegrees(name, subject)
    }
    let mixed = { (drawn: [Drawn], name: String, subject: Finding.SubjectKind) in
      subject == .parcel
        ? try drawn.placedInDegrees(name, subject) : try drawn.placed(name, subject)
    }
    var options = SupplyOptions()
    options.survey.workers = Workers(count: 3)
    for place in [degrees, mixed] {
      let account = try SupplyAccounting(zone.inputs(place), options: options).account()
      #expect(isNear(account.whole.remaining, 789_000, 1e-3))
      #expect(isNear(account.whole.residual, 0, 1e-3))
      #expect(isNear(account.suppliedOutside, 10_100, 1e-3))
      #expect(account.crossingParcels.map(\.id) == ["P2"])
      let ground = try #require(account.blocks[0].remaining).pieces
      let written = try #require(account.plane.degrees(ground))
      let corner = plane.forward(Coordinate(x: written.x[0], y: written.y[0]))
      #expect(isNear(corner.x, ground.x[0]) && isNear(corner.y, ground.y[0]))
    }
  }

  @Test("parcels on both sides of the border of two planes are brought to the zone's own")
  func acrossPlanes() throws {
    // The border of the planes about 114° and 117° lies 100 m inside the scope's eastern edge.
    let plane = GaussKruger(centralMeridian: 114)
    let edge = plane.forward(Coordinate(x: 115.5, y: 28.7))
    let zone = DrawnZone(
      scope: [.box(-900, 0, 100, 1000)], notSuppliable: [.box(20, 0, 100, 100)],
      parcels: [
        (.box(-500, 200, -300, 400), .supplied), (.box(20, 200, 90, 300), .supplied),
      ])
    let account = try SupplyAccounting(
      zone.inputs { drawn, name, subject in
        let text = drawn.text { plane.inverse(Coordinate(x: edge.x + $0.x, y: edge.y + $0.y)) }
        return try layer(name, text, system: .cgcs2000, subject: subject)
      }
    ).account()
    #expect(account.plane.meridian == 114)
    #expect(isNear(account.whole.scope, 1_000_000, 1e-3))
    #expect(isNear(account.whole.supplied, 47_000, 1e-3))
    #expect(isNear(account.whole.remaining, 945_000, 1e-3))
    #expect(isNear(account.whole.residual, 0, 1e-6))
    #expect(account.crossingParcels.isEmpty)
  }

  @Test("a scope on a plane of six degrees is measured there, and a finding says so")
  func otherPlane() throws {
    let account = try SupplyAccounting(
      zone.inputs { try $0.placed($1, epsg: 4508, $2) }
    ).account()
    #expect(account.plane.meridian == 111 && isNear(account.whole.remaining, 789_000))
    #expect(account.findings.map(\.code) == [.measuredInOtherPlane])
    #expect(account.findings[0].file == "scope.geojson")
  }

  @Test("parcels that would need a datum shift are refused")
  func otherDatum() throws {
    let place = { (drawn: [Drawn], name: String, subject: Finding.SubjectKind) in
      guard subject == .parcel else { return try drawn.placedInDegrees(name, subject) }
      // Metres of no known system lie nowhere on earth.
      return try layer(name, drawn.text { $0 }, system: .unknownPlane, subject: subject)
    }
    let error = #expect(throws: SupplyError.self) { _ = try SupplyAccounting(zone.inputs(place)) }
    guard case .survey(.datumShift(let file, _, _)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(file == "parcels.geojson")
  }

  @Test("two blocks: each its own figures, the whole their sum, a parcel in both")
  func twoBlocks() throws {
    let zone = DrawnZone(
      scope: [.box(0, 0, 100, 100, ["name": "\"东\""]), .box(100, 0, 300, 100, ["name": "\"西\""])],
      parcels: [(.box(50, 0, 150, 50), .supplied), (.box(290, 0, 310, 10), .supplied)],
      buildings: [.box(60, 10, 80, 20), .box(70, 10, 90, 20), .box(140, 10, 160, 20)])
    let account = try zone.account()
    #expect(account.blocks.map(\.id) == ["东", "西"])
    #expect(account.blocks.map(\.figures.scope) == [10_000, 20_000])
    #expect(isNear(account.blocks[0].figures.supplied, 2500))
    #expect(isNear(account.blocks[1].figures.supplied, 2600))
    #expect(isNear(account.blocks[0].figures.remaining, 7500))
    #expect(isNear(account.whole.remaining, 24_900) && isNear(account.blockResidual, 0))
    #expect(account.blocks[0].figures.built == BuiltArea(area: 300, basis: .union))
    #expect(isNear(account.whole.built?.area, 500))
    #expect(account.parcelsInSeveralBlocks.map(\.id) == ["P0"])
    #expect(account.placings[0].parts.map(\.block) == [0, 1])
    #expect(account.placings[0].parts.map(\.area) == [2500, 2500])
    #expect(account.crossingParcels.map(\.id) == ["P1"])
    #expect(account.blockOverlaps.isEmpty && account.whole.addsUp)
  }

  @Test("blocks that overlap: the whole counts their ground once")
  func overlappingBlocks() throws {
    let zone = DrawnZone(
      scope: [.box(0, 0, 100, 100), .box(90, 0, 300, 100)],
      parcels: [(.box(80, 0, 120, 10), .supplied)])
    let account = try zone.account()
    #expect(account.blocks.map(\.id) == ["#0", "#1"])
    #expect(isNear(account.whole.scope, 30_000) && isNear(account.blockResidual, 1000))
    #expect(account.blockOverlaps == [BlockOverlap(first: 0, second: 1, area: 1000)])
    #expect(isNear(account.placings[0].inside, 400) && isNear(account.placings[0].outside, 0))
    #expect(isNear(account.whole.supplied, 400) && account.whole.addsUp)
  }

  @Test("holes: in the scope, in a parcel, and in what is left")
  func holes() throws {
    func frame(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Drawn {
      Drawn([
        [
          [(a, a), (d, a), (d, d), (a, d)], [(b, b), (c, b), (c, c), (b, c)],
        ]
      ])
    }
    let zone = DrawnZone(
      scope: [frame(0, 400, 600, 1000)],
      parcels: [
        (.box(300, 450, 700, 550), .supplied), (frame(100, 120, 180, 200), .supplied),
      ])
    let account = try zone.account()
    #expect(isNear(account.whole.scope, 960_000))
    #expect(isNear(account.whole.supplied, 20_000 + 6400))
    #expect(isNear(account.whole.remaining, 933_600) && account.whole.addsUp)
    #expect(account.crossingParcels.map(\.id) == ["P0"])
    let remaining = try #require(account.blocks[0].remaining)
    #expect(remaining.areas.count == 2 && isNear(remaining.areas[1], 3600))
    // Two holes: that of the scope with the parcel across it, and the frame.
    #expect(remaining.pieces.rings(ofFeature: 0).count == 3)
    #expect(remaining.pieces.signedArea(ofRing: 0) > 0)
  }

  @Test("slivers are counted and not listed")
  func slivers() throws {
    let zone = DrawnZone(
      scope: [.box(0, 0, 100, 100)],
      parcels: [
        (.box(0, 0, 50, 80), .supplied), (.box(50.05, 0, 100, 80), .supplied),
        (.box(0, 80.02, 100, 90), .supplied),
      ])
    let remaining = try #require(try zone.account().blocks[0].remaining)
    #expect(remaining.areas.count == 1 && isNear(remaining.areas[0], 1000))
    #expect(remaining.sliverCount == 1 && isNear(remaining.sliverArea, 6, 1e-6))
    #expect(isNear(remaining.ground.planarArea(of: 0), 1006))
    var options = SupplyOptions()
    options.sliverArea = 1
    let all = try #require(try zone.account(options).blocks[0].remaining)
    #expect(all.areas.count == 2 && all.sliverCount == 0)
  }

  @Test("the scope as first approved gives the other denominator")
  func originalScope() throws {
    let zone = DrawnZone(
      scope: [.box(0, 0, 100, 100)], original: [.box(0, 0, 40, 100), .box(30, 0, 50, 100)],
      notSuppliable: [.box(0, 0, 10, 100)], ready: [.box(0, 0, 60, 100)],
      parcels: [(.box(50, 0, 100, 90), .supplied)])
    let account = try zone.account()
    #expect(isNear(account.original?.scope, 5000))
    let expected: [(Double, Double)] = [
      (5100 / 6000, 5100 / 5000), (4500 / 9000, 4500 / 4000),
      (5500 / 10_000, 5500 / 5000),
    ]
    for (share, values) in zip(account.remainingShares, expected) {
      #expect(
        isNear(share.share, values.0, 1e-12) && isNear(share.shareOfOriginal, values.1, 1e-12))
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
