import ArgumentParser
import LandKit

/// The options of an application: the act and what is assumed. The audit behind it has its own, side by
/// side with these: the parser of a debug build checks a group within a group five times over.
struct ApplicationOptions: ParsableArguments {
  @Option(help: "Parcels, default the layer that the zone file names. / 宗地文件,默认取开发区文件所写的图层")
  var parcels: String?

  @Option(
    help: """
      expansion, adjustment, rename_industrial, rename_hightech, rename_economic, merger or \
      conversion. / 申请事项:expansion 扩区、adjustment 调区、rename_industrial、rename_hightech、\
      rename_economic 更名、merger 整合、conversion 转为城区
      """)
  var act = ZoneAct.expansion.rawValue

  @Option(
    name: .customLong("what-if"),
    help: """
      What is assumed: dispose=ID:WAY,…, supply=HA, invest=万元, revenue=万元; several times. / 假设\
      :dispose=编号:方式,…、supply=公顷、invest=万元、revenue=万元;可重复
      """)
  var whatIf: [String] = []

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

  /// The options that make the same application again, those of its audit left out.
  func recorded() -> [DossierArgument] {
    var all: [DossierArgument] = []
    if let parcels { all.append(DossierArgument("--parcels", parcels, isPath: true)) }
    if act != ZoneAct.expansion.rawValue { all.append(DossierArgument("--act", act)) }
    return all + whatIf.map { DossierArgument("--what-if", $0) }
  }
}
