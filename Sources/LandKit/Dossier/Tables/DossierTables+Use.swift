import LandAudit
import LandCadastre
import LandDocuments
import LandGeometry
import LandSurvey

extension DossierTables {
  /// Present use: the official classes of the evaluation, with what the parcels come to.
  func landUse() -> DocumentTable? {
    let official = LandClass.allCases.compactMap { landClass -> [DocumentCell]? in
      guard let area = application.file.official?.areaHa(of: landClass) else { return nil }
      let share = application.file.official?.totalHa.map { area / $0.value }
      return [
        .code(landClass.rawValue), .text(language(landClass.label)), .number(area, 2),
        .percent(share), .text(words("评价成果", "official survey")),
      ]
    }
    let rows = official + parcelUses()
    guard !rows.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("土地利用现状", "Present use of the land"),
      columns: [
        column("代码", "code", width: 7), column("类别", "class", width: 50),
        column("面积", "area", .hectares, width: 13),
        column("占总面积", "share of the whole", Bilingual(zh: "%", en: "%"), width: 14),
        column("来源", "source", width: 16),
      ])
    table.rows = rows
    table.note = words(
      "评价成果为 zone.yaml 所列官方数据;宗地合计为各宗地平面面积之和,含尚未供应的宗地。",
      "Official survey: figures of zone.yaml. Parcels: sums of planar areas, those not supplied included."
    )
    return table
  }

  /// Areas of the parcels by their use as written, largest first.
  private func parcelUses() -> [[DocumentCell]] {
    var areas: [String: (area: Double, isComplete: Bool)] = [:]
    for parcel in application.parcels {
      let use = parcel.landUse ?? ""
      var sum = areas[use] ?? (0, true)
      if let area = parcel.planarArea { sum.area += area } else { sum.isComplete = false }
      areas[use] = sum
    }
    let scope = application.supply?.whole.scope
    return areas.sorted { ($1.value.area, $0.key) < ($0.value.area, $1.key) }.map { use, sum in
      [
        .empty,
        use.isEmpty ? DocumentCell(.unknown(""), tone: .unknown) : .text(use),
        sum.isComplete
          ? .hectares(sum.area)
          : DocumentCell(.unknown(words("有宗地面积未知", "an area is not known")), tone: .unknown),
        .percent(sum.isComplete ? scope.map { sum.area / $0 } : nil),
        .text(words("宗地合计", "parcels")),
      ]
    }
  }
}
