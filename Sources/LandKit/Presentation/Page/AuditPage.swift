import LandCadastre
import LandDocuments
import LandGeometry
import LandLayers
import LandSurvey

/// The report of an audit as one HTML file: it needs no network and no installation, is complete
/// without scripts and in print, and gives an interactive map and tables where scripts run.
///
/// The same report always gives the same bytes.
public struct AuditPage {
  private let report: AuditReport
  private let files: PageFileSet
  private var language: Document.Language { report.language }

  /// The page of a report, by the files given.
  public init(_ report: AuditReport, files: PageFileSet) {
    self.report = report
    self.files = files
  }

  /// Where the data go. It cannot be part of a text of the report, because those are escaped.
  private static let dataMark = "<landctl-data>"

  /// The file.
  ///
  /// - Parameter workers: who makes the data; the bytes do not depend on it.
  /// - Throws: ``TemplateError`` for a template of a user's that leaves the data out.
  public func bytes(workers: Workers = Workers(count: 1)) throws(TemplateError) -> [UInt8] {
    let shapes = ReportShapes(report)
    let view = try view(shapes)
    let frame = try files.templates.render(view, with: "report")
    let parts = frame.split(
      separator: Self.dataMark, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let place = files.templates.place(of: "report.mustache")
      throw TemplateError(
        file: place.file, reason: "{{{data}}} must stand there once / 必须正好出现一次",
        isOwn: place.isOwn)
    }
    var bytes = Array(parts[0].utf8)
    bytes.append(contentsOf: ReportPayload(report: report, map: shapes).json(workers: workers))
    bytes.append(contentsOf: parts[1].utf8)
    return bytes
  }

  private func view(_ shapes: ReportShapes) throws(TemplateError) -> PageView {
    var fragment = PaperFragment(language, templates: files.templates)
    let tables = ReportTables(report: report)
    let idle = try fragment.html([.table(tables.idle())])
    let findings = try fragment.html([.table(tables.findings())])
    let zones = try fragment.html([.table(tables.zones())])
    let quality = try fragment.html([.table(tables.quality())])
    let notes = try fragment.html(ReportNotes(report: report).blocks())
    let signatures = try fragment.html([
      .signatures([
        language("填表人", "Filled in by"), language("审核人", "Checked by"),
        language("负责人", "Responsible"), language("日期", "Date"),
      ])
    ])
    let style = try files.templates.file("report.css") + fragment.columnRules
    let script = files.script
    let asOf = report.book.manifest.asOf
    return PageView([
      "policy": PagePolicy.text(style: style, script: script),
      "language": language.rawValue, "title": report.title, "style": style, "script": script,
      "subtitle": language("截止日 \(asOf)", "as of \(asOf)"),
      "skip": language("跳到正文", "Skip to the report"), "data": Self.dataMark,
      "contentsTitle": language("目录", "Contents"),
      "sections": [
        section("overview", "概览", "Overview", overview),
        section("map", "地图", "Map", map(shapes)),
        section("charts", "图表", "Charts", charts),
        section("parcels", "宗地", "Parcels", ["html": idle]),
        section("findings", "发现", "Findings", ["html": findings]),
        section("zones", "开发区", "Zones", ["html": zones]),
        section("quality", "数据质量", "Data quality", ["html": quality]),
        section("notes", "依据与说明", "Notes", ["html": notes]),
        section("signatures", "签署", "Signatures", ["html": signatures]),
      ],
    ])
  }

  /// A section: its heading, and what its own template `report-<anchor>` shows.
  private func section(
    _ anchor: String, _ zh: String, _ en: String, _ contents: [String: (any Sendable)?]
  ) -> PageView {
    var view = PageView(contents)
    view["anchor"] = anchor
    view["title"] = language(zh, en)
    view["part"] = "report-" + anchor
    return view
  }

  private var overview: [String: (any Sendable)?] {
    let actions = actions
    return [
      "verdict": report.verdict, "cards": cards, "actions": actions,
      "hasActions": !actions.isEmpty,
      "actionsTitle": language("首先需要处理", "What needs action first"),
      "particulars": particulars,
      "noScript": language(
        "浏览器没有运行脚本：本页以打印版式显示，没有交互地图和完整表格。",
        "Scripts do not run in this browser: the page is shown in its printed form, without "
          + "interactive map and full tables."),
    ]
  }

