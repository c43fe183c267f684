import LandCadastre
import LandDocuments

extension MultiYearStatement {
  /// The balances of the years, one row each.
  public func table(_ language: Document.Language) -> DocumentTable {
    let words = StatementWords(language: language)
    var table = DocumentTable(
      caption: words("历年闲置土地平衡表", "Balances of the years"),
      columns: [words.column("年度", "year")] + words.amountColumns("年初", "opening")
        + words.amountColumns("新认定", "identified") + words.amountColumns("调整", "adjusted")
        + words.amountColumns("处置完成", "ended") + words.amountColumns("年末", "closing")
        + [
          words.column("年末面积未知宗数", "closing, without known area"),
          words.shareColumn("累计处置率（面积）", "rate since base date, by area"),
          words.shareColumn("累计处置率（宗数）", "rate since base date, by cases"),
        ] + words.amountColumns("结账时年末", "closing as it stood")
        + words.amountColumns("结账后变化", "changed since")
        + words.amountColumns("结账时年初与上年结账年末之差", "opening as it stood less closing before"))
    table.rows = years.map { year in
      let now = year.now
      let sides: [StatementSide] = [.opening, .added, .adjusted, .removed, .closing]
      let none = now.rate.identifiedCount == 0
      var row: [DocumentCell] = [.code(String(now.year))]
      row += sides.flatMap { words.cells(now.idle.total($0)) }
      row += [
        .count(now.idle[.closing].withoutArea), none ? .empty : .percent(now.rate.byArea),
        none ? .empty : .percent(now.rate.byCount),
      ]
      row += optional(year.closed?.idle[.closing], words)
      row += optional(year.closingChange, words)
      row += optional(year.openingGap, words)
      return row
    }
    table.note = words(
      "前列各栏按现有登记计算，每年年初等于上年年末；后列各栏为结账时的数字，空白为该年未结账。",
      "The first columns are reckoned from all that is known now; each opening is the closing before. "
        + "The last ones are the figures at the closing, empty where the year was not closed.")
    return table
  }

  private func optional(_ amount: StatementTally?, _ words: StatementWords) -> [DocumentCell] {
    amount.map(words.cells) ?? [.empty, .empty]
  }
}

extension StatementDifference {
  /// The rows of the balances that differ.
  public func figureTable(_ language: Document.Language) -> DocumentTable {
    let words = StatementWords(language: language)
    var table = DocumentTable(
      caption: words("结账数与现数差异", "As closed and as known now"),
      columns: [words.column("表", "balance"), words.column("项目", "item")]
        + words.amountColumns("结账时", "as closed") + words.amountColumns("现", "now")
        + words.amountColumns("差", "difference"))
    table.rows = figures.map {
      [
        .text(
          $0.isOfSuspicion ? words("涉嫌闲置", "suspected") : words("已认定闲置", "found idle")),
        .text(words($0.label)),
      ] + words.cells($0.before) + words.cells($0.now) + words.cells($0.now - $0.before)
    }
    table.note = words(
      "\(year)年以第\(closedAt)号登记结账。", "\(year) was closed by entry \(closedAt).")
    return table
  }

  /// The cases that differ, one row for each entry that made the difference.
  public func caseTable(_ language: Document.Language) -> DocumentTable {
    let words = StatementWords(language: language)
    var table = DocumentTable(
      caption: words("结账后有变化的案件", "Cases that changed since"),
      columns: [
        words.column("案件", "case"), words.column("宗地", "parcel"),
        words.column("结账时", "as closed"), words.column("现", "now"),
        words.column("登记号", "entry"), words.column("发生日", "day"),
        words.column("事项", "event"), words.column("更正登记号", "corrects"),
        words.column("录入时间", "recorded at"), words.column("经办人", "by"),
        words.column("理由", "reason"),
      ])
    for item in cases {
      let head: [DocumentCell] = [
        .code(item.caseID), .code(item.parcelID), .text(text(item.before, words)),
        .text(text(item.now, words)),
      ]
      if item.events.isEmpty {
        table.rows.append(head + Array(repeating: .empty, count: 7))
      }
      for event in item.events {
        table.rows.append(
          head + [
            .count(event.number), .day(event.day), .text(words(event.kind.label)),
            event.details.corrects.map { .count($0) } ?? .empty, .code(event.recordedAt),
            .text(event.author), .text(event.reason),
          ])
      }
    }
    return table
  }

  /// What a case did in the year, without what only passes through.
  private func text(_ figures: CaseYear.Figures?, _ words: StatementWords) -> String {
    guard let figures, !(figures.idle.isEmpty && figures.suspicion.isEmpty) else {
      return words("不在本年", "not in the year")
    }
    func line<Row: StatementRow>(_ movement: StatementMovement<Row>) -> String {
      let area =
        movement.amount.withoutArea == 0
        ? " " + AreaText.text(movement.amount.areaHundredths) : ""
      return words(movement.row.label) + area
    }
    // A suspicion that only became a finding is told by the balance of land found idle.
    let parts =
      figures.idle.isEmpty ? figures.suspicion.map(line) : figures.idle.map(line)
    return parts.joined(separator: words("；", "; "))
  }
}

private enum AreaText {
  /// Hundredths of a square metre as `-12.05 m²`.
  static func text(_ hundredths: Int) -> String {
    let digits = String(hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(hundredths.magnitude / 100).\(digits.count < 2 ? "0" : "")\(digits) m²"
  }
}
