import LandGeometry
import LandLayers

extension SurveyDrift {
  /// The limits that figures break. A figure that is not known breaks none: there is nothing yet
  /// that a first survey could drift from.
  static func breaches(
    _ limits: Limits, count: Double?, area: Double?, kept: Double?, changed: Double?,
    columns: [String]
  ) -> [Breach] {
    var breaches: [Breach] = []
    func add(_ kind: Breach.Kind, _ value: Double, _ limit: Double, _ text: Bilingual) {
      breaches.append(Breach(kind: kind, value: value, limit: limit, column: nil, text: text))
    }
    if let count, count.magnitude > limits.count {
      add(
        .count, count, limits.count,
        change(Bilingual(zh: "宗地数", en: "number of parcels"), count, limits.count))
    }
    if let area, area.magnitude > limits.area {
      add(
        .area, area, limits.area, change(Bilingual(zh: "总面积", en: "total area"), area, limits.area))
    }
    if let kept, kept < limits.keptIDs {
      add(
        .keptIDs, kept, limits.keptIDs,
        Bilingual(
          zh: "上次宗地代码仅保留 \(percent(kept)),低于限值 \(percent(limits.keptIDs))",
          en: "only \(percent(kept)) of the earlier ids are kept; the limit is"
            + " \(percent(limits.keptIDs))"))
    }
    if let changed, let limit = limits.changedGround, changed > limit {
      add(
        .changedGround, changed, limit,
        Bilingual(
          zh: "土地变动 \(percent(changed)),超过限值 \(percent(limit))",
          en: "\(percent(changed)) of the ground changed; the limit is \(percent(limit))"))
    }
    if !limits.allowsGoneColumns {
      for column in columns {
        breaches.append(
          Breach(
            kind: .column, value: nil, limit: nil, column: column,
            text: Bilingual(
              zh: "本次数据缺少上次已识别的字段“\(column)”",
              en: "column \"\(column)\" of the last survey is missing")))
      }
    }
    return breaches
  }

  private static func change(_ what: Bilingual, _ value: Double, _ limit: Double) -> Bilingual {
    let isMore = value > 0
    return Bilingual(
      zh: "\(what.zh)较上次\(isMore ? "增加" : "减少") \(percent(value.magnitude)),"
        + "超过限值 ±\(percent(limit))",
      en: "\(what.en) \(isMore ? "grew" : "shrank") by \(percent(value.magnitude));"
        + " the limit is ±\(percent(limit))")
  }

  private static func percent(_ part: Double) -> String { FixedDecimal.text(part * 100, 2) + " %" }
}
