import ArgumentParser
import LandKit

/// What to say besides ArgumentParser's message where a command line cannot be read: which command,
/// or which of the listed values, may have been meant.
struct Mistake {
  let arguments: [String]
  let language: Language

  /// The hint; nil where nothing is near. Mistyped options ArgumentParser sees by itself.
  func hint(below root: any ParsableCommand.Type) -> String? {
    if let meant = CommandSuggestion.search(arguments, below: root) {
      let word = Terminal.plain(meant.word)
      return language(
        "landctl: 没有命令“\(word)”,是否要用“\(meant.name)”?",
        "landctl: there is no command '\(word)'; did you mean '\(meant.name)'?")
    }
    guard let command = CommandTree.dumped(root)?.named(by: arguments).command else { return nil }
    for argument in command.arguments ?? [] {
      guard let known = argument.allValues, let word = value(of: argument), !known.contains(word),
        let near = SpellingAid.nearest(to: word, among: known)
      else { continue }
      let shown = Terminal.plain(word)
      return language(
        "landctl: \(argument.written) 没有取值“\(shown)”,是否应为“\(near)”?",
        "landctl: \(argument.written) does not take '\(shown)'; did you mean '\(near)'?")
    }
    return nil
  }

  /// The word behind an option; of an argument by its place the last word that is no option.
  private func value(of argument: CommandTree.Argument) -> String? {
    guard !argument.isPositional else { return arguments.last { !$0.hasPrefix("-") } }
    for name in (argument.names ?? []).map(\.text) {
      if let joined = arguments.first(where: { $0.hasPrefix(name + "=") }) {
        return String(joined.dropFirst(name.count + 1))
      }
      if let index = arguments.firstIndex(of: name), index + 1 < arguments.count {
        return arguments[index + 1]
      }
    }
    return nil
  }
}

extension ValidationError {
  /// The error for a word that an option does not take, with the word that may have been meant.
  init(_ option: String, takes known: [String], not word: String, isList: Bool = false) {
    let near = SpellingAid.nearest(to: word, among: known)
    let choice =
      isList
      ? "a comma list of \(known.joined(separator: ", "))"
      : known.dropLast().joined(separator: ", ") + " or " + (known.last ?? "")
    self.init(
      "\(option) takes \(choice), not \"\(word)\""
        + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
  }
}
