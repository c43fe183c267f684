import Foundation
import LandTestSupport
import Testing

/// What the program says about itself, as `--experimental-dump-help` has it.
struct DumpedCommand: Decodable {
  struct Argument: Decodable {
    var valueName: String?
    var abstract: String?
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [DumpedCommand]?

  var below: [DumpedCommand] { (subcommands ?? []).filter { $0.commandName != "help" } }

  /// This command and all below it with the words that name them.
  func all(below words: [String] = []) -> [(words: [String], command: DumpedCommand)] {
    let own = words + [commandName]
    return [(own, self)] + below.flatMap { $0.all(below: own) }
  }

  /// The root, read from the program.
  static func root() throws -> DumpedCommand {
    struct Tree: Decodable { var command: DumpedCommand }
    let run = try runLandctl(["--experimental-dump-help"])
    return try JSONDecoder().decode(Tree.self, from: Data(run.stdout)).command
  }
}

@Suite("Help in two languages") struct HelpTests {
  private let headings = ["Examples / 示例:", "Exit status / 退出状态:", "Memory / 内存:"]

  /// Whether a text is "English / 中文".
  private func isBilingual(_ text: String) -> Bool {
    guard let slash = text.range(of: " / ", options: .backwards) else { return false }
    let (english, chinese) = (text[..<slash.lowerBound], text[slash.upperBound...])
    return english.contains { $0.isASCII && $0.isLetter }
      && chinese.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  @Test("every command, option and argument is explained in both languages")
  func halves() throws {
    let builtIn = ["Show the version.", "Show help information."]
    for (words, command) in try DumpedCommand.root().all() {
      let name = words.joined(separator: " ")
      #expect(isBilingual(command.abstract ?? ""), "\(name)")
      for argument in command.arguments ?? [] {
        let text = argument.abstract ?? ""
        #expect(
          builtIn.contains(text) || isBilingual(text),
          "\(name) \(argument.valueName ?? ""): \(text)")
      }
      let blocks = (command.discussion ?? "").components(separatedBy: "\n\n")
      let parts = blocks.map { $0.components(separatedBy: "\n") }
      for lines in parts where lines.first != headings[0] {
        let texts = headings.contains(lines[0]) ? Array(lines.dropFirst()) : lines
        for line in texts { #expect(isBilingual(line), "\(name): \(line)") }
      }
      let found = parts.compactMap(\.first).filter(headings.contains)
      #expect(found.contains(headings[1]), "\(name) says no exit status")
      #expect(found.contains(headings[0]), "\(name) has no example")
      if command.below.isEmpty { #expect(found.contains(headings[2]), "\(name) says no memory") }
    }
  }

  @Test("the figures of memory are those of docs/performance.md")
  func memory() throws {
    let path = checkout.appendingPathComponent("docs/performance.md")
    let page = try String(contentsOf: path, encoding: .utf8)
    var figures: Set<String> = []
    for (words, command) in try DumpedCommand.root().all() {
      let lines = (command.discussion ?? "").components(separatedBy: "\n")
      for line in lines.drop(while: { $0 != headings[2] }).dropFirst() {
        let parts = line.trimmingCharacters(in: .whitespaces).components(separatedBy: "  ")
        let job = parts[1].components(separatedBy: " / ")[0]
        let row = "| \(job) | \(parts[0].replacingOccurrences(of: " MB", with: "")) |"
        #expect(page.contains(row), "\(words.joined(separator: " ")): \(row)")
        figures.insert(row)
      }
    }
    #expect(figures.count > 10)
  }

  @Test(
    "help is in one language, by --lang or the locale, in 80 columns",
    arguments: [["audit"], ["ledger", "record"], ["ledger"], []])
  func languages(command: [String]) throws {
    let english = try runLandctl(command + ["--help"])
    let chinese = try runLandctl(command + ["--help"], environment: ["LANG": "zh_CN.UTF-8"])
    for run in [english, chinese] { #expect(run.status == 0 && run.stderr.isEmpty) }
    #expect(english.text.contains("Usage: landctl") && english.text.contains("Exit status:"))
    #expect(!english.text.contains("退出状态") && !english.text.contains(" / "))
    #expect(chinese.text.contains("用法:landctl") && chinese.text.contains("退出状态:"))
    #expect(!chinese.text.contains("Usage:") && !chinese.text.contains("Exit status"))
    for line in english.text.split(separator: "\n") where !line.hasPrefix("  landctl") {
      #expect(line.count <= 80, "\(line)")
    }
    let asked = try runLandctl(["help"] + command, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(asked.text == chinese.text)
  }

  @Test("--lang says the language of help where the command has it")
  func option() throws {
    let run = try runLandctl(["audit", "--lang", "zh", "--help"])
    #expect(run.status == 0 && run.text.contains("用法:landctl audit [选项] <parcels>"))
    #expect(run.text.contains("内存:") && run.text.contains("--fail-on"))
    let english = try runLandctl(
      ["audit", "--lang=en", "--help"], environment: ["LANG": "zh_CN.UTF-8"])
    #expect(english.text.contains("Usage: landctl audit [options] <parcels>"))
    #expect(english.text == (try golden("cli/help_audit_en.txt", now: english.text)))
    #expect(run.text == (try golden("cli/help_audit_zh.txt", now: run.text)))
  }
}
