import LandKit

/// An application with all its inputs read and judged. What is wrong is said here.
struct PreparedApplication {
  let prepared: PreparedAudit
  let application: Application
  /// All files that it is made from.
  let inputs: [DossierInput]

  init(
    _ zone: String, _ options: ApplicationOptions, _ audit: AuditArguments, _ language: Language
  ) throws {
    let errors = ErrorText(language: language)
    let act = try ActArgument.act(options.act, errors)
    let assumed = try options.assumed(errors)
    prepared = try PreparedAudit(options.parcels, audit, language, zone: zone)
    let file = prepared.zoneFiles[0]
    let application: Application?
    do throws(AuditError) {
      let read = try prepared.inputs(digests: false)
      let run = AuditRun(read, options: prepared.options)
      application = try run.application(for: act, of: file, whatIf: assumed)
      inputs = DossierInput.all(paths: prepared.paths, rules: audit.rules, zoneFile: file)
      // Asked last, so that the digests just taken are those of what was judged.
      try read.checkUnchanged()
    } catch { throw Terminal.said(errors.failure(error)) }
    guard let application else {
      throw Terminal.said(
        errors.failure(
          .inputUnusable, zone,
          Bilingual(zh: "没有写明开发区代码", en: "the zone's code is not given"),
          Bilingual(zh: "请填写 zone.id", en: "fill in zone.id")))
    }
    self.application = application
    try Self.check(application.check, errors)
    sayLater(zone, language)
  }

  /// What is assumed has to be possible.
  private static func check(_ check: ActCheck, _ errors: ErrorText) throws {
    if let unknown = check.unknownCases.first {
      let open = check.openCases.map(\.parcel)
      throw Terminal.said(
        errors.failure(
          .usage, "--what-if dispose=\(unknown)",
          Bilingual(zh: "该宗地没有未处置的闲置认定", en: "the parcel has no open case of idle land"),
          Bilingual(
            zh: "未处置的闲置宗地:" + open.joined(separator: "、"),
            en: "open cases: " + open.joined(separator: ", "))))
    }
    if let most = check.suppliableHa {
      throw Terminal.said(
        errors.failure(
          .usage, "--what-if supply=\(RuleNumber.text(check.assumed.supplyHa))",
          Bilingual(
            zh: "尚可供应土地只有 \(Terminal.number(most, 4)) 公顷",
            en: "only \(Terminal.number(most, 4)) ha are left to supply"),
          Bilingual(
            zh: "请减少假设的供应量,或核对 official.classes_ha",
            en: "assume less, or check official.classes_ha")))
    }
  }

  /// Says which events lie after the day of the check: they are not counted.
  private func sayLater(_ zone: String, _ language: Language) {
    let asOf = prepared.options.asOf
    for event in application.file.events where event.date.value > asOf {
      Terminal.note(
        "\(zone):\(event.date.line): "
          + language(
            "事件日期 \(event.date.value) 晚于截止日 \(asOf),不计入",
            "the event of \(event.date.value) lies after the day of the check, \(asOf), and is not counted"
          ))
    }
  }
}
