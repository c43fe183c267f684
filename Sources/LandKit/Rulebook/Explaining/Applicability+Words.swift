import LandGeometry

extension Applicability {
  /// When the rule applies, one line a restriction; empty where nothing restricts it.
  public var words: [Bilingual] {
    var lines: [Bilingual] = []
    if !levels.isEmpty {
      lines.append(
        Bilingual(zh: "开发区级别:", en: "level of the zone: ")
          + .joined(levels.map(ZoneLevelWords.label)))
    }
    if industrialOnly {
      lines.append(Bilingual(zh: "工业、仓储用地", en: "land for industry and storage"))
    }
    if asBuilt {
      lines.append(
        Bilingual(
          zh: "竣工或者到约定竣工日期之后,此前未达到不算",
          en: "owed once the project is, or should be, finished; before that a miss is none"))
    }
    if !industries.isEmpty {
      let codes = industryRanges.joined(separator: ", ")
      lines.append(
        Bilingual(zh: "行业(GB/T 4754-2017):\(codes)", en: "industry (GB/T 4754-2017): \(codes)"))
    }
    if let year {
      lines.append(
        Bilingual(
          zh: "\(year) 年的目标:用该年数据,年度未结束不算未达到",
          en: "target of \(year): by the figures of that year; before it ends a miss is not due"))
    }
    if let from { lines.append(Bilingual(zh: "自 \(from) 起", en: "from \(from)")) }
    if let until { lines.append(Bilingual(zh: "至 \(until) 止", en: "until \(until)")) }
    if let when { lines.append(Bilingual(zh: "条件:", en: "where ") + when.words) }
    return lines
  }

  /// The industry codes as ranges, `13-43`.
  public var industryRanges: [String] {
    var ranges: [(first: Int, last: Int)] = []
    for code in industries.compactMap({ Int($0) }).sorted() {
      if let last = ranges.last, last.last + 1 == code {
        ranges[ranges.count - 1].last = code
      } else {
        ranges.append((code, code))
      }
    }
    func text(_ code: Int) -> String { code < 10 ? "0\(code)" : "\(code)" }
    return ranges.map {
      $0.first == $0.last ? text($0.first) : "\(text($0.first))-\(text($0.last))"
    }
  }
}
