import Foundation
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

/// Files that are packed with gzip.
@Suite("gzip") struct PackedFileTests {
  /// Packs bytes as `gzip` does.
  static func packed(_ bytes: Data, _ scratch: Scratch, _ name: String) throws -> String {
    let plain = scratch.path("plain-" + name)
    try bytes.write(to: URL(filePath: plain))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-9nkf", plain]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let path = scratch.path(name)
    try FileManager.default.moveItem(atPath: plain + ".gz", toPath: path)
    return path
  }

  private static let text = Data(
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}"#
      .utf8)

  @Test("the bytes inside are read, the digest is the file's")
  func reads() throws {
    let scratch = try Scratch()
    let path = try Self.packed(Self.text, scratch, "a.geojson.gz")
    let source = try SourceBytes.open(path)
    #expect(source.bytes == Array(Self.text))
    let file = try Data(contentsOf: URL(filePath: path))
    #expect(source.fileSize == file.count)
    #expect(source.sha256() == SourceBytes(name: "", bytes: Array(file)).sha256())
    #expect(try GeoJSONReader.readLayer(source).featureCount == 1)
    let records = try RecordFile(path)
    #expect(records.byteCount == Self.text.count)
    #expect(records.packedDigest == source.sha256())
  }

  @Test("members one after the other are one text")
  func members() throws {
    let scratch = try Scratch()
    let one = try Data(
      contentsOf: URL(filePath: Self.packed(Data("ab".utf8), scratch, "one.gz")))
    let path = scratch.path("two.gz")
    try (one + one).write(to: URL(filePath: path))
    #expect(try SourceBytes.open(path).bytes == Array("abab".utf8))
  }

  @Test("cut off, damaged, with something behind: an error with the place")
  func damaged() throws {
    let scratch = try Scratch()
    let whole = try Data(
      contentsOf: URL(filePath: Self.packed(Self.text, scratch, "whole.gz")))
    let path = scratch.path("bad.gz")
    var flipped = whole
    flipped[whole.count - 6] ^= 0xFF
    for bytes in [whole.dropLast(4), whole.prefix(12), flipped, whole + Data("more".utf8)] {
      try Data(bytes).write(to: URL(filePath: path))
      let error = #expect(throws: FormatError.self) { try SourceBytes.open(path) }
      #expect(error?.kind == .unusable)
      #expect(error?.offset != nil)
      #expect(throws: FormatError.self) { try RecordFile(path) }
    }
  }

  @Test("what was made to fill the disk ends early")
  func bomb() throws {
    let scratch = try Scratch()
    let path = try Self.packed(Data(count: 300 << 20), scratch, "bomb.gz")
    let error = #expect(throws: FormatError.self) { try SourceBytes.open(path) }
    #expect(error?.message.en.contains("200 times") == true)
  }
}
