import Foundation
import GRDB
import LandKit
import LandTestSupport
import Testing

@Suite("A ledger's file") struct StoreTests {
  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("a.gpkg")
  }

  @Test("everything that is written comes back, also after it was opened again")
  func roundTrip() throws {
    try SampleLedger.make(path).close()
    let store = try LedgerStore.open(path, readOnly: true)
    #expect(try store.verify() == [])
    try store.read { reader in
      let identity = try reader.identity()
      #expect(identity.territory == "某县" && identity.schema == "v2")
      #expect(identity.created == SampleLedger.day && identity.madeBy == "landctl test")
      var opened = SampleLedger.opened()
      opened.openedBy = 4
      #expect(try reader.cases() == [opened])
      let events = try reader.events()
      #expect(events.map(\.number) == [1, 2, 3, 4, 5, 6])
      #expect(
        events.map(\.kind)
          == [.survey, .survey, .run, .opened, .investigationNotice, .investigation])
      var investigation = SampleLedger.investigation()
      investigation.number = 6
      investigation.details.amount = 0
      #expect(events.last == investigation)
      #expect(try reader.events(of: "2026-0001") == Array(events.suffix(3)))
      #expect(try reader.events(upTo: 2) == Array(events.prefix(2)))
      let documents = try reader.documents()
      #expect(documents.map(\.event) == [5, 6])
      #expect(documents.last?.document == investigation.document)
      #expect(try reader.runs().map(\.record.manifest) == ["{\"tool\":\"landctl\"}"])
      #expect(try reader.runs().map(\.record.rulebooks) == [["decree53"]])
      #expect(
        try reader.surveys().map(\.record)
          == [SampleLedger.survey(2025, 4), SampleLedger.survey(2026, 5)])
      let (parcels, geometry) = SampleLedger.parcels(5)
      let kept = try reader.parcels(of: 2)
      #expect(kept.parcels == parcels)
      #expect(kept.geometry.x == geometry.x && kept.geometry.y == geometry.y)
      #expect(kept.geometry.ringStart == geometry.ringStart)
      #expect(kept.geometry.polygonStart == geometry.polygonStart)
      #expect(kept.geometry.featureStart == geometry.featureStart)
      #expect(try reader.lineage(of: 2) == SampleLedger.links)
      #expect(try reader.lineage(of: 1) == [])
      #expect(try reader.zones().map(\.level) == ["provincial"])
      #expect(try reader.figures().map(\.value) == [812.5, nil])
      #expect(try reader.targets().map(\.limit) == [0.2])
      #expect(try reader.zombies().map(\.listed) == [SampleLedger.day])
      #expect(try reader.siteNotes().map(\.place) == [Coordinate(x: 115.0005, y: 28.0005)])
      #expect(try reader.head().number == 6)
    }
  }

  @Test("the same steps give the same bytes")
  func repeats() throws {
    try SampleLedger.make(path).close()
    try SampleLedger.make(scratch.path("b.gpkg")).close()
    #expect(try scratch.bytes("a.gpkg") == scratch.bytes("b.gpkg"))
  }

  @Test("a failed transaction leaves the ledger as it was")
  func rollback() throws {
    let store = try SampleLedger.make(path)
    let before = try scratch.bytes("a.gpkg")
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.write { writer in
        try writer.append(SampleLedger.event(.note))
        throw Stop()
      }
    }
    #expect(try scratch.bytes("a.gpkg") == before)
    try store.write { writer in
      let number = try writer.append(SampleLedger.event(.note))
      let count = try writer.reader.events().count
      #expect(number == 7 && count == 7)
    }
    #expect(try store.verify() == [])
  }

  @Test("what no event speaks for is refused, and an event that speaks for nothing")
  func uncovered() throws {
    let store = try SampleLedger.make(path)
    func refused(_ body: (inout LedgerWriter) throws -> Void) {
      let error = #expect(throws: LedgerError.self) { try store.write(body) }
      guard case .content = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    refused { try $0.append(SampleLedger.event(.survey)) }
    refused { try $0.append(SampleLedger.event(.run)) }
    refused { try $0.append(SampleLedger.event(.opened, "2026-0002")) }
    refused { try $0.add(RunRecord(asOf: SampleLedger.day, rulebooks: [], manifest: "{}")) }
    refused { try $0.add(LedgerCase(id: "2026-0002", parcelID: "P1", openedBy: 0)) }
    refused { writer in
      try writer.add(SampleLedger.opened())
      try writer.append(SampleLedger.event(.opened, "2026-0001"))
    }
    // A case that is not there, and text that SQLite's programs would show half of.
    refused { try $0.append(SampleLedger.event(.note, "2026-0009")) }
    refused { writer in
      var note = SampleLedger.event(.note)
      note.details.text = "a\0b"
      try writer.append(note)
    }
    let (parcels, geometry) = SampleLedger.parcels(3)
    refused { writer in
      try writer.add(
        SampleLedger.survey(2027, 4), parcels: parcels, geometry: geometry, lineage: [])
    }
    #expect(try store.verify() == [])
  }

  @Test("every way in that fails says why")
  func openingErrors() throws {
    func error(_ name: String) -> LedgerError? {
      do {
        _ = try LedgerStore.open(scratch.path(name), readOnly: false)
        return nil
      } catch { return error }
    }
    #expect(error("none.gpkg") == .notThere(path: scratch.path("none.gpkg")))
    try scratch.write("text.gpkg", String(repeating: "no database ", count: 1000))
    #expect(error("text.gpkg") == .notALedger(path: scratch.path("text.gpkg")))
    try scratch.write("empty.gpkg", "")
    #expect(error("empty.gpkg") == .notALedger(path: scratch.path("empty.gpkg")))
    try SampleLedger.plain(scratch.path("other.db"), "CREATE TABLE ledger_meta (a)")
    #expect(error("other.db") == .notALedger(path: scratch.path("other.db")))
    try SampleLedger.plain(
      scratch.path("other.gpkg"),
      "PRAGMA application_id = \(0x4750_4B47); CREATE TABLE ledger_meta (a)")
    #expect(error("other.gpkg") == .notALedger(path: scratch.path("other.gpkg")))
    try SampleLedger.make(path).close()
    try scratch.write("short.gpkg", bytes: Array(scratch.bytes("a.gpkg").prefix(40_000)))
    guard case .damaged = error("short.gpkg") else {
      Issue.record("a file cut short opened: \(String(describing: error("short.gpkg")))")
      return
    }
    try SampleLedger.plain(path, "UPDATE ledger_meta SET value = 'v9' WHERE key = 'schema'")
    #expect(error("a.gpkg") == .newerSchema(path: path, version: "v9"))
    let again = #expect(throws: LedgerError.self) {
      try LedgerStore.create(at: path, territory: "", day: SampleLedger.day, madeBy: "")
    }
    #expect(again == .exists(path: path))
    let nowhere = #expect(throws: LedgerError.self) {
      try LedgerStore.create(
        at: scratch.path("no/a.gpkg"), territory: "", day: SampleLedger.day, madeBy: "")
    }
    guard case .cannotCreate = nowhere else {
      Issue.record("\(String(describing: nowhere))")
      return
    }
  }

  @Test("a ledger opened for reading is not written to")
  func readOnly() throws {
    try SampleLedger.make(path).close()
    let before = try scratch.bytes("a.gpkg")
    let store = try LedgerStore.open(path, readOnly: true)
    let error = #expect(throws: LedgerError.self) {
      try store.write { try $0.append(SampleLedger.event(.note)) }
    }
    #expect(error == .readOnly(path: path))
    #expect(try scratch.bytes("a.gpkg") == before)
  }

  @Test("a writer waits for another one, then says that it is busy")
  func busy() throws {
    let first = try SampleLedger.make(path)
    let second = try LedgerStore.open(path, readOnly: false, timeout: 0.05)
    try first.write { writer in
      try writer.append(SampleLedger.event(.note))
      let error = #expect(throws: LedgerError.self) {
        try second.write { try $0.append(SampleLedger.event(.note)) }
      }
      #expect(error == .busy(path: path))
      // Readers go on and see what was before.
      #expect(try second.read { try $0.head().number } == 6)
    }
    #expect(try second.write { try $0.append(SampleLedger.event(.note)) } == 8)
  }

  @Test("a backup is the same ledger")
  func backup() throws {
    let store = try SampleLedger.make(path)
    let other = scratch.path("copy.gpkg")
    try scratch.write("copy.gpkg", "old")
    try store.backup(to: other)
    let copy = try LedgerStore.open(other, readOnly: true)
    #expect(try copy.verify() == [])
    #expect(try copy.read { try $0.events() } == store.read { try $0.events() })
    #expect(try scratch.files(in: "").keys.sorted() == ["a.gpkg", "copy.gpkg"])
    let onto = #expect(throws: LedgerError.self) { try store.backup(to: path) }
    #expect(onto == .exists(path: path))
  }
}
