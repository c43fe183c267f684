import ArgumentParser
import LandKit

/// `landctl expansion`: what a zone may apply for.
struct ExpansionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expansion",
    abstract: "Applications of a zone: expansion, adjustment, rename, merger / 扩区、调区、更名、整合",
    subcommands: [ExpansionCheckCommand.self])
}

/// `landctl expansion check`: may the zone apply, by which gates, and what is missing.
struct ExpansionCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Whether a zone may apply, gate by gate / 逐项审查申请条件",
    discussion: """
      Takes the parcels, buildings, zones, contracts and enterprises that the zone file names under
      layers, or those of the options.

      Examples / 示例:
        landctl expansion check zone.yaml --as-of 2025-06-30
        landctl expansion check zone.yaml --what-if dispose=P12:start,P31:withdraw
        landctl expansion check zone.yaml --act rename_hightech
      """)

  @Argument(help: "What is known of the zone, zone.yaml. / 开发区文件")
  var zone: String

  @Option(help: "Parcels, default the layer that the zone file names. / 宗地文件")
  var parcels: String?

  @Option(
    help: """
      expansion, adjustment, rename_industrial, rename_hightech, rename_economic, merger or \\
      conversion. / 申请事项
      """)
  var act = ZoneAct.expansion.rawValue

  @Option(
    name: .customLong("what-if"),
    help: """
      What is assumed: dispose=ID:WAY,…, supply=HA, invest=万元, revenue=万元; several times. / 假设
      """)
  var whatIf: [String] = []

  @Option(
    name: .customLong("remaining"),
    help: "Write the ground that is left, by block, to this GeoJSON file. / 剩余可供土地写入的文件")
  var remaining: String?

  @OptionGroup var arguments: AuditArguments

  @Option(help: "What goes to standard output: table or json. / 标准输出格式")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let act = try ActArgument.act(act, errors)
    let assumed: WhatIf
    do throws(WhatIf.Fault) { assumed = try WhatIf(whatIf) } catch {
      throw Terminal.said(
        errors.failure(
          .usage, "--what-if \(error.text)", error.message,
          Bilingual(
            zh: "见 landctl expansion check --help", en: "see landctl expansion check --help")))
    }
    let prepared = try PreparedAudit(parcels, arguments, language, zone: zone)
    guard let id = prepared.zoneFiles[0].zoneID?.value else {
      throw Terminal.said(
        errors.failure(
          .inputUnusable, zone, Bilingual(zh: "没有写明开发区代码", en: "the zone's code is not given"),
          Bilingual(zh: "请填写 zone.id", en: "fill in zone.id")))
    }
    let run: AuditRun
    do throws(AuditError) {
      run = AuditRun(try prepared.inputs(digests: false), options: prepared.options)
    } catch { throw Terminal.said(errors.failure(error)) }
    let audited = run.audited()
    guard let check = run.check(act, of: id, whatIf: assumed, in: audited) else { return }
    if let unknown = check.unknownCases.first {
      throw Terminal.said(
        errors.failure(
          .usage, "--what-if dispose=\(unknown)",
          Bilingual(zh: "该宗地没有未处置的闲置认定", en: "the parcel has no open case of idle land"),
          Bilingual(
            zh: "未处置的闲置宗地:"
              + check.openCases.map(\.parcel).joined(separator: "、"),
            en: "open cases: " + check.openCases.map(\.parcel).joined(separator: ", "))))
    }
    if let most = check.suppliableHa {
      throw Terminal.said(
        errors.failure(
          .usage, "--what-if supply=\(RuleNumber.text(assumed.supplyHa))",
          Bilingual(
            zh: "尚可供应土地只有 \(Terminal.number(most, 4)) 公顷",
            en: "only \(Terminal.number(most, 4)) ha are left to supply"),
          Bilingual(
            zh: "请减少假设的供应量,或核对 official.classes_ha",
            en: "assume less, or check official.classes_ha")))
    }
    sayLater(prepared.zoneFiles[0], run.options.asOf, language)
    let supply: SupplyAccount?
    do throws(AuditError) { supply = try run.supply(of: prepared.zoneFiles[0], in: audited) } catch
    {
      throw Terminal.said(errors.failure(error))
    }
    if let remaining { try write(supply, to: remaining, language) }
    switch format {
    case .table:
      Terminal.out(
        ActCheckText(
          language: language, check: check, supply: supply,
          approvals: prepared.zoneFiles[0].approvals ?? []
        ).text())
    case .json: Terminal.out(check.json(supply: supply))
    }
  }
}

extension ExpansionCheckCommand {
  /// Says which events lie after the day of the check: they are not counted.
  private func sayLater(_ file: ZoneFile, _ asOf: CalendarDate, _ language: Language) {
    for event in file.events where event.date.value > asOf {
      Terminal.note(
        "\(zone):\(event.date.line): "
          + language(
            "事件日期 \(event.date.value) 晚于截止日 \(asOf),不计入",
            "the event of \(event.date.value) lies after the day of the check, \(asOf), and is not counted"
          ))
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
