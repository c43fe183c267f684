import ArgumentParser
import LandKit

/// What is known of an event, as `landctl ledger record` is told it.
struct EventArguments: ParsableArguments {
  @Option(
    help: """
      The day on which it happened: of a document, the day it was served. / 发生日期;文书为送达日期
      """)
  var date: String?

  @Option(help: "Number of the document that shows it. / 有关文书的文号")
  var document: String?

  @Option(name: .customLong("document-date"), help: "Day of the document. / 文书日期")
  var documentDate: String?

  @Option(help: "The document itself; its name and hash are kept. / 文书文件;保存其名称和校验值")
  var file: String?

  @Option(help: "Idle area, or area disposed of, m². / 闲置面积或处置面积(平方米)")
  var area: Double?

  @Option(help: "Amount, 万元. / 金额(万元)")
  var amount: Double?

  @Option(help: "Paragraph of Art. 2: 2(1) or 2(2). / 第二条的款项:2(1) 或 2(2)")
  var clause: String?

  @Option(
    help: """
      Spans of causes: 8-6:2024-01-01/2025-06-30;own:2025-07-01/. / 原因时段\
      :8-6:2024-01-01/2025-06-30;own:2025-07-01/
      """)
  var causes: String?

  @Option(name: .customLong("idle-since"), help: "The first idle day. / 闲置起算日")
  var idleSince: String?

  @Option(help: "New agreed start, or last day of a temporary use. / 新约定动工日、临时使用截止日")
  var until: String?

  @Option(help: "The event that a correction corrects. / 被更正的事件号")
  var corrects: Int?

  @Flag(help: "The corrected event did not happen. / 作废被更正的事件")
  var voids = false

  @Option(name: .customLong("right-date"), help: "The right day of the corrected event. / 更正后的日期")
  var rightDate: String?

  @Option(help: "A remark. / 备注")
  var text: String?

  /// The details, read; what cannot be read is a usage error that names the option.
  func details(_ errors: ErrorText) throws -> EventDetails {
    var details = EventDetails()
    details.area = try amount("--area", area, errors)
    details.amount = try amount("--amount", amount, errors)
    if let clause {
      guard clause == "2(1)" || clause == "2(2)" else {
        throw errors.usage(
          "--clause \(clause)", Bilingual(zh: "应为 2(1) 或 2(2)", en: "expected 2(1) or 2(2)"))
      }
      details.clause = clause
    }
    if let causes {
      guard let spans = CauseSpan.parse(causes) else {
        throw errors.usage(
          "--causes \(causes)",
          Bilingual(
            zh: "应为 原因:起/止,以分号分隔,如 8-6:2024-01-01/2025-06-30;own:2025-07-01/",
            en: "expected CAUSE:FROM/TO joined by ;, as 8-6:2024-01-01/2025-06-30;own:2025-07-01/"))
      }
      details.causeSpans = spans
    }
    details.idleSince = try day("--idle-since", idleSince, errors)
    details.until = try day("--until", until, errors)
    details.corrects = corrects
    details.voids = voids ? true : nil
    details.rightDay = try day("--right-date", rightDate, errors)
    details.text = text
    return details
  }

  /// The document with the hash of its file.
  func ledgerDocument(_ errors: ErrorText) throws -> LedgerDocument? {
    guard document != nil || file != nil else { return nil }
    var result = LedgerDocument(
      number: document ?? "", day: try day("--document-date", documentDate, errors))
    if let file {
      do throws(FormatError) {
        result.sha256 = try SourceBytes.openPlain(file).sha256()
        result.fileName = FileName.last(file)
      } catch { throw Terminal.said(errors.failure(error)) }
    }
    return result
  }

  /// The day of the event; there is no default, because a day in the books is a statement.
  func day(_ errors: ErrorText) throws -> CalendarDate {
    guard let day = try day("--date", date, errors) else {
      throw errors.usage("--date", Bilingual(zh: "请写明日期", en: "say on which day"))
    }
    return day
  }

  private func day(
    _ option: String, _ text: String?, _ errors: ErrorText
  ) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let day = CalendarDate(iso: text) else {
      throw errors.usage(
        "\(option) \(text)",
        Bilingual(zh: "应为存在的日期,如 2025-06-30", en: "expected a day that exists, as 2025-06-30"))
    }
    return day
  }

  private func amount(
    _ option: String, _ value: Double?, _ errors: ErrorText
  ) throws -> Double? {
    guard let value else { return nil }
    guard value >= 0, value.isFinite else {
      throw errors.usage(
        "\(option) \(value)", Bilingual(zh: "应为不小于 0 的数", en: "expected a number, not negative"))
    }
    return value
  }
}

extension ErrorText {
  /// A usage error about an option, said and ready to be thrown.
  func usage(_ place: String, _ message: Bilingual) -> any Error {
    Terminal.said(
      failure(
        .usage, place, message,
        Bilingual(zh: "见该命令的 --help", en: "see --help of the command")))
  }
}
