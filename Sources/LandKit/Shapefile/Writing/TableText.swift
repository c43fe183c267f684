import LandLayers

/// Texts in the encoding of a table to be written, cut to the bytes that there is room for.
struct TableText: ~Copyable {
  /// The most bytes of a text (dBASE III).
  static var textLimit: Int { 254 }
  /// The most bytes of a column's name.
  static var nameLimit: Int { 10 }

  private let encoding: ShapefileEncoding
  private let converter: CharacterConverter
  private let back: TextDecoder

  /// A text as bytes, and what it has lost.
  struct Encoded {
    var bytes: [UInt8] = []
    /// Characters that the encoding or a table does not have became `?`.
    var isReplaced = false
    /// The end did not fit.
    var isCut = false
  }

  /// Nil where the system does not know the encoding.
  init?(_ encoding: ShapefileEncoding) {
    guard let converter = CharacterConverter(from: "UTF-8", to: encoding.rawValue),
      let back = TextDecoder(encoding == .gbk ? .gbk : .utf8)
    else { return nil }
    self.encoding = encoding
    self.converter = converter
    self.back = back
  }

  /// The text of bytes in the encoding.
  func decode(_ bytes: [UInt8]) -> String { back.text(bytes)?.text ?? "" }

  /// The bytes of a text, cut at the border of a character as people see it.
  func encode(_ text: String, limit: Int) -> Encoded {
    let utf8 = Array(text.utf8)
    if utf8.count <= limit, !utf8.contains(0),
      encoding == .utf8 || utf8.allSatisfy({ $0 < 0x80 })
    {
      return Encoded(bytes: utf8)
    }
    var result = Encoded()
    for character in text {
      let (bytes, isReplaced) = encode(character)
      guard result.bytes.count + bytes.count <= limit else {
        result.isCut = true
        break
      }
      result.bytes += bytes
      if isReplaced { result.isReplaced = true }
    }
    return result
  }

  private func encode(_ character: Character) -> (bytes: [UInt8], isReplaced: Bool) {
    var bytes: [UInt8] = []
    var isReplaced = false
    for scalar in character.unicodeScalars {
      let utf8 = Array(String(scalar).utf8)
      if scalar.value == 0 {
        isReplaced = true
        bytes.append(UInt8(ascii: "?"))
      } else if encoding == .utf8 || utf8.count == 1 {
        bytes += utf8
      } else if let found = converter.convert(utf8), !found.isCut {
        bytes += found.bytes
      } else {
        isReplaced = true
        bytes.append(UInt8(ascii: "?"))
      }
    }
    return (bytes, isReplaced)
  }

  /// Names of at most ten bytes, none of them twice whatever the case of its letters: `名称_1`.
  func names(_ names: [String]) -> [[UInt8]] {
    var seen: Set<String> = []
    return names.map { name in
      let whole = name.isEmpty ? "FIELD" : name
      var number = 0
      while true {
        let ending = number == 0 ? "" : "_\(number)"
        let room = Self.nameLimit - ending.utf8.count
        var bytes = encode(whole, limit: room).bytes
        // Names end with letters or digits; blanks there are lost on reading.
        while bytes.last == 0x20 { bytes.removeLast() }
        bytes += Array(ending.utf8)
        // Letters of several bytes are left as they are: only ASCII has cases that programs mix.
        let key = bytes.map { String($0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0) }
        if !bytes.isEmpty, seen.insert(key.joined(separator: " ")).inserted { return bytes }
        number += 1
      }
    }
  }
}
