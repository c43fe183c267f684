import Foundation
import GRDB
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandGeoPackage

@Suite("GeoPackages that are damaged, locked or half written")
struct DamagedPackageTests {
  private func filled(_ rows: Int, wal: Bool = false) throws -> MadePackage {
    let package = try MadePackage(wal: wal)
    let square = Data(Bytes.header() + Bytes.square(0))
    let queue = try DatabaseQueue(path: package.path)
    try queue.write { db in
      for row in 0..<rows {
        try db.execute(
          sql: "INSERT INTO 地块 (geom, 名称) VALUES (?, ?)", arguments: [square, "第\(row)"])
      }
    }
    try queue.close()
    return package
  }

  /// Reads everything; what cannot be read must say so.
  private func attempt(_ path: String) -> Int? {
    do throws(FormatError) {
      let reader = try GeoPackageReader(path)
      var count = 0
      for layer in reader.layers where layer.kind == .features {
        count += try reader.read(layer: layer.name).featureCount
      }
      return count
    } catch {
      #expect(!error.message.zh.isEmpty && !error.remedy.en.isEmpty)
      return nil
    }
  }

  @Test("what is cut off or overwritten is an error or is read, and never ends the program")
  func mutations() throws {
    let package = try filled(300)
    let whole = try package.scratch.bytes("made.gpkg")
    #expect(attempt(package.path) == 300)
    var random = SeededGenerator(seed: 20_240_229)
    var (refused, read) = (0, 0)
    for round in 0..<rounds(400) {
      var bytes = whole
      if round % 8 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      } else {
        for _ in 0..<Int.random(in: 1...40, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
      }
      let path = try package.scratch.write("bad.gpkg", bytes: bytes)
      if attempt(path) == nil { refused += 1 } else { read += 1 }
    }
    #expect(refused > rounds(50) && read > rounds(50), "\(refused) \(read)")
    let noise = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let path = try package.scratch.write(
      "noise.gpkg", bytes: Array("SQLite format 3\0".utf8) + noise)
    #expect(attempt(path) == nil)
  }

  @Test("changes in a log beside the file are read, and nothing is made there")
  func log() throws {
    let package = try filled(3, wal: true)
    #expect(try package.scratch.files(in: "").keys.sorted() == ["made.gpkg"])
    #expect(attempt(package.path) == 3)
    #expect(try package.scratch.files(in: "").keys.sorted() == ["made.gpkg"])
    let queue = try DatabaseQueue(path: package.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "INSERT INTO 地块 (名称) VALUES ('四')") }
    // Somebody has it open.
    #expect(attempt(package.path) == 4)
    // A copy of a file that somebody has open.
    let copy = try Scratch()
    for end in ["", "-wal"] {
      try copy.write("a.gpkg" + end, bytes: try package.scratch.bytes("made.gpkg" + end))
    }
    let before = try copy.files(in: "")
    #expect(attempt(copy.path("a.gpkg")) == 4)
    #expect(try copy.files(in: "") == before)
    try queue.close()
  }

  @Test("a file that another program writes to is an error that says so")
  func locked() throws {
    let package = try filled(1)
    let queue = try DatabaseQueue(path: package.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      do throws(FormatError) {
        _ = try GeoPackageReader(package.path)
        Issue.record("a locked file was read")
      } catch { #expect(error.message.en == "another program is writing to the file") }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(attempt(package.path) == 1)
  }

  @Test("names that mean something in an address are names")
  func names() throws {
    let package = try filled(2)
    let bytes = try package.scratch.bytes("made.gpkg")
    for name in ["a?mode=rw&b#c%41.gpkg", "空 格'\".gpkg", "-x.gpkg"] {
      #expect(attempt(try package.scratch.write("folder/" + name, bytes: bytes)) == 2)
    }
    #expect(try package.scratch.files(in: "folder").count == 3)
  }
}
