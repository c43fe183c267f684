import ArgumentParser
import LandKit

/// `landctl rules list`: the books, or the rules of one.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rulebooks, or the rules of one / 列出规则库或其规则",
    discussion: HelpText(
      examples: """
        landctl rules list
        landctl rules list jiangxi-2018
        """,
      endings: Endings([.reads]),
      memory: MemoryNote.rules
    ).discussion)

  @Argument(help: "A book whose rules are listed. / 要列出其规则的规则库")
  var book: String?

  @Option(
    help: """
      Only books that hold there: GB/T 2260, 2, 4 or 6 digits. / 只列适用于此地的规则库:GB/T 2260 的 2、4 或 \
      6 位代码
      """)
  var territory: String?

  @OptionGroup var arguments: RulesArguments

  func validate() throws {
    guard let territory else { return }
    let isCode =
      [2, 4, 6].contains(territory.utf8.count)
      && territory.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isCode else {
      throw ValidationError("--territory takes a code of 2, 4 or 6 digits, not \"\(territory)\"")
    }
  }

  func run() throws {
    let day = try DayArgument.day(arguments.asOf)
    let library = try arguments.library()
    let text = RulebookText(language: arguments.language, asOf: day)
    if let name = book {
      guard let book = library.book(named: name, on: day) else {
        throw arguments.unknown(name, in: library)
      }
      if arguments.format == .table { return Terminal.out(text.rules(of: book)) }
      var json = RulebookJSON.document()
      json.object("book", book.identity.json)
      json.objects("rules", book.rules.map(\.summaryJSON))
      return Terminal.out(json)
    }
    let books = library.books.filter { book in
      territory.map { book.covers(territory: $0) } ?? true
    }
    if arguments.format == .table { return Terminal.out(text.list(books)) }
    var json = RulebookJSON.document()
    json.set("as_of", .day(day))
    json.objects("books", books.map { $0.summaryJSON(on: day) })
    Terminal.out(json)
  }
}
