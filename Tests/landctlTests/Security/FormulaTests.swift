import Foundation
import LandTestSupport
import Testing

/// Texts of strangers in files that a spreadsheet opens.
@Suite("No cell of a CSV starts a formula") struct FormulaTests {
  private static let evil = [
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")",
  ]
  private let scratch: Scratch
  private let parcels: String

  init() throws {
    scratch = try Scratch()
    let features = try Self.evil.enumerated().map { index, text in
      let value = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
      let x = 114.1 + 0.0011 * Double(index)
      return Sample.feature(
        ["parcel_id", "zone_id", "land_use", "contract_no", "land_user"]
          .map { "\"\($0)\":\(value)" }.joined(separator: ",")
          + ",\(value):1,\"contract_area_m2\":9000,\"agreed_start_date\":\"2020-01-01\",\"start_state\":\"not_started\"",
        Sample.box(x, 28.1, x + 0.0012, 28.101))
    }
    parcels = try scratch.write("=evil.geojson", Sample.collection(features))
  }

  /// Cells that a spreadsheet would reckon with; plain numbers are none.
  private func formulas(_ bytes: [UInt8]) -> [String] {
    let table = Table(bytes)
    return ([table.header] + table.rows).joined().filter { cell in
      guard let first = cell.unicodeScalars.first else { return false }
      return "=+-@\t\r".unicodeScalars.contains(first) && Double(cell) == nil
    }
  }

  @Test("audit, convert, and the export of a ledger")
  func everywhere() throws {
    let audit = try runLandctl([
      "audit", parcels, "--as-of", "2025-06-30", "--output", scratch.path("out"), "--all-verdicts",
    ])
    #expect(audit.status == 0, "\(audit.stderr)")
    #expect(try runLandctl(["convert", parcels, scratch.path("out/made.csv")]).status == 0)
    let ledger = scratch.path("land.gpkg")
    #expect(try runLandctl(["ledger", "init", ledger, "--territory", "369900"]).status == 0)
    let update = try runLandctl([
      "ledger", "update", ledger, "--parcels", parcels, "--as-of", "2025-06-30", "--by", "=me",
    ])
    #expect(update.status == 0, "\(update.stderr)")
    let export = try runLandctl(["ledger", "export", ledger, "--output", scratch.path("all")])
    #expect(export.status == 0, "\(export.stderr)")
    var tables = 0
    for folder in ["out", "all"] {
      for (name, bytes) in try filesBelow(scratch.url(folder)) where name.hasSuffix(".csv") {
        tables += 1
        #expect(formulas(bytes).isEmpty, "\(name): \(formulas(bytes))")
      }
    }
    #expect(tables > 8)
    // Read back, the texts are what they were.
    let page = try runLandctl(["report", scratch.path("out"), "--output", scratch.path("r.html")])
    #expect(page.status == 0, "\(page.stderr)")
    #expect(try scratch.text("r.html").contains("<bdi>@SUM(A1)</bdi>"))
  }
}
