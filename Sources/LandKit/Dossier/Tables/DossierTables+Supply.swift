import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandLayers
import LandSurvey

extension DossierTables {
  /// Approved, not suppliable, supplied, built, idle and left, block by block.
  func supply() -> DocumentTable? {
    guard let account = application.supply else { return nil }
    var table = DocumentTable(
      caption: words("供地核算(按图形)", "Supply by the boundary as drawn"),
      columns: [
        column("区块", "block"), column("核准范围", "approved", .hectares),
        column("不可供应", "not suppliable", .hectares), column("可供应", "suppliable", .hectares),
        column("已供应", "supplied", .hectares), column("已建基底", "built footprint", .hectares),
        column("储备", "reserve", .hectares), column("已认定闲置", "found idle", .hectares),
        column("尚余可供应", "left", .hectares),
      ])
    table.rows = account.blocks.map { row($0.id, $0.figures) }
    table.totals = [row(words("合计", "whole"), account.whole)]
    table.note = words(
      "各项均为图形并集面积,重叠部分只计一次。",
      "Areas of unions: ground that several features hold counts once.")
    if let residual = account.whole.residual {
      let text = FixedDecimal.text(residual, 2)
      table.note += words(
        "校核差(已供应 + 尚余 + 不可供应且未供应 − 核准范围)为 \(text) ㎡。",
        " Residual (supplied + left + not suppliable and not supplied − approved): \(text) m².")
    }
    if !account.whole.missing.isEmpty {
      table.note +=
        words("缺少:", " Missing: ") + account.whole.missing.sorted().joined(separator: ", ")
    }
    return table
  }

  private func row(_ name: String, _ figures: SupplyFigures) -> [DocumentCell] {
    [
      .text(name), .hectares(figures.scope), .hectares(figures.notSuppliable),
      .hectares(figures.suppliable), .hectares(figures.supplied), .hectares(figures.built?.area),
      .hectares(figures.reserve), .hectares(figures.idleIdentified), .hectares(figures.remaining),
    ]
  }

  /// What part of the suppliable land is left under each reading, by geometry.
  func remainingShare() -> DocumentTable? {
    guard let account = application.supply else { return nil }
    let percent = Bilingual(zh: "%", en: "%")
    var table = DocumentTable(
      caption: words("尚可供应土地占比(三种读法)", "Share of land left, by three readings"),
      columns: [
        column("读法", "reading"), column("含义", "meaning"),
        column("尚可供应", "left", .hectares), column("现行范围基数", "base, scope in force", .hectares),
        column("占现行范围基数", "share of that", percent),
        column("原核准范围基数", "base, first approved scope", .hectares),
        column("占原核准范围基数", "share of that", percent),
      ])
    let hasOriginal = account.original != nil
    table.rows = account.remainingShares.map { share in
      [
        .code(share.reading.rawValue), .text(language(share.reading.meaning)),
        .hectares(share.remaining), .hectares(share.denominator), .percent(share.share),
        hasOriginal ? .hectares(share.originalDenominator) : .empty,
        hasOriginal ? .percent(share.shareOfOriginal) : .empty,
      ]
    }
    return table
  }

  /// 批而未供 by year of approval.
  func approvedUnsupplied() -> DocumentTable? {
    guard let years = application.supply?.whole.approved, !years.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("批而未供土地", "Approved, not supplied"),
      columns: [
        column("批准年份", "year of approval"), column("已批准", "approved", .hectares),
        column("其中未供应", "not supplied", .hectares),
      ])
    table.rows = years.map { year in
      [
        year.year.map { .code(String($0)) } ?? .unknown, .hectares(year.area),
        .hectares(year.unsupplied),
      ]
    }
    let area = years.reduce(0) { $0 + $1.area }
    table.totals = [
      [
        .text(words("合计", "whole")), .hectares(area),
        .hectares(application.supply?.whole.approvedUnsupplied),
      ]
    ]
    return table
  }
}
