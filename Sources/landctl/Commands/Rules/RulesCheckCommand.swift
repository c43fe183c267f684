import ArgumentParser
import LandKit

/// `landctl rules check`: reads books and runs their examples.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read rulebooks and run their examples / 检查规则库",
    discussion: HelpText(
      about: """
        Without FILE the shipped books are checked. / 不给文件则检查内置规则库。
        """,
      examples: """
        landctl rules check county.yaml
        """,
      endings: Endings([.reads]),
      memory: MemoryNote.rules
    ).discussion)

  @Argument(help: "Rulebooks of your own; they may use each other's measures. / 自有规则库文件;可互用指标")
  var files: [String] = []

  @Option(help: "What goes to standard output: table or json. / 标准输出的格式:table 或 json")
  var format = ListFormat.table

  @Option(help: "zh or en, default by the locale. / 界面语言 zh 或 en,默认按系统区域设置")
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
    if files.isEmpty { books = RulebookLibrary.shipped.books }
    for source in sources {
      do throws(YAMLError) { books.append(try book(source, beside: sources)) } catch {
        say(errors.failure(error))
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

  /// The book of a file: on its own beside the shipped ones, so that two drafts of a book can be
  /// checked at once; together with the other files where it needs their measures.
  private func book(
    _ source: SourceBytes, beside sources: [SourceBytes]
  ) throws(YAMLError) -> Rulebook {
    func book(_ sources: [SourceBytes]) throws(YAMLError) -> Rulebook? {
      try RulebookLibrary(adding: sources).books.last { $0.file == source.name }
    }
    let alone: YAMLError
    do throws(YAMLError) {
      if let book = try book([source]) { return book }
      preconditionFailure("a library without the book that was added")
    } catch { alone = error }
    if sources.count > 1 {
      do throws(YAMLError) {
        if let book = try book(sources) { return book }
      } catch  where error.file == source.name { throw error } catch {}
    }
    throw alone
  }
}
