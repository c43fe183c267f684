import LandKit

/// The zones around, as notices: the text gives no limits for a merger.
struct NeighboursText {
  let language: Language
  let neighbours: ZoneNeighbours

  func lines() -> [String] {
    guard !neighbours.others.isEmpty || !neighbours.unworkable.isEmpty else { return [] }
    var lines = [
      language("相邻开发区(仅供参考,不作判定)", "zones around (a notice, no verdict)")
    ]
    for other in neighbours.others.prefix(5) {
      var line = "  " + Terminal.plain(other.id)
      if let name = other.name { line += " " + Terminal.plain(name) }
      line +=
        language(":距离 ", ": distance ") + Terminal.number(other.distance, 2) + " m"
        + language(",共界 ", ", shared boundary ") + Terminal.number(other.sharedBoundary, 1) + " m"
        + language(",重叠 ", ", overlap ") + AreaText.hectares(other.overlap)
        + language(" 公顷", " ha")
      lines.append(line + language(";", "; ") + candidacy(other))
    }
    let more = neighbours.others.count - 5
    if more > 0 { lines.append("  " + language("另有 \(more) 个", "and \(more) more")) }
    if neighbours.lacksIndustries {
      lines.append(
        "  "
          + language(
            "主导产业未知:请在开发区图层填写 主导产业(leading_industry)一列",
            "leading industries unknown: fill in the column leading_industry of the zones layer"))
    }
    if !neighbours.unworkable.isEmpty {
      lines.append(
        "  " + language("图形无效:", "no valid polygons: ")
          + neighbours.unworkable.map(Terminal.plain).joined(separator: ", "))
    }
    return lines + [""]
  }

  private func candidacy(_ other: ZoneNeighbour) -> String {
    guard other.isAdjacent else {
      return language("不相邻(限 1 m,本程序的设定)", "not adjacent (limit 1 m, ours)")
    }
    switch other.isCandidate {
    case true?:
      return language("相邻且产业相近:", "adjacent, industries in common: ")
        + (other.sharedIndustries ?? []).sorted().map(Terminal.plain).joined(separator: "、")
    case false?: return language("相邻,主导产业不同", "adjacent, no industry in common")
    case nil: return language("相邻,产业是否相近未知", "adjacent, industries unknown")
    }
  }
}
