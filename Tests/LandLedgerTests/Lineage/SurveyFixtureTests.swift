import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite struct SurveyFixtureTests {
  private func ground(_ name: String) throws -> SurveyGround {
    let path = fixtures.appendingPathComponent("ledger/surveys/\(name)").path
    let layer = try GeoJSONReader.readLayer(SourceBytes.open(path))
    let names = FeatureNames(layer, field: .parcelID)
    let placed = try PlacedLayer(
      layer, system: .cgcs2000, swapAxes: false, subject: .parcel, id: { names[$0] })
    return try SurveyGround(ids: (0..<placed.count).map { names[$0] }, layer: placed)
  }

  @Test("real parcels with known changes: every link is found and no other")
  func realParcels() throws {
    let expected = try String(
      contentsOf: fixtures.appendingPathComponent("ledger/surveys/expected.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0])>\(cells[1]) \(cells[2])"
    }
    let found = ParcelMatching().match(
      try ground("2025.geojson"), with: try ground("2026.geojson"))
    let all = Set(words(found.links))
    #expect(all.subtracting(expected).sorted() == [])
    #expect(Set(expected).subtracting(all).sorted() == [])
    #expect(found.links.count == expected.count)
    #expect(found.notices.isEmpty)
  }

  @Test("the same parcels in another coordinate system are unchanged")
  func otherSystem() throws {
    let degrees = try ground("2025.geojson")
    let plane = GaussKruger(centralMeridian: 126, falseEasting: 42_500_000)
    var columns = PolygonColumns<Geographic>()
    columns = degrees.polygons
    for vertex in 0..<columns.vertexCount {
      let there = plane.forward(Coordinate(x: columns.x[vertex], y: columns.y[vertex]))
      let back = plane.inverse(there)
      columns.x[vertex] = back.x
      columns.y[vertex] = back.y
    }
    #expect(columns.x != degrees.polygons.x)
    let found = ParcelMatching().match(
      degrees, with: SurveyGround(ids: degrees.ids, polygons: columns))
    #expect(found.links.allSatisfy { $0.kind == .same && $0.shareOfEarlier == 1 })
  }
}
