import LandAudit
import LandDocuments
import LandSurvey

extension DossierTables {
  /// The approved area in force against the boundary as drawn.
  func officialAreas() -> DocumentTable? {
    guard let official = application.survey?.official, let check = official.approved else {
      return nil
    }
    var table = DocumentTable(
      caption: words("核准面积与图形面积", "Approved area and boundary as drawn"),
      columns: [
        column("核准文件", "approval"), column("核准面积", "approved", .hectares),
        column("图形平面面积", "as drawn, on the plane", .hectares),
        column("差", "difference", .hectares), column("结论", "verdict"),
      ])
    table.rows = [[.code(official.approval)] + Self.compared(check, words)]
    table.note = words(
      "两位小数的公顷允许差 0.01 公顷。", "Two decimals of a hectare allow a difference of 0.01 ha.")
    return table
  }

  /// The sums of the official classes, and official areas beside measured ones.
  func officialBalance() -> DocumentTable? {
    guard let official = application.survey?.official,
      !official.sums.isEmpty || !official.rows.isEmpty
    else { return nil }
    var table = DocumentTable(
      caption: words("官方面积校核", "Official areas checked"),
      columns: [
        column("项目", "what"), column("官方数据", "official", .hectares),
        column("对照数", "held against", .hectares), column("差", "difference", .hectares),
        column("结论", "verdict"),
      ])
    for sum in official.sums {
      let verdict: DocumentCell =
        switch sum.holds {
        case true?: .text(words("成立", "holds"), tone: .good)
        case false?: .text(words("不成立", "does not hold"), tone: .bad)
        case nil:
          DocumentCell(
            .unknown(sum.missing.joined(separator: ", ")), tone: .unknown)
        }
      table.rows.append([
        .text(words("Σ\(sum.classes) = T(总面积)", "Σ\(sum.classes) = T, the total")),
        .number(sum.sumHa, 4), .number(sum.totalHa, 4), .number(sum.residualHa, 4), verdict,
      ])
    }
    for row in official.rows {
      table.rows.append(
        [.text(words("\(row.name)(对照图形)", "\(row.name), as drawn"))]
          + Self.compared(row.check, words))
    }
    return table
  }

  /// Stated, measured, difference, verdict.
  static func compared(
    _ check: OfficialAreaCheck, _ words: (String, String) -> String
  ) -> [DocumentCell] {
    [
      .number(check.statedHa, 4), .number(check.measuredHa, 4), .number(check.differenceHa, 4),
      .text(
        check.agrees ? words("一致", "agree") : words("不一致", "differ"),
        tone: check.agrees ? .good : .bad),
    ]
  }
}
