import LandKit

/// What time alone does to an application, in a few lines; nothing where no gate depends on days
/// and nothing runs out.
struct OutlookText {
  let language: Language
  let outlook: Outlook

  /// More parcels than these are counted only; the JSON lists all.
  private static let listed = 10

  func lines() -> [String] {
    var lines: [String] = []
    if !outlook.gates.isEmpty { lines.append("  " + days) }
    lines += turning()
    if !outlook.expiring.isEmpty {
      lines.append(
        "  " + language("届时到期的材料:", "papers that run out by then: ")
          + outlook.expiring.map { "\($0.id) \($0.validUntil)" }.joined(separator: "; "))
    }
    guard !lines.isEmpty else { return [] }
    let title = language(
      "时间展望(自 \(outlook.from) 起,假定不再发生新事件)",
      "outlook (from \(outlook.from), if nothing happens)")
    return [title] + lines + [""]
  }

  private var days: String {
    let gates = outlook.gates.map { gate in
      gate.rule.id + " "
        + (gate.holdsFrom.map(\.description)
          ?? language("未知", "unknown") + missing(gate.missing))
    }.joined(separator: "; ")
    let earliest =
      outlook.earliest.map { language("最早于 \($0) 全部满足", "all hold from \($0)") }
      ?? language("全部满足之日不能确定", "the day on which all hold cannot be said")
    return language("按日期判断的条件:", "gates that depend on days: ") + earliest
      + language("(", " (") + gates + language(")", ")")
  }

  private func missing(_ names: [String]) -> String {
    names.isEmpty
      ? "" : language(",缺 ", ", missing ") + Terminal.plain(names.joined(separator: ", "))
  }

  private func turning() -> [String] {
    guard !outlook.turningIdle.isEmpty else { return [] }
    let shown = outlook.turningIdle.prefix(Self.listed).map { turn in
      Terminal.plain(turn.parcel) + " \(turn.day)"
        + (turn.isCertain ? "" : language("(动工情况不明)", " (start not known)"))
    }.joined(separator: "; ")
    let more = outlook.turningIdle.count - Self.listed
    return [
      "  "
        + language(
          "至 \(outlook.until) 将转为闲置的宗地:", "parcels that turn idle by \(outlook.until): ")
        + shown + (more > 0 ? language(";另有 \(more) 宗", "; \(more) more") : "")
    ]
  }
}
