import ArgumentParser
import LandKit

/// `landctl verify`: whether a dossier still holds.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Whether a dossier still holds / 复核申报材料",
    discussion: """
      Takes a folder that landctl expansion prepare has written, holds its files and the files it was
      made from against the hashes of the manifest, makes it again from the inputs, and says what
      differs. Exit status 0: all of it holds; 1: it does not.

      Example / 示例:
        landctl verify dossier
      """)

  @Argument(help: "The folder of the dossier. / 申报材料文件夹")
  var folder: String

  @Option(help: "What goes to standard output: table or json. / 标准输出格式")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言")
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
