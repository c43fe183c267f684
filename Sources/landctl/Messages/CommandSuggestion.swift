import ArgumentParser
import LandKit

/// What was meant by the name of a command that there is not. For options ArgumentParser says so
/// itself; a mistyped command it takes for an argument too many.
enum CommandSuggestion {
  /// The mistyped word and the name of the same level that is nearest to it; nil where all words
  /// are commands, or no name is near.
  static func search(
    _ arguments: [String], below root: any ParsableCommand.Type
  ) -> (word: String, name: String)? {
    var command = root
    for word in arguments {
      let below: [any ParsableCommand.Type] = command.configuration.subcommands
      if below.isEmpty || word.hasPrefix("-") { return nil }
      // Key paths into a metatype crash the compiler (Swift 6.3.1): loops instead.
      var names: [String] = []
      var next: (any ParsableCommand.Type)?
      for type in below {
        guard let name = type.configuration.commandName else { continue }
        if name == word { next = type }
        names.append(name)
      }
      if let next {
        command = next
        continue
      }
      return SpellingAid.nearest(to: word, among: names).map { (word, $0) }
    }
    return nil
  }
}
