import LandKit
import LandTestSupport
import Testing

@Suite("Parcels, neighbours and zones") struct OverlapAndZoneTests {
  @Test("contained and identical parcels overlap, touching ones do not")
  func overlaps() throws {
    let pairs = try survey(parcels: [
      .box(0, 0, 100, 100), .box(20, 20, 40, 40), .box(0, 0, 100, 100), .box(100, 0, 200, 100),
      .box(100, 100, 200, 200), .box(190, 190, 210, 210),
    ]).overlaps().overlaps
    #expect(pairs.map(\.first) == [0, 0, 1, 4])
    #expect(pairs.map(\.second) == [1, 2, 2, 5])
    for (pair, area) in zip(pairs, [400.0, 10_000, 400, 100]) {
      #expect(isNear(pair.area, area))
    }
    for (pair, length) in zip(pairs, [80.0, 400, 80, 40]) {
      #expect(isNear(pair.boundaryLength, length))
    }
    #expect(isNear(pairs[0].meanWidth, 10))
  }

  @Test("the width of an overlap does not depend on the rest of the border or the order")
  func meanWidth() throws {
    let left = Drawn([(0, 0), (100, 0), (100, 40), (100, 60), (100, 100), (0, 100)])
    let right = Drawn([
      (200, 0), (200, 100), (100, 100), (100, 60), (99.5, 50), (100, 40), (100, 0),
    ])
    for parcels in [[left, right], [right, left]] {
      let pairs = try survey(parcels: parcels).overlaps().overlaps
      #expect(pairs.count == 1)
      #expect(isNear(pairs.first?.area, 5))
      #expect(isNear(pairs.first?.meanWidth, 10 / (20 + 2 * 100.25.squareRoot())))
    }
  }

  @Test("touching parcels in longitude and latitude, also by a corner on an edge")
  func touchingInDegrees() throws {
    let plane = GaussKruger(centralMeridian: 114)
    let corner = plane.inverse(Coordinate(x: 540_000, y: 3_174_000))
    let step = 0.001
    let drawn: [Drawn] = (0..<9).map { k in
      let (i, j) = (Double(k % 3), Double(k / 3))
      return .box(i, j, i + 1, j + 1)
    }
    let text = drawn.text {
      Coordinate(x: corner.x + $0.x * step, y: corner.y + $0.y * step)
    }
    let placed = try layer("parcels.geojson", text, system: .cgcs2000)
    let made = Survey(parcels: placed, buildings: nil, zones: nil, options: SurveyOptions())
    #expect(made.overlaps().overlaps.isEmpty)
  }

  @Test("across the border of two planes")
  func acrossZones() throws {
    // Two parcels on either side of 115.5°, the second 20 m into the first.
    let plane = GaussKruger(centralMeridian: 114)
    let edge = plane.forward(Coordinate(x: 115.5, y: 28.7))
    let text = [
      Drawn.box(-210, 0, -10, 100), Drawn.box(-30, 0, 270, 100), .box(-5, 200, 50, 300),
    ].text { plane.inverse(Coordinate(x: edge.x + $0.x, y: edge.y + $0.y)) }
    let placed = try layer("parcels.geojson", text, system: .cgcs2000)
    let made = Survey(parcels: placed, buildings: nil, zones: nil, options: SurveyOptions())
    #expect(made.parcels.meridian == [114, 117, 117])
    let pairs = made.overlaps().overlaps
    #expect(pairs.count == 1)
    // In the plane of the first, where they were drawn.
    #expect(isNear(pairs.first?.area, 2000, 1e-5))
    #expect(isNear(made.parcels.planarArea[0], 20_000, 1e-5))
  }

