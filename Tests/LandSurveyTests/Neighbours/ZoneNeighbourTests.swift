import LandKit
import Testing

@Suite("The zones around a zone") struct ZoneNeighbourTests {
  private func zone(
    _ id: String, _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ industries: String?
  ) -> Drawn {
    var properties = ["zone_id": "\"\(id)\"", "name": "\"\(id)园\""]
    properties["主导产业"] = industries.map { "\"\($0)\"" }
    return .box(x0, y0, x1, y1, properties)
  }

  private func neighbours(_ zones: [Drawn]) throws -> ZoneNeighbours {
    let ground = try ZoneGround(scope: [.box(0, 0, 200, 200)].placed("scope.geojson", .zone))
    return try ground.neighbours(of: "A", in: zones.placed("zones.geojson", .zone))
  }

  @Test("distance, boundary in common, overlap, industries in common; the nearest first")
  func measures() throws {
    let result = try neighbours([
      zone("A", 0, 0, 200, 200, "电子信息、新材料"),
      zone("D", 300, 0, 400, 200, "新材料"),
      zone("B", 200.5, 50, 300, 400, "新材料，食品"),
      zone("C", -100, 0, 10, 100, "食品;医药"),
    ])
    #expect(result.others.map(\.id) == ["C", "B", "D"])
    let (c, b, d) = (result.others[0], result.others[1], result.others[2])
    #expect(c.distance == 0 && isNear(c.overlap, 1_000, 1e-6) && c.isCandidate == false)
    #expect(isNear(b.distance, 0.5, 1e-6) && b.overlap == 0)
    #expect(isNear(b.sharedBoundary, 150, 1e-6))
    #expect(b.isCandidate == true && b.sharedIndustries == ["新材料"] && b.name == "B园")
    #expect(isNear(d.distance, 100, 1e-6) && !d.isAdjacent && d.isCandidate == false)
    #expect(d.sharedBoundary == 0 && !result.lacksIndustries)
  }

  @Test("unknown industries leave a neighbour open; a corner shares no boundary")
  func unknown() throws {
    let result = try neighbours([
      zone("A", 0, 0, 200, 200, "电子信息"), zone("B", 200, 200, 300, 300, nil),
    ])
    #expect(result.others[0].isAdjacent && result.others[0].sharedBoundary == 0)
    #expect(result.others[0].isCandidate == nil && result.lacksIndustries)
    #expect(try neighbours([zone("B", 200, 0, 300, 300, "食品")]).lacksIndustries)
  }

  @Test("blocks of one zone count together; one that is crossed is named")
  func blocks() throws {
    let result = try neighbours([
      zone("B", 200, 0, 300, 100, "食品"), zone("B", 200, 150, 300, 200, nil),
      Drawn.bowTie(400, 0, ["zone_id": "\"X\""]),
    ])
    #expect(result.others.map(\.id) == ["B"] && isNear(result.others[0].sharedBoundary, 150, 1e-6))
    #expect(result.unworkable == ["X"])
  }

  @Test("parcels with ground in two zones")
  func shared() throws {
    let survey = Survey(
      parcels: try [.box(150, 0, 250, 100), .box(0, 0, 50, 50)].placed(),
      buildings: nil,
      zones: try [zone("A", 0, 0, 200, 200, nil), zone("B", 200, 0, 300, 200, nil)]
        .placed("zones.geojson", .zone),
      options: SurveyOptions())
    let shared = survey.sharedParcels([0, 1])
    #expect(shared.map(\.feature) == [0] && shared[0].parts.map(\.id) == ["A", "B"])
    #expect(shared[0].parts.allSatisfy { isNear($0.area, 5_000, 1e-6) })
  }
}
