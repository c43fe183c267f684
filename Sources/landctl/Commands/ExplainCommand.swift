import ArgumentParser
import LandKit

/// `landctl explain`: one subject from file and row to verdict.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a parcel, contract, enterprise or zone / 解释一个对象的全部判定",
    discussion: HelpText(
      about: """
        Takes the inputs of an audit and prints, for one subject, where its facts stand, what \
        was computed from them, by which clause, against which limit, and what came out. / 读取审\
        查的全部输入,对一个对象说明:事实出自何处、由此算出什么、依据哪一条、与哪个限值比较、结论是什么。
        """,
      examples: """
        landctl explain 369901001002GB00003 parcels.geojson --contracts contracts.csv
        landctl explain KFQ-3699-01 parcels.geojson --zones zones.geojson --zone zone.yaml \\
          --rules jiangxi-2018
        """,
      endings: Endings([.reads, .components]),
      memory: MemoryNote.explain
    ).discussion)

  @Argument(help: "Id of a parcel, contract, enterprise or zone. / 宗地、合同、企业或开发区编号")
  var subject: String

  @Argument(help: "Parcels, as for landctl audit. / 宗地文件,同 landctl audit")
  var parcels: String

  @OptionGroup var arguments: AuditArguments

  @Option(help: "What goes to standard output: table or json. / 标准输出的格式:table 或 json")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let prepared = try PreparedAudit(parcels, arguments, language)
    let run: AuditRun
    do throws(AuditError) {
      run = AuditRun(try prepared.inputs(digests: false), options: prepared.options)
    } catch { throw Terminal.said(errors.failure(error)) }
    guard let explanation = run.explain(subject) else {
      throw Terminal.said(
        errors.failure(
          .usage, subject,
          Bilingual(
            zh: "没有此编号的宗地、合同、企业或开发区",
            en: "no parcel, contract, enterprise or zone has this id"),
          Bilingual(
            zh: "parcels.csv、parcel_contracts.csv 和 zones.csv 列出各编号",
            en: "parcels.csv, parcel_contracts.csv and zones.csv list the ids")))
    }
    switch format {
    case .table:
      Terminal.out(SubjectText(language: language).text(explanation, as: run.options.asOf))
    case .json: Terminal.out(explanation.json(asOf: run.options.asOf))
    }
  }
}
