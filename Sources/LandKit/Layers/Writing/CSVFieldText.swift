/// Writes fields of CSV files (RFC 4180, UTF-8), quotes only where needed.
public enum CSVFieldText {
  /// What a CSV file starts with: it makes Excel read the file as UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Appends the end of a row.
  public static func endRow<Sink: ByteSink & ~Copyable>(_ bytes: inout Sink) {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Appends a field. A text that a spreadsheet would take for a formula gets an apostrophe in front.
  /// Codes that are plain numbers keep their characters; others are no less dangerous than texts, and
  /// no code of an office starts so. Reading takes it off again: ``restored(_:)``.
  ///
  /// - Parameter neutralised: whether the apostrophe goes before plain numbers with a sign, too.
  public static func append<Sink: ByteSink & ~Copyable>(
    _ text: borrowing String, neutralised: Bool, to bytes: inout Sink
  ) {
    append(utf8: text.utf8.span, neutralised: neutralised, to: &bytes)
  }

  /// The same for a text that is lent as UTF-8.
  public static func append<Sink: ByteSink & ~Copyable>(
    utf8: Span<UInt8>, neutralised: Bool, to bytes: inout Sink
  ) {
    guard !utf8.isEmpty else { return }
    let guarded = startsFormula(utf8[0]) && (neutralised || !isNumber(utf8))
    guard guarded || needsQuotes(utf8) else {
      bytes.append(bytes: utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if guarded { bytes.append(UInt8(ascii: "'")) }
    for i in utf8.indices {
      if utf8[i] == UInt8(ascii: "\"") { bytes.append(utf8[i]) }
      bytes.append(utf8[i])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ utf8: Span<UInt8>) -> Bool {
    for i in utf8.indices {
      switch utf8[i] {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: return true
      default: continue
      }
    }
    return false
  }

  /// Whether nothing but digits, a point and an exponent follows the sign.
  private static func isNumber(_ utf8: Span<UInt8>) -> Bool {
    guard utf8[0] == UInt8(ascii: "-") || utf8[0] == UInt8(ascii: "+"), utf8.count > 1 else {
      return false
    }
    var digits = 0
    var previous = utf8[0]
    for i in 1..<utf8.count {
      switch utf8[i] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): break
      case UInt8(ascii: "e"), UInt8(ascii: "E"): if digits == 0 { return false }
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        if previous | 0x20 != UInt8(ascii: "e") { return false }
      default: return false
      }
      previous = utf8[i]
    }
    return digits > 0
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  /// A text as it was before ``append(_:neutralised:to:)`` guarded it.
  public static func restored(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "'"), let next = bytes.dropFirst().first,
      "=+-@\t\r".utf8.contains(next)
    else { return text }
    return String(text.dropFirst())
  }
}
