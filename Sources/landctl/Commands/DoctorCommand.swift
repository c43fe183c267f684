import ArgumentParser
import Foundation
import LandKit

/// `landctl doctor`: whether everything that landctl uses is there.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Whether all that landctl uses is there, and what brings the rest / 检查运行环境",
    discussion: HelpText(
      about: """
        No network is used and no file is left behind. / 不使用网络,不留下文件。
        """,
      examples: """
        landctl doctor
        landctl doctor --lang zh
        landctl doctor --format json
        """,
      endings: Endings([.components]),
      memory: MemoryNote.doctor
    ).discussion)

  /// What standard output holds.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Option(help: "What goes to standard output: table or json. / 标准输出的格式:table 或 json")
  var format = Format.table

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let diagnosis = Diagnosis(
      version: LandctlVersion.text, environment: ProcessInfo.processInfo.environment,
      folder: FileManager.default.currentDirectoryPath)
    switch format {
    case .table:
      Terminal.out(DiagnosisText(language: lang ?? .ofLocale, diagnosis: diagnosis).text())
    case .json: Terminal.out(String(decoding: diagnosis.json.bytes, as: UTF8.self))
    }
    if !diagnosis.works { throw ExitStatus.componentMissing.code }
  }
}
