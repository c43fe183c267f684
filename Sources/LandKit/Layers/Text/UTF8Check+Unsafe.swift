// Unsafe because it runs over every byte of every input: it reads one buffer, eight bytes at a
// time where they are ASCII, and checks the bounds itself.

extension SourceBytes {
  /// The mark at the start, if any.
  var byteOrderMark: ByteOrderMark {
    withBytes { bytes in
      if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return .utf8 }
      guard bytes.count >= 2 else { return .none }
      if bytes[0] == 0xFF, bytes[1] == 0xFE { return .utf16LittleEndian }
      if bytes[0] == 0xFE, bytes[1] == 0xFF { return .utf16BigEndian }
      return .none
    }
  }

  /// The first byte that cannot be part of UTF-8; nil when the whole text is valid.
  func firstInvalidUTF8(from start: Int) -> Int? {
    withBytes { firstInvalidUTF8Byte(in: $0, from: start, to: $0.count) }
  }

  /// How many sequences of three or four bytes stand in a text that is UTF-8 up to `end`.
  func wideSequences(before end: Int) -> Int {
    withBytes { bytes in bytes[..<end].reduce(0) { $0 + ($1 >= 0xE0 ? 1 : 0) } }
  }
}

/// The start of the first sequence that is not UTF-8 by RFC 3629 (no surrogates, no overlong
/// forms, nothing above U+10FFFF); nil when all of `start ..< end` is.
func firstInvalidUTF8Byte(
  in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
) -> Int? {
  let raw = UnsafeRawBufferPointer(bytes)
  var at = start
  while at < end {
    while end - at >= 8,
      raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    if at >= end { return nil }
    let lead = bytes[at]
    if lead < 0x80 {
      at += 1
      continue
    }
    let length: Int
    // The second byte's range is what rules out overlong forms, surrogates and the far end.
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return at
    }
    guard end - at >= length, bytes[at + 1] >= low, bytes[at + 1] <= high else { return at }
    if length > 2, bytes[at + 2] & 0xC0 != 0x80 { return at }
    if length > 3, bytes[at + 3] & 0xC0 != 0x80 { return at }
    at += length
  }
  return nil
}
