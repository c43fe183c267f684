import LandKit
import Testing

@Suite("How the land of a scope is used, polygon by polygon") struct UseLayoutTests {
  private func polygon(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ code: String?, _ name: String? = nil
  ) -> Drawn {
    var properties = ["TBBH": "\"T\(Int(x0))\""]
    properties["DLBM"] = code.map { "\"\($0)\"" }
    properties["DLMC"] = name.map { "\"\($0)\"" }
    return .box(x0, y0, x1, y1, properties)
  }

  /// The layout of drawn polygons within a scope of 200 by 200 m.
  private func layout(_ polygons: [Drawn]) throws -> UseLayout {
    let ground = try ZoneGround(scope: [.box(0, 0, 200, 200)].placed("scope.geojson", .zone))
    return try ground.layout(
      "use_after", polygons.placed("use_after.geojson", .zone), within: ground.scope)
  }

  @Test("a whole layout: industrial land by code and by name")
  func whole() throws {
    let layout = try layout([
      polygon(0, 0, 100, 200, "0601"), polygon(100, 0, 150, 200, "0701", "城镇住宅用地"),
      polygon(150, 0, 200, 200, "100102", "二类工业用地"),
    ])
    #expect(layout.isComplete == true && layout.addsUp == true)
    #expect(layout.polygons.map(\.isIndustrial) == [true, false, true])
    #expect(layout.polygons.map(\.id) == ["T0", "T100", "T150"])
    #expect(isNear(layout.industrial, 30_000, 1e-6) && isNear(layout.land, 40_000, 1e-6))
  }

  @Test("gap, overlap, missing code and ground outside are each listed")
  func faults() throws {
    let layout = try layout([
      polygon(0, 0, 100, 200, "0601"), polygon(90, 0, 150, 200, "0702", "农村宅基地住宅"),
      polygon(160, 0, 220, 200, nil),
    ])
    #expect(layout.isComplete == false && layout.addsUp == true)
    #expect(layout.gaps.count == 1 && isNear(layout.gaps[0], 2_000, 1e-6))
    #expect(layout.overlaps.map { [$0.first, $0.second] } == [[0, 1]])
    #expect(isNear(layout.overlaps[0].area, 2_000, 1e-6))
    #expect(layout.uncoded.map(\.id) == ["T160"] && layout.undecided.map(\.id) == ["T160"])
    #expect(layout.outside.map(\.id) == ["T160"])
    #expect(isNear(layout.polygons[2].outside, 4_000, 1e-6))
    // A gap and an overlap that cancel out add up, but say nothing of the land.
    #expect(layout.industrial == nil && layout.land == nil)
  }

  @Test("a code whose meaning is not known leaves the industrial land unknown, not the land")
  func unknownCode() throws {
    let layout = try layout([polygon(0, 0, 100, 200, "0601"), polygon(100, 0, 200, 200, "9999")])
    #expect(layout.isComplete == true && layout.industrial == nil)
    #expect(layout.undecided.map(\.id) == ["T100"] && isNear(layout.land, 40_000, 1e-6))
  }

  @Test("drawing noise is no fault; a crossed polygon leaves everything unknown")
  func noise() throws {
    let fine = try layout([
      polygon(0, 0, 100, 200, "0601"), polygon(100.004, 0, 200, 200, "0601"),
    ])
    #expect(fine.isComplete == true && isNear(fine.gap, 0.8, 1e-6))
    let gap = try layout([polygon(0, 0, 100, 200, "0601"), polygon(100.006, 0, 200, 200, "0601")])
    #expect(gap.isComplete == false && gap.gaps.count == 1)
    let crossed = try layout([
      polygon(0, 0, 200, 200, "0601"),
      Drawn.bowTie(50, 50, ["TBBH": "\"B\"", "DLBM": "\"0601\""]),
    ])
    #expect(crossed.isComplete == nil && crossed.sum == nil && crossed.industrial == nil)
    #expect(crossed.unworkable.map(\.id) == ["B"])
  }

  @Test("the name says more than a code of unknown edition")
  func words() {
    let railway = LandUseWords.isIndustrialOrStorage(code: "1001", name: "铁路用地")
    #expect(railway == false)
    #expect(LandUseWords.isIndustrialOrStorage(code: "1001", name: nil) == true)
    #expect(LandUseWords.isIndustrialOrStorage(code: "0604", name: "未说明") == true)
    #expect(LandUseWords.isIndustrialOrStorage(code: nil, name: nil) == nil)
  }
}
