import LandDocuments
import LandIdleLand

/// The tables of a yearly statement in one language.
///
/// Areas are printed in m² with the two decimals that they are kept with, so that a reader who adds
/// them up gets the totals.
public struct StatementTables: Sendable {
  let statement: YearStatement
  let words: StatementWords

  /// The tables of a statement.
  public init(_ statement: YearStatement, language: Document.Language) {
    self.statement = statement
    words = StatementWords(language: language)
  }

  /// 年度平衡表: the balance of land found idle, row by row.
  public func balance() -> DocumentTable {
    table(
      statement.idle,
      caption: words(
        "\(statement.year)年闲置土地平衡表", "Balance of idle land, \(statement.year)"),
      removed: words("本年处置完成合计", "ended in the year, together"))
  }

  /// The balance of land suspected.
  public func suspicion() -> DocumentTable {
    table(
      statement.suspicion,
      caption: words(
        "\(statement.year)年涉嫌闲置土地查处平衡表",
        "Balance of suspected idle land, \(statement.year)"),
      removed: words("本年查结合计", "decided in the year, together"))
  }

  private func table<Row: StatementRow>(
    _ balance: StatementBalance<Row>, caption: String, removed: String
  ) -> DocumentTable {
    var table = DocumentTable(
      caption: caption,
      columns: [
        words.column("项目", "item", width: 40), words.column("宗数", "cases", width: 12),
        words.areaColumn("面积", "area", width: 24),
        words.column("其中面积未知宗数", "of these without known area", width: 24),
      ])
    func row(_ label: String, _ amount: StatementTally) -> [DocumentCell] {
      [.text(label)] + words.cells(amount) + [.count(amount.withoutArea)]
    }
    table.rows = Row.allCases.map { row(words($0.label), balance[$0]) }
    let residual =
      balance.total(.opening) + balance.total(.added) + balance.total(.adjusted)
      - balance.total(.removed) - balance.total(.closing)
    table.totals = [
      row(removed, balance.total(.removed)),
      row(words("勾稽差（应为0）", "check (must be 0)"), residual),
    ]
    table.note = words(
      "年初 + 新增 + 调整 − 处置（查结） = 年末。面积为面积已知各宗之和。",
      "Opening + new + adjusted − ended = closing. The area is that of the cases whose area is known."
    )
    return table
  }

  /// The balance zone by zone, with the rates of disposal.
  public func zones() -> DocumentTable {
    var table = groups(
      caption: words("分开发区情况", "By zone"), first: words.column("开发区", "zone"),
      rows: statement.zones.map { (words.zone($0.zone), $0.idle) })
    table.columns += [
      words.shareColumn("累计处置率（面积）", "rate since base date, by area"),
      words.shareColumn("累计处置率（宗数）", "rate since base date, by cases"),
      words.shareColumn("本年处置率（面积）", "rate of the year, by area"),
      words.shareColumn("本年处置率（宗数）", "rate of the year, by cases"),
    ]
    for (index, zone) in statement.zones.enumerated() {
      table.rows[index] += rates(zone.rate) + rates(zone.yearRate)
    }
    table.totals[0] += rates(statement.rate) + rates(statement.yearRate)
    return table
  }

  /// A rate that has no denominator is nothing; one of unknown areas is unknown.
  private func rates(_ rate: DisposalRate) -> [DocumentCell] {
    guard rate.identifiedCount > 0 else { return [.empty, .empty] }
    return [.percent(rate.byArea), .percent(rate.byCount)]
  }

  /// The balance by class of causes.
  public func causes() -> DocumentTable {
    var table = groups(
      caption: words("分闲置原因情况", "By class of causes"),
      first: words.column("原因类别", "cause"),
      rows: statement.causes.map { item in
        (
          .text(
            item.cause.map { words($0.label) } ?? words("未查明", "not established")), item.idle
        )
      })
    table.note = words(
      "原因类别在年内改变的，从原类别调出、在新类别调入，列入“调整”。",
      "A case whose class changed within the year leaves one class and enters the other under \"adjusted\"."
    )
    return table
  }

  private func groups(
    caption: String, first: DocumentTable.Column,
    rows: [(label: DocumentCell, balance: StatementBalance<IdleRow>)]
  ) -> DocumentTable {
    var table = DocumentTable(
      caption: caption,
      columns: [first] + words.amountColumns("年初", "opening")
        + words.amountColumns("新认定", "identified") + words.amountColumns("调整", "adjusted")
        + words.amountColumns("处置完成", "ended") + words.amountColumns("年末", "closing")
        + [words.column("年末面积未知宗数", "closing, without known area")])
    func cells(_ label: DocumentCell, _ balance: StatementBalance<IdleRow>) -> [DocumentCell] {
      let sides: [StatementSide] = [.opening, .added, .adjusted, .removed, .closing]
      return [label] + sides.flatMap { words.cells(balance.total($0)) }
        + [.count(balance[.closing].withoutArea)]
    }
    table.rows = rows.map { cells($0.label, $0.balance) }
    table.totals = [cells(.text(words("合计", "total")), statement.idle)]
    return table
  }

  /// Open cases by age.
  public func ages() -> DocumentTable {
    var table = DocumentTable(
      caption: words("分闲置时间情况", "By time idle"),
      columns: [words.column("闲置时间", "idle for")] + words.amountColumns("年初", "opening")
        + words.amountColumns("年末", "closing"))
    table.rows = statement.ages.map {
      [.text(words($0.age.label))] + words.cells($0.opening) + words.cells($0.closing)
    }
    table.totals = [
      [.text(words("合计", "total"))] + words.cells(statement.idle[.opening])
        + words.cells(statement.idle[.closing])
    ]
    table.note = words(
      "自闲置起算日起算的整月数。分档由本台账自行设定：满12个月与第十四条“未动工开发满两年”相当（第二条第一款情形）。",
      "Completed months since the first idle day. The classes are ours: twelve months correspond to "
        + "two full years without a start in Art. 14 (cases of Art. 2(1)).")
    return table
  }

  /// Cases ended within the year by the way of ending.
  public func ways() -> DocumentTable {
    var table = DocumentTable(
      caption: words("分处置方式情况", "By way of ending"),
      columns: [
        words.column("处置方式", "way"), words.column("宗数", "cases"),
        words.areaColumn("闲置面积", "idle area"), words.areaColumn("处置面积", "area disposed of"),
        words.column("其中面积未知宗数", "of these without known area"),
      ])
    func cells(_ label: String, _ ended: StatementTally, _ disposed: StatementTally)
      -> [DocumentCell]
    {
      [.text(label)] + words.cells(ended) + [words.area(disposed), .count(ended.withoutArea)]
    }
    let endings: [IdleRow: CaseStanding.Ending] = [
      .start: .start, .withdraw: .withdraw, .buyback: .buyback, .swap: .swap,
    ]
    table.rows = statement.ways.map { way in
      cells(endings[way.way].map(words.ending) ?? "", way.ended, way.disposed)
    }
    table.totals = [
      cells(
        words("合计", "total"), statement.idle.total(.removed),
        statement.ways.reduce(.zero) { $0 + $1.disposed })
    ]
    table.note = words(
      "仅征缴土地闲置费、延长动工期限等不算处置完成。部分处置的只计面积，宗地其余部分仍为结存。",
      "A fee, or putting off the start, alone ends no case. A part disposed of counts with its area; the case stays open with the rest."
    )
    return table
  }
}
