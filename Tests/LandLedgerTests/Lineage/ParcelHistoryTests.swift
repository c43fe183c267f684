import LandKit
import Testing

@Suite struct ParcelHistoryTests {
  private func link(
    _ earlier: String?, _ later: String?, _ kind: LineageLink.Kind, _ a: Double = 1,
    _ b: Double = 1
  ) -> LineageLink {
    LineageLink(
      earlier: earlier, later: later, kind: kind, shareOfEarlier: a, shareOfLater: b)
  }

  private func history() throws -> ParcelHistory {
    try ParcelHistory([
      // Given out of order: the years decide.
      LineageStep(
        from: 2025, to: 2026,
        links: [
          link("B", "D", .merged, 1, 0.75), link("C", "D", .merged, 1, 0.25),
          link("X", nil, .gone, 0, 0), link("K", "K", .same, 0, 0), link(nil, "N", .new, 0, 0),
        ]),
      LineageStep(
        from: 2024, to: 2025,
        links: [
          link("A", "B", .split, 0.6), link("A", "C", .split, 0.3), link("A", "X", .split, 0.1),
          link("J", "K", .renumbered),
        ]),
    ])
  }

  @Test("shares multiply along a way and add up over all ways, forwards")
  func course() throws {
    let course = try history().course(of: "A", in: 2024, to: 2026)
    #expect(course.parcels.map(\.id) == ["D"])
    #expect(((course.parcels.first?.share ?? 0) - 0.9).magnitude < 1e-12)
    #expect(course.parcels.first?.isSuccession == false)
    #expect(course.ended.map(\.id) == ["X"])
    #expect(course.ended.first?.year == 2025)
    #expect(((course.ended.first?.share ?? 0) - 0.1).magnitude < 1e-12)
  }

  @Test("and backwards")
  func origins() throws {
    let origins = try history().origins(of: "D", in: 2026)
    #expect(origins.map(\.id) == ["B", "C", "A"])
    #expect(origins.map(\.year) == [2025, 2025, 2024])
    #expect(origins.map(\.share) == [0.75, 0.25, 1])
    #expect(try history().numbers(of: "D", in: 2026).isEmpty)
    #expect(try history().origins(of: "N", in: 2026).isEmpty)
  }

  @Test("numbers are followed through successions; a link by number alone makes the share unknown")
  func numbers() throws {
    let numbers = try history().numbers(of: "K", in: 2026)
    #expect(numbers.map(\.id) == ["K", "J"])
    #expect(numbers.map(\.share) == [nil, nil])
    let course = try history().course(of: "J", in: 2024, to: 2026)
    #expect(
      course.parcels
        == [ParcelHistory.Relative(year: 2026, id: "K", share: nil, isSuccession: true)])
  }

  @Test("a parcel in its own year is itself; unknown ids and years are nothing")
  func edges() throws {
    let history = try history()
    #expect(history.years == [2024, 2025, 2026])
    #expect(
      history.course(of: "A", in: 2024, to: 2024).parcels
        == [ParcelHistory.Relative(year: 2024, id: "A", share: 1, isSuccession: true)])
    #expect(history.course(of: "A", in: 2025, to: 2026).parcels.isEmpty)
    #expect(history.course(of: "B", in: 2025, to: 2024).parcels.isEmpty)
    #expect(history.course(of: "A", in: 1999, to: 2026).parcels.isEmpty)
  }

  @Test("parcels that exchange their numbers every year make no circle")
  func exchange() throws {
    let steps = (2020..<2030).map {
      LineageStep(
        from: $0, to: $0 + 1, links: [link("A", "B", .renumbered), link("B", "A", .renumbered)])
    }
    let history = try ParcelHistory(steps)
    #expect(history.course(of: "A", in: 2020, to: 2029).parcels.map(\.id) == ["B"])
    #expect(history.course(of: "A", in: 2020, to: 2030).parcels.map(\.id) == ["A"])
    #expect(
      history.numbers(of: "A", in: 2030).map(\.id)
        == ["B", "A", "B", "A", "B", "A", "B", "A", "B", "A"])
  }

  @Test("steps that run backwards or leave a gap are refused")
  func refused() {
    #expect(throws: LineageError.notForward(from: 2025, to: 2025)) {
      try ParcelHistory([LineageStep(from: 2025, to: 2025, links: [])])
    }
    #expect(throws: LineageError.notConnected(end: 2025, start: 2026)) {
      try ParcelHistory([
        LineageStep(from: 2026, to: 2027, links: []), LineageStep(from: 2024, to: 2025, links: []),
      ])
    }
  }
}
