import Foundation

/// Writes a Swift file that holds files as raw string literals in an enum:
/// `embed-texts OUTPUT ENUM INPUT…`. What is no text is held as base64. Run by the build, never by
/// people.
@main
struct EmbedTexts {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let output = arguments.first,
      let type = arguments.dropFirst().first
    else { return }
    var swift = "enum \(type) {\n  static let files: [(name: String, text: String)] = [\n"
    for path in arguments.dropFirst(2) {
      let url = URL(filePath: path)
      let data = try Data(contentsOf: url)
      let text = String(data: data, encoding: .utf8) ?? data.base64EncodedString()
      // No file writes four number signs behind a quote; what did would not compile.
      swift += "    (\"\(url.lastPathComponent)\", ####\"\"\"\n\(text)\n\"\"\"####),\n"
    }
    swift += "  ]\n}\n"
    try Data(swift.utf8).write(to: URL(filePath: output), options: .atomic)
  }
}
