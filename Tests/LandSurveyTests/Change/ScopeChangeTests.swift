import LandKit
import LandTestSupport
import Testing

@Suite("The scope of a zone after a change") struct ScopeChangeTests {
  /// A scope of 4 ha.
  private func ground() throws -> ZoneGround {
    try ZoneGround(scope: [.box(0, 0, 200, 200)].placed("scope.geojson", .zone))
  }

  private func block(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ word: String?
  ) -> Drawn {
    .box(x0, y0, x1, y1, word.map { ["变化类型": "\"\($0)\""] } ?? [:])
  }

  @Test("old + in − out = new, with what is in already and what is not there to be given up")
  func account() throws {
    // In: 200 × 300 m of which 200 × 100 lie in the scope. Out: 100 × 100 m of which half lies in it.
    let change = try ground().change(
      by: [block(0, 100, 200, 400, "调入"), block(-50, 0, 50, 100, "调出")]
        .placed("proposed.geojson", .zone))
    #expect(isNear(change.before.area, 40_000, 1e-6))
    #expect(isNear(change.taken, 40_000, 1e-6) && isNear(change.takenAlready, 20_000, 1e-6))
    #expect(isNear(change.given, 5_000, 1e-6) && isNear(change.givenOutside, 5_000, 1e-6))
    #expect(isNear(change.after.area, 75_000, 1e-6) && isNear(change.residual, 0, 1e-6))
    #expect(change.blocks.map(\.direction) == [.in, .out])
    #expect(zip(change.blocks.map(\.counted), [40_000, 5_000]).allSatisfy { isNear($0, $1, 1e-6) })
    #expect(isNear(change.blocks[0].rest, 20_000, 1e-6) && isNear(change.blockResidual, 0, 1e-6))
    // Others can draw it.
    #expect(change.after.columns.featureCount == 1)
    #expect(isNear(change.after.columns.planarArea(of: 0), 75_000, 1e-6))
  }

  @Test("ground that blocks take in and give up stays, and the sum still holds")
  func contradiction() throws {
    let change = try ground().change(
      by: [block(100, 0, 300, 200, "in"), block(0, 0, 150, 200, "out")]
        .placed("proposed.geojson", .zone))
    #expect(isNear(change.contradicted, 10_000, 1e-6))
    #expect(isNear(change.given, 20_000, 1e-6) && isNear(change.taken, 20_000, 1e-6))
    #expect(isNear(change.after.area, 40_000, 1e-6) && isNear(change.residual, 0, 1e-6))
  }

  @Test("blocks without a word are taken in; those that overlap count once")
  func overlappingBlocks() throws {
    let change = try ground().change(
      by: [block(200, 0, 300, 100, nil), block(250, 0, 350, 100, nil)]
        .placed("proposed.geojson", .zone))
    #expect(isNear(change.taken, 15_000, 1e-6) && isNear(change.blockResidual, 5_000, 1e-6))
  }

  @Test("a word that is neither is refused, and so is a block that is no valid polygon")
  func faults() throws {
    let ground = try ground()
    let odd = try [block(200, 0, 300, 100, "不变")].placed("proposed.geojson", .zone)
    #expect {
      _ = try ground.change(by: odd)
    } throws: { error in
      guard case SupplyError.unknownChange(_, "#0", "不变") = error else { return false }
      return true
    }
    let crossed = try [Drawn.bowTie(300, 0)].placed("proposed.geojson", .zone)
    #expect {
      _ = try ground.change(by: crossed)
    } throws: { error in
      guard case SupplyError.invalidScope = error else { return false }
      return true
    }
  }

  @Test("random blocks: the parts always make up the whole")
  func property() throws {
    var random = SeededGenerator(seed: 20_251)
    for _ in 0..<40 {
      func blocks(_ word: String) -> [Drawn] {
        (0..<3).map { _ in
          let x = Double.random(in: -150...200, using: &random)
          let y = Double.random(in: -150...200, using: &random)
          let size = Double.random(in: 10...150, using: &random)
          return block(x, y, x + size, y + size / 2, word)
        }
      }
      let change = try ground().change(
        by: (blocks("in") + blocks("out")).placed("proposed.geojson", .zone))
      #expect(isNear(change.residual, 0, 1e-4))
      #expect(change.given <= 40_000 + 1e-6 && change.blockResidual >= -1e-4)
    }
  }

  @Test("a boundary that must not change: the same to 0.01 ha")
  func boundary() throws {
    let ground = try ground()
    func comparison(_ width: Double) throws -> BoundaryComparison {
      try ground.comparison(with: [.box(0, 0, width, 200)].placed("after.geojson", .zone))
    }
    let same = try comparison(200.5)
    #expect(isNear(same.gained, 100, 1e-6) && isNear(same.lost, 0, 1e-6) && same.isUnchanged)
    #expect(try !comparison(200.51).isUnchanged)
    let moved = try ground.comparison(with: [.box(1, 0, 201, 200)].placed("after.geojson", .zone))
    // The same area, another place.
    #expect(isNear(moved.after, moved.before, 1e-6) && !moved.isUnchanged)
    #expect(isNear(moved.difference, 400, 1e-6))
    let change = try ground.comparison(
      with: [block(200, 0, 210, 200, "调入")].placed("after.geojson", .zone))
    #expect(isNear(change.gained, 2_000, 1e-6))
  }
}
