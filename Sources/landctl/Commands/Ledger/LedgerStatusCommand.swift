import ArgumentParser
import LandKit

/// `landctl ledger status`: what is open, what comes next and by when.
struct LedgerStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Open cases, what comes next and by when / 在办案件与期限",
    discussion: """
      Overdue cases come first. With --contracts the agreed starts and completions that call for a
      reminder are listed, too.
      """)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Option(help: "Only this zone. / 开发区代码")
  var zone: String?

  @Option(help: "Only what is due within so many days, or overdue. / 期限在若干天内")
  var due: Int?

  @Option(help: "Contracts, CSV or a workbook, for reminders. / 合同表")
  var contracts: String?

  @Option(name: .customLong("as-of"), help: "The day, default today in Shanghai. / 截止日")
  var asOf: String?

  @Option(help: "What goes to standard output: table or json. / 标准输出格式")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(asOf)
    let book = try errors.ledger {
      try LedgerBook(LedgerStore.open(ledger, readOnly: true), asOf: day)
    }
    let open = book.standing.filter { item, standing in
      standing.phase != .ended && (zone == nil || item.zoneID == zone)
        && (due.map { days in standing.nextDeadline.map { $0 - day <= days } ?? false } ?? true)
    }
    switch format {
    case .table:
      let table = StatusTable(
        open, reminders: try reminders(on: day, errors), asOf: day, language: language.ofPaper)
      let text = TableText(language: language, table: table.table(), widest: 26)
      Terminal.out(text.lines().joined(separator: "\n"))
    case .json:
      var json = JSONObject()
      json.set("schema", .code("landctl.status/1"))
      json.set("as_of", .day(day))
      json.objects("cases", open.map { CaseJSON.object($0.item, $0.standing) })
      Terminal.out(json)
    }
  }

  private func reminders(on day: CalendarDate, _ errors: ErrorText) throws -> [StatusReminder] {
    guard let contracts else { return [] }
    let book: ContractBook
    do throws(FormatError) {
      let opened = try TableOpener(HeaderSearch(.contracts)).open(contracts)
      for note in opened.notes { Terminal.note("\(contracts): " + errors.language(note)) }
      book = ContractBook(reading: opened.table.attributes)
    } catch { throw Terminal.said(errors.failure(error)) }
    let rules: RuleSelection
    do throws(RuleSelection.Failure) {
      rules = try RuleSelection(.essential, names: [], territories: [], asOf: day)
    } catch { throw Terminal.said(errors.failure(AuditError.rules(error))) }
    let dates = book.indices.map(book.contract).map { contract in
      var dates = ContractDates(
        parcelID: contract.parcelID ?? "", contractNo: contract.contractNo)
      dates.start =
        contract.startInForce(
          asOf: day, yearsAfterDelivery: rules.idleLandRules.startAfterDeliveryYears.value)?.day
      dates.isStarted =
        contract.actualStartDate.map { $0 <= day } ?? contract.startState.map { $0 == .started }
      dates.finish = contract.agreedFinishDate
      dates.isFinished = contract.actualFinishDate.map { $0 <= day }
      return dates
    }
    // The shipped books are bound in tests; without one in force nobody asks for reminders.
    guard let patrol = try? PatrolRules(.shipped, on: day) else { return [] }
    return patrol.reminders(dates, on: day).map { reminder in
      StatusReminder(
        parcelID: reminder.parcelID, text: reminder.kind.label, day: reminder.due,
        clause: reminder.clause)
    }
  }
}
