import Foundation

/// Writes a Swift file that holds text files as raw string literals:
/// `embed-rulebooks OUTPUT INPUT…`. Run by the build, never by people.
@main
struct EmbedRulebooks {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard let output = paths.first else { return }
    var swift = "enum EmbeddedRulebooks {\n  static let files: [(name: String, text: String)] = [\n"
    for path in paths.dropFirst() {
      let url = URL(filePath: path)
      let text = try String(contentsOf: url, encoding: .utf8)
      // No rulebook writes four number signs behind a quote; what did would not compile.
      swift += "    (\"\(url.lastPathComponent)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
    }
    swift += "  ]\n}\n"
    try Data(swift.utf8).write(to: URL(filePath: output), options: .atomic)
  }
}
