import LandKit
import Testing

@Suite struct SurveyDriftTests {
  private func record(
    _ year: Int, count: Int, area: Double, columns: [String] = ["宗地代码", "坐落", "备注二"]
  ) throws -> SurveyRecord {
    SurveyRecord(
      year: year, day: try #require(CalendarDate(iso: "\(year)-06-30")), fileName: "p.geojson",
      sha256: "", parcelCount: count, totalArea: area, columns: columns)
  }

  /// Ten parcels of 100 m²: eight as they were, one renumbered, one gone, one new.
  private var lineage: SurveyLineage {
    var lineage = SurveyLineage()
    for i in 0..<8 { add("\(i)", "\(i)", .same, 1, to: &lineage) }
    add("8", "8a", .renumbered, 1, to: &lineage)
    add("9", nil, .gone, 0, to: &lineage)
    add(nil, "10", .new, 0, to: &lineage)
    lineage.earlierCount = 10
    lineage.keptCount = 8
    return lineage
  }

  private func add(
    _ earlier: String?, _ later: String?, _ kind: LineageLink.Kind, _ share: Double,
    to lineage: inout SurveyLineage
  ) {
    lineage.links.append(
      LineageLink(
        earlier: earlier, later: later, kind: kind, shareOfEarlier: share, shareOfLater: share))
    if let earlier { lineage.earlierArea[earlier] = 100 }
    if let later { lineage.laterArea[later] = 100 }
  }

  @Test("figures of a survey that lost numbers, ground and a column")
  func breaches() throws {
    let drift = SurveyDrift(
      last: try record(2025, count: 10, area: 1_000),
      new: try record(2026, count: 9, area: 1_040, columns: ["parcel_id", "备注三"]),
      lineage: lineage)
    #expect(drift.countChange == -0.1)
    #expect(((drift.areaChange ?? 0) - 0.04).magnitude < 1e-12)
    #expect(drift.keptIDs == 0.8)
    #expect(((drift.changedGround ?? 0) - 0.3).magnitude < 1e-12)
    #expect((drift.newCount, drift.goneCount) == (1, 1))
    // The number has another name now, and the remark was never read.
    #expect(drift.goneRecognised == ["坐落"])
    #expect(drift.goneColumns == ["宗地代码", "坐落", "备注二"])
    #expect(drift.newColumns == ["parcel_id", "备注三"])
    #expect(drift.breaches.map(\.kind) == [.count, .area, .keptIDs, .column])
    #expect(drift.breaches.map(\.limit) == [0.05, 0.03, 0.9, nil])
    #expect(
      drift.breaches.map(\.text.en) == [
        "number of parcels shrank by 10.00 %; the limit is ±5.00 %",
        "total area grew by 4.00 %; the limit is ±3.00 %",
        "only 80.00 % of the earlier ids are kept; the limit is 90.00 %",
        "column \"坐落\" of the last survey is missing",
      ])
    #expect(drift.breaches.first?.text.zh == "宗地数较上次减少 10.00 %,超过限值 ±5.00 %")
  }

  @Test("limits that are just reached are kept, and each can be set")
  func limits() throws {
    let last = try record(2025, count: 20, area: 1_000)
    let new = try record(2026, count: 21, area: 1_030)
    var kept = lineage
    kept.keptCount = 9
    #expect(SurveyDrift(last: last, new: new, lineage: kept).isWithinLimits)
    var limits = SurveyDrift.Limits()
    limits.changedGround = 0.2
    let drift = SurveyDrift(last: last, new: new, lineage: kept, limits: limits)
    #expect(drift.breaches.map(\.kind) == [.changedGround])
    limits.changedGround = nil
    limits.allowsGoneColumns = true
    let bare = try record(2026, count: 20, area: 1_000, columns: [])
    #expect(SurveyDrift(last: last, new: bare, lineage: kept, limits: limits).isWithinLimits)
  }

  @Test("against an empty survey nothing is known, so nothing is broken")
  func empty() throws {
    let drift = SurveyDrift(
      last: try record(2025, count: 0, area: 0), new: try record(2026, count: 5, area: 500),
      lineage: SurveyLineage())
    #expect(drift.countChange == nil)
    #expect(drift.areaChange == nil)
    #expect(drift.keptIDs == nil)
    #expect(drift.isWithinLimits)
  }
}