  private func map(_ shapes: ReportShapes) -> [String: (any Sendable)?] {
    let map = StaticMap(report: report, shapes: shapes).svg()
    return [
      "svg": map?.svg, "note": map.flatMap { $0.note.isEmpty ? nil : $0.note },
      "caption": language("宗地与闲置状态", "Parcels by idle state"),
      "shapesNote": shapes.note(language), "hasMap": shapes.isDrawn,
    ]
  }

  private var charts: [String: (any Sendable)?] {
    [
      "charts": ReportCharts(report: report).all().map { chart in
        PageView([
          "svg": chart.svg, "caption": chart.caption,
          "note": chart.note.isEmpty ? nil : chart.note,
        ])
      }
    ]
  }

  private var cards: [PageView] {
    let figures = report.figures
    func card(_ key: String, _ title: String, _ amount: KeyFigures.Amount) -> PageView {
      let mu = GroupedNumber.text(amount.area / 10_000 * 15, 2)
      let ha = GroupedNumber.text(amount.area / 10_000, 4)
      let areas =
        amount.count == 0 && amount.area == 0
        ? language("宗", "parcels")
        : language("宗 · \(ha) 公顷 · \(mu) 亩", "parcels · \(ha) ha · \(mu) mu")
      return PageView([
        "key": key, "title": title, "value": AuditReport.count(amount.count), "more": areas,
      ])
    }
    func count(_ key: String, _ title: String, _ value: Int, _ more: String) -> PageView {
      PageView(["key": key, "title": title, "value": AuditReport.count(value), "more": more])
    }
    let square = GroupedNumber.text(figures.all.area, 2) + " m²"
    var cards = [
      card("parcels", language("宗地（\(square)）", "Parcels (\(square))"), figures.all)
    ]
    for state in [ReportState.identified, .suspected, .unknown] {
      cards.append(card(state.key, language(state.label), figures.amount(state)))
    }
    if let underused = figures.underused {
      cards.append(card("underused", language("低效用地", "Underused"), underused))
    } else {
      cards.append(
        PageView([
          "key": "underused", "title": language("低效用地", "Underused"),
          "value": language("未知", "unknown"),
          "more": language("规则库没有写明标准", "no rulebook states a standard"),
        ]))
    }
    cards.append(card("breaches", language("违反合同约定", "Breach of contract"), figures.breaches))
    cards.append(
      count(
        "errors", language("数据错误", "Errors in the data"), figures.errors, language("处", "findings"))
    )
    cards.append(
      count(
        "overlaps", language("实际重叠", "Real overlaps"), figures.realOverlaps.pairs,
        language("对 · ", "pairs · ") + GroupedNumber.text(figures.realOverlaps.area, 2) + " m²"))
    return cards
  }

  private var actions: [PageView] {
    ActionList(report: report).kinds().map { kind in
      let left = kind.total - kind.items.count
      return PageView([
        "title": kind.title, "total": AuditReport.count(kind.total),
        "items": kind.items.map { PageView(["parcel": $0.parcel, "text": $0.text]) },
        "more": left > 0
          ? language("另有 \(AuditReport.count(left)) 项", "and \(AuditReport.count(left)) more") : nil
          ,
      ])
    }
  }

  private var particulars: [PageView] {
    let manifest = report.book.manifest
    func count(_ name: String) -> String { AuditReport.count(manifest.counts[name] ?? 0) }
    let pairs: [(String, String)] = [
      (language("截止日", "As of"), manifest.asOf.description),
      (
        language("规则库", "Rulebooks"),
        language.list(
          manifest.rulebooks.map { book in
            let title = report.law.title(of: book.id)
            return title == book.id ? book.id : "\(title) (\(book.id))"
          })
      ),
      (
        language("宗地文件", "Parcels"),
        manifest.input("parcels").map { "\($0.name) · SHA-256 \($0.sha256)" } ?? ""
      ),
      (
        language("数量核对", "Counts"),
        language(
          "读取 \(count("read")) = 已量算 \(count("audited")) + 未能量算（已列出）\(count("reported"))",
          "read \(count("read")) = measured \(count("audited")) + not measurable, reported "
            + count("reported"))
      ),
      (
        language("程序", "Program"),
        "landctl \(manifest.version) · GEOS \(manifest.geos) · PROJ \(manifest.proj)"
      ),
    ]
    return pairs.filter { !$0.1.isEmpty }.map { PageView(["label": $0.0, "value": $0.1]) }
  }
}
