import LandGeometry

/// What the section 属性描述 says, as far as reading depends on it.
struct ExchangeTextHeader: Hashable {
  /// A national datum whose planes have numbers in the EPSG register.
  enum Datum: Hashable {
    case cgcs2000, xian80, beijing54
    /// Another system, by its name.
    case other(String)
  }

  /// Values by their keys, in half width.
  private(set) var values: [String: String] = [:]
  /// The keys in the order of the file.
  private(set) var keys: [String] = []

  /// Keys of the standard form that matter to whoever reads the file.
  private static let expected = ["坐标系", "几度分带", "带号", "计量单位"]
  /// Keys of the standard form that say nothing about the plane.
  private static let plain = ["格式版本号", "数据产生单位", "数据产生日期", "投影类型", "精度", "转换参数"]

  /// Takes a line `key=value`; tells whether it is one.
  ///
  /// - Returns: false where the line is none, or says of a key that decides the plane something
  ///   else than an earlier one.
  mutating func take(_ line: String) -> Outcome {
    let line = WidthFolding.fold(line)
    guard let sign = line.firstIndex(of: "=") else { return .noPair }
    var key = trimmed(line[..<sign])
    if key == "转换坐标" { key = "转换参数" }
    let value = trimmed(line[line.index(after: sign)...])
    guard let earlier = values[key] else {
      values[key] = value
      keys.append(key)
      return .taken
    }
    if earlier == value || value.isEmpty { return .taken }
    if earlier.isEmpty {
      values[key] = value
      return .taken
    }
    return Self.expected.contains(key) ? .contradiction(key, earlier, value) : .differs(key)
  }

  /// What became of a line.
  enum Outcome: Hashable {
    case taken
    case noPair
    /// The key says two things of the plane.
    case contradiction(String, String, String)
    /// The key says two things that do not matter; the first stays.
    case differs(String)
  }

  /// 坐标系; nil where the header does not say.
  var datum: Datum? {
    guard let name = text("坐标系") else { return nil }
    let upper = name.uppercased()
    func has(_ year: String, _ words: String...) -> Bool {
      upper.contains(year) && words.contains { upper.contains($0) }
    }
    // Cities have systems of their own with a year in their names (上海2000坐标系).
    if has("2000", "国家", "CGCS", "中国") || ["2000", "2000坐标系"].contains(upper) {
      return .cgcs2000
    }
    if has("80", "西安") || has("1980", "国家") { return .xian80 }
    if has("54", "北京") { return .beijing54 }
    return .other(name)
  }

  /// 几度分带, 3 or 6.
  var zoneWidth: Int? {
    guard let text = text("几度分带") else { return nil }
    if text.hasPrefix("三") { return 3 }
    if text.hasPrefix("六") { return 6 }
    return Int(text.prefix { $0.isASCII && $0.isNumber }).flatMap {
      [3, 6].contains($0) ? $0 : nil
    }
  }

  /// 带号, 13 to 23 or 25 to 45.
  var zone: Int? {
    guard let text = text("带号"), let zone = Int(text.prefix { $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return ExchangeTextPlane.width(ofZone: zone) == nil ? nil : zone
  }

  /// A value with something in it.
  func text(_ key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

  /// What people should know of the header itself.
  var notes: [Bilingual] {
    var notes: [Bilingual] = []
    let known = ["数据产生单位", "数据产生日期", "坐标系", "几度分带", "带号", "精度"]
    let said = known.compactMap { key in text(key).map { "\(key)=\($0)" } }.joined(separator: "; ")
    if !said.isEmpty { notes.append(Bilingual(zh: "文件头:\(said)", en: "header: \(said)")) }
    let missing = Self.expected.filter { text($0) == nil }.joined(separator: "、")
    if !missing.isEmpty {
      notes.append(Bilingual(zh: "文件头没有:\(missing)", en: "the header does not say: \(missing)"))
    }
    if let shift = text("转换参数"), shift.contains(where: { ("1"..."9").contains($0) }) {
      notes.append(
        Bilingual(
          zh: "转换参数 \(shift) 未使用,坐标按原样读取",
          en: "转换参数 \(shift) is not applied, coordinates are as written"))
    }
    if let unit = text("计量单位"), !["米", "m", "M", "度", "十进制度"].contains(unit) {
      notes.append(
        Bilingual(
          zh: "计量单位为“\(unit)”,坐标按数值大小判断",
          en: "the unit is '\(unit)'; the magnitude of the numbers decides"))
    }
    let other = keys.filter { !Self.expected.contains($0) && !Self.plain.contains($0) }
    if !other.isEmpty {
      let list = other.joined(separator: "、")
      notes.append(Bilingual(zh: "未使用的文件头项目:\(list)", en: "header keys without use: \(list)"))
    }
    return notes
  }
}

/// A text without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop(while: \.isWhitespace)
  guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(start[...last])
}
