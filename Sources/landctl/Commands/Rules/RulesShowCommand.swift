import ArgumentParser
import LandKit

/// `landctl rules show`: a book, or a rule in short.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a rulebook, or a rule in short / 查看规则库或规则",
    discussion: HelpText(
      examples: """
        landctl rules show decree53
        landctl rules show JX2-10
        """,
      endings: Endings([.reads]),
      memory: MemoryNote.rules
    ).discussion)

  @Argument(help: "A book, a rule or a row. / 规则库、规则或条目")
  var id: String

  @OptionGroup var arguments: RulesArguments

  func run() throws {
    let day = try DayArgument.day(arguments.asOf)
    let library = try arguments.library()
    if let book = library.book(named: id, on: day) {
      if arguments.format == .table {
        let text = ExplanationText(language: arguments.language)
        return Terminal.out(text.text(book.explanation))
      }
      var json = RulebookJSON.document()
      json.set("as_of", .day(day))
      json.object("book", book.json(on: day))
      return Terminal.out(json)
    }
    try RuleOutput(arguments, .short).print(id, from: library)
  }
}

/// `landctl rules explain`: a rule in full, for a reviewer.
struct RulesExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: words, measure, limit, readings, inputs, examples / 解释规则",
    discussion: HelpText(
      examples: """
        landctl rules explain JX2-11
        """,
      endings: Endings([.reads]),
      memory: MemoryNote.rules
    ).discussion)

  @Argument(help: "A rule or a row. / 规则或条目")
  var id: String

  @OptionGroup var arguments: RulesArguments

  func run() throws {
    let library = try arguments.library()
    if library.rules(named: id) == nil,
      let book = library.book(named: id, on: try DayArgument.day(arguments.asOf))
    {
      let failure = ErrorText(language: arguments.language).failure(
        .usage, id, Bilingual(zh: "这是规则库,不是规则", en: "this is a rulebook, not a rule"),
        Bilingual(zh: "请用 landctl rules show \(book.id)", en: "use landctl rules show \(book.id)"))
      throw Terminal.said(failure)
    }
    try RuleOutput(arguments, .full).print(id, from: library)
  }
}

/// Prints one rule, or the rules of one row.
struct RuleOutput {
  private let arguments: RulesArguments
  private let detail: Rule.Detail

  init(_ arguments: RulesArguments, _ detail: Rule.Detail) {
    self.arguments = arguments
    self.detail = detail
  }

  func print(_ name: String, from library: RulebookLibrary) throws {
    guard let (rules, book) = library.rules(named: name) else {
      throw arguments.unknown(name, in: library)
    }
    switch arguments.format {
    case .table:
      let text = ExplanationText(language: arguments.language)
      let pages = rules.map { text.text($0.explanation(in: book.identity, detail)) }
      Terminal.out(pages.joined(separator: "\n\n"))
    case .json:
      var json = RulebookJSON.document()
      json.object("book", book.identity.json)
      json.objects("rules", rules.map { $0.json(in: book.identity) })
      Terminal.out(json)
    }
  }
}
