import ArgumentParser

/// `landctl rules`: the law as landctl has it.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, show, explain and check rulebooks / 规则库",
    discussion: HelpText(
      examples: """
        landctl rules list --territory 360100 --as-of 2025-06-30
        landctl rules list jiangxi-2018
        landctl rules explain JX2-10 --lang zh
        landctl rules check my.yaml
        """,
      endings: Endings([.reads])
    ).discussion,
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesExplainCommand.self,
      RulesCheckCommand.self,
    ])
}
