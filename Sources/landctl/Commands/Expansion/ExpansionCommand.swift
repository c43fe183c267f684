import ArgumentParser

/// `landctl expansion`: what a zone may apply for.
struct ExpansionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expansion",
    abstract: "Applications of a zone: expansion, adjustment, rename, merger / 扩区、调区、更名、整合",
    discussion: HelpText(
      examples: """
        landctl expansion check zone.yaml --as-of 2025-06-30
        landctl expansion prepare zone.yaml --as-of 2025-06-30 --output dossier
        """,
      endings: Endings([.reads, .components, .writes])
    ).discussion,
    subcommands: [ExpansionCheckCommand.self, ExpansionPrepareCommand.self])
}
