import Foundation
import LandKit
import LandTestSupport
import Testing

@testable import LandPresentation

@Suite("The data of a page") struct PayloadTests {
  private let scratch: Scratch
  private let folder: String

  init() throws {
    scratch = try Scratch()
    folder = scratch.path("audit")
    try MadeZone.audit(into: folder)
  }

  private func rows(_ name: String) throws -> [[String: String]] {
    try csvRows(scratch.url("audit/" + name))
  }

  @Test("numbers, days and codes are those of parcels.csv, rounded once; empty is null")
  func columns() throws {
    let page = try PageText.made(folder)
    let rows = try rows("parcels.csv")
    for column in ParcelColumn.all {
      let found = try page.column(column.key)
      let expected = rows.map { $0[column.key].flatMap { $0.isEmpty ? nil : $0 } }
      #expect(found.count == rows.count)
      switch column.kind {
      case .number(let decimals, _):
        for (a, b) in zip(found, expected) {
          let (a, b) = (a.flatMap { Double($0) }, b.flatMap { Double($0) })
          #expect((a == nil) == (b == nil), "\(column.key)")
          if let a, let b {
            #expect((a - b).magnitude <= 0.5001 * pow(10, -Double(decimals)), "\(column.key)")
          }
        }
      case .code, .day: #expect(found == expected, "\(column.key)")
      case .word(let say):
        #expect(
          found == expected.map { $0.map { say(CSVFieldText.restored($0), .zh) } }, "\(column.key)")
      case .list:
        #expect(found.map { $0 == nil } == expected.map { $0 == nil }, "\(column.key)")
      }
    }
    #expect(
      try page.column("finding_codes")
        == rows.map { $0["finding_codes"].flatMap { $0.isEmpty ? nil : $0 } })
  }

  @Test("states, zones and overlaps point where the files say")
  func places() throws {
    let page = try PageText.made(folder)
    let parcels = try page.object("parcels")
    let states = try #require(page.data["states"] as? [[String: Any]])
    let keys = states.compactMap { $0["key"] as? String }
    let rows = try rows("parcels.csv")
    let numbers = try #require(parcels["state"] as? [Int])
    #expect(numbers.map { keys[$0] } == rows.map { $0["idle_state"] })
    #expect(Set(states.compactMap { $0["sign"] as? String }).count == 7)
    let layers = try page.object("layers")
    let zones = try #require(layers["zones"] as? [String: Any])
    let ids = try #require(zones["ids"] as? [String])
    let zone = try #require(parcels["zone"] as? [Int])
    for (row, place) in zip(rows, zone) {
      let id = row["zone_id"] ?? ""
      #expect(place < 0 ? !ids.contains(id) : ids[place] == id)
    }
    let overlaps = try page.object("overlaps")
    let pairs = try self.rows("overlaps.csv")
    let (first, second) = (overlaps["first"] as? [Int], overlaps["second"] as? [Int])
    #expect(first?.map { rows[$0]["parcel_id"] } == pairs.map { $0["parcel_a"] })
    #expect(second?.map { rows[$0]["parcel_id"] } == pairs.map { $0["parcel_b"] })
    let counts = [layers["parcels"], layers["buildings"]].map { ($0 as? [String: Any])?["count"] }
    #expect(counts[0] as? Int == rows.count && counts[1] as? Int == 16)
  }

  @Test("every finding is there, with its parcel, its clause and its place")
  func findings() throws {
    let page = try PageText.made(folder)
    let rows = try rows("findings.csv")
    let parcels = try self.rows("parcels.csv")
    let findings = try page.object("findings")
    let groups = try #require(findings["groups"] as? [[String: Any]])
    #expect(groups.compactMap { $0["total"] as? Int }.reduce(0, +) == rows.count)
    let group = try #require(findings["group"] as? [Int])
    let parcel = try #require(findings["parcel"] as? [Int])
    let value = try #require(findings["value"] as? [Any])
    let names = [
      "subject", "limit", "comparison", "unit", "verdict", "missing", "formula", "inputs",
      "reading", "place", "source", "note",
    ]
    for name in names { #expect((findings[name] as? [Any])?.count == rows.count, "\(name)") }
    // As many of each code and parcel as in the file, with the same values, rounded once for people.
    func line(_ code: String?, _ parcel: String?, _ value: Double?) -> String {
      "\(code ?? "") \(parcel ?? "") \(value.map { "\($0)" } ?? "")"
    }
    let found = group.indices.map { i in
      line(
        groups[group[i]]["code"] as? String,
        parcel[i] < 0 ? nil : parcels[parcel[i]]["parcel_id"],
        (value[i] as? NSNumber)?.doubleValue)
    }
    let expected = rows.map { row in
      line(
        row["code"], row["subject_kind"] == "parcel" ? row["subject_id"] : nil,
        row["value"].flatMap { Double($0) }
          .flatMap { Double(FixedDecimal.text($0, row["unit"] == "m2" ? 2 : 4)) })
    }
    #expect(found.sorted() == expected.sorted())
    let idle = try #require(groups.first { $0["code"] as? String == "R501" })
    #expect(idle["clause"] as? String == "《闲置土地处置办法》第二条第一款")
    let breach = try #require(groups.first { $0["code"] as? String == "R521" })
    #expect(breach["clause"] as? String == "合同约定")
    let places = try #require(findings["place"] as? [Any])
    let located = try #require(places.compactMap { $0 as? [Double] }.first)
    #expect((115...116).contains(located[0]) && (28...29).contains(located[1]))
    // Severe ones first.
    #expect(groups.first?["severity"] as? String == "error")
  }

  @Test("each figure says how it comes about, and where it is made")
  func figures() throws {
    let page = try PageText.made(folder, .en)
    let figures = try #require(page.data["figures"] as? [[String: Any]])
    let sources = checkout.appendingPathComponent("Sources/LandKit")
    for figure in figures {
      let key = try #require(figure["key"] as? String)
      #expect(figure["title"] as? String != key && (figure["formula"] as? String)?.isEmpty == false)
      let source = try #require(figure["source"] as? String)
      #expect(FileManager.default.fileExists(atPath: sources.appendingPathComponent(source).path))
      for input in try #require(figure["inputs"] as? [String]) {
        #expect(ParcelColumn.all.contains { $0.key == input }, "\(key): \(input)")
      }
    }
    // Every number that a parcel has of its own is explained, or is a count of days.
    let explained = Set(figures.compactMap { $0["key"] as? String })
    let numbers = ParcelColumn.all.filter { if case .number = $0.kind { true } else { false } }
    let open = Set(numbers.map(\.key)).subtracting(explained)
    #expect(open == ["contract_area_m2", "disposed_area_m2"])
    // And every column is one of the file's.
    let columns = Set(ParcelColumns.all.map(\.name))
    #expect(ParcelColumn.all.allSatisfy { columns.contains($0.key) })
  }

  @Test("what is too much for a page is left out, and it says so")
  func limits() throws {
    var limits = ReportLimits()
    limits.findings = 20
    limits.findingsOfGroup = 2
    limits.parcels = 30
    limits.exactParcels = 5
    limits.idleRows = 3
    limits.allColumns = 9
    let page = try PageText.made(folder, .en, limits: limits)
    let findings = try page.object("findings")
    let groups = try #require(findings["groups"] as? [[String: Any]])
    for group in groups {
      let total = try #require(group["total"] as? Int)
      #expect(group["listed"] as? Int == min(2, total))
    }
    #expect(
      (findings["group"] as? [Int])?.count == groups.reduce(0) { $0 + ($1["listed"] as? Int ?? 0) })
    // Parcels that need action: idle, with errors, overlapping for sure.
    let shown = try page.column("parcel_id").compactMap { $0 }
    let rows = try rows("parcels.csv")
    for row in rows where ["identified", "suspected"].contains(row["idle_state"]) {
      #expect(shown.contains(row["parcel_id"] ?? ""))
    }
    #expect(shown.count < rows.count && shown.contains("369901001002GB00028"))
    let note = try #require(page.data["simplified"] as? String)
    #expect(note.contains("Of 35 parcels the page holds the \(shown.count)"))
    #expect(note.contains("simplified by at most 0.5 m"))
    #expect(note.contains("The page leaves out these columns") && note.contains("Ellipsoidal area"))
    let columns = try #require(try page.object("parcels")["columns"] as? [[String: Any]])
    #expect(!columns.contains { $0["key"] as? String == "ellipsoidal_area_m2" })
    // Nothing is known of the parcels shown: no values, which is unknown for each.
    #expect(try page.column("underused").isEmpty)
    #expect(try page.column("density").count == shown.count)
    #expect(page.text.contains("The first 3 of 11; the rest is in parcels.csv."))
    #expect(try page.object("grid")["step"] as? Double == 1e-6)
  }

  @Test("without layers there are none, and without a place there is no map")
  func bare() throws {
    let page = try PageText.made(folder, withLayers: false)
    let layers = try page.object("layers")
    #expect(layers["zones"] is NSNull && layers["buildings"] is NSNull)
    #expect(page.data["simplified"] is NSNull)
  }
}
