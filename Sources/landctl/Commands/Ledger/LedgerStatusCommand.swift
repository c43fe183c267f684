import ArgumentParser
import LandKit

/// `landctl ledger status`: what is open, what comes next and by when.
struct LedgerStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Open cases, what comes next and by when / 在办案件与期限",
    discussion: HelpText(
      about: """
        Overdue cases come first, then the payments, agreed starts and completions of \
        contracts that call for a reminder. Their dates are those of the last update, or of \
        the table of --contracts. Of dates that have passed the table lists the latest 100, \
        JSON all. / 先列逾期案件,再列需要提醒的合同缴款、约定动工和竣工。日期取自最近一次更新,或 --contracts 的合同表。已过的日期,表格列最近 100 条\
        ,JSON 全部列出。
        """,
      examples: """
        landctl ledger status land.gpkg
        landctl ledger status land.gpkg --due 30
        """,
      endings: Endings([.reads, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Option(help: "Only this zone. / 只列此开发区(代码)")
  var zone: String?

  @Option(help: "Only what is due within so many days, or overdue. / 只列期限在若干天内的和逾期的")
  var due: Int?

  @Option(
    help: """
      Contracts, CSV or a workbook, instead of those of the last update. / 合同表(CSV 或工作簿),代替最近一次更\
      新的合同
      """)
  var contracts: String?

  @Option(name: .customLong("as-of"), help: "The day, default today in Shanghai. / 截止日,默认上海当天")
  var asOf: String?

  @Option(help: "What goes to standard output: table or json. / 标准输出的格式:table 或 json")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(asOf)
    let table = try contracts.map { try contractBook($0, errors) }
    let (book, zones) = try errors.ledger {
      let store = try LedgerStore.open(ledger, readOnly: true)
      // Only the contracts of a table have to be told their zones.
      return (
        try LedgerBook(store, asOf: day),
        table == nil ? [:] : try store.read { reader in try reader.zonesOfParcels() }
      )
    }
    let known = LedgerReminders(book, instead: table, zones: zones)
    let reminders = known.reminders.filter {
      (zone == nil || $0.contract.zoneID == zone) && $0.daysLeft <= due ?? .max
    }
    let open = book.standing.filter { item, standing in
      standing.phase != .ended && (zone == nil || item.zoneID == zone)
        && (due.map { days in standing.nextDeadline.map { $0 - day <= days } ?? false } ?? true)
    }
    let unknown = language(
      "台账没有合同期限,无法提醒缴款、开工和竣工;请运行 landctl ledger update 或用 --contracts",
      "the ledger keeps no dates of contracts, so no payment, start or completion can be reminded "
        + "of: run landctl ledger update, or name a table with --contracts")
    switch format {
    case .table:
      let list = ReminderList(reminders)
      let table = StatusTable(
        open, reminders: list.shown.map { StatusReminder($0) }, asOf: day,
        language: language.ofPaper)
      let text = TableText(language: language, table: table.table(), widest: 26)
      Terminal.out(text.lines().joined(separator: "\n"))
      if list.leftOut > 0 {
        Terminal.out(
          language(
            "另有 \(list.leftOut) 项约定日期更早已过而未见记录,见 --format json",
            "\(list.leftOut) agreed dates passed earlier and nothing is recorded: "
              + "--format json lists them"))
      }
      if !known.isKnown { Terminal.note(unknown) }
    case .json:
      var json = JSONObject()
      json.set("schema", .code("landctl.status/1"))
      json.set("as_of", .day(day))
      json.objects("cases", open.map { CaseJSON.object($0.item, $0.standing) })
      if known.isKnown {
        if let day = known.datesFrom { json.set("contracts_as_of", .day(day)) }
        json.objects("reminders", reminders.map(ReminderJSON.object))
      } else {
        json.set("unknown", .list(["contracts"]))
      }
      Terminal.out(json)
    }
  }

  /// The contracts of a table; a day or a schedule in it that cannot be read would lose its
  /// reminder, so it is an error.
  private func contractBook(_ path: String, _ errors: ErrorText) throws -> ContractBook {
    let book: ContractBook
    do throws(FormatError) {
      let opened = try InputFile(path).table(HeaderSearch(.contracts), OpeningOptions())
      for note in opened.notes { Terminal.note("\(path): " + errors.language(note)) }
      book = ContractBook(reading: opened.table.attributes)
    } catch { throw Terminal.said(errors.failure(error)) }
    guard let fault = book.findings.first(where: ContractFaultText.losesReminder) else {
      return book
    }
    throw Terminal.said(
      errors.failure(
        .inputUnusable, path, ContractFaultText.message(fault), ContractFaultText.remedy))
  }
}
