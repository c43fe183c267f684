import LandKit
import Testing

@Suite("Supply of a zone, where something is missing or broken") struct SupplyFailureTests {
  @Test("layers that are not given leave their figures unknown")
  func notGiven() throws {
    var zone = DrawnZone(
      scope: [.box(0, 0, 100, 100)], notSuppliable: nil,
      parcels: [(.box(0, 0, 50, 100), .supplied)])
    let account = try zone.account()
    let whole = account.whole
    #expect(whole.notSuppliable == nil && whole.notSuppliableByClass == nil)
    #expect(whole.suppliable == nil && whole.remaining == nil && whole.approved == nil)
    #expect(whole.approvedUnsupplied == nil && whole.ready == nil && whole.built == nil)
    #expect(whole.missing == ["not_suppliable", "ready", "approved_land", "buildings"])
    #expect(account.remainingShares.map(\.share) == [nil, nil, 0.5])
    // What is left can be shown all the same, and is called what it is.
    #expect(account.blocks[0].remaining?.reading == .r3)
    #expect(whole.addsUp && account.findings.isEmpty)
    // A layer without features says that there is nothing.
    (zone.notSuppliable, zone.ready) = ([], [])
    let empty = try zone.account()
    #expect(isNear(empty.whole.remaining, 5000))
    #expect(empty.remainingShares.map(\.share) == [nil, 0.5, 0.5])
  }

  @Test("a parcel whose supply nobody knows makes it unknown, where it lies")
  func unknownSupply() throws {
    let account = try DrawnZone(
      scope: [.box(0, 0, 100, 100), .box(100, 0, 200, 100)],
      parcels: [(.box(0, 0, 50, 100), .supplied), (.box(80, 0, 100, 10), nil)]
    ).account()
    #expect(account.blocks[0].figures.supplied == nil)
    #expect(account.blocks[0].figures.remaining == nil && account.blocks[0].remaining == nil)
    #expect(isNear(account.blocks[0].figures.supplyUnknown, 200))
    #expect(account.blocks[0].figures.missing.contains("supply_state"))
    // It touches the other block only.
    #expect(isNear(account.blocks[1].figures.remaining, 10_000))
    #expect(account.whole.remaining == nil && account.suppliedOutside == nil)
  }

