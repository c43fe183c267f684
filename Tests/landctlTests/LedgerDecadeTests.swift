import Foundation
import LandTestSupport
import Testing

/// Ten years of a made zone through the command line: surveys with splits, mergers and new numbers,
/// sixty cases through every way of ending, a closed statement each year.
@Suite struct LedgerDecadeTests {
  private let scratch: Scratch
  private var ledger: String { scratch.path("land.gpkg") }

  init() throws { scratch = try Scratch() }

  private func landctl(_ arguments: String...) throws -> CommandResult {
    let run = try runLandctl(["ledger"] + arguments + ["--lang", "en"])
    #expect(run.status == 0, "\(arguments): \(run.stderr)")
    return run
  }

  /// The events of a year as a batch, in the order of their days.
  private func batch(_ year: Int, _ caseOf: [String: String]) -> String? {
    var rows: [(date: String, row: String)] = []
    for item in Decade.cases {
      for step in Decade.steps(item) where step.date.hasPrefix("\(year)-") {
        let cells = [
          caseOf[item.contract] ?? "?", step.kind, step.date, step.document, step.area, step.amount,
          step.until, step.clause, step.causes,
        ]
        rows.append((step.date, cells.joined(separator: ",")))
      }
    }
    guard !rows.isEmpty else { return nil }
    // Several cases of one day keep their order; within a case the days rise.
    let sorted = rows.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    return "case,event,date,document,area_m2,amount_wan,until,clause,causes\n"
      + sorted.map(\.element.row).joined(separator: "\n") + "\n"
  }

  /// Number of cases by what a step of a year was.
  private func count(_ kinds: Set<String>, in year: Int) -> Int {
    Decade.cases.count { item in
      Decade.steps(item).contains { kinds.contains($0.kind) && $0.date.hasPrefix("\(year)-") }
    }
  }

  @Test("ten years replay; the balances hold, the numbers lead back, the chain proves itself")
  func decade() throws {
    _ = try landctl("init", ledger, "--territory", "369900", "--date", "2015-01-01")
    var caseOf: [String: String] = [:]
    var open = 0
    for year in Decade.years {
      try scratch.write("\(year).geojson", Decade.parcels(year))
      try scratch.write("\(year).csv", Decade.contracts(year))
      if let text = batch(year, caseOf) {
        try scratch.write("events.csv", text)
        _ = try landctl(
          "record", ledger, "--batch", scratch.path("events.csv"), "--by", "王", "--as-of",
          "\(year)-12-31")
      }
      let update = try landctl(
        "update", ledger, "--parcels", scratch.path("\(year).geojson"), "--contracts",
        scratch.path("\(year).csv"), "--as-of", "\(year)-12-31", "--by", "李")
      let changes = Decade.surveys[year]?.changes ?? []
      for kind in ["split", "merged", "renumbered"] {
        let expected = changes.filter { $0.kind == kind }.map { "\($0.earlier) → \($0.later)" }
        for link in expected { #expect(update.text.contains(link), "\(year) \(kind)") }
        #expect(expected.isEmpty || update.text.contains("\(kind) \(expected.count)"), "\(year)")
      }
      let suspected = Decade.cases.filter { $0.suspected == year }
      #expect(update.text.contains("\(suspected.count) cases opened"), "\(year): \(update.text)")
      for item in try cases(year) {
        let contract = try #require(item["contract_no"] as? String)
        caseOf[contract] = caseOf[contract] ?? item["case"] as? String
        #expect(caseOf[contract] == item["case"] as? String, "one case a contract")
      }

      _ = try landctl("year", ledger, "\(year)", "--close", "--by", "张")
      _ = try landctl("year", ledger, "\(year)", "--output", scratch.path("\(year)"))
      let found = count(["finding"], in: year)
      let ended = count(["start", "deregistration", "buyback", "swap"], in: year)
      let balance = try scratch.text("\(year)/statement-\(year)-01.csv")
      func row(_ name: String) -> String {
        balance.split(whereSeparator: \.isNewline).first { $0.hasPrefix(name) }.map(String.init)
          ?? ""
      }
      let area = { (count: Int) in "\(count),\(count * 8000).00" }
      #expect(row("open at the beginning").contains(",\(area(open)),"), "\(year)\n\(balance)")
      #expect(row("identified in the year").contains(",\(area(found)),"), "\(year)\n\(balance)")
      open += found - ended
      #expect(row("open at the end").contains(",\(area(open)),"), "\(year)\n\(balance)")
      #expect(row("check (must be 0)").contains(",0,0.00,"))
    }
    #expect(caseOf.count == Decade.caseCount)
    #expect(open == Decade.cases.count { $0.way == .open })
    let verified = try landctl("verify", ledger)
    #expect(verified.text.contains("the ledger holds"))
    try correction(caseOf)
  }

  /// Open cases at the end of a year.
  private func cases(_ year: Int) throws -> [[String: Any]] {
    let run = try landctl("status", ledger, "--as-of", "\(year)-12-31", "--format", "json")
    return try #require(try object(run.stdout)["cases"] as? [[String: Any]])
  }

  /// A finding turns out to have been served a year later: the closed years print as they stood.
  private func correction(_ caseOf: [String: String]) throws {
    let item = try #require(Decade.cases.first { $0.way == .open && $0.suspected == 2016 })
    let id = try #require(caseOf[item.contract])
    let shown = try landctl("show", ledger, id, "--as-of", "2024-12-31").text
    #expect(shown.contains(item.contract) && shown.contains("finding of idle land"))
    _ = try landctl("export", ledger, "--output", scratch.path("out"), "--as-of", "2024-12-31")
    let events = try scratch.text("out/events.csv").split(whereSeparator: \.isNewline)
    let finding = try #require(
      events.first { $0.contains(",\(id),finding,") }?.split(separator: ",").first)
    _ = try landctl(
      "record", ledger, id, "correction", "--date", "2024-12-30", "--corrects", String(finding),
      "--right-date", "2018-02-01", "--by", "王", "--reason", "送达回证日期为2018年2月1日", "--as-of",
      "2024-12-31", "--force")
    let stood = try landctl("year", ledger, "2017").text
    let now = try landctl("year", ledger, "2017", "--now").text
    let found = count(["finding"], in: 2017)
    #expect(stood.contains("identified in the year") && now.contains("identified in the year"))
    func identified(_ text: String) -> String {
      text.split(separator: "\n").first { $0.contains("identified in the year") }
        .map { $0.split(separator: " ").filter { $0.allSatisfy(\.isNumber) }.first ?? "" }
        .map(String.init) ?? ""
    }
    #expect(identified(stood) == "\(found)" && identified(now) == "\(found - 1)")
    #expect(stood.contains(id), "the difference names the case")
    let forced = try landctl("show", ledger, id, "--as-of", "2024-12-31").text
    #expect(forced.contains("送达回证") && forced.contains("Art. 11"), "what was forced stays visible")
  }
}
