import ArgumentParser
import LandKit

extension Template: ExpressibleByArgument {}

/// `landctl template`: files to start from.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write a file to start from / 输出模板",
    discussion: """
      Examples / 示例:
        landctl template contracts --output contracts.csv
        landctl template rulebook > my.yaml
      """)

  @Argument(help: "contracts, enterprises, zone, rulebook or fields. / 模板")
  var template: Template

  @Option(help: "File to write; one that is there is never overwritten. / 输出文件")
  var output: String?

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  func run() throws {
    Interruption.watch()
    let language = lang ?? .ofLocale
    let bytes = Array(template.text.utf8)
    let errors = ErrorText(language: language)
    // A file in the template's place may hold a day's work of filling in.
    if let output, isSameFile(output, output) {
      throw Terminal.said(
        errors.failure(
          .cannotCreate, output,
          Bilingual(zh: "文件已存在,不会覆盖", en: "the file is there already and is not overwritten"),
          Bilingual(zh: "请换一个文件名", en: "choose another name")))
    }
    do throws(OutputError) {
      guard let output else { return try StandardOutput().write(bytes) }
      try write(bytes, output)
    } catch {
      OpenFiles.removeAll()
      throw Terminal.said(errors.failure(error))
    }
    if let output { Terminal.note(language("模板已写入 \(output)", "the template is in \(output)")) }
  }

  private func write(_ bytes: [UInt8], _ path: String) throws(OutputError) {
    var file = try AtomicFile(path)
    try file.write(bytes)
    try file.finish().publish()
  }
}
