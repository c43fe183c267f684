import LandKit

/// A layout of land use in a few lines: how it adds up, and what is wrong with it.
struct LayoutText {
  let language: Language
  let title: String
  let layout: UseLayout

  func lines() -> [String] {
    let unknown = language("未知", "unknown")
    func hectares(_ area: Double?) -> String { area.map(AreaText.hectares) ?? unknown }
    var lines = [
      title + language("(公顷)", ", ha"),
      "  " + language("图斑 \(layout.polygons.count) 个,Σ ", "\(layout.polygons.count) polygons, sum ")
        + hectares(layout.sum) + language(",范围 ", ", scope ") + hectares(layout.scope)
        + language(",差 ", ", off by ")
        + (layout.residual.map { Terminal.number($0, 2) + " m²" } ?? unknown)
        + (layout.addsUp == false ? language("(超出 ±0.01 公顷)", " (beyond ±0.01 ha)") : ""),
    ]
    var industrial =
      "  " + language("工业仓储用地 ", "industrial land ") + hectares(layout.industrial)
    if let part = layout.industrial, let land = layout.land, land > 0 {
      industrial += " (" + Terminal.number(100 * part / land, 2) + " %)"
    }
    lines.append(industrial)
    func list(_ zh: String, _ en: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines.append("  " + language(zh, en) + AreaText.few(items, language))
    }
    func names(_ polygons: [UsePolygon]) -> [String] { polygons.map { Terminal.plain($0.id) } }
    list("缝隙:", "gaps: ", layout.gaps.map(AreaText.hectares))
    list(
      "重叠:", "overlaps: ",
      layout.overlaps.map { pair in
        Terminal.plain(layout.polygons[pair.first].id) + " × "
          + Terminal.plain(layout.polygons[pair.second].id) + " " + AreaText.hectares(pair.area)
      })
    list("缺地类编码:", "without a use code: ", names(layout.uncoded))
    list(
      "用途无法识别:", "use not recognised: ",
      layout.undecided.filter { $0.code != nil }.map {
        Terminal.plain("\($0.id) \($0.code ?? "")")
      })
    list(
      "超出范围:", "outside the scope: ",
      layout.outside.map { Terminal.plain($0.id) + " " + AreaText.hectares($0.outside ?? 0) })
    list("图形无效:", "no valid polygons: ", names(layout.unworkable))
    return lines + [""]
  }
}
