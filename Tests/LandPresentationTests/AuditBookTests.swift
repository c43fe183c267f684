import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite("Reading an audit back") struct AuditBookTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = scratch.path("audit")
    try MadeZone.audit(into: folder)
  }

  @Test("tables, counts and boundaries are those that were written")
  func all() throws {
    let book = try AuditBook(folder: folder)
    #expect(book.manifest.asOf == MadeZone.asOf)
    #expect(book.parcels.count == book.manifest.counts["read"])
    #expect(book.findings.count == book.manifest.findings.values.reduce(0, +))
    let shapes = try #require(book.shapes)
    #expect(shapes.featureCount == book.parcels.count)
    let state = book.parcels["idle_state"]
    let suspected = (0..<book.parcels.count).filter { state.text($0) == "suspected" }
    #expect(suspected.count == book.manifest.counts["idle_suspected"] && !suspected.isEmpty)
    let codes = book.parcels["finding_codes"]
    #expect((0..<book.parcels.count).contains { codes.list($0).count > 1 })
    #expect((0..<book.parcels.count).contains { book.parcels["holder"].text($0) != nil })
    #expect(book.zones["zone_name"].text(0) != nil)
  }

  @Test("an empty field and a column that is not there are unknown, not zero")
  func unknown() throws {
    let parcels = try AuditBook(folder: folder).parcels
    let fee = parcels["fee_due_wan"]
    #expect(fee.exists && (0..<parcels.count).contains { fee.number($0) == nil })
    #expect(!parcels["no_such_column"].exists && parcels["no_such_column"].number(0) == nil)
  }

  @Test("a text that was guarded against formulas is given back as it was")
  func guarded() throws {
    let path = folder + "/parcels.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let holder = try #require(AuditBook(folder: folder).parcels["holder"].text(0))
    try text.replacing("\"\(holder)\"", with: "\"'=1+1\"")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try AuditBook(folder: folder).parcels["holder"].text(0) == "=1+1")
  }

  @Test(
    "a file that is missing is named",
    arguments: [
      "manifest.json", "parcels.csv", "parcel_contracts.csv", "findings.csv", "overlaps.csv",
      "zones.csv", "parcels.geojson",
    ])
  func missing(name: String) throws {
    try FileManager.default.removeItem(atPath: folder + "/" + name)
    #expect {
      _ = try AuditBook(folder: folder)
    } throws: { error in
      guard case AuditBookError.format(let reason) = error else { return false }
      return reason.file.hasSuffix(name)
    }
  }

  @Test("files of two audits are refused")
  func mixed() throws {
    let text = #"{"type":"FeatureCollection","features":[]}"#
    try text.write(toFile: folder + "/parcels.geojson", atomically: true, encoding: .utf8)
    #expect {
      _ = try AuditBook(folder: folder)
    } throws: { error in
      if case AuditBookError.mixed(geojson: 0, _, _) = error { true } else { false }
    }
  }

  @Test("a manifest of something else is refused")
  func foreign() throws {
    try #"{"schema":"other/1"}"#
      .write(toFile: folder + "/manifest.json", atomically: true, encoding: .utf8)
    #expect {
      _ = try AuditBook(folder: folder)
    } throws: { error in
      if case AuditBookError.manifest = error { true } else { false }
    }
  }
}