  @Test("outside its zone, in part, wholly and not at all")
  func outside() throws {
    let zone = Drawn.box(0, 0, 100, 100, ["zone_id": "\"Z1\""])
    let made = try survey(
      parcels: [
        .box(10, 10, 20, 20), .box(0, 0, 100, 100), .box(90, 0, 110, 10), .box(300, 0, 310, 10),
        .box(100, 0, 110, 10), .bowTie(0, 0),
      ], zones: [zone])
    let results = made.all(zone: "Z1")
    #expect(results.allSatisfy { $0.membership == .zone(0) })
    for (result, area) in zip(results, [0.0, 0, 100, 100, 100]) {
      #expect(isNear(result.outside, area), "\(result.outside ?? -1)")
    }
    #expect(results[0].outside == 0)
    #expect(results[5].outside == nil)
    // A zone that is not there: everything lies outside.
    let unknown = made.all(zone: "Z9")
    #expect(unknown.allSatisfy { $0.membership == .unknownZone })
    #expect(isNear(unknown[1].outside, 10_000) && unknown[5].outside == nil)
    // No zones at all.
    #expect(try survey(parcels: [.box(0, 0, 1, 1)]).all()[0].membership == .noZones)
  }

  @Test("a zone is found by place: the one that holds most")
  func byPlace() throws {
    let results = try survey(
      parcels: [
        .box(10, 10, 20, 20), .box(90, 0, 120, 10), .box(200, 0, 210, 10), .box(300, 0, 310, 10),
        .box(-10, 0, 0, 10), .box(0, -10, 10, 0),
      ],
      zones: [
        .box(0, 0, 100, 100, ["zone_id": "\"Z1\""]), .box(100, 0, 200, 100, ["zone_id": "\"Z2\""]),
      ]
    ).all()
    #expect(
      results.map(\.membership)
        // The last ones only touch a zone.
        == [.zone(0), .zone(1), .unknownZone, .unknownZone, .unknownZone, .unknownZone])
    #expect(isNear(results[1].outside, 100))
    #expect(isNear(results[3].outside, 100))
  }

  @Test("an invalid zone leaves everything about it unknown; a zone that occurs twice is found")
  func oddZones() throws {
    let made = try survey(
      parcels: [.box(0, 0, 5, 5)],
      zones: [.bowTie(0, 0, ["zone_id": "\"Z1\""]), .box(0, 0, 9, 9, ["zone_id": "\"Z1\""])])
    let result = made.all(zone: "Z1")[0]
    #expect(result.membership == .zone(0) && result.outside == nil)
    #expect(made.findings.contains { $0.code == .duplicateZoneID && $0.featureIndex == 1 })
    #expect(made.findings.contains { $0.code == .selfIntersection && $0.subjectKind == .zone })
    var ledger = ParcelLedger()
    ledger.zone = [0]
    ledger.outside = [.nan]
    var findings: [Finding] = []
    let areas = ZoneAccounting(made, ledger).areas(of: 0, parcels: [0], findings: &findings)
    #expect(areas.approved == nil && areas.union == nil && areas.remaining == nil)
  }

  private func ledger(_ made: Survey) -> ParcelLedger {
    var ledger = ParcelLedger()
    ledger.overlaps = made.overlaps().overlaps
    for result in made.all(zone: "Z1") {
      if case .zone(let zone) = result.membership {
        ledger.zone.append(zone)
      } else {
        ledger.zone.append(nil)
      }
      ledger.outside.append(result.outside ?? .nan)
    }
    return ledger
  }

  /// The areas of the only zone by the accounting and by GEOS.
  private func account(
    _ parcels: [Drawn], _ zone: Drawn, chosen: [Int]? = nil, exact: Bool = false
  ) throws -> (ours: ZoneAreas, union: Double, inside: Double) {
    var options = SurveyOptions()
    options.exact = exact
    let made = try survey(parcels: parcels, zones: [zone], options: options)
    let chosen = chosen ?? Array(parcels.indices)
    var findings: [Finding] = []
    let areas = ZoneAccounting(made, ledger(made))
      .areas(of: 0, parcels: chosen, findings: &findings)
    #expect(findings.isEmpty)
    let context = try GEOSContext()
    let layer = made.parcels.plane
    let clip = try GEOSPreparedGeometry(
      try context.geometry(of: 0, in: try #require(made.zones).plane))
    return (
      areas, try context.unionArea(of: chosen, in: layer).area,
      try context.unionArea(of: chosen, in: layer, clippedTo: clip).area
    )
  }

  private let zone = Drawn.box(0, 0, 200, 200, ["zone_id": "\"Z1\""])

  @Test(
    "ground covered in a zone",
    arguments: [
      // Apart; a pair; three in a row; three on the same ground; the same three times.
      ([.box(0, 0, 10, 10), .box(20, 0, 30, 10)], 200, 200),
      ([.box(0, 0, 10, 10), .box(5, 0, 15, 10)], 150, 150),
      ([.box(0, 0, 10, 10), .box(8, 0, 18, 10), .box(16, 0, 26, 10)], 260, 260),
      ([.box(0, 0, 10, 10), .box(5, 0, 15, 10), .box(5, 5, 15, 15)], 200, 200),
      ([.box(0, 0, 10, 10), .box(0, 0, 10, 10), .box(0, 0, 10, 10)], 100, 100),
      // In part outside; a pair that overlaps outside too; three of which two do.
      ([.box(195, 0, 205, 10)], 100, 50),
      ([.box(195, 0, 205, 10), .box(195, 5, 205, 15)], 150, 75),
      ([.box(195, 0, 205, 10), .box(195, 5, 205, 15), .box(198, 0, 208, 15)], 195, 75),
      ([.box(195, 0, 205, 10), .box(180, 0, 198, 10)], 250, 200),
    ] as [([Drawn], Double, Double)])
  func unions(parcels: [Drawn], union: Double, inside: Double) throws {
    for exact in [false, true] {
      let (ours, geosUnion, geosInside) = try account(parcels, zone, exact: exact)
      #expect(isNear(ours.approved, 40_000))
      #expect(isNear(ours.union, union) && isNear(geosUnion, union), "\(ours)")
      #expect(isNear(geosInside, inside))
      #expect(isNear(ours.remaining, 40_000 - inside), "\(ours)")
    }
  }

  @Test("many parcels at random, all and some of them, against GEOS")
  func randomUnions() throws {
    var random = SeededGenerator(seed: 81)
    var worst = 0.0
    for round in 0..<25 {
      let size = round % 2 == 0 ? 25.0 : 60
      let parcels = (0..<24).map { _ -> Drawn in
        let x = Double.random(in: -20...190, using: &random)
        let y = Double.random(in: -20...190, using: &random)
        return Drawn([
          (x, y), (x + size * .random(in: 0.3...1, using: &random), y + 3),
          (x + size, y + size * .random(in: 0.3...1, using: &random)), (x + 2, y + size),
        ])
      }
      let some = parcels.indices.filter { _ in Bool.random(using: &random) }
      for chosen in [Array(parcels.indices), some, []] {
        let (ours, union, inside) = try account(parcels, zone, chosen: chosen)
        worst = max(worst, ((ours.union ?? .nan) - union).magnitude)
        #expect(isNear(ours.union, union) && isNear(ours.remaining, 40_000 - inside))
      }
    }
    print("unions: \(worst)")
  }

  @Test("a parcel that cannot be overlaid makes the union unknown")
  func unknownUnion() throws {
    let made = try survey(parcels: [.box(0, 0, 10, 10), .bowTie(20, 20)], zones: [zone])
    let accounting = ZoneAccounting(made, ledger(made))
    var findings: [Finding] = []
    let both = accounting.areas(of: 0, parcels: [0, 1], findings: &findings)
    #expect(isNear(both.approved, 40_000) && both.union == nil && both.remaining == nil)
    #expect(isNear(accounting.areas(of: 0, parcels: [0], findings: &findings).union, 100))
    // An overlay that failed: nobody knows how much of the parcel lies in the zone.
    var failed = ledger(made)
    failed.outside[0] = .nan
    let areas = ZoneAccounting(made, failed).areas(of: 0, parcels: [0], findings: &findings)
    #expect(isNear(areas.union, 100) && areas.remaining == nil)
  }
}
