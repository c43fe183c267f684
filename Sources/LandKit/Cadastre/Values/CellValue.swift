import LandLayers

/// What became of one cell.
enum CellValue<Value> {
  /// Nothing there.
  case empty
  /// A value in the canonical unit of its field.
  case value(Value)
  /// A text that is not a value of this kind.
  case unreadable
  /// A readable value that cannot be meant (negative area, share above 1).
  case implausible
}

extension CellValue: Equatable where Value: Equatable {}

extension AttributeValue {
  /// A number in the canonical unit of its field. A unit behind the number counts instead of the
  /// header's: `35%` below `密度(%)` is 0.35.
  func number(_ kind: Field.Kind, dimension: FieldUnit.Dimension?, scale: UnitScale)
    -> CellValue<Double>
  {
    let raw: Double
    var scale = scale
    switch self {
    case .null: return .empty
    case .number(let value, _):
      guard value.isFinite else { return .unreadable }
      raw = value
    case .text(let text):
      guard let reading = NumberText.parse(text) else {
        return TextFolding.saysNothing(text) ? .empty : .unreadable
      }
      if let unit = reading.unit {
        guard unit.dimension == dimension else { return .unreadable }
        scale = unit.scale
      }
      raw = reading.value
    case .boolean, .nested: return .unreadable
    }
    let value = scale.apply(raw)
    guard value.isFinite, value >= 0 else { return .implausible }
    if kind == .share, value > 1 { return .implausible }
    return .value(value)
  }

  /// A day, and whether it was written as an Excel serial number. Days before 1949-10-01 and
  /// after 2200 are implausible; 1900-01-01 is empty.
  func day() -> (CellValue<CalendarDate>, serial: Bool) {
    let reading: DateText.Reading?
    switch self {
    case .null: return (.empty, false)
    case .number(let value, _): reading = DateText.parse(value)
    case .text(let text):
      reading = DateText.parse(text)
      if reading == nil, TextFolding.saysNothing(text) { return (.empty, false) }
    case .boolean, .nested: return (.unreadable, false)
    }
    switch reading {
    case .day(let day): return (plausibleDays.contains(day) ? .value(day) : .implausible, false)
    case .serial(let day): return (.value(day), true)
    case .empty: return (.empty, false)
    case nil: return (.unreadable, false)
    }
  }

  /// A text without white space at its ends; blank is empty.
  public func trimmedText() -> String? {
    guard let text else { return nil }
    let trimmed = TextFolding.trimmed(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// true or false in the words of either language, or 1 and 0.
  func truth() -> CellValue<Bool> {
    if case .boolean(let value) = self { return .value(value) }
    guard let text else { return .empty }
    switch TextFolding.lowercasedASCII(TextFolding.trimmed(TextFolding.fold(text))) {
    case "true", "yes", "y", "t", "1", "1.0", "是", "有", "真": return .value(true)
    case "false", "no", "n", "f", "0", "0.0", "否", "无", "假": return .value(false)
    case let rest: return TextFolding.saysNothing(rest) ? .empty : .unreadable
    }
  }

  /// The parts of a list with `;`, commas, `、` or line ends between them; nil where there is nothing.
  func list() -> [String]? {
    guard let text = trimmedText(), !TextFolding.saysNothing(text) else { return nil }
    let parts = text.split { ";；、,，\n\r".contains($0) }.map { TextFolding.trimmed(String($0)) }
      .filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts
  }

  /// One of a fixed list of words.
  func coded<Code: CodedValue>(as _: Code.Type = Code.self) -> CellValue<Code> {
    guard let text = trimmedText() else { return .empty }
    if let code = Code(rawValue: text) { return .value(code) }
    let key = HeaderName.key(text)
    for code in Code.allCases
    where HeaderName.key(code.rawValue) == key || code.names.contains(key) {
      return .value(code)
    }
    return TextFolding.saysNothing(text) ? .empty : .unreadable
  }
}

/// The founding of the state, before which it supplied no land, to 2200.
let plausibleDays =
  CalendarDate(dayNumber: -7397)...CalendarDate(dayNumber: 84_370)

/// A value from a fixed list of words, written as its English code or in Chinese.
protocol CodedValue: RawRepresentable, CaseIterable where RawValue == String {
  /// Other names, in the form of ``HeaderName/key(_:)``.
  var names: [String] { get }
}
