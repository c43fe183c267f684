import Foundation
import GRDB
import LandCadastre
import LandGeometry
import LandTestSupport
import Testing

@testable import LandLedger

@Suite("Ledgers of released schemas") struct FixtureTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let released = ["v1", "v2"]

  /// Writes the file of the newest schema anew; only before that schema is released.
  @Test("record", .enabled(if: ProcessInfo.processInfo.environment["RECORD_LEDGER"] == "1"))
  func record() throws {
    let name = try #require(LedgerSchema.migrations.last?.name)
    try SampleLedger.make(scratch.path("a.gpkg")).close()
    try Data(scratch.bytes("a.gpkg")).write(
      to: fixtures.appendingPathComponent("ledger/\(name).gpkg"))
  }

  @Test("every schema has its file")
  func complete() {
    #expect(LedgerSchema.migrations.map(\.name) == Self.released)
  }

  @Test("the file opens, is sound and can be written on", arguments: released)
  func opens(_ name: String) throws {
    let file = fixtures.appendingPathComponent("ledger/\(name).gpkg")
    try scratch.write("a.gpkg", bytes: Array(Data(contentsOf: file)))
    let store = try LedgerStore.open(scratch.path("a.gpkg"), readOnly: false)
    #expect(try store.verify() == [])
    #expect(try store.read { try $0.events().count } == 6)
    #expect(try store.read { try $0.parcels(of: 2).geometry.featureCount } == 5)
    #expect(try store.write { try $0.append(SampleLedger.event(.note)) } == 7)
    #expect(try store.verify() == [])
  }

  @Test("a file of v1 is read as it is, and copied and brought up to date before it is written to")
  func upToDate() throws {
    let path = scratch.path("a.gpkg")
    let file = fixtures.appendingPathComponent("ledger/v1.gpkg")
    let before = Array(try Data(contentsOf: file))
    try scratch.write("a.gpkg", bytes: before)
    let old = try LedgerStore.open(path, readOnly: true)
    #expect(try old.verify() == [])
    #expect(try old.read { try $0.identity().schema } == "v1")
    #expect(try old.read { try $0.contracts() == nil }, "nothing is known of contracts")
    let head = try old.read { try $0.head() }
    try old.close()
    #expect(try scratch.files(in: "").keys.sorted() == ["a.gpkg"])
    #expect(try scratch.bytes("a.gpkg") == before)

    let store = try LedgerStore.open(path, readOnly: false)
    #expect(try store.read { try $0.identity().schema } == "v2")
    #expect(try store.read { try $0.head() } == head, "the chain goes on")
    #expect(try store.verify() == [])
    #expect(try store.read { try $0.contracts() == nil }, "the dates come with an update")
    #expect(try store.read { try $0.hasZombieRegister() })
    #expect(try scratch.files(in: "").keys.sorted() == ["a.backup-v1.gpkg", "a.gpkg"])
    let copy = try LedgerStore.open(scratch.path("a.backup-v1.gpkg"), readOnly: true)
    #expect(try copy.verify() == [] && copy.read { try $0.identity().schema } == "v1")
    #expect(try copy.read { try $0.events() } == store.read { try $0.events() })

    var dates = ContractDates(parcelID: "P0", contractNo: "C1")
    dates.isStarted = true
    dates.payments = [PaymentInstalment(SampleLedger.day, 12.5)]
    dates.startSource = .delivery
    try store.write { try $0.set(contracts: [dates], on: SampleLedger.day) }
    let kept = try #require(try store.read { try $0.contracts() })
    #expect(kept.dates == [dates] && kept.asOf == SampleLedger.day)
    #expect(try store.verify() == [])
    try SampleLedger.plain(path, "UPDATE contracts SET started = NULL")
    #expect(try store.verify() == [.tableEdited("contracts", rows: [1])])
  }

  @Test("an older file is copied before it is brought up to date")
  func migrates() throws {
    let path = scratch.path("a.gpkg")
    try SampleLedger.make(path).close()
    let before = try scratch.bytes("a.gpkg")
    let migrations =
      LedgerSchema.migrations + [
        LedgerMigration(name: "v3") { db, _, _ in
          try db.execute(sql: "CREATE TABLE later (fid INTEGER PRIMARY KEY)")
        }
      ]
    let reading = try LedgerStore.open(path, readOnly: true, timeout: 1, migrations: migrations)
    #expect(try reading.read { try $0.identity().schema } == "v2")
    try reading.close()
    let store = try LedgerStore.open(path, readOnly: false, timeout: 1, migrations: migrations)
    #expect(try store.read { try $0.identity().schema } == "v3")
    #expect(try scratch.files(in: "").keys.sorted() == ["a.backup-v2.gpkg", "a.gpkg"])
    let copy = try LedgerStore.open(scratch.path("a.backup-v2.gpkg"), readOnly: true)
    #expect(try copy.verify() == [])
    #expect(try scratch.bytes("a.backup-v2.gpkg").count == before.count)
    // A second opening finds nothing to do; a migration that fails leaves the file as it is.
    _ = try LedgerStore.open(path, readOnly: true, timeout: 1, migrations: migrations)
    let failing =
      migrations + [
        LedgerMigration(name: "v4") { db, _, _ in
          try db.execute(sql: "CREATE TABLE last (a); CREATE TABLE last (a)")
        }
      ]
    #expect(throws: LedgerError.self) {
      try LedgerStore.open(path, readOnly: false, timeout: 1, migrations: failing)
    }
    #expect(try store.read { try $0.identity().schema } == "v3")
  }
}
