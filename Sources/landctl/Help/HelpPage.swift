import Foundation

/// What `--help` prints of a command, in one language.
struct HelpPage {
  /// The whole name, `landctl ledger update`.
  let name: String
  let command: CommandTree.Command
  let language: Language

  func text() -> String {
    var lines = TextFlow.lines(
      HelpPart.of(command.abstract ?? "", language), indent: 0)
    let parts = (command.discussion ?? "").blocks
    // Paragraphs first; what has a heading of its own comes last, as on a manual page.
    for part in parts where !Self.hasHeading(part) { lines += [""] + paragraphs(part) }
    lines += ["", language("用法:", "Usage: ") + synopsis]
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    lines += list(language("参数", "Arguments"), arguments.filter(\.isPositional))
    lines += list(language("选项", "Options"), arguments.filter { !$0.isPositional })
    if !command.below.isEmpty {
      lines += ["", language("命令:", "Commands:")]
      for other in command.below {
        lines += entry(other.commandName, HelpPart.of(other.abstract ?? "", language))
      }
    }
    for part in parts where Self.hasHeading(part) { lines += [""] + section(part) }
    if !command.below.isEmpty {
      lines += [
        "",
        language(
          "某个命令的帮助:\(name) <命令> --help", "The help of a command: \(name) <command> --help"),
      ]
    }
    return lines.joined(separator: "\n")
  }

  private static let headings = [
    HelpText.Heading.examples, HelpText.Heading.endings, HelpText.Heading.memory,
  ]

  private static func hasHeading(_ part: [String]) -> Bool {
    part.first.map(headings.contains) ?? false
  }

  private func paragraphs(_ part: [String]) -> [String] {
    part.flatMap { line in
      let isListed = line.hasPrefix("  ")
      return TextFlow.lines(
        HelpPart.of(isListed ? String(line.dropFirst(2)) : line, language),
        indent: isListed ? 2 : 0)
    }
  }

  private func section(_ part: [String]) -> [String] {
    let heading = part[0]
    let isVerbatim = heading == HelpText.Heading.examples
    // The colon belongs to both halves.
    let title = HelpPart.of(String(heading.dropLast()), language) + ":"
    return [title]
      + part.dropFirst().flatMap { line -> [String] in
        if isVerbatim { return [line] }
        let text = String(line.drop { $0 == " " })
        guard let end = text.range(of: "  ") else {
          return TextFlow.lines(HelpPart.of(text, language), indent: 2)
        }
        return entry(
          String(text[..<end.lowerBound]), HelpPart.of(String(text[end.upperBound...]), language),
          column: 12)
      }
  }

  private var synopsis: String {
    if !command.below.isEmpty { return name + language(" <命令>", " <command>") }
    let shown = (command.arguments ?? []).filter(\.shouldDisplay)
    var parts = [name]
    parts += shown.filter { $0.kind == "option" && !$0.isOptional }.map(\.written)
    parts.append(language("[选项]", "[options]"))
    parts += shown.filter(\.isPositional).map { argument in
      let text = argument.placeholder + (argument.isRepeating ? "..." : "")
      return argument.isOptional ? "[\(text)]" : text
    }
    return parts.joined(separator: " ")
  }

  private func list(_ title: String, _ arguments: [CommandTree.Argument]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    return ["", title + ":"]
      + arguments.flatMap { entry($0.written, described($0)) }
  }

  private func described(_ argument: CommandTree.Argument) -> String {
    var text = HelpPart.of(argument.abstract ?? "", language)
    if let last = text.last, !"。.".contains(last) { text += language("。", ".") }
    if let values = argument.allValues, !values.isEmpty {
      let listed = values.joined(separator: ", ")
      text += language("可取:\(listed)。", " One of: \(listed).")
    }
    if let standard = argument.defaultValue, !argument.isFlag {
      text += language("默认:\(standard)。", " Default: \(standard).")
    }
    return text
  }

  /// A name and what it means: beside it where there is room, else below.
  private func entry(_ name: String, _ text: String, column: Int = 26) -> [String] {
    let lines = TextFlow.lines(text, indent: column)
    guard Terminal.width(name) + 2 < column - 1, let first = lines.first else {
      return ["  " + name] + lines
    }
    let beside = Terminal.padded("  " + name, column) + first.dropFirst(column)
    return [beside] + lines.dropFirst()
  }
}

extension String {
  /// The blocks of lines between empty lines.
  fileprivate var blocks: [[String]] {
    lines.split(separator: "").map { Array($0) }
  }
}
