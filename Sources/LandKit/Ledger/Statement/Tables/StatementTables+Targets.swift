import LandDocuments
import LandRulebook

extension StatementTables {
  /// The rates of disposal with what they are made from.
  public func rates() -> DocumentTable {
    var table = DocumentTable(
      caption: words("闲置土地处置率", "Rate of disposal of idle land"),
      columns: [
        words.column("口径", "reading", width: 34), words.column("已处置宗数", "cases disposed of"),
        words.column("认定宗数", "cases identified"), words.shareColumn("宗数处置率", "rate by cases"),
        words.areaColumn("已处置面积", "area disposed of"),
        words.areaColumn("认定面积", "area identified"), words.shareColumn("面积处置率", "rate by area"),
        words.column("面积未知宗数", "without known area"),
      ])
    let year = statement.year
    table.rows = [
      row(
        words(
          "累计：基准日以来认定、至\(year)年底", "identified since the base date, to the end of \(year)"),
        statement.rate),
      row(words("\(year)年当年在册", "on the books in \(year)"), statement.yearRate),
    ]
    table.note = words(
      "累计处置率 = 已处置 ÷ 基准日以来全部认定；当年处置率 = 当年处置完成 ÷（当年处置完成 + 年末结存）。"
        + "处置率没有法定公式；以面积为主、宗数并列，有面积未知的，面积处置率不能计算。",
      "Since the base date: disposed of ÷ all identified. Of the year: ended in it ÷ (ended in it + "
        + "open at its end). No law gives a formula; the area counts, cases stand beside it. Where an "
        + "area is not known the rate by area cannot be reckoned.")
    return table
  }

  private func row(_ label: String, _ rate: DisposalRate) -> [DocumentCell] {
    let none = rate.identifiedCount == 0
    return [
      .text(label), .count(rate.disposedCount), .count(rate.identifiedCount),
      none ? .empty : .percent(rate.byCount), .number(rate.disposedArea, 2),
      .number(rate.identifiedArea, 2), none ? .empty : .percent(rate.byArea),
      .count(rate.withoutArea),
    ]
  }

  /// The targets in force on 31 December as their rules judged them; nil where there is none.
  public func targets() -> DocumentTable? {
    guard !statement.targets.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("目标完成情况", "Targets"),
      columns: [
        words.column("规则", "rule"), words.column("条款", "clause"),
        words.column("开发区", "zone"), words.column("目标", "target"),
        words.column("完成值", "value"), words.column("限值", "limit"),
        words.column("单位", "unit"), words.column("结论", "verdict"),
        words.column("期限", "until"),
      ])
    table.rows = statement.targets.map { target in
      let limit = target.limit.map { "\(target.relation?.rawValue ?? "") \(short($0))" }
      return [
        .code(target.rule), .text(target.clause), zoneName(target.zoneID),
        .text(words(target.label)), .number(target.value, decimals(target.value)), .text(limit),
        .text(target.unit), words.verdict(target.verdict), .day(target.until),
      ]
    }
    return table
  }

  /// Built-up area against the year before; nil where no figure was given.
  public func builtUp() -> DocumentTable? {
    guard !statement.builtUp.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("建成区面积变化", "Built-up area"),
      columns: [
        words.column("开发区", "zone"),
        words.areaColumn("\(statement.year - 1)年末", "end of \(statement.year - 1)"),
        words.areaColumn("\(statement.year)年末", "end of \(statement.year)"),
        words.areaColumn("增加", "increase"), words.shareColumn("增幅", "growth"),
      ])
    table.rows = statement.builtUp.map {
      [
        zoneName($0.zoneID), .number($0.before, 2), .number($0.now, 2), .number($0.change, 2),
        .percent($0.growth),
      ]
    }
    return table
  }

  /// How far zombie firms and projects are cleared; nil where no figure was given.
  public func clearings() -> DocumentTable? {
    guard !statement.clearings.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("僵尸企业、僵尸项目处置情况", "Zombie firms and projects"),
      columns: [
        words.column("开发区", "zone"), words.column("项目", "what"),
        words.column("存量基准日", "stock counted on"), words.column("存量", "stock"),
        words.column("累计处置", "cleared"), words.shareColumn("处置比例", "share cleared"),
      ])
    table.rows = statement.clearings.map {
      [
        zoneName($0.zoneID), .text(words($0.label)), .day($0.baseDay), .count($0.stock),
        .count($0.cleared), .percent($0.share),
      ]
    }
    return table
  }

  private func zoneName(_ id: String?) -> DocumentCell {
    guard let id else { return .text(words("全部", "all")) }
    return words.zone(
      statement.zones.compactMap(\.zone).first { $0.id == id } ?? StatementZone(id: id))
  }

  private func decimals(_ value: Double?) -> Int { value.map { $0 == $0.rounded() ? 0 : 2 } ?? 2 }

  private func short(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
