import ArgumentParser
import LandKit

extension Template: ExpressibleByArgument {}

/// `landctl template`: files to start from.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write a file to start from / 输出模板",
    discussion: HelpText(
      examples: """
        landctl template contracts --output contracts.csv
        landctl template rulebook > my.yaml
        """,
      endings: Endings([.writes]),
      memory: MemoryNote.small
    ).discussion)

  @Argument(
    help: """
      contracts, enterprises, zone, rulebook, fields or transform. / contracts 合同、enterprises 企业\
      、zone 开发区、rulebook 规则库、fields 列名对应、transform 坐标转换
      """)
  var template: Template

  @Option(help: "File to write; one that is there is never overwritten. / 输出文件;已有的文件不会被覆盖")
  var output: String?

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let bytes = Array(template.text.utf8)
    let errors = ErrorText(language: language)
    if let output {
      try NewFile.write(bytes, to: output, errors)
    } else {
      do throws(OutputError) { try StandardOutput().write(bytes) } catch {
        throw Terminal.said(errors.failure(error))
      }
    }
    if let output { Terminal.note(language("模板已写入 \(output)", "the template is in \(output)")) }
  }
}
