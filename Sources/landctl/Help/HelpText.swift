/// What the help of a command says below its abstract: what it is about, examples, how it ends, how
/// much memory it takes. `--help` and the manual pages are both made from it.
///
/// A text is "English / 中文", a paragraph a line; lines of a list begin with two blanks.
struct HelpText {
  var about: String?
  /// Command lines, as they are typed.
  var examples: String?
  var endings: Endings
  var memory: [MemoryNote] = []

  /// The headings of the parts; tools/manpages.py knows them, too.
  enum Heading {
    static let examples = "Examples / 示例:"
    static let endings = "Exit status / 退出状态:"
    static let memory = "Memory / 内存:"
  }

  /// As ArgumentParser takes it.
  var discussion: String {
    var parts: [String] = []
    if let about { parts.append(about) }
    if let examples { parts.append(Self.part(Heading.examples, examples.lines)) }
    parts.append(Self.part(Heading.endings, endings.lines))
    if !memory.isEmpty { parts.append(Self.part(Heading.memory, memory.map(\.line))) }
    return parts.joined(separator: "\n\n")
  }

  private static func part(_ heading: String, _ lines: [String]) -> String {
    ([heading] + lines.map { "  " + $0 }).joined(separator: "\n")
  }
}

extension String {
  /// The lines of a text, empty ones included.
  var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }
}
