import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandSurvey
import LandTopology

extension DossierTables {
  /// The blocks to take in and to give up, as they count.
  func proposedBlocks() -> DocumentTable? {
    guard let change = application.survey?.change, !change.blocks.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("拟调整区块", "Proposed blocks"),
      columns: [
        column("区块", "block"), column("调整方式", "change"),
        column("图形面积", "as drawn", .hectares), column("计入面积", "counted", .hectares),
        column("不计入面积", "not counted", .hectares),
      ])
    table.rows = change.blocks.map { block in
      [
        .text(block.id), .text(language(block.direction.label)), .hectares(block.area),
        .hectares(block.counted), .hectares(block.rest),
      ]
    }
    table.note = words(
      "已在范围内的调入面积、不在范围内的调出面积不计入。",
      "Ground taken in that is in the scope already, or given up outside it, is not counted.")
    return table
  }

  /// old + in − out = new, by the layers and as stated; parks and industrial share with it.
  func beforeAndAfter() -> DocumentTable? {
    guard let survey = application.survey, let change = survey.change else { return nil }
    var table = DocumentTable(
      caption: words("调整前后对照", "Before and after"),
      columns: [
        column("项目", "what"), column("调整前", "before"), column("调入", "in"),
        column("调出", "out"), column("调整后", "after"), column("单位", "unit"),
        column("校核差", "residual"),
      ])
    table.rows.append([
      .text(words("面积(按图形)", "area as drawn")), .hectares(change.before.area),
      .hectares(change.taken), .hectares(change.given), .hectares(change.after.area),
      .text(language(.hectares)), .number(change.residual / 10_000, 4),
    ])
    let stated = Dictionary(
      survey.stated.map { ($0.name, $0.check) }, uniquingKeysWith: { first, _ in first })
    if stated["in_ha"] != nil || stated["out_ha"] != nil || stated["area_ha"] != nil {
      let identity = ApprovalIdentity(
        oldHa: stated["old_ha"]?.statedHa, inHa: stated["in_ha"]?.statedHa,
        outHa: stated["out_ha"]?.statedHa, newHa: stated["area_ha"]?.statedHa)
      table.rows.append([
        .text(words("面积(批准文件)", "area as approved")), .number(identity.oldHa, 4),
        .number(identity.inHa, 4), .number(identity.outHa, 4), .number(identity.newHa, 4),
        .text(language(.hectares)), .number(identity.residualHa, 4),
      ])
    }
    let (before, after) = (survey.useBefore, survey.useAfter)
    if before != nil || after != nil {
      table.rows += [
        shareRow(words("工业用地面积", "industrial land"), before?.industrial, after?.industrial),
        [
          .text(words("工业用地比例", "industrial share")), share(before), .empty, .empty,
          share(after), .text("%"), .empty,
        ],
      ]
    }
    table.rows.append([
      .text(words("园区数", "parks")), .empty, .empty, .empty,
      .count(application.file.parks?.value), .text(words("个", "")), .empty,
    ])
    table.note = words(
      "面积恒等式:调整前 + 调入 − 调出 = 调整后。", "Identity: before + in − out = after.")
    return table
  }

  private func shareRow(_ name: String, _ before: Double?, _ after: Double?) -> [DocumentCell] {
    [
      .text(name), .hectares(before), .empty, .empty, .hectares(after), .text(language(.hectares)),
      .empty,
    ]
  }

  private func share(_ layout: UseLayout?) -> DocumentCell {
    guard let layout, let industrial = layout.industrial, let land = layout.land, land > 0 else {
      return .unknown
    }
    return .percent(industrial / land)
  }

  /// Whether the layouts before and after are complete down to single polygons.
  func layout() -> DocumentTable? {
    let layouts = [
      (words("调整前", "before"), application.survey?.useBefore),
      (words("调整后", "after"), application.survey?.useAfter),
    ].compactMap { name, layout in layout.map { (name, $0) } }
    guard !layouts.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("用地布局图斑检查", "Layout polygon by polygon"),
      columns: [
        column("布局", "layout"), column("图斑数", "polygons"),
        column("图斑合计", "sum", .hectares), column("范围", "scope", .hectares),
        column("缝隙数", "gaps"), column("重叠数", "overlaps"),
        column("未编码图斑", "without code"), column("越界图斑", "outside"),
        column("结论", "verdict"),
      ])
    table.rows = layouts.map { name, layout in
      let verdict: DocumentCell =
        switch layout.isComplete {
        case true?: .text(words("完整", "complete"), tone: .good)
        case false?: .text(words("不完整", "not complete"), tone: .bad)
        case nil: .unknown
        }
      return [
        .text(name), .count(layout.polygons.count), .hectares(layout.sum),
        .hectares(layout.scope), .count(layout.gaps.count), .count(layout.overlaps.count),
        .count(layout.uncoded.count), .count(layout.outside.count), verdict,
      ]
    }
    return table
  }
}

extension ChangeDirection {
  /// What people call it.
  fileprivate var label: Bilingual {
    switch self {
    case .in: Bilingual(zh: "调入", en: "take in")
    case .out: Bilingual(zh: "调出", en: "give up")
    }
  }
}
