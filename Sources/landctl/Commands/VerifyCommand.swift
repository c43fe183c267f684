import ArgumentParser
import LandKit

/// `landctl verify`: whether a dossier still holds.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Whether a dossier still holds / 复核申报材料",
    discussion: HelpText(
      about: """
        Takes a folder that landctl expansion prepare has written, holds its files and the \
        files it was made from against the hashes of the manifest, makes it again from the \
        inputs, and says what differs. / 读取 landctl expansion prepare 写出的文件夹,把其中的文件和编制所用的输入与清单\
        中的校验值核对,再由输入重新编制一遍,列出不同之处。
        """,
      examples: """
        landctl verify dossier
        """,
      endings: Endings([.reads, .components], one: .differs),
      memory: MemoryNote.verify
    ).discussion)

  @Argument(help: "The folder of the dossier. / 申报材料文件夹")
  var folder: String

  @Option(help: "What goes to standard output: table or json. / 标准输出的格式:table 或 json")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let record: DossierRecord
    do throws(FormatError) { record = try DossierRecord.read(folder: folder) } catch {
      throw Terminal.said(ErrorText(language: language).failure(error))
    }
    var verification = DossierVerification(record, folder: folder)
    do {
      let again = try remade(record)
      verification.compare(again, with: record)
    } catch {
      // What stands in the way has been said on standard error, input by input.
      verification.obstacle = language(
        "无法由现有输入重新编制", "it cannot be made again from the inputs as they are")
    }
    switch format {
    case .table:
      Terminal.out(
        VerificationText(language: language, folder: folder, record: record, result: verification)
          .text())
    case .json: Terminal.out(verification.json(record))
    }
    if !verification.holds { throw ExitStatus.failOnReached.code }
  }

  /// The dossier as its inputs make it now.
  private func remade(_ record: DossierRecord) throws -> Dossier {
    let command = try ExpansionPrepareCommand.parse(
      record.commandLine(from: folder) + ["--output", folder])
    return try command.dossier(command.lang ?? .en, folder: folder).dossier
  }
}
