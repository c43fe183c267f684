import ArgumentParser

/// `landctl expansion`: what a zone may apply for.
struct ExpansionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expansion",
    abstract: "Applications of a zone: expansion, adjustment, rename, merger / 扩区、调区、更名、整合",
    subcommands: [ExpansionCheckCommand.self, ExpansionPrepareCommand.self])
}
