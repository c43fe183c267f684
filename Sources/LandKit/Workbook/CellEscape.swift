/// Keeps a text as it is where a reader of the format would take a part of it for something else.
enum CellEscape {
  /// `_x0041_` stands for a character by its number (ECMA-376 part 1, 22.4.2.4); where a text has
  /// such a part itself, its first sign is written by number.
  static func text(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      result.append(byte)
      if byte == UInt8(ascii: "_"), isNumber(bytes[index...].prefix(7)) {
        result += Array("x005F_".utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isNumber(_ part: ArraySlice<UInt8>) -> Bool {
    guard part.count == 7, part[part.startIndex + 1] == UInt8(ascii: "x"),
      part[part.startIndex + 6] == UInt8(ascii: "_")
    else { return false }
    return part[(part.startIndex + 2)..<(part.startIndex + 6)].allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
      default: false
      }
    }
  }
}
