import ArgumentParser
import LandKit

/// `landctl report`: an audit, the statement of a ledger's year or the check of an application as
/// one HTML file.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "An audit, a ledger's year or a check as one HTML file / 报告",
    discussion: HelpText(
      about: """
        What it is about is known by what the path holds: / 报告内容由路径所指的对象决定:
          a folder that landctl audit --output has written: its page, made again without \
        measuring; takes --zones and --buildings for the map, --jobs / landctl audit --output \
        写出的文件夹:不再量算,重新生成网页;可加 --zones、--buildings(用于地图)和 --jobs
          a ledger (.gpkg): the statement of --year; takes --now, --rules, --as-of; needs \
        --output / 台账(.gpkg):--year 年度的报表;可加 --now、--rules、--as-of;须有 --output
          a zone file (zone.yaml): the check of an act with gates, gaps and what would close \
        them; takes the options of landctl expansion check; needs --output / 开发区文件(zone.yaml):\
        某申请事项的逐项审查、差距和补足办法;可加 landctl expansion check 的选项;须有 --output

        --template takes a folder with templates (*.mustache) and style sheets (*.css) of \
        your own, which stand in for the shipped ones of the same name. / --template 指定自有模板\
        (*.mustache)和样式表(*.css)的文件夹,替换同名的内置文件。
        """,
      examples: """
        landctl report out
        landctl report out --zones zones.geojson --buildings buildings.geojson --lang zh
        landctl report land.gpkg --year 2026 --template letterhead --output 2026.html --open
        landctl report zone.yaml --as-of 2025-06-30 --output check.html
        """,
      endings: Endings([.reads, .components, .writes, .ledger]),
      memory: MemoryNote.report
    ).discussion)

  @Argument(help: "The folder of an audit, a ledger or a zone file. / 审查结果文件夹、台账或开发区文件")
  var subject: String

  @Option(
    help: """
      The file to write; of an audit, default report.html in its folder. / 输出文件;审查报告默认写为其文件夹中的 \
      report.html
      """)
  var output: String?

  @Option(help: "Folder with templates and style sheets of your own. / 自有模板和样式表的文件夹")
  var template: String?

  @Flag(help: "Show the page in the browser. / 完成后在浏览器打开")
  var open = false

  @Option(help: "The year of a ledger's statement. / 台账报表年度")
  var year: Int?

  @Flag(help: "Print a closed year as known now. / 已结账的年度按现在所知输出")
  var now = false

  @OptionGroup var application: ApplicationOptions
  @OptionGroup var audit: AuditArguments

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let kind: ReportSubject
    do throws(FormatError) { kind = try ReportSubject.at(subject) } catch {
      throw Terminal.said(ErrorText(language: language).failure(error))
    }
    try refuseOthers(kind, language)
    let path = try place(kind, language)
    let page = ReportedPage(path: path, template: template, language: language)
    switch kind {
    case .audit:
      try page.write(
        audit: subject, zones: audit.zones, buildings: audit.buildings, jobs: audit.jobs)
    case .ledger:
      guard let year else { return }
      try page.write(
        ledger: subject, year: year, rules: audit.rules, asKnownNow: now,
        on: try DayArgument.day(audit.asOf))
    case .zone: try page.write(zone: subject, application, audit)
    }
    Terminal.note(path)
    if open { try PageViewer.show(path, language) }
  }

  /// Where the page goes; of a ledger or a zone file there is no folder of ours to put it in.
  private func place(_ kind: ReportSubject, _ language: Language) throws -> String {
    let errors = ErrorText(language: language)
    func needs(_ option: String, _ example: String) -> ExitCode {
      Terminal.said(
        errors.failure(
          .usage, subject, Bilingual(zh: "缺少 \(option)", en: "needs \(option)"),
          Bilingual(zh: "例如 \(option) \(example)", en: "for example \(option) \(example)")))
    }
    if kind == .ledger, year == nil { throw needs("--year", "2026") }
    if let output { return output }
    guard kind == .audit else { throw needs("--output", AuditPage.name) }
    return (subject.hasSuffix("/") ? subject : subject + "/") + AuditPage.name
  }

  /// Options that say nothing about the subject are refused, not passed over.
  private func refuseOthers(_ kind: ReportSubject, _ language: Language) throws {
    let others = given.filter { !kind.takes($0) }
    guard let first = others.first else { return }
    throw Terminal.said(
      ErrorText(language: language).failure(
        .usage, first,
        Bilingual(
          zh: "此选项不适用于\(kind.name.zh)", en: "this option does not belong to \(kind.name.en)"),
        Bilingual(zh: "见 landctl report --help", en: "see landctl report --help")))
  }

  /// The options given that belong to some subjects only; one at its default counts as not given.
  private var given: [String] {
    let flags = [
      ("--year", year != nil), ("--now", now), ("--as-of", audit.asOf != nil),
      ("--jobs", audit.jobs != nil), ("--all-verdicts", audit.allVerdicts),
      ("--projected", audit.projected),
    ]
    // The day is always recorded, so it is asked for above.
    return flags.filter(\.1).map(\.0)
      + (application.recorded() + audit.recorded(asOf: Today.inShanghai)).map(\.option)
      .filter { $0 != "--as-of" }
  }
}

extension ReportSubject {
  /// What people call it.
  fileprivate var name: Bilingual {
    switch self {
    case .audit: Bilingual(zh: "审查结果文件夹", en: "the folder of an audit")
    case .ledger: Bilingual(zh: "台账", en: "a ledger")
    case .zone: Bilingual(zh: "开发区文件", en: "a zone file")
    }
  }

  /// Whether an option of some subjects says something about this one.
  fileprivate func takes(_ option: String) -> Bool {
    switch self {
    case .audit: ["--zones", "--buildings", "--jobs"].contains(option)
    case .ledger: ["--year", "--now", "--rules", "--as-of"].contains(option)
    case .zone: !["--year", "--now", "--all-verdicts", "--projected"].contains(option)
    }
  }
}
