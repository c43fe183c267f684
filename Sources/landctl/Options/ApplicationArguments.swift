import ArgumentParser
import LandKit

/// What every command on an application of a zone is told: the zone, the act, what is assumed, and
/// the audit behind it.
struct ApplicationArguments: ParsableArguments {
  @Argument(help: "What is known of the zone, zone.yaml. / 开发区文件")
  var zone: String

  @Option(help: "Parcels, default the layer that the zone file names. / 宗地文件")
  var parcels: String?

  @Option(
    help: """
      expansion, adjustment, rename_industrial, rename_hightech, rename_economic, merger or \\
      conversion. / 申请事项
      """)
  var act = ZoneAct.expansion

  @Option(
    name: .customLong("what-if"),
    help: """
      What is assumed: dispose=ID:WAY,…, supply=HA, invest=万元, revenue=万元; several times. / 假设
      """)
  var whatIf: [String] = []

  @OptionGroup var audit: AuditArguments

  /// What is assumed; a text that is no assumption is a usage error.
  func assumed(_ errors: ErrorText) throws -> WhatIf {
    do throws(WhatIf.Fault) { return try WhatIf(whatIf) } catch {
      throw Terminal.said(
        errors.failure(
          .usage, "--what-if \(error.text)", error.message,
          Bilingual(
            zh: "见 landctl expansion check --help", en: "see landctl expansion check --help")))
    }
  }

  /// The arguments that make the same application again.
  func recorded(asOf: CalendarDate) -> [DossierArgument] {
    var all = [DossierArgument("", zone, isPath: true)]
    if let parcels { all.append(DossierArgument("--parcels", parcels, isPath: true)) }
    if act != .expansion { all.append(DossierArgument("--act", act.rawValue)) }
    all += whatIf.map { DossierArgument("--what-if", $0) }
    return all + audit.recorded(asOf: asOf)
  }
}

/// An application with all its inputs read and judged. What is wrong is said here.
struct PreparedApplication {
  let prepared: PreparedAudit
  let application: Application

  init(_ arguments: ApplicationArguments, _ language: Language) throws {
    let errors = ErrorText(language: language)
    let assumed = try arguments.assumed(errors)
    prepared = try PreparedAudit(
      arguments.parcels, arguments.audit, language, zone: arguments.zone)
    let file = prepared.zoneFiles[0]
    let application: Application?
    do throws(AuditError) {
      let run = AuditRun(try prepared.inputs(digests: false), options: prepared.options)
      application = try run.application(for: arguments.act, of: file, whatIf: assumed)
    } catch { throw Terminal.said(errors.failure(error)) }
    guard let application else {
      throw Terminal.said(
        errors.failure(
          .inputUnusable, arguments.zone,
          Bilingual(zh: "没有写明开发区代码", en: "the zone's code is not given"),
          Bilingual(zh: "请填写 zone.id", en: "fill in zone.id")))
    }
    self.application = application
    guard let unknown = application.check.unknownCases.first else { return }
    let open = application.check.openCases.map(\.parcel)
    throw Terminal.said(
      errors.failure(
        .usage, "--what-if dispose=\(unknown)",
        Bilingual(zh: "该宗地没有未处置的闲置认定", en: "the parcel has no open case of idle land"),
        Bilingual(
          zh: "未处置的闲置宗地:" + open.joined(separator: "、"),
          en: "open cases: " + open.joined(separator: ", "))))
  }
}
