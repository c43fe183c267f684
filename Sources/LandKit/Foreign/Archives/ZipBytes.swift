import Foundation

/// The records of a ZIP archive; every number is held against the file before it is used.
struct ZipBytes {
  private let file: FileHandle
  private let count: Int

  init(_ file: FileHandle, count: Int) {
    self.file = file
    self.count = count
  }

  /// The bytes of a range, fewer where the file ends before.
  func read(_ start: Int, _ length: Int) -> [UInt8] {
    guard start >= 0, start <= count, length > 0, (try? file.seek(toOffset: UInt64(start))) != nil
    else { return [] }
    return Array((try? file.read(upToCount: min(length, count - start))) ?? Data())
  }

  /// Where the central directory is, from the record at the end or its 64-bit form before it.
  func endRecord() -> (start: Int, size: Int, entries: Int)? {
    // Behind the record may stand a comment of up to 65 535 bytes.
    let length = min(count, 22 + 65_535)
    let tail = read(count - length, length)
    guard tail.count >= 22,
      let at = (0...(tail.count - 22)).last(where: {
        Self.number(tail, $0, 4) == 0x0605_4B50
          && $0 + 22 + (Self.number(tail, $0 + 20, 2) ?? 0) == tail.count
      }),
      let entries = Self.number(tail, at + 10, 2), let size = Self.number(tail, at + 12, 4),
      let start = Self.number(tail, at + 16, 4)
    else { return nil }
    guard entries == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF else {
      return (start, size, entries)
    }
    guard at >= 20, Self.number(tail, at - 20, 4) == 0x0706_4B50,
      let place = Self.number(tail, at - 12, 8)
    else { return (start, size, entries) }
    let record = read(place, 56)
    guard Self.number(record, 0, 4) == 0x0606_4B50, let entries = Self.number(record, 32, 8),
      let size = Self.number(record, 40, 8), let start = Self.number(record, 48, 8)
    else { return nil }
    return (start, size, entries)
  }

  /// The next entry of the directory; nil where it is cut off.
  static func entry(_ rest: inout ArraySlice<UInt8>) -> ZipDirectory.Entry? {
    let bytes = Array(rest.prefix(46))
    guard number(bytes, 0, 4) == 0x0201_4B50, let flags = number(bytes, 8, 2),
      var packed = number(bytes, 20, 4), var size = number(bytes, 24, 4),
      let nameLength = number(bytes, 28, 2), let extraLength = number(bytes, 30, 2),
      let commentLength = number(bytes, 32, 2), var start = number(bytes, 42, 4)
    else { return nil }
    let whole = 46 + nameLength + extraLength + commentLength
    guard rest.count >= whole else { return nil }
    let behind = rest.dropFirst(46)
    let name = String(decoding: behind.prefix(nameLength), as: UTF8.self)
    let extra = Array(behind.dropFirst(nameLength).prefix(extraLength))
    rest = rest.dropFirst(whole)
    guard large(extra, &size, &packed, &start) else { return nil }
    return ZipDirectory.Entry(
      name: name, packed: packed, size: size, start: start, isEncrypted: flags & 1 == 1)
  }

  /// Puts the 64-bit numbers of an extension in the place of those that do not fit into 32.
  private static func large(
    _ extra: [UInt8], _ size: inout Int, _ packed: inout Int, _ start: inout Int
  ) -> Bool {
    let full = 0xFFFF_FFFF
    guard size == full || packed == full || start == full else { return true }
    var at = 0
    while let id = number(extra, at, 2), let length = number(extra, at + 2, 2) {
      guard id == 1 else {
        at += 4 + length
        continue
      }
      var place = at + 4
      func take(_ value: inout Int) -> Bool {
        guard value == full else { return true }
        guard place + 8 <= at + 4 + length, let number = number(extra, place, 8) else {
          return false
        }
        value = number
        place += 8
        return true
      }
      return take(&size) && take(&packed) && take(&start)
    }
    return false
  }

  /// The header before an entry's bytes: its length with name and extension, and the sizes it states.
  func localHeader(at start: Int) -> (length: Int, packed: Int, size: Int, isUnknown: Bool)? {
    let bytes = read(start, 30)
    guard Self.number(bytes, 0, 4) == 0x0403_4B50, let flags = Self.number(bytes, 6, 2),
      let packed = Self.number(bytes, 18, 4), let size = Self.number(bytes, 22, 4),
      let name = Self.number(bytes, 26, 2), let extra = Self.number(bytes, 28, 2)
    else { return nil }
    let isUnknown = flags & 8 != 0 || packed == 0xFFFF_FFFF || size == 0xFFFF_FFFF
    return (30 + name + extra, packed, size, isUnknown)
  }

  /// A number of so many bytes, the lowest first; nil beyond the end, and where it has no place in
  /// an `Int`.
  private static func number(_ bytes: [UInt8], _ at: Int, _ length: Int) -> Int? {
    guard at >= 0, bytes.count >= length, at <= bytes.count - length else { return nil }
    var value: UInt64 = 0
    for i in 0..<length { value |= UInt64(bytes[at + i]) << UInt64(8 * i) }
    return Int(exactly: value)
  }
}
