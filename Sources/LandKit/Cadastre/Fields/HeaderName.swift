/// A column name, split into what it names and the unit it states.
struct HeaderName: Hashable {
  /// The name in the form that tables are searched by: half width, small letters, without spaces,
  /// low lines, hyphens and full stops.
  var key: String
  /// The unit stated in brackets or as a suffix.
  var unit: FieldUnit?

  /// The readings of a name, the most literal first: as it stands, without its bracketed unit,
  /// without its suffixed unit.
  static func readings(of name: String) -> [HeaderName] {
    let plain = TextFolding.lowercasedASCII(TextFolding.trimmed(TextFolding.fold(name)))
    var readings = [HeaderName(key: key(plain))]
    if plain.hasSuffix(")"), let open = plain.lastIndex(of: "(") {
      var inside = String(plain[plain.index(after: open)...].dropLast())
      if inside.hasPrefix("单位:") { inside.removeFirst(3) }
      let outside = String(plain[..<open])
      if let unit = FieldUnit(name: inside) {
        readings.append(HeaderName(key: key(outside), unit: unit))
        readings += suffixed(outside, statedUnit: unit)
      }
    }
    return readings + suffixed(plain, statedUnit: nil)
  }

  private static func suffixed(_ name: String, statedUnit: FieldUnit?) -> [HeaderName] {
    for (suffix, unit) in suffixes where name.hasSuffix(suffix) {
      let base = String(name.dropLast(suffix.count))
      return [HeaderName(key: key(base), unit: statedUnit ?? unit)]
    }
    return []
  }

  private static let suffixes: [(String, FieldUnit)] = [
    ("_wan_per_ha", .wanPerHectare), ("_wan_per_mu", .wanPerMu),
    ("_yuan_per_m2", .yuanPerSquareMetre), ("_yuan_per_mu", .yuanPerMu), ("_km2", .squareKilometre),
    ("_m2", .squareMetre), ("_sqm", .squareMetre), ("_ha", .hectare), ("_mu", .mu),
    ("_wan", .tenThousandYuan), ("_yi", .hundredMillionYuan), ("_yuan", .yuan), ("_pct", .percent),
    ("_percent", .percent), ("_m", .metre), ("%", .percent),
  ]

  /// The form that tables are searched by.
  static func key(_ name: String) -> String {
    String(
      TextFolding.lowercasedASCII(TextFolding.fold(name)).filter {
        !$0.isWhitespace && $0 != "_" && $0 != "-" && $0 != "." && $0 != ":"
      })
  }
}
