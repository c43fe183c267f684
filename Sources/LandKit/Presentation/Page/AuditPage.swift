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
  /// Its name in the folder of an audit.
  public static let name = "report.html"

  let report: AuditReport
  private let files: PageFileSet
  var language: Document.Language { report.language }

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
    let style =
      try files.templates.file("report.css") + files.templates.file("letterhead.css")
      + fragment.columnRules
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
}
