import Foundation
import LandCadastre
import LandExpansion
import LandRulebook
import LandTestSupport

/// One of some values.
func pick<Value>(_ values: [Value], _ generator: inout SeededGenerator) -> Value {
  values[Int.random(in: values.indices, using: &generator)]
}

/// What all subsets and all choices of ways give, judged by the verdicts' own comparison.
struct BruteForce {
  var fewest: Int?
  var leastArea: Double?
  /// Of all sets that reach the rate the least that comes back, m²; nil where none does.
  var leastReturned: Double?
  /// The greatest that can be disposed of, m² or cases.
  var most = 0.0

  init(_ search: DisposalSearch) {
    visit(search, 0, [])
  }

  private mutating func visit(_ search: DisposalSearch, _ index: Int, _ taken: [(Double, Bool)]) {
    guard index < search.cases.count else {
      judge(search, taken)
      return
    }
    visit(search, index + 1, taken)
    let one = search.cases[index]
    // Which way is taken matters only by whether it returns the land.
    let kinds = Set(
      search.policy.order.filter(one.ways.contains).map { search.policy.returning.contains($0) })
    for returns in kinds { visit(search, index + 1, taken + [(one.area, returns)]) }
  }

  private mutating func judge(_ search: DisposalSearch, _ taken: [(Double, Bool)]) {
    let area = taken.reduce(0) { $0 + $1.0 }
    let returned = taken.reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let amount = search.rate.basis == .area ? area : Double(taken.count)
    most = max(most, amount)
    guard passesRate(search, amount) else { return }
    leastReturned = min(leastReturned ?? .infinity, returned)
    guard passesRoom(search, returned) else { return }
    fewest = min(fewest ?? .max, taken.count)
    leastArea = min(leastArea ?? .infinity, area)
  }
}

/// Whether a disposed amount, m² or cases, passes the rate.
func passesRate(_ search: DisposalSearch, _ amount: Double) -> Bool {
  let limit = search.rate.limit
  let rate = ((search.rate.disposed ?? 0) + amount) / (search.rate.identified ?? 0)
  return (limit.includesLimit ? Comparison.atLeast : .above).holds(rate, limit.value)
}

/// Whether returned land, m², leaves the remaining share within its limit.
func passesRoom(_ search: DisposalSearch, _ returned: Double) -> Bool {
  guard let room = search.room else { return true }
  let share = ((room.remaining ?? 0) + returned) / (room.base ?? 0)
  return (room.limit.includesLimit ? Comparison.atMost : .below).holds(share, room.limit.value)
}

/// A random search over at most so many cases: with equal areas, areas of zero, no need, needs that
/// cannot be reached and limits that are reached exactly.
func randomSearch(
  _ generator: inout SeededGenerator, most: Int, withRoom: Bool, basis: DisposalRate.Basis
) -> DisposalSearch {
  let grain = pick([1.0, 100, 0.01, 0.25], &generator)
  let largest = pick([3, 20, 1000], &generator)
  let kinds: [Set<DisposalWay>] = [
    [.start], [.withdraw], [.buyback], [.swap], [.start, .withdraw], [.buyback, .withdraw],
  ]
  var cases: [OpenCase] = []
  for index in 0..<Int.random(in: 0...most, using: &generator) {
    let area = Double(Int.random(in: 0...largest, using: &generator)) * grain
    var ways = pick(kinds, &generator)
    if Int.random(in: 0..<15, using: &generator) == 0 { ways = [.fee] }
    cases.append(OpenCase(id: "c\(index)", area: area, ways: ways))
  }
  let open = cases.reduce(0) { $0 + $1.area }
  let isCount = basis == .count
  let done =
    isCount
    ? Double(Int.random(in: 0...5, using: &generator))
    : Double(Int.random(in: 0...(2 * largest), using: &generator)) * grain
  let extra = Int.random(in: 0..<8, using: &generator) == 0 ? (isCount ? 1 : grain) : 0
  let identified = done + (isCount ? Double(cases.count) : open) + extra
  let rates = [0.95, 0.9, 0.5, 0.25, 1, 0.8, 0.3, 0.05, 0]
  let rate = DisposalRate(
    basis: basis, disposed: done, identified: identified,
    limit: exactLimit(pick(rates, &generator), &generator))
  var room: SupplyRoom?
  if withRoom {
    let base = Double(Int.random(in: 1...(20 * largest), using: &generator)) * grain
    let share = pick([0.05, 0.1, 0.25, 0.5], &generator)
    let remaining =
      (base * share / grain * Double.random(in: 0...1.2, using: &generator))
      .rounded(.down) * grain
    room = SupplyRoom(remaining: remaining, base: base, limit: exactLimit(share, &generator))
  }
  let order: [DisposalWay] = [.start, .swap, .buyback, .withdraw]
  let policy =
    Bool.random(using: &generator)
    ? .decree53 : WayPolicy(order: order.shuffled(using: &generator), returning: [.withdraw])
  return DisposalSearch(cases: cases, rate: rate, room: room, policy: policy)
}

private func exactLimit(_ value: Double, _ generator: inout SeededGenerator) -> ExactLimit {
  guard let limit = ExactLimit(value, includesLimit: Bool.random(using: &generator)) else {
    fatalError("no limit")
  }
  return limit
}
