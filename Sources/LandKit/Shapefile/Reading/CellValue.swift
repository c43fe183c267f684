import LandLayers

/// What a cell of a table holds, its bytes being text.
enum CellValue: Equatable {
  /// A value, or null where there is nothing in it.
  case value(LayerValue)
  /// Stars: null as some programs write it, or a number that was too long for the column.
  case stars
  /// A text that is none of its column's type; a short technical reason in English.
  case faulty(String)

  /// A number (`N`, `F`) with the digits it was written with.
  static func number(_ cell: ArraySlice<UInt8>) -> CellValue {
    let text = trimmed(cell)
    if text.isEmpty { return .value(.null) }
    if text.allSatisfy({ $0 == UInt8(ascii: "*") }) { return .stars }
    guard let literal = literal(text), let value = Double(literal), value.isFinite else {
      return .faulty("'\(String(decoding: text, as: UTF8.self))' is no number")
    }
    return .value(.number(literal: literal))
  }

  /// A day (`D`) as `2024-05-20`.
  static func day(_ cell: ArraySlice<UInt8>) -> CellValue {
    let text = trimmed(cell)
    if text.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .value(.null) }
    if text.allSatisfy({ $0 == UInt8(ascii: "*") }) { return .stars }
    let shown = String(decoding: text, as: UTF8.self)
    guard text.count == 8, text.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(shown.prefix(4)), let month = Int(shown.dropFirst(4).prefix(2)),
      let day = Int(shown.suffix(2)), isDay(year, month, day)
    else { return .faulty("'\(shown)' is no day") }
    return .value(.text("\(shown.prefix(4))-\(shown.dropFirst(4).prefix(2))-\(shown.suffix(2))"))
  }

  /// True or false (`L`).
  static func truth(_ cell: ArraySlice<UInt8>) -> CellValue {
    let text = trimmed(cell)
    switch text.first {
    case nil: return .value(.null)
    case .some where text.count > 1: break
    case UInt8(ascii: "?"), UInt8(ascii: "*"): return .value(.null)
    case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Y"), UInt8(ascii: "y"):
      return .value(.truth(true))
    case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "N"), UInt8(ascii: "n"):
      return .value(.truth(false))
    default: break
    }
    return .faulty("'\(String(decoding: text, as: UTF8.self))' is neither true nor false")
  }

  /// The bytes of a text: up to a zero byte, which many programs fill with, without blanks behind.
  static func textBytes(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = cell.prefix { $0 != 0 }
    while text.last == 0x20 { text.removeLast() }
    return text
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    textBytes(cell).drop { $0 == 0x20 || $0 == 0x09 }
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return lengths.indices.contains(month - 1) && (1...lengths[month - 1]).contains(day)
  }

  /// The number as JSON writes it (RFC 8259): no plus sign, no zeros in front, digits on both sides
  /// of the point; nil for what is no number.
  private static func literal(_ text: ArraySlice<UInt8>) -> String? {
    var rest = text
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func digits() -> ArraySlice<UInt8> {
      let found = rest.prefix(while: isDigit)
      rest = rest.dropFirst(found.count)
      return found
    }
    var result = ""
    if rest.first == UInt8(ascii: "-") { result = "-" }
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest.removeFirst()
    }
    let whole = digits()
    let leading = whole.drop { $0 == 0x30 }
    result += leading.isEmpty ? "0" : String(decoding: leading, as: UTF8.self)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits()
      if !fraction.isEmpty { result += "." + String(decoding: fraction, as: UTF8.self) }
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      result += "e"
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        result += String(Unicode.Scalar(sign))
        rest.removeFirst()
      }
      let exponent = digits()
      guard !exponent.isEmpty else { return nil }
      result += String(decoding: exponent, as: UTF8.self)
    }
    return rest.isEmpty ? result : nil
  }
}
