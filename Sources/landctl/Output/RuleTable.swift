import LandKit

/// What the rulebooks said, rule by rule, for the end of an audit on a terminal.
struct RuleTable {
  let language: Language
  let tallies: [RuleTallies.Tally]

  /// The lines; none where no rulebook judged.
  func lines() -> [String] {
    let judged = tallies.filter { $0.rule.readings.isEmpty == false }
    guard !judged.isEmpty else { return [] }
    let books = judged.reduce(into: [String]()) { books, tally in
      if !books.contains(tally.rulebook) { books.append(tally.rulebook) }
    }
    var lines = [language("规则库判定:", "rulebooks: ") + books.joined(separator: ", ")]
    let decided = judged.filter { count($0, "met", "notMet", "needsReasons") > 0 }
    if !decided.isEmpty { lines += table(decided) }
    lines += indicators()
    lines += undecided(judged)
    return lines
  }

  private func count(_ tally: RuleTallies.Tally, _ words: String...) -> Int {
    words.reduce(0) { $0 + (tally.verdicts[$1] ?? 0) }
  }

  /// One line a rule that could be decided for anybody.
  private func table(_ decided: [RuleTallies.Tally]) -> [String] {
    let heads = [
      language("符合", "met"), language("不符合", "not met"), language("须说明", "reasons"),
      language("未知", "unknown"),
    ]
    let rows = decided.map { tally in
      (
        id: tally.rule.id, title: Terminal.plain(language(tally.rule.title)),
        counts: ["met", "notMet", "needsReasons", "unknown"].map { count(tally, $0) },
        figure: figure(tally)
      )
    }
    let ids = rows.map { Terminal.width($0.id) }.max() ?? 0
    let titles = min(44, rows.map { Terminal.width($0.title) }.max() ?? 0)
    let widths = heads.map { 2 + max(5, Terminal.width($0)) }
    func line(_ id: String, _ title: String, _ cells: [String], _ figure: String) -> String {
      let numbers = zip(cells, widths).map { Terminal.padded($0, $1, right: true) }.joined()
      return "  " + Terminal.padded(id, ids) + "  " + Terminal.padded(shortened(title), titles)
        + numbers + (figure.isEmpty ? "" : "   " + figure)
    }
    return [line("", "", heads, "")]
      + rows.map { row in
        line(row.id, row.title, row.counts.map { $0 == 0 ? "·" : "\($0)" }, row.figure)
      }
  }

  private func shortened(_ title: String) -> String {
    var text = title
    while Terminal.width(text) > 43 { text.removeLast() }
    return text.count < title.count ? text + "…" : text
  }

  /// Subject, value and limit, where the rule judged one subject only.
  private func figure(_ tally: RuleTallies.Tally) -> String {
    guard let only = tally.only, let deciding = only.deciding, let value = deciding.number else {
      return ""
    }
    var text = Terminal.number(value, value == value.rounded() ? 0 : 2)
    if let relation = deciding.relation, let limit = deciding.limitNumber {
      text += " \(relation.rawValue) " + Terminal.number(limit, limit == limit.rounded() ? 0 : 2)
    }
    if !deciding.unitName.isEmpty {
      text += " " + (deciding.unitName == "d" ? language("日", "days") : deciding.unitName)
    }
    return text + (only.reading.isEmpty ? "" : " (\(only.reading))")
  }

  /// Indicators that were reported for one subject, as of the only zone of an audit.
  private func indicators() -> [String] {
    let known = tallies.filter {
      $0.rule.subject == .zone && $0.rule.readings.isEmpty && $0.only?.deciding?.number != nil
    }
    guard !known.isEmpty else { return [] }
    let ids = known.map { Terminal.width($0.rule.id) }.max() ?? 0
    let titles = known.map { Terminal.width(language($0.rule.title)) }.max() ?? 0
    return [language("  开发区指标:", "  indicators of the zone:")]
      + known.map { tally in
        "  " + Terminal.padded(tally.rule.id, ids) + "  "
          + Terminal.padded(Terminal.plain(language(tally.rule.title)), titles) + "  "
          + figure(tally)
      }
  }

  /// How many rules stay open, and the inputs that are missed most.
  private func undecided(_ judged: [RuleTallies.Tally]) -> [String] {
    let open = judged.filter { count($0, "unknown") > 0 }
    guard !open.isEmpty else { return [] }
    var names: [String: Int] = [:]
    for tally in open { for name in tally.missing.keys { names[name, default: 0] += 1 } }
    let most = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map(\.key)
    return [
      language(
        "  缺输入而未能判定的规则 \(open.count) 条,最常缺:",
        "  \(open.count) rules open for want of inputs, most often: ")
        + Terminal.plain(most.joined(separator: ", "))
    ]
  }
}
