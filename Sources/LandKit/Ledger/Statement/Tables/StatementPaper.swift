import LandDocuments

/// The yearly statement as a paper: tables, definitions, lines to sign on.
public struct StatementPaper: Sendable {
  /// The statement.
  public var statement: YearStatement
  /// The balances of the years; nil prints none.
  public var years: MultiYearStatement?
  /// What became known since the closing; nil or an empty one prints none.
  public var difference: StatementDifference?
  /// 闲置土地处置情况统计表, one row a case; too wide for most pages, so it comes last.
  public var register: DocumentTable?
  /// What else the paper is about and made from, as label and value.
  public var particulars: [(label: String, value: String)] = []

  /// A paper of a statement alone.
  public init(_ statement: YearStatement) { self.statement = statement }

  /// The paper in a language.
  public func document(_ language: Document.Language) -> Document {
    let words = StatementWords(language: language)
    let tables = StatementTables(statement, language: language)
    let year = statement.year
    var document = Document(
      language: language,
      title: words("\(year)年度闲置土地处置情况年报", "Idle land: statement of the year \(year)"))
    document.subtitle = words(
      "（截至\(year)年12月31日）", "(as of 31 December \(year))")
    document.particulars =
      [(words("数据", "state"), known(words))] + particulars
    document.blocks = notices(words)
    func part(_ title: String, _ anchor: String, _ parts: [DocumentTable?]) {
      let known = parts.compactMap { $0 }
      guard !known.isEmpty else { return }
      document.blocks.append(.heading(level: 1, title, anchor: anchor))
      document.blocks += known.map { .table($0) }
    }
    part(words("总体情况", "Overall"), "balance", [tables.balance(), tables.suspicion()])
    part(
      words("分类情况", "In parts"), "parts",
      [tables.zones(), tables.causes(), tables.ages(), tables.ways()])
    part(
      words("处置率和目标", "Rates and targets"), "rates",
      [tables.rates(), tables.targets(), tables.builtUp(), tables.clearings()])
    part(words("历年情况", "The years"), "years", [years?.table(language)])
    if let chart = years.flatMap({ YearChart($0.points, language: language).block() }) {
      document.blocks.append(chart)
    }
    if let difference, !difference.isEmpty {
      part(
        words("结账后的变化", "Changed since the closing"), "differences",
        [difference.figureTable(language), difference.caseTable(language)])
    }
    part(words("逐宗情况", "Case by case"), "cases", [register])
    document.blocks.append(
      .heading(level: 1, words("填报说明", "Notes"), anchor: "notes"))
    document.blocks.append(.list(notes(words)))
    document.blocks.append(
      .signatures([
        words("填报单位（盖章）", "submitted by (seal)"), words("填表人", "prepared by"),
        words("审核人", "checked by"), words("负责人", "responsible"), words("日期", "date"),
      ]))
    return document
  }

  private func known(_ words: StatementWords) -> String {
    statement.knownUntil.map {
      words("按结账时登记（至第\($0)号）", "as it stood at the closing (up to entry \($0))")
    } ?? words("按现有全部登记", "as known now (all entries)")
  }

  private func notices(_ words: StatementWords) -> [Block] {
    var blocks: [Block] = []
    if !statement.idle.holds || !statement.suspicion.holds {
      blocks.append(
        .notice(.bad, words("平衡表不平，请核对台账。", "A balance does not hold: check the ledger.")))
    }
    let unknown = statement.cases.filter { item in
      item.figures.idle.contains { $0.row != .adjusted && $0.amount.withoutArea > 0 }
    }
    if !unknown.isEmpty {
      let ids = words.language.list(unknown.map(\.caseID))
      blocks.append(
        .notice(
          .attention,
          words(
            "\(unknown.count)宗闲置面积未知，面积合计不含：\(ids)。",
            "\(unknown.count) cases without a known idle area are in no sum of areas: \(ids).")))
    }
    return blocks
  }

  private func notes(_ words: StatementWords) -> [String] {
    [
      words(
        "闲置土地以《闲置土地认定书》送达为准（《闲置土地处置办法》第九条）；涉嫌闲置的另表统计。",
        "Land is idle from the day the finding was served (Decree 53, Art. 9); suspicions are counted "
          + "in a table of their own."),
      words(
        "动工开发、无偿收回、协议有偿收回、置换土地的，按完成日计为处置完成；征缴土地闲置费、延长动工开发期限、"
          + "调整规划条件、临时使用的，仍为结存。",
        "A start, a withdrawal, a buy-back and a swap end a case on the day they are done; a fee, an "
          + "extension, changed conditions and temporary use leave it open."),
      words(
        "面积为认定的闲置面积，单位平方米，逐宗取两位小数后相加；面积未知的不计为零。",
        "Areas are idle areas as found, in m², rounded to two decimals case by case and then added up; "
          + "an unknown area is not zero."),
      words(
        "“调整”为年内重新认定、更正造成的面积变化和按更正调出的案件，不含跨年更正；后者改变相应年度的数字，"
          + "与结账数的差异另表列示。",
        "\"Adjusted\": changes of areas by later findings within the year and the like. A correction "
          + "changes the figures of the year that it concerns; what it changes against the closing is "
          + "listed apart."),
    ]
  }
}
