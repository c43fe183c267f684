import LandGeometry

/// The page that shows, provision by provision, what landctl computes and what it only records;
/// kept as docs/rule-coverage.md.
public struct RuleCoverage {
  /// The books of local policies, in the order of the page; all others follow by name.
  public static let localPolicies = [
    "jiangxi-2018", "siping-2016", "shijiazhuang-2018", "jinzhou-2017", "luohe-2016",
  ]

  private let books: [Rulebook]

  /// The coverage of a library.
  public init(_ library: RulebookLibrary) {
    let local = Self.localPolicies.compactMap { id in library.books.first { $0.id == id } }
    books = local + library.books.filter { !Self.localPolicies.contains($0.id) }
  }

  /// A provision with the rules that render it.
  public struct Row: Hashable, Sendable {
    /// Its name, `JX2-10`.
    public var id: String
    /// The rules, in the order of the book.
    public var rules: [Rule]
  }

  /// The provisions of a book, in its order.
  public static func rows(of book: Rulebook) -> [Row] {
    var rows: [Row] = []
    for rule in book.rules {
      if let index = rows.firstIndex(where: { $0.id == rule.row }) {
        rows[index].rules.append(rule)
      } else {
        rows.append(Row(id: rule.row, rules: [rule]))
      }
    }
    return rows
  }

  /// The page, Markdown.
  public var page: String {
    var text = """
      # 条款覆盖 · Rule coverage

      规则库的每一条款及其计算方式；不能计算的写明原因。本页由规则库生成
      （`RECORD_SNAPSHOTS=1 swift test --filter RulePagesTests`）。逐条内容见 `docs/rules`。

      Every provision of the shipped rulebooks with what computes it, or why it is only recorded. The
      page is made from the rulebooks; `docs/rules` has the rules in full.

      | 规则库 book | 条款 rows | 规则 rules | 计算 computed | 仅记录 recorded |
      | --- | ---: | ---: | ---: | ---: |

      """
    for book in books where !book.rules.isEmpty {
      let computed = book.rules.count(where: \.isComputed)
      text += "| [\(book.id)](rules/\(book.id).md) | \(Self.rows(of: book).count)"
      text += " | \(book.rules.count) | \(computed) | \(book.rules.count - computed) |\n"
    }
    for book in books where !book.rules.isEmpty { text += table(book) }
    return text
  }

  private func table(_ book: Rulebook) -> String {
    var text =
      "\n## [\(book.id)](rules/\(book.id).md) · \(Markdown.line(book.identity.title.zh))\n\n"
    text += "| row | rules | clause | subject | kind | computed by |\n"
    text += "| --- | --- | --- | --- | --- | --- |\n"
    for row in Self.rows(of: book) {
      func each(_ value: (Rule) -> String) -> String {
        var values: [String] = []
        for rule in row.rules where !values.contains(value(rule)) { values.append(value(rule)) }
        return values.map(Markdown.cell).joined(separator: ", ")
      }
      let rules = row.rules.map(\.id).joined(separator: ", ")
      let several = row.rules.count > 1
      let how = row.rules.map { rule in
        (several ? "\(rule.id): " : "") + Self.how(rule)
      }
      text += "| \(row.id) | \(rules) | \(each(\.clause)) | \(each(\.subject.rawValue))"
      text += " | \(each(\.kind.rawValue)) | \(how.joined(separator: "<br>")) |\n"
    }
    return text
  }

  /// What computes a rule, in Chinese and English with the formulas as written.
  private static func how(_ rule: Rule) -> String {
    switch rule.content {
    case .recorded(let why):
      let words = Bilingual(zh: "仅记录：", en: "recorded only: ") + why
      return Markdown.cell(words.zh) + " / " + Markdown.cell(words.en)
    case .figure(let measure, let unit, let binding):
      guard let measure else {
        return binding.map { Markdown.cell($0.words.zh) + " / " + Markdown.cell($0.words.en) } ?? ""
      }
      let label = measure.label.withBracketed(unit)
      return Markdown.cell(label.zh) + " / " + Markdown.cell(label.en) + " "
        + Markdown.code(measure.text)
    case .test(let readings, _):
      return readings.map { reading in
        var formulas: [String] = []
        for comparison in reading.test.comparisons
        where !formulas.contains(comparison.measure.text) {
          formulas.append(comparison.measure.text)
        }
        let head = reading.id.isEmpty ? "" : "**\(Markdown.cell(reading.id))** "
        let words = reading.test.words
        return head + Markdown.cell(words.zh) + " / " + Markdown.cell(words.en) + " "
          + formulas.map(Markdown.code).joined(separator: " ")
      }.joined(separator: "<br>")
    }
  }
}
