import ArgumentParser
import LandKit

/// `landctl ledger verify`: whether a ledger is what was written.
struct LedgerVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Whether the ledger is what was written / 校验台账",
    discussion: HelpText(
      about: """
        Holds every event against its hash and the one before it, surveys and runs against \
        the events that speak for them, tables and triggers against the schema, and reports \
        what other programs edited. / 核对每个事项与其校验值及前一事项、各次调查和运行与相应事项、表和触发器与结构,并报告其他程序的改动。
        """,
      examples: """
        landctl ledger verify land.gpkg
        """,
      endings: Endings([.reads, .writes, .ledger], one: .differs),
      memory: MemoryNote.ledgerRead
    ).discussion)

  @Argument(help: "The ledger. / 台账文件")
  var ledger: String

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    let (problems, head) = try errors.ledger {
      let store = try LedgerStore.open(ledger, readOnly: true)
      return (try store.verify(), try store.read { reader in try reader.head() })
    }
    guard problems.isEmpty else {
      for problem in problems { Terminal.out(language(problem.text)) }
      Terminal.note(
        language(
          "发现 \(problems.count) 处问题,请从备份恢复或查明原因",
          "\(problems.count) problems: go back to a backup, or find out why"))
      throw ExitStatus.failOnReached.code
    }
    Terminal.out(
      language(
        "台账完整:\(head.number) 个事件,链末 \(head.hash.prefix(16))",
        "the ledger holds: \(head.number) events, end of the chain \(head.hash.prefix(16))"))
  }
}
