import ArgumentParser
import LandKit

/// `landctl ledger record`: what happened in a case.
struct LedgerRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record what happened in a case / 登记案件事项",
    discussion: HelpText(
      about: """
        An event out of order, a date before its cause, an extension that is too long is \
        refused with the clause; --force with --reason records it all the same, and the \
        reason stays visible. Several events in a table (--batch; CSV, a workbook, JSON) are \
        recorded together or not at all; its columns: case, event, date, document, \
        document_date, area_m2, amount_wan, until, clause, causes, idle_since, text, reason, \
        force, by. / 顺序不对、日期早于其原因、延期过长的事项,附条款予以拒绝;加 --force 和 --reason 仍可登记,理由一直可见。成批事项\
        (--batch;CSV、工作簿、JSON)全部登记或者一项也不登记,列名:case, event, date, document, document_date, \
        area_m2, amount_wan, until, clause, causes, idle_since, text, reason, force, by。
        """,
      examples: """
        landctl ledger record land.gpkg 2025-0001 investigation_notice --date 2026-01-10 \\
          --document 通字1号 --by 张三
        landctl ledger record land.gpkg --batch events.csv --by 张三
        """,
      endings: Endings([.reads, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Argument(help: "The case, or a parcel with one case open. / 案号,或只有一个在办案件的宗地编号")
  var item: String?

  @Argument(
    help: """
      What happened, finding say; a word that is not known lists them all. / 事项,如 finding;写一个未知的\
      词可列出全部
      """)
  var event: String?

  @Option(help: "A CSV file of events. / 成批事项的文件:CSV、工作簿或 JSON")
  var batch: String?

  @Option(help: "Who records it. / 经办人")
  var by: String

  @Flag(
    help: """
      Record it although the procedure speaks against it; needs --reason. / 程序不符时仍予登记,须加 \
      --reason
      """)
  var force = false

  @Option(help: "Why: of a correction, and of what is forced. / 理由:更正的,或强制登记的")
  var reason: String?

  @Option(
    name: .customLong("as-of"),
    help: """
      Day of recording, default today in Shanghai. / 登记日,默认上海当天
      """)
  var asOf: String?

  @OptionGroup var arguments: EventArguments

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func validate() throws {
    guard (batch == nil) == (item != nil && event != nil) else {
      throw ValidationError("name a case and an event, or a file with --batch")
    }
  }

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let day = try DayArgument.day(asOf)
    let store = try errors.ledger { try LedgerStore.open(ledger, readOnly: false) }
    let book = try errors.ledger { try LedgerBook(store, asOf: day) }
    let entries: [LedgerRecorder.Entry]
    if let batch {
      entries = try EventBatch(batch, by: by, errors).entries(in: book)
    } else {
      entries = [try entry(in: book, errors)]
    }
    let recorded: [LedgerRecorder.Recorded]
    do {
      recorded = try errors.ledger {
        try LedgerRecorder(asOf: day, rules: book.rules).record(entries, in: store)
      }
    } catch let failure as LedgerRecorder.Failure {
      throw Terminal.said(RefusalText(language: language, entries: entries).failure(failure))
    }
    for (entry, event) in zip(entries, recorded) {
      Terminal.out(
        "\(event.number)  \(entry.caseID)  \(entry.day)  " + language(entry.kind.label) + "  → "
          + language(event.standing.phase.label))
      for fault in event.faults {
        Terminal.note("  " + language("注意:", "note: ") + RefusalText.line(fault, language))
      }
    }
  }

  private func entry(in book: LedgerBook, _ errors: ErrorText) throws -> LedgerRecorder.Entry {
    LedgerRecorder.Entry(
      caseID: try CaseArgument.find(item ?? "", in: book, errors).id,
      kind: try EventArgument.kind(event ?? "", errors), day: try arguments.day(errors),
      document: try arguments.ledgerDocument(errors), details: try arguments.details(errors),
      author: by, reason: reason, isForced: force)
  }
}

/// The name of an event, refused in the user's language.
enum EventArgument {
  /// The kind of a name; one that there is not, or that belongs to the ledger itself, is a usage
  /// error that lists them.
  static func kind(_ text: String, _ errors: ErrorText) throws -> EventKind {
    let known = EventKind.allCases.filter { !$0.isOfLedger && $0 != .opened && $0 != .refreshed }
    if let kind = known.first(where: { $0.rawValue == text }) { return kind }
    let names = known.map { "\($0.rawValue) \(errors.language($0.label))" }
    throw Terminal.said(
      errors.failure(
        .usage, text, Bilingual(zh: "没有这个事项", en: "there is no such event"),
        Bilingual(
          zh: "可用:" + names.joined(separator: "、"), en: "known: " + names.joined(separator: ", "))))
  }
}