  @Test("an invalid scope is refused with its file and feature")
  func invalidScope() throws {
    let names = ["zone_id": "\"B\""]
    let bow = DrawnZone(scope: [.box(0, 0, 9, 9, ["zone_id": "\"A\""]), .bowTie(20, 0, names)])
    var error = #expect(throws: SupplyError.self) { _ = try bow.account() }
    guard case .invalidScope(let file, let feature, let id, let reason, let near) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(file == "scope.geojson" && feature == 1 && id == "B")
    #expect(reason.hasPrefix("Self-intersection") && near != nil)
    // Repair is for parcels, not for a legal boundary.
    var options = SupplyOptions()
    options.survey.repair = .linework
    #expect(throws: SupplyError.self) { _ = try bow.account(options) }

    error = #expect(throws: SupplyError.self) { _ = try DrawnZone(scope: []).account() }
    guard case .emptyScope(file: "scope.geojson") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let original = DrawnZone(scope: [.box(0, 0, 9, 9)], original: [.bowTie(0, 0)])
    error = #expect(throws: SupplyError.self) { _ = try original.account() }
    guard case .invalidScope(file: "original.geojson", 0, _, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a feature that cannot be overlaid makes unknown what it may touch, with a finding")
  func invalidFeatures() throws {
    let zone = DrawnZone(
      scope: [
        .box(0, 0, 100, 100, ["block": "\"A\""]), .box(100, 0, 200, 100, ["block": "\"B\""]),
      ],
      notSuppliable: [.bowTie(10, 10), .box(150, 0, 160, 10)],
      parcels: [(.box(0, 0, 50, 100), .supplied), (.bowTie(120, 10), .supplied)])
    let account = try zone.account()
    #expect(account.blocks[0].figures.notSuppliable == nil)
    #expect(isNear(account.blocks[0].figures.supplied, 5000))
    #expect(isNear(account.blocks[1].figures.notSuppliable, 100))
    #expect(account.blocks[1].figures.supplied == nil && account.suppliedOutside == nil)
    #expect(account.blocks.allSatisfy { $0.figures.missing.contains("geometry") })
    let unmeasured = account.findings.filter { $0.code == .zoneNotMeasured }
    #expect(unmeasured.map(\.subjectID) == ["A", "B", "scope", "scope"])
    #expect(
      unmeasured.map(\.note)
        == ["layer:not_suppliable", "layer:parcels", "layer:parcels", "layer:not_suppliable"])
    #expect(unmeasured[0].file == "not_suppliable.geojson" && unmeasured[0].featureIndex == 0)
    #expect(account.findings.contains { $0.code == .selfIntersection && $0.subjectKind == .parcel })
    #expect(account.placings.map(\.id) == ["P0"])
    // Repaired, they count.
    var options = SupplyOptions()
    options.survey.repair = .linework
    let repaired = try zone.account(options)
    #expect(isNear(repaired.whole.supplied, 5050) && isNear(repaired.whole.notSuppliable, 150))
  }

  @Test("an overlay that GEOS cannot make leaves its figures unknown, with a finding")
  func failedOverlay() throws {
    // Valid, but of an area beyond all numbers: every check of an overlay with it must fail.
    let far = 1e200
    let zone = DrawnZone(
      scope: [.box(0, 0, 100, 100)], ready: [.box(0, 0, 50, 50)],
      parcels: [
        (.box(50, 50, far, far), .supplied), (.box(0, 0, 10, 10), .reserve),
        (Drawn([(-1e308, 40), (1e308, 45), (0, 1e308)]), .supplied),
      ])
    let account = try SupplyAccounting(
      zone.inputs { drawn, name, subject in
        try layer(
          name, drawn.text { $0 }, system: .unknownPlane, subject: subject)
      }
    ).account()
    #expect(account.plane.meridian.isNaN)
    #expect(account.plane.degrees(PolygonColumns()) == nil)
    #expect(account.whole.supplied == nil && account.whole.remaining == nil)
    #expect(account.whole.missing.contains("geometry") && account.suppliedOutside == nil)
    #expect(isNear(account.whole.ready, 2500) && isNear(account.whole.reserve, 100))
    let failed = account.findings.filter { $0.code == .overlayFailed }
    #expect(failed.contains { $0.subjectID == "scope" && $0.file == "parcels.geojson" })
    #expect(failed.contains { $0.subjectID == "P2" && $0.featureIndex == 2 })
  }

  @Test("odd attributes: a class that is none, a year that is none, names that do not tell apart")
  func oddAttributes() throws {
    let account = try DrawnZone(
      scope: [.box(0, 0, 10, 10, ["zone_id": "\"Z\""]), .box(10, 0, 20, 10, ["zone_id": "\"Z\""])],
      notSuppliable: [.box(0, 0, 1, 1, ["类别": "\"云\""])],
      approved: [
        .box(0, 0, 2, 2, ["年份": "\"很久以前\""]), .box(0, 0, 1, 2, ["年份": "\"2020年\""]),
      ]
    ).account()
    #expect(account.blocks.map(\.id) == ["#0", "#1"])
    #expect(account.whole.notSuppliableByClass?.map(\.reason) == [.unclassified])
    #expect(account.whole.approved?.map(\.year) == [2020, nil])
    #expect(account.whole.approved?.map(\.area) == [2, 2])
    let unreadable = account.findings.filter { $0.code == .valueUnreadable }
    #expect(unreadable.map(\.field) == ["class", "approval_year"])
    #expect(unreadable.map(\.note) == ["云", "很久以前"])
  }
}
