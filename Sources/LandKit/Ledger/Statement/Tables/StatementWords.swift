import LandDocuments
import LandGeometry
import LandRulebook

/// The words of statements in one language.
struct StatementWords: Sendable {
  let language: Document.Language

  func callAsFunction(_ zh: String, _ en: String) -> String { language(zh, en) }
  func callAsFunction(_ text: Bilingual) -> String { language(text) }

  func column(_ zh: String, _ en: String, width: Double? = nil) -> DocumentTable.Column {
    DocumentTable.Column(language(zh, en), width: width)
  }
  /// A column of areas in m².
  func areaColumn(_ zh: String, _ en: String, width: Double? = nil) -> DocumentTable.Column {
    DocumentTable.Column(language(zh, en), unit: language("㎡", "m²"), width: width)
  }
  /// A column of money in 万元.
  func moneyColumn(_ zh: String, _ en: String) -> DocumentTable.Column {
    DocumentTable.Column(language(zh, en), unit: "万元")
  }
  /// A column of shares in per cent.
  func shareColumn(_ zh: String, _ en: String, width: Double? = nil) -> DocumentTable.Column {
    DocumentTable.Column(language(zh, en), unit: "%", width: width)
  }
  /// Two columns for an amount: cases and area.
  func amountColumns(_ zh: String, _ en: String) -> [DocumentTable.Column] {
    [column("\(zh)宗数", "\(en), cases"), areaColumn("\(zh)面积", "\(en), area")]
  }

  /// Cases and area; the area is unknown where none of the cases has one.
  func cells(_ amount: StatementTally) -> [DocumentCell] { [.count(amount.cases), area(amount)] }

  /// The area of the cases whose area is known.
  func area(_ amount: StatementTally) -> DocumentCell {
    amount.withoutArea > 0 && amount.withoutArea == amount.cases && amount.areaHundredths == 0
      ? .unknown : .number(amount.area, 2)
  }

  /// The name of a zone.
  func zone(_ zone: StatementZone?) -> DocumentCell {
    guard let zone else { return .text(language("未注明开发区", "no zone named")) }
    return zone.name.map { .text($0) } ?? .code(zone.id)
  }

  func phase(_ phase: CaseStanding.Phase) -> String { language(phase.label) }
  func ending(_ ending: CaseStanding.Ending) -> String { language(ending.label) }

  func verdict(_ verdict: Verdict) -> DocumentCell {
    switch verdict {
    case .met: .text(language("符合", "met"), tone: .good)
    case .notMet: .text(language("不符合", "not met"), tone: .bad)
    case .needsReasons: .text(language("须说明理由", "needs reasons"), tone: .attention)
    case .unknown(let missing):
      .text(
        language("无法判定", "unknown")
          + (missing.isEmpty ? "" : language("：缺", ": missing ") + language.list(missing)),
        tone: .unknown)
    case .notApplicable: .text(language("不适用", "not applicable"))
    }
  }
}
