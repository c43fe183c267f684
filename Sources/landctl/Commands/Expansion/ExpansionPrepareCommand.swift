import ArgumentParser
import LandKit

/// `landctl expansion prepare`: the papers of an application in a folder.
struct ExpansionPrepareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare",
    abstract: "Make the papers of an application / 编制申报材料",
    discussion: HelpText(
      about: """
        Writes the report on the use of land (用地情况报告), tables, maps, boundary points, the \
        list of papers and steps, and a manifest with the hash of every file; landctl verify \
        says later whether all of it still holds. The folder appears whole or stays as it \
        was. / 编制用地情况报告、各类表格、图件、界址点、材料与步骤清单,以及含每个文件校验值的清单;日后由 landctl verify 复核是否仍然相符。文件夹要么完整写\
        出,要么保持原样。
        """,
      examples: """
        landctl expansion prepare zone.yaml --as-of 2025-06-30 --output dossier
        landctl verify dossier
        """,
      endings: Endings([.reads, .components, .writes]),
      memory: MemoryNote.prepare
    ).discussion)

  @Argument(help: "What is known of the zone, zone.yaml. / 开发区文件 zone.yaml")
  var zone: String

  @OptionGroup var options: ApplicationOptions
  @OptionGroup var audit: AuditArguments

  @Option(help: "The folder to write. / 输出文件夹")
  var output: String

  @Option(
    name: .customLong("stale-after"),
    help: """
      Mark papers older than so many months; the law sets no limit of its own. / 材料超过若干个月的作提示;法规\
      未规定期限
      """)
  var staleAfter: Int?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func validate() throws {
    if let staleAfter, staleAfter < 1 {
      throw ValidationError("--stale-after must be at least 1 month")
    }
  }

  func run() throws {
    let language = lang ?? .ofLocale
    let made = try dossier(language, folder: output)
    do throws(OutputError) {
      try made.dossier.write(to: output)
    } catch {
      OpenFiles.removeAll()
      throw Terminal.said(ErrorText(language: language).failure(error))
    }
    Terminal.out(
      DossierText(language: language, dossier: made.dossier, folder: output).text())
  }

  /// The dossier in memory, as it would be written to a folder.
  func dossier(
    _ language: Language, folder: String
  ) throws -> (dossier: Dossier, application: Application) {
    let errors = ErrorText(language: language)
    let ready = try PreparedApplication(zone, options, audit, language)
    var recorded = [DossierArgument("", zone, isPath: true)] + options.recorded()
    recorded += audit.recorded(asOf: ready.prepared.options.asOf)
    recorded.append(DossierArgument("--lang", language.rawValue))
    if let staleAfter { recorded.append(DossierArgument("--stale-after", "\(staleAfter)")) }
    let maker = DossierMaker(
      ready.application, language: language.ofPaper, staleAfterMonths: staleAfter,
      arguments: recorded, inputs: ready.inputs, folder: folder)
    do throws(DossierError) { return (try maker.make(), ready.application) } catch {
      throw Terminal.said(errors.failure(error))
    }
  }
}

extension Language {
  /// The same language for papers.
  var ofPaper: Document.Language { self == .zh ? .zh : .en }
}
