import ArgumentParser
import LandKit

/// `landctl expansion check`: may the zone apply, by which gates, and what is missing.
struct ExpansionCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Whether a zone may apply, gate by gate / 逐项审查申请条件",
    discussion: HelpText(
      about: """
        Takes the parcels, buildings, zones, contracts and enterprises that the zone file \
        names under layers, or those of the options. / 宗地、建筑、范围、合同和企业取自开发区文件的 layers,或者由选项给出。
        """,
      examples: """
        landctl expansion check zone.yaml --as-of 2025-06-30
        landctl expansion check zone.yaml --what-if dispose=P12:start,P31:withdraw
        landctl expansion check zone.yaml --act rename_hightech
        """,
      endings: Endings([.reads, .components, .writes]),
      memory: MemoryNote.expansion
    ).discussion)

  @Argument(help: "What is known of the zone, zone.yaml. / 开发区文件 zone.yaml")
  var zone: String

  @OptionGroup var options: ApplicationOptions
  @OptionGroup var audit: AuditArguments

  @Option(
    name: .customLong("remaining"),
    help: """
      Write the ground that is left, by block, to this GeoJSON file. / 把剩余可供土地按区块写入此 GeoJSON 文件
      """)
  var remaining: String?

  @Option(help: "What goes to standard output: table or json. / 标准输出的格式:table 或 json")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let application = try PreparedApplication(zone, options, audit, language).application
    let (check, survey) = (application.check, application.survey)
    if let remaining { try write(application.supply, to: remaining, language) }
    switch format {
    case .table:
      Terminal.out(
        ActCheckText(
          language: language, check: check, supply: application.supply, survey: survey,
          approvals: application.file.approvals ?? []
        ).text())
    case .json: Terminal.out(check.json(supply: application.supply, survey: survey))
    }
  }

  /// Writes the ground that is left; the file appears whole or not at all.
  private func write(
    _ supply: SupplyAccount?, to path: String, _ language: Language
  ) throws {
    let errors = ErrorText(language: language)
    guard let text = supply?.remainingGeoJSON() else {
      throw Terminal.said(
        errors.failure(
          .inputUnusable, zone,
          Bilingual(zh: "没有可写出的剩余土地", en: "there is no remaining ground to write"),
          Bilingual(
            zh: "请在 approvals 中写明 scope(CGCS2000)", en: "name a scope (CGCS2000) under approvals")))
    }
    do throws(OutputError) {
      var file = try AtomicFile(path)
      try file.write(text)
      try file.finish().publish()
    } catch {
      OpenFiles.removeAll()
      throw Terminal.said(errors.failure(error))
    }
    Terminal.note(language("剩余土地已写入 \(path)", "the remaining ground is in \(path)"))
  }
}
