import ArgumentParser
import LandKit

/// `landctl ledger backup`: a consistent copy.
struct LedgerBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "A consistent copy of the ledger / 备份台账",
    discussion: HelpText(
      examples: """
        landctl ledger backup land.gpkg --output land-copy.gpkg
        """,
      endings: Endings([.reads, .writes, .ledger]),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Option(help: "The copy. / 备份文件")
  var output: String

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    try ErrorText(language: language).ledger {
      try LedgerStore.open(ledger, readOnly: true).backup(to: output)
    }
    Terminal.out(language("已备份到 \(output)", "the copy is in \(output)"))
  }
}
