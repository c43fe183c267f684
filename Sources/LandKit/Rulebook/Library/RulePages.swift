import LandGeometry

/// The pages of docs/rules: a book with all its rules in words.
public enum RulePages {
  /// The page of a book, Markdown.
  public static func page(_ book: Rulebook) -> String {
    var text = "# \(book.id) · \(Markdown.line(book.identity.title.zh))\n\n"
    text += Markdown.line(book.identity.title.en) + "\n\n"
    text += "由 [`\(book.file)`](../../Sources/LandKit/Rulebook/Rulebooks/\(book.file)) 生成 · "
    text += "[条款覆盖 · rule coverage](../rule-coverage.md) · [全部规则库 · all books](README.md)\n\n"
    text += entries(book.identity.explanation)
    for rule in book.rules {
      text +=
        "\n## \(rule.id) · \(Markdown.line(rule.title.zh)) · \(Markdown.line(rule.title.en))\n\n"
      text += entries(rule.explanation(in: book.identity, .short))
    }
    return text
  }

  /// The list of all books.
  public static func index(_ library: RulebookLibrary) -> String {
    var text = """
      # 规则库 · Rulebooks

      本目录由规则库生成（`RECORD_SNAPSHOTS=1 swift test --filter RulePagesTests`）；格式见
      [docs/rulebooks.md](../rulebooks.md)。

      These pages are made from the rulebooks; [docs/rulebooks.md](../rulebooks.md) describes their
      form, `landctl rules explain ID` shows one rule with its inputs and examples.

      | book | 名称 title | 地域 territory | 效力 validity | 文本依据 how sure | 规则 rules |
      | --- | --- | --- | --- | --- | ---: |

      """
    for book in library.books {
      let identity = book.identity
      text += "| [\(book.id)](\(book.id).md) | \(Markdown.cell(identity.title.zh))"
      text += "<br>\(Markdown.cell(identity.title.en)) | \(identity.territory)"
      text += " | \(identity.validityWords.en) | \(identity.verification.rawValue)"
      text += " | \(book.rules.count) |\n"
    }
    return text
  }

  private static func entries(_ page: Explanation) -> String {
    var text = ""
    for entry in page.entries {
      let label = "- **\(entry.label.zh) \(entry.label.en)**:"
      if entry.lines.count == 1, let line = entry.lines.first {
        text += "\(label) \(both(line))\n"
      } else {
        text += "\(label)\n"
        for line in entry.lines { text += "  " + item(line) + "\n" }
      }
    }
    return text
  }

  /// A line of a tree as an item of a nested list.
  private static func item(_ line: Bilingual) -> String {
    let indent = line.zh.prefix { $0 == " " }.count
    let isItem = line.zh.dropFirst(indent).hasPrefix("- ")
    func bare(_ text: String) -> String {
      let text = text.drop { $0 == " " }
      return String(text.hasPrefix("- ") ? text.dropFirst(2) : text)
    }
    return String(repeating: " ", count: indent / 2 * 2 + (isItem ? 2 : 0)) + "- "
      + both(Bilingual(zh: bare(line.zh), en: bare(line.en)))
  }

  private static func both(_ text: Bilingual) -> String {
    let zh = Markdown.line(text.zh)
    return text.zh == text.en ? zh : zh + " · " + Markdown.line(text.en)
  }
}

/// Texts of rulebooks inside Markdown.
enum Markdown {
  /// One line; what Markdown would take for markup is shown as it is.
  static func line(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\n": result += " "
      case "*", "_", "`", "\\", "[", "]": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }

  /// The same inside a table.
  static func cell(_ text: String) -> String { line(text).replacing("|", with: "\\|") }

  /// A formula as it is written.
  static func code(_ text: String) -> String { "`" + text.replacing("|", with: "\\|") + "`" }
}
