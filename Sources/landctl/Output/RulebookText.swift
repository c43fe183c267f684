import LandKit

/// Lists of rulebooks and rules, and what came of checking them.
struct RulebookText {
  let language: Language
  let asOf: CalendarDate

  /// Two lines a book: what it is, and what it holds.
  func list(_ books: [Rulebook]) -> String {
    var lines = [
      language(
        "截止日 \(asOf);* 当日有效,- 当日无效", "as of \(asOf); * in force on that day, - not in force")
    ]
    let width = 1 + (books.map { Terminal.width($0.id) }.max() ?? 0)
    for book in books {
      let identity = book.identity
      let mark = book.isInForce(on: asOf) ? "* " : "- "
      lines.append(
        mark + Terminal.padded(book.id, width) + Terminal.plain(language(identity.title)))
      let facts = [
        identity.number ?? "", language(identity.territoryWords), language(identity.validityWords),
        language(identity.verification.label),
      ]
      let indent = String(repeating: " ", count: width + 2)
      lines.append(
        indent + Terminal.plain(facts.filter { !$0.isEmpty }.joined(separator: " · ")))
      lines.append(indent + counts(book))
    }
    return lines.joined(separator: "\n")
  }

  /// How many rules of which kind a book holds, and how many of them are computed.
  private func counts(_ book: Rulebook) -> String {
    guard !book.rules.isEmpty else {
      return language(
        "无规则,\(book.tables.count) 张表", "no rules, \(counted(book.tables.count, "table"))")
    }
    let kinds = Rule.Kind.allCases.compactMap { kind in
      let count = book.rules.count { $0.kind == kind }
      return count == 0 ? nil : "\(language(kind.label)) \(count)"
    }
    let computed = book.rules.count(where: \.isComputed)
    return language(
      "规则 \(book.rules.count) 条,可计算 \(computed) 条:",
      "\(counted(book.rules.count, "rule")), \(computed) computed: "
    ) + kinds.joined(separator: language("、", ", "))
  }

  /// One line a rule.
  func rules(of book: Rulebook) -> String {
    let rows = book.rules.map { rule in
      [
        rule.id, rule.clause, language(rule.subject.label), language(rule.kind.label),
        language(rule.title) + (rule.isComputed ? "" : language("(仅记录)", " (recorded)")),
      ].map(Terminal.plain)
    }
    let header = [
      language("规则", "rule"), language("条款", "clause"), language("对象", "subject"),
      language("性质", "kind"), language("名称", "title"),
    ]
    let widths = header.indices.map { column in
      ([header] + rows).map { Terminal.width($0[column]) }.max() ?? 0
    }
    let title = book.id + "  " + Terminal.plain(language(book.identity.title))
    let lines = ([header] + rows).map { cells in
      cells.enumerated().map { index, cell in
        index == cells.count - 1 ? cell : Terminal.padded(cell, widths[index])
      }.joined(separator: "  ")
    }
    return ([title] + lines).joined(separator: "\n")
  }

  /// What does not hold, and the counts.
  func check(_ book: Rulebook, _ check: ExampleCheck) -> String {
    var lines = check.failures.map { failure in
      "\(Terminal.plain(book.file)):\(failure.line): \(Terminal.plain(failure.rule)): "
        + Terminal.plain(language(failure.message))
    }
    let count = check.failures.count
    lines.append(
      "\(Terminal.plain(book.file)): \(book.id): "
        + language(
          "\(book.rules.count) 条规则,\(check.count) 个示例,"
            + (count == 0 ? "全部成立" : "\(count) 处不符"),
          "\(counted(book.rules.count, "rule")), \(counted(check.count, "example")), "
            + (count == 0 ? "all hold" : counted(count, "failure"))))
    return lines.joined(separator: "\n")
  }

  /// A count with its English noun.
  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
