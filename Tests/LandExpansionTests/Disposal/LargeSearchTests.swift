import LandCadastre
import LandExpansion
import LandTestSupport
import Testing

/// Searches that no brute force reaches.
@Suite struct LargeSearchTests {
  private func search(
    _ areas: [Double], rate: Double, returning: (Int) -> Bool = { _ in false },
    room: Double? = nil
  ) throws -> DisposalSearch {
    let cases = areas.enumerated().map {
      OpenCase(id: "c\($0)", area: $1, ways: returning($0) ? [.withdraw] : [.start])
    }
    let limit = try #require(ExactLimit(rate, includesLimit: true))
    let share = try #require(ExactLimit(0.05, includesLimit: false))
    return DisposalSearch(
      cases: cases,
      rate: DisposalRate(
        basis: .area, disposed: 0, identified: areas.reduce(0, +), limit: limit),
      room: room.map { SupplyRoom(remaining: 0, base: $0, limit: share) })
  }

  private func random(_ count: Int, grain: Double, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      Double(Int.random(in: 100_000...10_000_000, using: &generator)) * grain
    }
  }

  @Test(arguments: [41, 60, 100, 300], [0.95, 0.5])
  func manyCasesAreProven(_ count: Int, _ rate: Double) throws {
    for (seed, grain) in [(1, 0.01), (2, 0.01), (3, 1)] as [(UInt64, Double)] {
      let search = try search(random(count, grain: grain, seed: seed), rate: rate)
      guard case .possible(let fewest, let leastArea) = search.run() else {
        Issue.record("nothing found")
        continue
      }
      #expect(fewest.proven)
      #expect(leastArea.proven, "\(count) \(rate) \(seed): gap \(leastArea.gap)")
      #expect(passesRate(search, leastArea.area) && passesRate(search, fewest.area))
      #expect(leastArea.area <= fewest.area)
    }
  }

  @Test(arguments: [30, 40, 60, 300])
  func manyCasesWithRoom(_ count: Int) throws {
    let areas = random(count, grain: 0.01, seed: 4)
    let back = areas.enumerated().filter { $0.offset % 2 == 0 }.reduce(0) { $0 + $1.element }
    let search = try search(
      areas, rate: 0.8, returning: { $0 % 2 == 0 }, room: back * 20 * 0.7)
    guard case .possible(let fewest, let leastArea) = search.run() else {
      Issue.record("nothing found")
      return
    }
    for plan in [fewest, leastArea] {
      #expect(plan.proven, "\(count): gap \(plan.gap)")
      #expect(passesRate(search, plan.area) && passesRoom(search, plan.returnedArea))
    }
    #expect(fewest.count <= leastArea.count && leastArea.area <= fewest.area)
  }

  /// Sums that the areas cannot make: the bound is where all reachable sums say it is.
  @Test func coarseAreas() throws {
    var areas = random(300, grain: 0.001, seed: 5).map { ($0 / 100).rounded() * 100 + 100 }
    areas[7] = 30
    guard case .possible(_, let leastArea) = try search(areas, rate: 0.9512345).run() else {
      Issue.record("nothing found")
      return
    }
    #expect(leastArea.proven)
    let needed = areas.reduce(0, +) * 0.9512345
    let rest = (needed / 100).rounded(.down) * 100
    let least = needed <= rest ? rest : needed <= rest + 30 ? rest + 30 : rest + 100
    #expect(abs(leastArea.area - least) < 1e-6 || leastArea.area < least)
    #expect(leastArea.area >= needed)
  }

  /// Where nothing is proven the bound and the gap say so, and the set passes all the same.
  @Test func unprovenIsSaid() throws {
    // Powers of two times many units: no other subset has the same sum, most sums are not reached.
    let areas = (0..<42).map { (index: Int) -> Double in
      Double(1 << (index % 21)) * 0.5 + Double(index) * 0.000_013
    }
    let search = try search(areas, rate: 0.777_777_7)
    guard case .possible(_, let leastArea) = search.run() else {
      Issue.record("nothing found")
      return
    }
    #expect(passesRate(search, leastArea.area))
    #expect(leastArea.proven == (leastArea.gap == 0))
    #expect(abs(leastArea.area - leastArea.lowerBound - leastArea.gap) < 2e-6)
  }

  @Test func orderDoesNotMatter() throws {
    var generator = SeededGenerator(seed: 6)
    for round in 0..<rounds(200) {
      var search = randomSearch(
        &generator, most: round % 10 == 0 ? 60 : 12, withRoom: round % 2 == 0,
        basis: round % 3 == 0 ? .count : .area)
      let first = search.run()
      search.cases.shuffle(using: &generator)
      #expect(search.run() == first)
    }
  }
}

/// Zones where the fewest cases stay open to doubt.
@Suite struct HardSearchTests {
  /// 300 cases that all return land, even areas and an odd room that is all but used up: no bound
  /// decides, and the search ends all the same with what it can say.
  @Test func fewestWithinTightRoom() throws {
    var generator = SeededGenerator(seed: 8)
    let areas = (0..<300).map { _ in Double(Int.random(in: 50...5000, using: &generator) * 2) }
    let need = 400_001.0
    let all = try #require(ExactLimit(1, includesLimit: true))
    let search = DisposalSearch(
      cases: areas.enumerated().map { OpenCase(id: "c\($0)", area: $1, ways: [.withdraw]) },
      rate: DisposalRate(basis: .area, disposed: 0, identified: need, limit: all),
      room: SupplyRoom(remaining: 0, base: 400_003, limit: all))
    guard case .possible(let fewest, let leastArea) = search.run() else {
      Issue.record("nothing found")
      return
    }
    #expect(fewest.area == 400_002 && leastArea.area == 400_002)
    #expect(leastArea.proven)
    #expect(fewest.lowerBound <= Double(fewest.count))
    #expect(fewest.proven == (fewest.gap == 0))
    #expect(fewest.count <= leastArea.count, "\(fewest.count) \(fewest.lowerBound)")
  }
}
