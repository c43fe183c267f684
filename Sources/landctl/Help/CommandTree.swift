import ArgumentParser
import Foundation

/// The commands with their options and arguments, as ArgumentParser dumps them.
struct CommandTree: Decodable {
  /// A command, its options, and the commands below it.
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?

    /// The commands below it without `help`.
    var below: [Command] { (subcommands ?? []).filter { $0.commandName != "help" } }
  }

  /// An option, a flag or an argument by its place.
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      var text: String { (kind == "short" ? "-" : "--") + name }
    }

    var kind: String
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?

    var isPositional: Bool { kind == "positional" }
    var isFlag: Bool { kind == "flag" }
    /// What stands for a value: `<parcels>`.
    var placeholder: String { "<\(valueName ?? "value")>" }
    /// How it is written: `-h, --help`, `--zones <zones>`, `<parcels>`.
    var written: String {
      if isPositional { return placeholder }
      let names = (names ?? []).sorted { $0.kind != "long" && $1.kind == "long" }
      let text = names.map(\.text).joined(separator: ", ")
      return isFlag ? text : text + " " + placeholder
    }
  }

  var command: Command

  /// The tree of the program; nil where a later ArgumentParser dumps something else.
  static func dumped(_ root: any ParsableCommand.Type) -> CommandTree? {
    try? JSONDecoder().decode(CommandTree.self, from: Data(root._dumpHelp().utf8))
  }

  /// The command that a command line names first of all, with its whole name: options, their values
  /// and arguments are passed over.
  func named(by arguments: [String]) -> (name: String, command: Command) {
    var (name, command) = (self.command.commandName, self.command)
    for word in arguments where word != "help" && !word.hasPrefix("-") {
      guard let next = command.below.first(where: { $0.commandName == word }) else { break }
      name += " " + word
      command = next
    }
    return (name, command)
  }
}
