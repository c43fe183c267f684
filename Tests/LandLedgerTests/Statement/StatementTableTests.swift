import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite struct StatementTableTests {
  static let languages: [Document.Language] = [.zh, .en]

  private func statement(_ book: StatementBook, _ year: Int) -> YearStatement {
    var figures = StatementFigures()
    figures.builtUp = [
      .init(zoneID: "S360101", year: year - 1, area: 1_000_000),
      .init(zoneID: "S360101", year: year, area: 1_062_500.5),
      .init(zoneID: "S360102", year: year, area: nil),
    ]
    figures.clearings = [
      .init(
        zoneID: "S360101", label: Bilingual(zh: "僵尸企业", en: "zombie firms"),
        baseDay: CalendarDate(iso: "2017-12-31"), stock: 12, cleared: 8),
      .init(
        zoneID: "S360102", label: Bilingual(zh: "僵尸项目", en: "zombie projects"),
        baseDay: nil, stock: nil, cleared: 1),
    ]
    let label = Bilingual(zh: "闲置土地处置率", en: "rate of disposal of idle land")
    return book.present(
      year,
      targets: [
        TargetResult(
          rule: "T-1", clause: "一(1)", label: label, zoneID: "S360101", value: 99.615,
          limit: 90, unit: "%", relation: .atLeast, verdict: .met),
        TargetResult(
          rule: "T-2", label: label, value: nil, limit: 95, unit: "%", relation: .atLeast,
          verdict: .unknown(missing: ["idle_identified_m2"])),
      ], figures: figures)
  }

  @Test("all tables of a year as CSV", arguments: languages)
  func tables(_ language: Document.Language) throws {
    var history = try StatementHistory.sample()
    let finding = try #require(
      history.events.first { $0.caseID == "2021-0003" && $0.kind == .finding }?.number)
    try history.correct(finding, recorded: "2024-03-01", right: "2021-12-20", area: 6_000)
    let book = history.book
    let statement = statement(book, 2023)
    let tables = StatementTables(statement, language: language)
    let difference = try #require(StatementDifference(of: 2021, in: book))
    var contract = Contract(source: .init(file: "contracts.csv"))
    contract.industryCode = "C3911"
    contract.supplyMode = "挂牌出让"
    contract.dueArea = 21_000
    let register = CaseRegisterTable(
      book.present(2022), cases: book.cases, eventsByCase: book.eventsByCase,
      contracts: ["2021-0001": contract], language: language
    ).table()
    var lists: [(String, DocumentTable?)] = [
      ("balance", tables.balance()), ("suspicion", tables.suspicion()),
      ("zones", tables.zones()), ("causes", tables.causes()), ("ages", tables.ages()),
      ("ways", tables.ways()), ("rates", tables.rates()), ("targets", tables.targets()),
      ("built_up", tables.builtUp()), ("clearings", tables.clearings()), ("register", register),
    ]
    lists += [
      ("years", MultiYearStatement(2021...2023, in: book).table(language)),
      ("difference", difference.figureTable(language)),
      ("difference_cases", difference.caseTable(language)),
    ]
    for (name, table) in lists {
      let table = try #require(table, "\(name)")
      #expect((table.rows + table.totals).allSatisfy { $0.count == table.columns.count }, "\(name)")
      #expect(
        try Snapshot.difference(
          Data(table.csv()), from: "fixtures/golden/statement/\(name).\(language.rawValue).csv")
          == nil)
    }
  }

  @Test("printed areas add up to the last digit", arguments: languages)
  func printedSums(_ language: Document.Language) throws {
    let tables = StatementTables(
      statement(try StatementHistory.sample().book, 2023), language: language)
    for table in [tables.zones(), tables.causes(), tables.ages(), tables.ways()] {
      let rows = csvRecords(String(decoding: table.csv().dropFirst(3), as: UTF8.self))
      let parts = rows.dropFirst().dropLast(table.totals.count)
      let total = try #require(rows.last)
      for column in table.columns.indices where table.columns[column].unit != "%" && column > 0 {
        let sum = parts.reduce(Decimal(0)) { $0 + (Decimal(string: $1[column]) ?? 0) }
        #expect(sum == (Decimal(string: total[column]) ?? 0), "\(table.caption) \(column)")
      }
    }
  }

  @Test("what happened to a case, with corrections behind what they correct", arguments: languages)
  func timeline(_ language: Document.Language) throws {
    var history = try StatementHistory.sample()
    let events = { history.events.filter { $0.caseID == "2021-0001" } }
    let publication = try #require(events().first { $0.kind == .publication }?.number)
    try history.correct(publication, recorded: "2024-03-02", right: "2021-05-12")
    let paid = try #require(events().first { $0.kind == .feePaid }?.number)
    try history.correct(paid, recorded: "2024-03-03", voids: true)
    history.events[publication - 1].forced = ["第十一条"]
    let item = try #require(history.cases.first { $0.id == "2021-0001" })
    let table = CaseTimelineTable(item, events: events(), language: language).table()
    #expect(
      try Snapshot.difference(
        Data(table.csv()), from: "fixtures/golden/statement/timeline.\(language.rawValue).csv")
        == nil)
    let numbers = table.rows.compactMap { row -> Int? in
      if case .number(let value, _) = row[0].value { Int(value) } else { nil }
    }
    let corrected = try #require(numbers.firstIndex(of: publication))
    #expect(numbers[corrected + 1] == history.events.count - 1)
    #expect(Set(numbers) == Set(events().map(\.number)))
  }

  @Test("open cases: overdue first, ended ones not at all", arguments: languages)
  func status(_ language: Document.Language) throws {
    let asOf = try #require(CalendarDate(iso: "2024-04-01"))
    func standing(_ id: String, _ deadline: String?, _ phase: CaseStanding.Phase)
      -> (item: LedgerCase, standing: CaseStanding)
    {
      var item = LedgerCase(id: id, parcelID: "P" + id, openedBy: 1)
      (item.zoneID, item.holder) = ("S360101", "甲公司")
      var standing = CaseStanding(caseID: id, parcelID: "P" + id, suspectedDay: asOf)
      standing.phase = phase
      standing.idleMonths = phase == .suspected ? nil : 14
      standing.nextStep = .investigationNotice
      standing.nextActor = .office
      standing.nextDeadline = deadline.flatMap { CalendarDate(iso: $0) }
      standing.nextClause = "Art. 5"
      return (item, standing)
    }
    let status = StatusTable(
      [
        standing("A", nil, .found), standing("B", "2024-04-01", .suspected),
        standing("C", "2024-03-01", .found), standing("D", "2024-01-01", .ended),
        standing("E", "2024-02-01", .deferred),
      ],
      reminders: [
        StatusReminder(
          parcelID: "P9", text: Bilingual(zh: "约定动工日将至", en: "agreed start is near"),
          day: CalendarDate(iso: "2024-04-20"))
      ], asOf: asOf, language: language)
    #expect(status.overdueCount == 2)
    #expect(
      try Snapshot.difference(
        Data(status.table().csv()),
        from: "fixtures/golden/statement/status.\(language.rawValue).csv") == nil)
  }

  @Test("the paper has every part, and says so where an area is unknown", arguments: languages)
  func paper(_ language: Document.Language) throws {
    let book = try StatementHistory.sample().book
    var paper = StatementPaper(statement(book, 2023))
    paper.years = MultiYearStatement(2021...2023, in: book)
    let document = paper.document(language)
    let anchors = document.blocks.compactMap { block -> String? in
      if case .heading(_, _, let anchor) = block { anchor } else { nil }
    }
    #expect(anchors == ["balance", "parts", "rates", "years", "notes"])
    #expect(try HTMLPage(document).text().contains("2021-0003"))
    let plain = StatementPaper(StatementHistory().book.present(2024)).document(language)
    #expect(
      !plain.blocks.contains { block in
        if case .notice = block { true } else { false }
      })
  }
}
