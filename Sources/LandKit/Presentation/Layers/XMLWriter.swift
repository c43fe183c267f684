/// Writes XML, an element a line.
struct XMLWriter {
  /// What was written.
  private(set) var text = ""
  private var depth = 0

  /// A line as it is.
  mutating func line(_ line: String) { text += line + "\n" }

  /// Begins an element.
  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    put("<\(name)\(Self.list(attributes))>")
    depth += 1
  }

  /// Ends an element.
  mutating func close(_ name: String) {
    depth -= 1
    put("</\(name)>")
  }

  /// An element that holds nothing.
  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    put("<\(name)\(Self.list(attributes))/>")
  }

  /// An element that holds a text.
  mutating func leaf(_ name: String, _ content: String, _ attributes: [(String, String)] = []) {
    put("<\(name)\(Self.list(attributes))>\(Self.escaped(content))</\(name)>")
  }

  private mutating func put(_ line: String) {
    text += String(repeating: " ", count: max(0, depth)) + line + "\n"
  }

  private static func list(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
