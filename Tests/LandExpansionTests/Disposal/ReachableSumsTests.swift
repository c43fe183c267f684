import LandCadastre
import LandExpansion
import LandTestSupport
import Testing

/// More cases than all subsets can be tried of, with areas of a few whole m², so that all sums that
/// can be reached are known by other means.
@Suite struct ReachableSumsTests {
  /// What all sums say.
  private struct Truth {
    var fewest: Int?
    var leastArea: Int?

    /// `sums[n]` of each kind are the sums of n cases.
    init(_ staying: [Int], _ returning: [Int], need: Int, budget: Int) {
      let stayingSums = Truth.sums(staying)
      let returningSums = Truth.sums(returning)
      for (back, sums) in returningSums.enumerated() {
        for sum in sums where sum <= budget {
          for (count, others) in stayingSums.enumerated() {
            guard let other = others.filter({ $0 + sum >= need }).min() else { continue }
            fewest = min(fewest ?? .max, back + count)
            leastArea = min(leastArea ?? .max, sum + other)
          }
        }
      }
    }

    private static func sums(_ values: [Int]) -> [Set<Int>] {
      var sums = [Set<Int>](repeating: [], count: values.count + 1)
      sums[0] = [0]
      for (index, value) in values.enumerated() {
        for count in stride(from: index, through: 0, by: -1) {
          sums[count + 1].formUnion(sums[count].map { $0 + value })
        }
      }
      return sums
    }
  }

  /// With `isFine` one case has a millionth of a m² more: the areas have no common divisor any more,
  /// and their sums are too many to be listed in units.
  @Test(arguments: [false, true])
  func allWaysOfSearching(_ isFine: Bool) throws {
    var generator = SeededGenerator(seed: 31)
    var unproven = 0
    for _ in 0..<rounds(15) {
      let count = Int.random(in: 41...48, using: &generator)
      let largest = pick([2, 4, 9], &generator)
      let factor = pick([1, 2, 7], &generator)
      let backCount = pick([0, 5, 20, 38], &generator)
      let areas = (0..<count).map { _ in
        Int.random(in: 1...largest, using: &generator) * factor + (isFine ? 10_000 : 0)
      }
      let staying = Array(areas[backCount...])
      let returning = Array(areas[..<backCount])
      let total = areas.reduce(0, +)
      let need = total * pick([30, 80, 95, 99], &generator) / 100
      let room = returning.reduce(0, +) * pick([20, 60, 90, 100], &generator) / 100
      let truth = Truth(staying, returning, need: need, budget: room)
      let outcome = try search(areas, backCount, need: need, room: room, isFine: isFine).run()
      guard case .possible(let fewest, let leastArea) = outcome else {
        #expect(truth.fewest == nil)
        continue
      }
      let most = Double(truth.leastArea ?? -1)
      #expect(leastArea.area >= Double(need) && leastArea.returnedArea < Double(room) + 1)
      #expect(leastArea.lowerBound <= most + 0.001)
      #expect(fewest.lowerBound <= Double(truth.fewest ?? -1))
      if leastArea.proven { #expect(leastArea.area.rounded(.down) == most) }
      if fewest.proven { #expect(fewest.count == truth.fewest) }
      unproven += (leastArea.proven ? 0 : 1) + (fewest.proven ? 0 : 1)
    }
    if !isFine { #expect(unproven == 0) }
  }

  private func search(
    _ areas: [Int], _ backCount: Int, need: Int, room: Int, isFine: Bool
  ) throws -> DisposalSearch {
    let cases = areas.enumerated().map { index, area in
      OpenCase(
        id: "c\(index)", area: Double(area) + (isFine && index == 40 ? 0.000_001 : 0),
        ways: index < backCount ? [.withdraw] : [.start])
    }
    // A limit of one with as much identified as is needed; what is open besides has come up since.
    let all = try #require(ExactLimit(1, includesLimit: true))
    return DisposalSearch(
      cases: cases,
      rate: DisposalRate(basis: .area, disposed: 0, identified: Double(need), limit: all),
      room: SupplyRoom(remaining: 0, base: Double(max(room, 1)), limit: all))
  }
}
