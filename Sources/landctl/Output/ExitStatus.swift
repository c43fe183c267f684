import ArgumentParser
import LandKit

/// The exit statuses that scripts rely on.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case failOnReached = 1
  case usage = 64
  case inputUnusable = 65
  case inputMissing = 66
  case componentMissing = 69
  case ourFault = 70
  case machineRefuses = 71
  case cannotCreate = 73
  case busy = 75

  var code: ExitCode { ExitCode(rawValue) }

  /// What it says, for `--help` and the manual.
  var meaning: Bilingual {
    switch self {
    case .done: Bilingual(zh: "完成。", en: "Done.")
    case .failOnReached: .reached
    case .usage: Bilingual(zh: "命令行用法错误。", en: "The command line cannot be meant so.")
    case .inputUnusable: Bilingual(zh: "输入无法使用。", en: "An input cannot be used.")
    case .inputMissing: Bilingual(zh: "输入不存在。", en: "An input is missing.")
    case .componentMissing:
      Bilingual(
        zh: "缺少 PROJ 或其他组件,见 landctl doctor。",
        en: "PROJ or another component is missing; see landctl doctor.")
    case .ourFault: Bilingual(zh: "landctl 自身的错误。", en: "A fault of landctl.")
    case .machineRefuses:
      Bilingual(
        zh: "系统内存或临时空间不足,未写出任何文件。",
        en: "The machine refuses memory or room for temporary files; nothing was written.")
    case .cannotCreate:
      Bilingual(
        zh: "无法写出结果,或标准输出无法写入。",
        en: "Output cannot be created, or standard output takes nothing.")
    case .busy: Bilingual(zh: "台账正被占用,请重试。", en: "The ledger is in use; try again.")
    }
  }
}

/// A failure as the user reads it: what, where, and what to do.
struct Failure: Error {
  var status: ExitStatus
  var text: String
}
