/// Writes fields of CSV files (RFC 4180, UTF-8), quotes only where needed.
public enum CSVFieldText {
  /// What a CSV file starts with: it makes Excel read the file as UTF-8.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Appends the end of a row.
  public static func endRow(_ bytes: inout [UInt8]) { bytes.append(contentsOf: [0x0D, 0x0A]) }

  /// Appends a field. Where `neutralised`, a text that a spreadsheet would take for a formula gets
  /// an apostrophe in front; codes keep their characters.
  public static func append(_ text: String, neutralised: Bool, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      var isSpecial = false
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: isSpecial = true
        default: continue
        }
        break
      }
      let guarded = neutralised && utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
      guard isSpecial || guarded else {
        bytes.append(contentsOf: utf8)
        return
      }
      bytes.append(UInt8(ascii: "\""))
      if guarded { bytes.append(UInt8(ascii: "'")) }
      for byte in utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
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
