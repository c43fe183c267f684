import ArgumentParser
import LandKit

/// `landctl rules check`: reads books and runs their examples.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read rulebooks and run their examples / 检查规则库",
    discussion: "Without FILE the shipped books are checked. / 不给文件则检查内置规则库。")

  @Argument(help: "Rulebooks of your own; they may use each other's measures. / 规则库文件")
  var files: [String] = []

  @Option(help: "What goes to standard output: table or json. / 标准输出格式")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言")
  var lang: Language?

  func run() throws {
    let language = lang ?? .ofLocale
    let errors = ErrorText(language: language)
    var status = ExitStatus.done
    // The other files are still checked; the gravest status remains.
    func say(_ failure: Failure) {
      Terminal.note(failure.text)
      if failure.status.rawValue > status.rawValue { status = failure.status }
    }
    var sources: [SourceBytes] = []
    for file in files {
      do throws(FormatError) { sources.append(try SourceBytes.open(file)) } catch {
        say(errors.failure(error))
      }
    }
    var books: [Rulebook] = []
    var remaining = sources
    while books.isEmpty, files.isEmpty || !remaining.isEmpty {
      do throws(YAMLError) {
        let library = try RulebookLibrary(adding: remaining)
        books = library.books.filter { files.isEmpty || library.ownIDs.contains($0.id) }
      } catch {
        say(errors.failure(error))
        let others = remaining.filter { $0.name != error.file }
        // What is wrong with a shipped book, because one of the files took another's place, is
        // wrong with all files together.
        if others.count == remaining.count { break }
        remaining = others
      }
    }
    let checks = books.map { (book: $0, check: ExampleCheck($0)) }
    if checks.contains(where: { !$0.check.failures.isEmpty }), status == .done {
      status = .inputUnusable
    }
    switch format {
    case .table:
      let text = RulebookText(language: language, asOf: Today.inShanghai)
      if !checks.isEmpty {
        Terminal.out(checks.map { text.check($0.book, $0.check) }.joined(separator: "\n"))
      }
    case .json:
      var json = RulebookJSON.document()
      json.objects("books", checks.map { $0.check.json(of: $0.book) })
      Terminal.out(json)
    }
    if status != .done { throw status.code }
  }
}
