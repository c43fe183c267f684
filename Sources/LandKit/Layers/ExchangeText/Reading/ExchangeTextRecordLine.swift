/// The line that begins a parcel: 界址点数, 地块面积, 地块编号, 地块名称, 记录图形属性, 图幅号, 地块用途,
/// 地类编码, whatever an office adds, `@`.
struct ExchangeTextRecordLine: Hashable {
  /// What the points draw.
  enum Shape: Hashable {
    case polygon, line, point
  }

  /// The number of points that the line gives; nil for none that can be read.
  var count: Int?
  /// The eight fields of the form, blank where there is nothing.
  var fields: [String]
  /// What stands between the eighth field and the `@`.
  var extra: [String]
  /// What the points draw; a polygon where the line does not say.
  var shape: Shape
  /// What is wrong with the line, short, in English.
  var faults: [String] = []

  /// Where 记录图形属性 stands among the fields.
  static let shapeField = 4

  /// The reading of a line; nil where it begins no parcel. It ends with `@`, or has at least six
  /// fields of which one says 面, 线 or 点.
  init?(_ line: String) {
    // Spreadsheets leave commas behind the mark.
    var body = Substring(line)
    var hasMark = false
    while let last = body.last, "@＠,，".contains(last) || last.isWhitespace {
      if hasMark, last == "," || last == "，" { break }
      if last == "@" || last == "＠" { hasMark = true }
      body.removeLast()
    }
    if !hasMark { body = Substring(line) }
    var fields = Self.split(body, isSeparator: { $0 == "," })
    // Names may hold full-width commas: they divide fields only where ASCII commas do not.
    if fields.count < 5 || wholeDecimal(fields[0]) == nil && fields[0].contains("，") {
      let wide = Self.split(body, isSeparator: { $0 == "," || $0 == "，" })
      if wide.count > fields.count { fields = wide }
    }
    let shapeAt = fields.indices.first { $0 >= 2 && Self.shape(fields[$0]) != nil }
    guard hasMark || fields.count >= 6 && shapeAt != nil else { return nil }
    if !hasMark { faults.append("no @ at the end of the parcel's first line") }
    // A comma before the mark leaves an empty field behind.
    if fields.count > 8, fields.last == "" { fields.removeLast() }
    if let shapeAt, shapeAt > Self.shapeField {
      // Commas within the name.
      let name = fields[3..<shapeAt].joined(separator: ",")
      fields.replaceSubrange(3..<shapeAt, with: [name])
    } else if let shapeAt, shapeAt < Self.shapeField {
      // Nothing at all for the name, not even a comma.
      let missing = Self.shapeField - shapeAt
      fields.insert(contentsOf: Array(repeating: "", count: missing), at: shapeAt)
      faults.append("\(missing) field\(missing == 1 ? "" : "s") missing before 记录图形属性")
    }
    while fields.count < 8 { fields.append("") }
    let number = WidthFolding.fold(fields[0])
    count = Int(number)
    if count == nil, !number.isEmpty { faults.append("'\(fields[0])' is no number of points") }
    shape = Self.shape(fields[Self.shapeField]) ?? .polygon
    if !fields[Self.shapeField].isEmpty, Self.shape(fields[Self.shapeField]) == nil {
      faults.append("'\(fields[Self.shapeField])' is no 记录图形属性; taken as 面")
    }
    self.fields = Array(fields[..<8])
    extra = Array(fields[8...])
  }

  private static func shape(_ text: String) -> Shape? {
    switch text {
    case "面", "面状", "多边形": .polygon
    case "线", "线状": .line
    case "点", "点状": .point
    default: nil
    }
  }

  private static func split(
    _ text: Substring, isSeparator: (Character) -> Bool
  ) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map(trimmed)
  }
}
