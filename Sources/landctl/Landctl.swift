import ArgumentParser
import LandKit

@main
struct Landctl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "landctl",
    abstract: "Audit land parcels of development zones / 开发区土地审查",
    discussion: """
      Exit status / 退出码: 0 done; 1 --fail-on was reached; 64 usage; 65 input unusable; 66 input \
      missing; 69 PROJ or another component missing; 70 our fault; 71 the machine refuses memory or room; \
      73 cannot create output; 75 a ledger is busy.
      """,
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
      suggestCommand(error)
      exit(withError: error)
    }
    Interruption.watch()
    do { try command.run() } catch { exit(withError: error) }
  }

  /// Says which command may have been meant, where the command line cannot be read.
  private static func suggestCommand(_ error: any Error) {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard exitCode(for: error) == .validationFailure,
      let meant = CommandSuggestion.search(arguments, below: Landctl.self)
    else { return }
    let language = Language.ofLocale
    let word = Terminal.plain(meant.word)
    Terminal.note(
      language(
        "landctl: 没有命令“\(word)”,是否要用“\(meant.name)”?",
        "landctl: there is no command '\(word)'; did you mean '\(meant.name)'?"))
  }
}
