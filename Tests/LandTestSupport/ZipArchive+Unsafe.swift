// Unsafe because it inflates with zlib through its C structure; the buffers are lent for the call.

import CZlib

/// The files of a ZIP archive, read by its central directory.
public struct ZipArchive {
  /// The names of the files, in the archive's order.
  public private(set) var names: [String] = []
  private var places: [String: (method: Int, start: Int, packed: Int, size: Int)] = [:]
  private let bytes: [UInt8]

  /// The bytes are no such archive, or a file is not in it.
  public struct Damaged: Error {}

  /// Reads the directory of an archive.
  public init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    func number(_ at: Int, _ count: Int) throws -> Int {
      guard at >= 0, at + count <= bytes.count else { throw Damaged() }
      return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    // No comment: the end record is the last 22 bytes.
    let end = bytes.count - 22
    guard try number(end, 4) == 0x0605_4B50 else { throw Damaged() }
    var at = try number(end + 16, 4)
    for _ in 0..<(try number(end + 10, 2)) {
      guard try number(at, 4) == 0x0201_4B50 else { throw Damaged() }
      let (nameLength, extra) = (try number(at + 28, 2), try number(at + 30, 2))
      let name = String(decoding: bytes[at + 46..<at + 46 + nameLength], as: UTF8.self)
      let local = try number(at + 42, 4)
      let start = local + 30 + (try number(local + 26, 2)) + (try number(local + 28, 2))
      names.append(name)
      places[name] = (
        try number(at + 10, 2), start, try number(at + 20, 4), try number(at + 24, 4)
      )
      at += 46 + nameLength + extra + (try number(at + 32, 2))
    }
  }

  /// The text of a file.
  public func text(_ name: String) throws -> String {
    guard let place = places[name] else { throw Damaged() }
    var input = Array(bytes[place.start..<place.start + place.packed])
    if place.method == 0 { return String(decoding: input, as: UTF8.self) }
    var output = [UInt8](repeating: 0, count: place.size)
    var stream = z_stream()
    guard landctl_inflate_init(&stream) == Z_OK else { throw Damaged() }
    defer { inflateEnd(&stream) }
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw Damaged() }
    return String(decoding: output, as: UTF8.self)
  }
}
