import ArgumentParser

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
      var near: (name: String, steps: Int)?
      var next: (any ParsableCommand.Type)?
      for type in below {
        guard let name = type.configuration.commandName else { continue }
        if name == word { next = type }
        let steps = steps(from: word, to: name)
        if steps < near?.steps ?? .max { near = (name, steps) }
      }
      if let next {
        command = next
        continue
      }
      // A third of a short word is another word.
      guard let near, near.steps <= 2, near.steps * 2 < near.name.count else { return nil }
      return (word, near.name)
    }
    return nil
  }

  /// How many letters are to be put in, left out, replaced or exchanged with their neighbour
  /// (optimal string alignment distance).
  static func steps(from word: String, to name: String) -> Int {
    let (a, b) = (Array(word), Array(name))
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var least = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
