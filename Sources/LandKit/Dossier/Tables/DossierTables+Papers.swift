import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandLayers
import LandRulebook

extension DossierTables {
  /// The papers that the act demands: what is there, what is missing, what has run out.
  func materials() -> DocumentTable? {
    let demanded = application.check.papers.filter { $0.rule.kind == .material }
    guard !demanded.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("申报材料清单", "Papers"),
      columns: [
        column("编号", "no."), column("条款", "clause"), column("材料", "paper"),
        column("状态", "state"),
        column("文件", "file"), column("日期", "date"), column("距今月数", "months old"),
        column("有效期至", "valid until"), column("出具单位", "issuer"),
        column("SHA-256(前16位)", "SHA-256, first 16 digits"),
      ])
    table.rows = demanded.map { judgement in
      let id = judgement.rule.materialID
      let paper = application.file.materials?.first { $0.id.value.rawValue == id }
      let state = PaperState(
        paper, file: application.file, asOf: application.check.asOf,
        staleAfterMonths: staleAfterMonths)
      let age = paper?.date.map {
        $0.value <= application.check.asOf
          ? $0.value.wholeMonths(until: application.check.asOf) : 0
      }
      return [
        .code(id), .text(judgement.rule.clause), .text(language(judgement.rule.title)),
        .text(language(state.label), tone: state.tone), .text(paper?.file?.written),
        .day(paper?.date?.value), age.map { .count($0) } ?? .empty,
        .day(paper?.validUntil?.value), .text(paper?.issuer?.value),
        .code(state.digest.map { String($0.prefix(16)) }),
      ]
    }
    table.note = words(
      "SHA-256 全文见 manifest.json。", "The whole SHA-256 is in manifest.json.")
    return table
  }

  /// The steps of the procedure, what is done, and whose turn it is.
  func procedure() -> DocumentTable? {
    let steps = application.check.papers.filter { $0.rule.kind == .procedure }
    guard !steps.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("办理程序", "Steps"),
      columns: [
        column("步骤", "step"), column("内容", "what"), column("办理主体", "who"),
        column("状态", "state"), column("日期", "date"), column("文书", "document"),
      ])
    let next = steps.firstIndex { $0.verdict != .met && $0.verdict != .notApplicable }
    table.rows = steps.enumerated().map { index, judgement in
      let id = judgement.rule.stepID
      let done = application.file.procedure?.first {
        $0.step.value == id && ($0.date.map { $0.value <= application.check.asOf } ?? true)
      }
      let state: DocumentCell =
        if done != nil {
          .text(words("已完成", "done"), tone: .good)
        } else if application.file.procedure == nil {
          .unknown
        } else if index == next {
          .text(words("当前步骤", "next"), tone: .attention)
        } else {
          .text(words("未开始", "to come"))
        }
      return [
        .code(id ?? judgement.rule.id), .text(language(judgement.rule.title)),
        .text(judgement.rule.actor.map { language($0) }), state, .day(done?.date?.value),
        .text(done?.document?.value),
      ]
    }
    return table
  }
}

/// How it stands with a paper.
enum PaperState: Sendable {
  case there(digest: String?)
  case stale(digest: String?)
  case runOut
  case future
  case fileMissing
  case missing
  case unknown

  init(
    _ paper: ApplicationMaterial?, file: ZoneFile, asOf: CalendarDate, staleAfterMonths: Int?
  ) {
    guard file.materials != nil else {
      self = .unknown
      return
    }
    guard let paper else {
      self = .missing
      return
    }
    if let day = paper.date?.value, day > asOf {
      self = .future
    } else if let last = paper.validUntil?.value, last < asOf {
      self = .runOut
    } else if let reference = paper.file {
      do throws(FormatError) {
        self = .there(digest: try SourceBytes.openPlain(reference.path).sha256())
      } catch { self = .fileMissing }
    } else {
      self = .there(digest: nil)
    }
    if case .there(let digest) = self, let limit = staleAfterMonths, let day = paper.date?.value,
      asOf > day.adding(months: limit)
    {
      self = .stale(digest: digest)
    }
  }

  var digest: String? {
    switch self {
    case .there(let digest), .stale(let digest): digest
    default: nil
    }
  }

  var label: Bilingual {
    switch self {
    case .there(.some): Bilingual(zh: "已备", en: "there")
    case .there(nil): Bilingual(zh: "已登记,未附文件", en: "entered, no file")
    case .stale: Bilingual(zh: "超过提示期限", en: "older than the limit asked for")
    case .runOut: Bilingual(zh: "已过有效期", en: "run out")
    case .future: Bilingual(zh: "日期晚于截止日", en: "dated after the day")
    case .fileMissing: Bilingual(zh: "文件不存在", en: "file not found")
    case .missing: Bilingual(zh: "缺", en: "missing")
    case .unknown: Bilingual(zh: "未知", en: "unknown")
    }
  }

  var tone: Tone {
    switch self {
    case .there(.some): .good
    case .there(nil), .stale, .future: .attention
    case .runOut, .fileMissing, .missing: .bad
    case .unknown: .unknown
    }
  }
}
