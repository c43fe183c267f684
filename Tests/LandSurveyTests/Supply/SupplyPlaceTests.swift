import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite("Supply of a real place") struct SupplyPlaceTests {
  private func place(_ file: String, _ subject: Finding.SubjectKind) throws -> PlacedLayer {
    let path = fixtures.appendingPathComponent("places/\(file)").path
    return try PlacedLayer(
      try LayerOpener.open(path), system: nil, swapAxes: false, subject: subject,
      id: { "#\($0)" })
  }

  @Test("real plots, cut by two blocks: the parts make up the whole")
  func bubenec() throws {
    // Slanted, so that the boundaries cut plots and buildings anywhere; one edge is shared.
    let west = [(14.4, 50.1002), (14.404, 50.1004), (14.4037, 50.1044), (14.3997, 50.1042)]
    let east = [(14.404, 50.1004), (14.409, 50.1005), (14.4087, 50.1045), (14.4037, 50.1044)]
    let blocks = [Drawn(west, ["block": "\"W\""]), Drawn(east, ["block": "\"E\""])]
    let scope = try layer("scope.geojson", blocks.text { $0 }, subject: .zone)
    let plots = try place("bubenec_plots.geojson", .parcel)
    let states: [SupplyState] = [.supplied, .unsupplied, .supplied, .reserve, .supplied]
    var inputs = SupplyInputs(
      scope: scope, parcelLayer: plots,
      parcels: (0..<plots.count).map {
        SupplyParcel(feature: $0, id: "#\($0)", supply: states[$0 % states.count])
      })
    inputs.notSuppliable = try layer(
      "barred.geojson", [Drawn.box(14.402, 50.1, 14.4028, 50.105)].text { $0 }, subject: .zone)
    inputs.buildings = try place("bubenec_buildings.geojson", .building)
    let account = try SupplyAccounting(inputs).account()
    #expect(account.plane.meridian == 15)
    #expect(!account.findings.contains { $0.code == .overlayFailed })
    for figures in account.blocks.map(\.figures) + [account.whole] {
      #expect(isNear(figures.residual, 0, 1e-6), "\(figures)")
      #expect((figures.supplied ?? 0) > 1000 && (figures.built?.area ?? 0) > 100)
    }
    func sum(_ figure: (SupplyFigures) -> Double?) -> Double {
      account.blocks.reduce(0) { $0 + (figure($1.figures) ?? .nan) }
    }
    #expect(isNear(account.blockResidual, 0))
    #expect(isNear(account.whole.remaining, sum(\.remaining), 1e-5))
    #expect(isNear(account.whole.supplied, sum(\.supplied), 1e-5))
    #expect(isNear(account.whole.built?.area, sum { $0.built?.area }, 1e-5))
    #expect(!account.crossingParcels.isEmpty && !account.parcelsInSeveralBlocks.isEmpty)
    for block in account.blocks {
      let remaining = try #require(block.remaining)
      let listed = remaining.areas.reduce(0, +) + remaining.sliverArea
      #expect(isNear(listed, block.figures.remaining ?? .nan))
      #expect(remaining.areas == remaining.areas.sorted(by: >))
      #expect(account.plane.degrees(remaining.pieces)?.featureCount == remaining.areas.count)
    }
  }
}
