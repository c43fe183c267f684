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

  private static let released = ["v1"]

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

  @Test("an older file is copied before it is brought up to date")
  func migrates() throws {
    let path = scratch.path("a.gpkg")
    try SampleLedger.make(path).close()
    let before = try scratch.bytes("a.gpkg")
    let migrations =
      LedgerSchema.migrations + [
        LedgerMigration(name: "v2") { db, _, _ in
          try db.execute(sql: "CREATE TABLE later (fid INTEGER PRIMARY KEY)")
        }
      ]
    let error = #expect(throws: LedgerError.self) {
      try LedgerStore.open(path, readOnly: true, timeout: 1, migrations: migrations)
    }
    #expect(error == .olderSchema(path: path, version: "v1"))
    let store = try LedgerStore.open(path, readOnly: false, timeout: 1, migrations: migrations)
    #expect(try store.read { try $0.identity().schema } == "v2")
    #expect(try scratch.files(in: "").keys.sorted() == ["a.backup-v1.gpkg", "a.gpkg"])
    let copy = try LedgerStore.open(scratch.path("a.backup-v1.gpkg"), readOnly: true)
    #expect(try copy.verify() == [])
    #expect(try scratch.bytes("a.backup-v1.gpkg").count == before.count)
    // A second opening finds nothing to do; a migration that fails leaves the file as it is.
    _ = try LedgerStore.open(path, readOnly: true, timeout: 1, migrations: migrations)
    let failing =
      migrations + [
        LedgerMigration(name: "v3") { db, _, _ in
          try db.execute(sql: "CREATE TABLE last (a); CREATE TABLE last (a)")
        }
      ]
    #expect(throws: LedgerError.self) {
      try LedgerStore.open(path, readOnly: false, timeout: 1, migrations: failing)
    }
    #expect(try store.read { try $0.identity().schema } == "v2")
  }
}
