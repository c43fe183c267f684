import LandGeometry
import LandLayers

/// Values of zone files beside the plain ones.
extension YAMLNode {
  /// A day, `2018-12-25` or in another form that leaves no doubt; 1949-10-01 to 2200.
  ///
  /// - Throws: `YAMLError` for anything else, Excel serial numbers included.
  public func day() throws(YAMLError) -> CalendarDate {
    let text = try string()
    guard case .day(let day) = DateText.parse(text) else {
      // 2025-02-30 is written as a day should be, but there is none.
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      if parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ Int($0) != nil }) {
        throw error("没有 \(text) 这一天", "there is no day \(text)")
      }
      throw expected("日期(如 2018-12-25)", "a date such as 2018-12-25")
    }
    guard plausibleDays.contains(day) else {
      throw error("日期 \(text) 不合理", "the date \(text) cannot be meant")
    }
    return day
  }

  /// A finite number that is not negative.
  ///
  /// - Parameter unit: the unit that the number is in; a number with a unit behind it is refused,
  ///   and the error says what to write instead.
  public func quantity(in unit: FieldUnit? = nil) throws(YAMLError) -> Double {
    if let unit, let stated = text, Double(stated) == nil, let reading = NumberText.parse(stated) {
      throw inUnit(unit, stated, reading)
    }
    let value = try double()
    if value >= 0 { return value }
    throw error(
      "不能为负:\(value)", "must not be negative: \(value)",
      remedy: Bilingual(zh: "请核对数值和单位", en: "check the value and its unit"))
  }

  /// The error for a number that is written with thousands' commas or a unit.
  private func inUnit(
    _ unit: FieldUnit, _ text: String, _ reading: NumberText.Reading
  ) -> YAMLError {
    var remedy = Bilingual(zh: "", en: "")
    if (reading.unit ?? unit).dimension == unit.dimension {
      let from = (reading.unit ?? unit).scale
      let value =
        reading.value * from.multiplier * unit.scale.divisor
        / (from.divisor * unit.scale.multiplier)
      let plain = value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)"
      remedy = Bilingual(zh: "请写 \(plain)", en: "write \(plain)")
    }
    return error(
      "此处应为以\(unit.label.zh)为单位的数字,不带单位,而不是 \(text)",
      "expected a number in \(unit.label.en) without its unit, not \(text)", remedy: remedy)
  }

  /// A whole number that is not negative.
  public func amount() throws(YAMLError) -> Int {
    let value = try int()
    if value >= 0 { return value }
    throw error("不能为负:\(value)", "must not be negative: \(value)")
  }

  /// One of a fixed list of words.
  public func word<Word: RawRepresentable & CaseIterable>(
    of _: Word.Type = Word.self
  ) throws(YAMLError) -> Word where Word.RawValue == String {
    let text = try string()
    guard let word = Word(rawValue: text) else {
      throw unknownWord(text, among: Word.allCases.map(\.rawValue))
    }
    return word
  }

  /// The value of a figure: in quotes always a text; else true or false, a number, a day, a text.
  public func figure() throws(YAMLError) -> FigureValue {
    let text = try string()
    if isQuoted { return .text(text) }
    if let truth = try? bool() { return .boolean(truth) }
    if let number = try? double() { return .number(number) }
    // Eight digits are a number; only a text with separators is taken for a day.
    if case .day(let day) = DateText.parse(text) { return .date(day) }
    return .text(text)
  }

  /// The node's value with its provenance: the bare value, or `{value, source, page, date}`. Nil
  /// where the value is null.
  public func sourced<Value: Hashable & Sendable>(
    _ read: (YAMLNode) throws(YAMLError) -> Value
  ) throws(YAMLError) -> Sourced<Value>? {
    guard isMapping else {
      return isNull ? nil : Sourced(try read(self), line: line)
    }
    var map = try mapping()
    let value = try map.take("value").optional
    let source = try map.text("source")
    let page = try map.text("page")
    let date = try map.plain("date") { (node) throws(YAMLError) in try node.day() }
    try map.finish()
    guard let value else { return nil }
    return Sourced(try read(value), line: value.line, source: source, page: page, date: date)
  }
}

extension YAMLMapping {
  /// An optional value without provenance.
  public mutating func plain<Value>(
    _ key: String, _ read: (YAMLNode) throws(YAMLError) -> Value
  ) throws(YAMLError) -> Value? {
    guard let node = takeOptional(key) else { return nil }
    return try read(node)
  }

  /// An optional text without provenance.
  public mutating func text(_ key: String) throws(YAMLError) -> String? {
    try takeOptional(key)?.string()
  }

  /// An optional value that may state its provenance.
  public mutating func sourced<Value: Hashable & Sendable>(
    _ key: String, _ read: (YAMLNode) throws(YAMLError) -> Value
  ) throws(YAMLError) -> Sourced<Value>? {
    guard let node = takeOptional(key) else { return nil }
    return try node.sourced(read)
  }

  /// A value that must be there and may state its provenance.
  public mutating func required<Value: Hashable & Sendable>(
    _ key: String, _ read: (YAMLNode) throws(YAMLError) -> Value
  ) throws(YAMLError) -> Sourced<Value> {
    let node = try take(key)
    guard let value = try node.sourced(read) else {
      throw node.error("\(key) 不能为空", "\(key) must not be empty")
    }
    return value
  }

  /// An optional text, day, quantity, count, truth or word that may state its provenance.
  mutating func sourcedText(_ key: String) throws(YAMLError) -> Sourced<String>? {
    try sourced(key) { (node) throws(YAMLError) in try node.string() }
  }
  mutating func sourcedDay(_ key: String) throws(YAMLError) -> Sourced<CalendarDate>? {
    try sourced(key) { (node) throws(YAMLError) in try node.day() }
  }
  /// The unit is the one that the key ends in, `area_ha`, where it is not given.
  mutating func sourcedQuantity(
    _ key: String, in unit: FieldUnit? = nil
  ) throws(YAMLError) -> Sourced<Double>? {
    let known = FieldUnit.allCases.filter { key.hasSuffix("_" + $0.rawValue) }
    // `_wan_m2` ends in `_m2`, too.
    let unit = unit ?? known.max { $0.rawValue.utf8.count < $1.rawValue.utf8.count }
    return try sourced(key) { (node) throws(YAMLError) in try node.quantity(in: unit) }
  }
  mutating func sourcedCount(_ key: String) throws(YAMLError) -> Sourced<Int>? {
    try sourced(key) { (node) throws(YAMLError) in try node.amount() }
  }
  mutating func sourcedTruth(_ key: String) throws(YAMLError) -> Sourced<Bool>? {
    try sourced(key) { (node) throws(YAMLError) in try node.bool() }
  }
  mutating func sourcedWord<Word: RawRepresentable & CaseIterable & Hashable & Sendable>(
    _ key: String
  ) throws(YAMLError) -> Sourced<Word>? where Word.RawValue == String {
    try sourced(key) { (node) throws(YAMLError) in try node.word(of: Word.self) }
  }
  mutating func requiredText(_ key: String) throws(YAMLError) -> Sourced<String> {
    try required(key) { (node) throws(YAMLError) in try node.string() }
  }
}
