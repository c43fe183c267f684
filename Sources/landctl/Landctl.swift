import ArgumentParser
import LandKit

@main
struct Landctl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "landctl",
    abstract: "Audit land parcels of development zones / 开发区土地审查",
    discussion: HelpText(
      examples: """
        landctl audit parcels.geojson --contracts contracts.csv --output out
        landctl inspect parcels.shp
        landctl doctor
        """,
      endings: .all
    ).discussion,
    version: "landctl \(LandctlVersion.text)",
    subcommands: [
      AuditCommand.self, InspectCommand.self, ConvertCommand.self, ExplainCommand.self,
      ExpansionCommand.self,
      VerifyCommand.self, ReportCommand.self, LedgerCommand.self,
      RulesCommand.self,
      TemplateCommand.self, DoctorCommand.self,
    ])

  static func main() {
    Surroundings.reserveDescriptors()
    MemoryLimit.check()
    Faults.watch(.ofLocale)
    Interruption.surviveFileLimit()
    Surroundings.checkArguments()
    var command: any ParsableCommand
    do { command = try parseAsRoot() } catch {
      answerHelp(error)
      hint(error)
      exit(withError: error)
    }
    Interruption.watch()
    do { try command.run() } catch {
      answerHelp(error)
      exit(withError: error)
    }
  }

  private static var words: [String] { Array(CommandLine.arguments.dropFirst()) }

  /// Prints the help of the command that was asked about, in the language of `--lang` or the
  /// locale, and ends; ArgumentParser's own has both languages in one text.
  private static func answerHelp(_ error: any Error) {
    guard exitCode(for: error) == .success, fullMessage(for: error).hasPrefix("OVERVIEW: "),
      let asked = CommandTree.dumped(Landctl.self)?.named(by: words)
    else { return }
    let page = HelpPage(
      name: asked.name, command: asked.command, language: Language.asked(by: words))
    Terminal.out(page.text())
    exit(withError: nil)
  }

  /// Says what may have been meant, where the command line cannot be read.
  private static func hint(_ error: any Error) {
    guard exitCode(for: error) == .validationFailure else { return }
    let mistake = Mistake(arguments: words, language: Language.asked(by: words))
    if let hint = mistake.hint(below: Landctl.self) { Terminal.note(hint) }
  }
}
