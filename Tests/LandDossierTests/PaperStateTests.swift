import LandKit
import LandTestSupport
import Testing

@testable import LandDossier

/// How it stands with a paper of the zone file.
@Suite struct PaperStateTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write("a.md", "there")
  }

  /// The state on 2025-06-30 of the one paper of a zone file.
  private func state(_ paper: String?, staleAfter: Int? = nil) throws -> PaperState {
    let path = try scratch.write(
      "zone.yaml",
      """
      schema: 1
      zone: {id: Z1, level: provincial, territory: "369900"}
      \(paper.map { "materials: [\($0)]" } ?? "")

      """)
    let file = try ZoneFileReader.read(path: path)
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    return PaperState(
      file.materials?.first, file: file, asOf: day, staleAfterMonths: staleAfter)
  }

  @Test(
    "each state",
    arguments: [
      ("{id: M01, file: a.md, date: 2025-01-30}", "there", Tone.good),
      ("{id: M01, date: 2025-01-30}", "entered, no file", .attention),
      ("{id: M01, file: none.md}", "file not found", .bad),
      ("{id: M01, file: a.md, valid_until: 2025-06-29}", "run out", .bad),
      ("{id: M01, file: a.md, valid_until: 2025-06-30}", "there", .good),
      ("{id: M01, file: a.md, date: 2025-07-01}", "dated after the day", .attention),
    ])
  func states(paper: String, label: String, tone: Tone) throws {
    let state = try state(paper)
    #expect(state.label.en == label && state.tone == tone)
    // Only a paper that is there has a hash.
    #expect((state.digest == nil) == (label != "there"))
  }

  @Test("a paper is stale the day after its months are over")
  func stale() throws {
    let paper = "{id: M01, file: a.md, date: 2025-01-30}"
    #expect(try state(paper, staleAfter: 5).label.en == "there")
    #expect(try state(paper, staleAfter: 4).label.en == "older than the limit asked for")
    let old = "{id: M01, file: a.md, date: 2025-01-29}"
    #expect(try state(old, staleAfter: 5).digest?.count == 64)
    #expect(try state(old, staleAfter: 5).label.zh == "超过提示期限")
    // Without its file it is not stale but not there.
    #expect(
      try state("{id: M01, file: none.md, date: 2020-01-01}", staleAfter: 1).label.zh == "文件不存在")
  }

  @Test("no list is unknown, a paper that is not on it is missing")
  func missing() throws {
    #expect(try state(nil).tone == .unknown)
    let path = scratch.path("zone.yaml")
    _ = try state("{id: M01}")
    let file = try ZoneFileReader.read(path: path)
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    #expect(
      PaperState(nil, file: file, asOf: day, staleAfterMonths: nil).label.zh == "缺")
  }
}
