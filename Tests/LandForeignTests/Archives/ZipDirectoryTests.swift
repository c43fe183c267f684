import Foundation
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandForeign

@Suite("archives before another program unpacks them")
struct ZipDirectoryTests {
  /// An archive of one stored entry, whose records may lie.
  private struct Made {
    var name = "a.kml"
    var content = Array("content".utf8)
    var stated: Int?
    var local: Int?
    var flags = 0
    var count: Int?
    var copies = 1
    var startShift = 0

    var bytes: [UInt8] {
      func number(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      }
      let text = Array(name.utf8)
      let sizes = number(content.count, 4) + number(stated ?? content.count, 4)
      let localSizes = number(content.count, 4) + number(local ?? stated ?? content.count, 4)
      let head = number(20, 2) + number(flags, 2) + number(8, 2) + number(0, 8)
      let first =
        number(0x0403_4B50, 4) + head + localSizes + number(text.count, 2) + number(0, 2) + text
        + content
      let entry =
        number(0x0201_4B50, 4) + number(20, 2) + head + sizes + number(text.count, 2)
        + number(0, 12) + number(startShift, 4) + text
      let directory = Array(repeating: entry, count: copies).flatMap { $0 }
      return first + directory + number(0x0605_4B50, 4) + number(0, 4)
        + number(count ?? copies, 2) + number(count ?? copies, 2) + number(directory.count, 4)
        + number(first.count, 4) + number(0, 2)
    }
  }

  private func message(_ bytes: [UInt8]) throws -> String? {
    let scratch = try Scratch()
    let path = try scratch.write("a.zip", bytes: bytes)
    do throws(FormatError) { try ZipDirectory(path, named: "a.zip").check("a.zip") } catch {
      #expect(error.file == "a.zip")
      return error.message.en
    }
    return nil
  }

  @Test("a plain one is let through")
  func plain() throws {
    #expect(try message(Made().bytes) == nil)
    #expect(try message(Made(local: 0, flags: 8).bytes) == nil)
  }

  @Test("bombs are left alone")
  func bombs() throws {
    let bomb = try message(Made(stated: 1 << 30).bytes)
    #expect(bomb == "it would unpack to 1024 MiB from 0 KiB and is left alone")
    #expect(try message(Made(stated: 200 << 20).bytes) == nil)
  }

  @Test("the same bytes under many names share their place and are refused")
  func overlapping() throws {
    #expect(try message(Made(copies: 3).bytes)?.contains("is not where its directory says") == true)
  }

  @Test("a directory that lies is found out")
  func lies() throws {
    #expect(try message(Made(stated: 7, local: 1 << 30).bytes)?.contains("different sizes") == true)
    #expect(try message(Made(count: 2).bytes)?.contains("cut off") == true)
    #expect(try message(Made(startShift: 5).bytes)?.contains("is not where") == true)
    #expect(try message(Made(startShift: 1 << 30).bytes)?.contains("is not where") == true)
    var bytes = Made().bytes
    bytes.replaceSubrange((bytes.count - 6)..<(bytes.count - 2), with: [0xF0, 0xFF, 0xFF, 0x7F])
    #expect(try message(bytes)?.contains("no central directory") == true)
  }

  @Test(
    "names that lead out are refused",
    arguments: ["../a.kml", "/etc/a", "x/../../a", "..\\a", "C:\\a", "\\\\host\\a"])
  func names(_ name: String) throws {
    #expect(try message(Made(name: name).bytes)?.contains("leads out of it") == true)
  }

  @Test("encrypted entries are refused")
  func encrypted() throws {
    #expect(try message(Made(flags: 1).bytes) == "'a.kml' in the archive has a password")
  }

  @Test("cut and changed archives give an error or an answer, never a crash")
  func mutations() throws {
    let whole = Made(copies: 1).bytes
    for length in 0..<whole.count { #expect(try message(Array(whole.prefix(length))) != nil) }
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      _ = try message(bytes)
    }
  }

  @Test("what the programs of GDAL write is let through")
  func real() throws {
    let scratch = try Scratch()
    let source = fixtures.appendingPathComponent("foreign/parcels.geojson").path
    for (driver, name) in [("LIBKML", "a.kmz"), ("XLSX", "a.xlsx"), ("ODS", "a.ods")] {
      let path = scratch.path(name)
      try #require(try Extras.run(["ogr2ogr", "-f", driver, path, source]).status == 0)
      let directory = try ZipDirectory(path, named: name)
      try directory.check(name)
      #expect(!directory.entries.isEmpty)
    }
  }
}
