import Foundation

/// Looks into XML and HTML that this program or its helpers have written: elements that are not
/// nested in their own kind, attributes in double quotes.
public enum MarkupText {
  /// An element: the text within its tag and what it holds.
  public typealias Element = (attributes: String, content: String)

  /// The elements of a name, in order.
  public static func elements(_ name: String, in text: String) -> [Element] {
    var found: [Element] = []
    var rest = Substring(text)
    while let start = rest.range(of: "<" + name) {
      rest = rest[start.upperBound...]
      guard let next = rest.first, " >/\n".contains(next) else { continue }
      guard let end = rest.range(of: ">") else { break }
      let attributes = String(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
      if attributes.hasSuffix("/") {
        found.append((attributes, ""))
      } else if let close = rest.range(of: "</\(name)>") {
        found.append((attributes, String(rest[..<close.lowerBound])))
        rest = rest[close.upperBound...]
      }
    }
    return found
  }

  /// The value of an attribute; nil where there is none.
  public static func attribute(_ name: String, of attributes: String) -> String? {
    let parts = (" " + attributes).components(separatedBy: " \(name)=\"")
    guard parts.count > 1 else { return nil }
    return parts[1].components(separatedBy: "\"").first.map(unescaped)
  }

  /// A text without its tags, references resolved.
  public static func plain(_ text: String) -> String {
    var result = ""
    var isTag = false
    for character in text {
      switch character {
      case "<": isTag = true
      case ">" where isTag: isTag = false
      default: if !isTag { result.append(character) }
      }
    }
    return unescaped(result)
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  /// The tables of a page: caption, and rows of the plain texts of their cells, the heading first.
  public static func tables(in page: String) -> [(caption: String, rows: [[String]])] {
    elements("table", in: page).map { table in
      let caption = elements("caption", in: table.content).first.map { plain($0.content) } ?? ""
      let rows = elements("tr", in: table.content).map { row -> [String] in
        // Heading cells and others, in the order in which they stand.
        row.content.replacingOccurrences(of: "<th", with: "<td")
          .replacingOccurrences(of: "</th>", with: "</td>")
          .components(separatedBy: "<td").dropFirst().map { cell in
            plain(String(cell.drop { $0 != ">" }.dropFirst()))
          }
      }
      return (caption, rows)
    }
  }
}
