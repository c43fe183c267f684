import LandKit
import LandTestSupport
import Testing

@Suite("Supply of a zone, at random") struct SupplyPropertyTests {
  /// A rectangle of whole metres in a square of 60 m.
  private struct Cells {
    var x: Range<Int>
    var y: Range<Int>

    init(upTo size: Int, _ random: inout SeededGenerator) {
      func span() -> Range<Int> {
        let from = Int.random(in: -5...55, using: &random)
        return from..<(from + .random(in: 1...size, using: &random))
      }
      (x, y) = (span(), span())
    }

    func holds(_ i: Int, _ j: Int) -> Bool { x.contains(i) && y.contains(j) }

    func drawn(_ properties: [String: String] = [:]) -> Drawn {
      .box(
        Double(x.lowerBound), Double(y.lowerBound), Double(x.upperBound), Double(y.upperBound),
        properties)
    }
  }

  @Test("rectangles at random against a count of square metres")
  func rectangles() throws {
    var random = SeededGenerator(seed: 53)
    for _ in 0..<40 {
      let blocks = (0..<Int.random(in: 1...3, using: &random)).map { _ in Cells(upTo: 60, &random) }
      let barred = (0..<6).map { _ in
        (Cells(upTo: 20, &random), NotSuppliableClass.allCases.randomElement(using: &random))
      }
      let ready = (0..<4).map { _ in Cells(upTo: 30, &random) }
      let approved = (0..<5).map { _ in
        (Cells(upTo: 25, &random), Int.random(in: 2018...2020, using: &random))
      }
      let parcels = (0..<25).map { _ in
        (Cells(upTo: 15, &random), SupplyState.allCases.randomElement(using: &random))
      }
      let account = try DrawnZone(
        scope: blocks.map { $0.drawn() },
        notSuppliable: barred.map { $0.0.drawn(["class": "\"\($0.1?.rawValue ?? "")\""]) },
        ready: ready.map { $0.drawn() },
        approved: approved.map { $0.0.drawn(["year": "\($0.1)"]) },
        parcels: parcels.map { ($0.0.drawn(), $0.1) }
      ).account()

      func count(_ isMeant: (Int, Int) -> Bool) -> Double {
        var cells = 0
        for i in -5..<120 {
          for j in -5..<120 where isMeant(i, j) { cells += 1 }
        }
        return Double(cells)
      }
      func supplied(_ i: Int, _ j: Int) -> Bool {
        parcels.contains { $0.1 == .supplied && $0.0.holds(i, j) }
      }
      func bars(_ i: Int, _ j: Int) -> NotSuppliableClass? {
        let here = barred.filter { $0.0.holds(i, j) }.map(\.1)
        return NotSuppliableClass.allCases.first(where: here.contains)
      }
      func check(_ figures: SupplyFigures, _ inside: (Int, Int) -> Bool) {
        #expect(isNear(figures.scope, count(inside)))
        #expect(isNear(figures.notSuppliable, count { inside($0, $1) && bars($0, $1) != nil }))
        for entry in figures.notSuppliableByClass ?? [] {
          #expect(isNear(entry.area, count { inside($0, $1) && bars($0, $1) == entry.reason }))
        }
        #expect(isNear(figures.supplied, count { inside($0, $1) && supplied($0, $1) }))
        #expect(
          isNear(
            figures.remaining,
            count { inside($0, $1) && !supplied($0, $1) && bars($0, $1) == nil }))
        #expect(
          isNear(
            figures.readyRemaining,
            count { i, j in
              inside(i, j) && !supplied(i, j) && ready.contains { $0.holds(i, j) }
            }))
        for entry in figures.approved ?? [] {
          func first(_ i: Int, _ j: Int) -> Int? {
            approved.filter { $0.0.holds(i, j) }.map(\.1).min()
          }
          #expect(isNear(entry.area, count { inside($0, $1) && first($0, $1) == entry.year }))
          #expect(
            isNear(
              entry.unsupplied,
              count { inside($0, $1) && first($0, $1) == entry.year && !supplied($0, $1) }))
        }
        #expect(figures.addsUp)
      }
      for (block, cells) in zip(account.blocks, blocks) { check(block.figures, cells.holds) }
      func inScope(_ i: Int, _ j: Int) -> Bool { blocks.contains { $0.holds(i, j) } }
      check(account.whole, inScope)
      #expect(isNear(account.suppliedOutside, count { supplied($0, $1) && !inScope($0, $1) }))
      for placing in account.placings {
        let cells = parcels[placing.feature].0
        #expect(isNear(placing.inside, count { cells.holds($0, $1) && inScope($0, $1) }))
        #expect(isNear(placing.outside, count { cells.holds($0, $1) && !inScope($0, $1) }))
      }
      #expect(account.findings.isEmpty)
    }
  }

  /// A quadrangle that is no rectangle.
  private func quadrangle(_ size: Double, _ random: inout SeededGenerator) -> Drawn {
    let x = Double.random(in: -20...180, using: &random)
    let y = Double.random(in: -20...180, using: &random)
    return Drawn([
      (x, y), (x + size * .random(in: 0.3...1, using: &random), y + 3),
      (x + size, y + size * .random(in: 0.3...1, using: &random)), (x + 2, y + size),
    ])
  }

  @Test("supplied, remaining and not suppliable ground cover the scope; the first two are disjoint")
  func cover() throws {
    var random = SeededGenerator(seed: 54)
    for _ in 0..<30 {
      let parcels = (0..<20).map { _ in
        (quadrangle(50, &random), Optional(SupplyState.supplied))
      }
      let barred = (0..<5).map { _ in quadrangle(60, &random) }
      let zone = DrawnZone(
        scope: [quadrangle(150, &random), quadrangle(150, &random)], notSuppliable: barred,
        parcels: parcels)
      let account = try zone.account()
      #expect(account.whole.addsUp && account.findings.isEmpty)

      let context = try GEOSContext()
      func ground(_ drawn: [Drawn]) throws -> Region<Plane> {
        guard case .plane(let columns) = try drawn.placed().geometry else { return .empty }
        return try context.region(uniting: Array(drawn.indices), in: columns)
      }
      let scope = try ground(zone.scope)
      let supplied = try ground(parcels.map(\.0))
      var left = PolygonColumns<Plane>()
      for block in account.blocks {
        left.append(try #require(block.remaining).ground)
      }
      let remaining = try context.region(uniting: Array(account.blocks.indices), in: left)
      #expect(isNear(remaining.area, account.whole.remaining ?? .nan))
      #expect(isNear(try context.region(.intersection, remaining, supplied).area, 0))
      #expect(isNear(try context.region(.intersection, remaining, ground(barred)).area, 0))
      #expect(isNear(try context.region(.difference, remaining, scope).area, 0))
      var covered = try context.region(.union, remaining, supplied)
      covered = try context.region(.union, covered, ground(barred))
      #expect(isNear(try context.region(.difference, scope, covered).area, 0))
    }
  }
}
