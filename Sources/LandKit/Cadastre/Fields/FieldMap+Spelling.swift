import LandLayers

extension FieldMap {
  /// For columns that no field answers to the name that may have been meant: 签订日期 for 签定日期,
  /// contract_area_m2 for area_contrat. Fields that another column holds are not offered, and names
  /// of fewer than four letters (of three Chinese ones) are not judged; the limits are ours.
  public var meant: [String: String] {
    let held = Set(bindings.map(\.field))
    // The first name of a key stands for it; the usual names of a field come first.
    var known: [String: (name: String, field: Field)] = [:]
    var keys: [String] = []
    for field in Field.fields(of: role) {
      for name in [field.rawValue] + field.names(in: role) {
        let key = Self.spellingKey(name)
        if known.updateValue(known[key] ?? (name, field), forKey: key) == nil { keys.append(key) }
      }
    }
    var meant: [String: String] = [:]
    for name in unrecognised {
      let key = Self.spellingKey(name)
      let isChinese = key.unicodeScalars.contains { $0.value >= 0x4E00 }
      guard key.count >= (isChinese ? 3 : 4), let near = SpellingAid.nearest(to: key, among: keys)
      else { continue }
      if let (name: whole, field: field) = known[near], !held.contains(field) {
        meant[name] = whole
      }
    }
    return meant
  }

  /// The form in which names are held against each other: without units, the words in the order of
  /// the alphabet, since contract_area and area_contract are the same slip.
  private static func spellingKey(_ name: String) -> String {
    let plain = TextFolding.lowercasedASCII(TextFolding.trimmed(TextFolding.fold(name)))
    let units: Set<Substring> = ["m2", "sqm", "ha", "mu", "wan", "yuan", "pct", "percent"]
    let words = plain.prefix { $0 != "(" }.split { $0 == "_" || $0 == "-" || $0 == " " }
    return words.filter { !units.contains($0) }.sorted().joined(separator: "_")
  }
}
