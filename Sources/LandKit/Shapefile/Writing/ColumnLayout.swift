import LandLayers

/// How a column is written: its type, its width, and the bytes of a cell.
struct ColumnLayout {
  /// `C`, `N`, `F`, `L` or `D`.
  private(set) var type: UInt8
  private(set) var width: Int
  private(set) var decimals = 0
  private let kind: ShapefileColumn.Kind

  /// The most bytes of a number: the shortest text of any double has no more.
  private static var numberLimit: Int { 24 }

  /// Measures the values of a column.
  init(
    _ kind: ShapefileColumn.Kind, _ rows: [[LayerValue]], _ column: Int,
    _ text: borrowing TableText, _ losses: inout ColumnLosses
  ) {
    self.kind = kind
    (type, width) = (UInt8(ascii: "C"), 1)
    switch kind {
    case .truth: type = UInt8(ascii: "L")
    case .day: (type, width) = (UInt8(ascii: "D"), 8)
    case .text:
      for row in rows { width = max(width, bytes(row[column], text, &losses)?.count ?? 0) }
    case .integer:
      type = UInt8(ascii: "N")
      for row in rows { width = max(width, bytes(row[column], text, &losses)?.count ?? 0) }
    case .real: measureReals(rows.lazy.compactMap { Self.real($0[column]) })
    }
    if kind == .truth || kind == .day || kind == .real {
      for row in rows { _ = bytes(row[column], text, &losses) }
    }
  }

  /// A width for all numbers with all their digits; where that is too wide, each is written as
  /// short as it can be, with an exponent where that is shorter (type `F`, as ArcGIS writes it).
  private mutating func measureReals(_ values: some Sequence<Double>) {
    var whole = 1
    for value in values {
      guard let (before, behind) = DecimalText(value).digits else {
        whole = Self.numberLimit
        break
      }
      whole = max(whole, before)
      decimals = max(decimals, behind)
    }
    decimals = max(decimals, 1)
    width = whole + 1 + decimals
    if width > Self.numberLimit || decimals > 15 {
      (type, width, decimals) = (UInt8(ascii: "F"), Self.numberLimit, 15)
    } else {
      type = UInt8(ascii: "N")
    }
  }

  /// The bytes of a cell, without what fills it up; nil for nothing.
  func bytes(
    _ value: LayerValue, _ text: borrowing TableText, _ losses: inout ColumnLosses
  ) -> [UInt8]? {
    if case .null = value { return nil }
    let found: [UInt8]?
    switch kind {
    case .text: return textBytes(value, text, &losses)
    case .integer: found = integerBytes(value, &losses)
    case .real:
      found = Self.real(value).map {
        Array((type == UInt8(ascii: "F") ? $0.description : DecimalText($0).fixed(decimals)).utf8)
      }
    case .truth:
      if case .truth(let truth) = value {
        found = [truth ? UInt8(ascii: "T") : UInt8(ascii: "F")]
      } else {
        found = nil
      }
    case .day:
      if case .text(let day) = value { found = Self.day(day) } else { found = nil }
    }
    if found == nil { losses.mismatched += 1 }
    return found
  }

  private func textBytes(
    _ value: LayerValue, _ text: borrowing TableText, _ losses: inout ColumnLosses
  ) -> [UInt8]? {
    let whole: String
    switch value {
    case .null: return nil
    case .text(let text): whole = text
    case .integer(let number): whole = "\(number)"
    case .real(let number): whole = "\(number)"
    case .number(let literal): whole = literal
    case .truth(let truth): whole = truth ? "true" : "false"
    }
    let encoded = text.encode(whole, limit: TableText.textLimit)
    if encoded.isCut { losses.cut += 1 }
    if encoded.isReplaced { losses.replaced += 1 }
    if encoded.bytes.isEmpty { losses.empty += 1 }
    if encoded.bytes.last == 0x20 { losses.blanks += 1 }
    return encoded.bytes
  }

  private func integerBytes(_ value: LayerValue, _ losses: inout ColumnLosses) -> [UInt8]? {
    let number: Int?
    switch value {
    case .integer(let value): number = value
    case .real(let value): number = Int(exactly: value)
    case .number(let literal): number = Int(literal)
    case .null, .text, .truth: number = nil
    }
    guard let number else { return nil }
    // Up to 18 digits are whole numbers for other programs; beyond they are read as doubles.
    if number.magnitude >= 1_000_000_000_000_000_000 { losses.long += 1 }
    return Array("\(number)".utf8)
  }

  private static func real(_ value: LayerValue) -> Double? {
    let number: Double?
    switch value {
    case .real(let value): number = value
    case .integer(let value): number = Double(exactly: value)
    case .number(let literal): number = Double(literal)
    case .null, .text, .truth: number = nil
    }
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  /// `2024-05-20` as `20240520`; nil for what is no day.
  private static func day(_ text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    let digits = bytes.filter { $0 != UInt8(ascii: "-") }
    guard case .value(.text) = CellValue.day(digits[...]) else { return nil }
    return digits
  }
}

/// How many values of a column lose something.
struct ColumnLosses {
  var cut = 0
  var replaced = 0
  var empty = 0
  var blanks = 0
  var long = 0
  var mismatched = 0
}
