import GRDB
import LandCadastre
import LandGeometry

/// A ledger in its file: a GeoPackage that only grows.
///
/// Rows of events, documents, runs, surveys, their parcels, lineage and cases refuse every change
/// and deletion by triggers in the file itself, in whatever program opens it. Triggers cannot stop
/// somebody who drops them first, or who writes into the file's bytes: that is what the chain of
/// hashes is for, and ``verify()`` finds it. Neither stops somebody who drops the triggers and
/// reckons the whole chain anew; only a note of ``ChainHead`` outside the file does.
public struct LedgerStore: Sendable {
  /// The file.
  public let path: String
  /// Whether it was opened for reading only.
  public let isReadOnly: Bool
  let queue: DatabaseQueue

  /// Reads from one moment of the ledger. Throws ``LedgerError``, or what the body throws.
  public func read<Value>(_ body: (borrowing LedgerReader) throws -> Value) throws -> Value {
    do {
      return try queue.read { db in try body(LedgerReader(db: db, path: path)) }
    } catch let error as DatabaseError {
      throw LedgerError(path, error)
    }
  }

  /// Writes within one transaction, which begins by waiting for other writers until the timeout
  /// (``LedgerError/busy(path:)`` then). Throws ``LedgerError``, or what the body throws; the
  /// ledger is then as before.
  public func write<Value>(_ body: (inout LedgerWriter) throws -> Value) throws -> Value {
    guard !isReadOnly else { throw LedgerError.readOnly(path: path) }
    do {
      return try queue.writeWithoutTransaction { db in
        try db.beginTransaction(.immediate)
        do {
          var writer = LedgerWriter(db, path: path)
          let value = try body(&writer)
          try writer.finish()
          try db.commit()
          return value
        } catch {
          // Where SQLite has rolled back by itself there is nothing left to roll back.
          try? db.rollback()
          throw error
        }
      }
    } catch let error as DatabaseError {
      throw LedgerError(path, error)
    }
  }

  /// Everything that is wrong with the ledger; empty where it is as landctl wrote it. Throws where
  /// the file cannot be read at all.
  public func verify() throws(LedgerError) -> [LedgerProblem] {
    var problems: [LedgerProblem] = []
    do {
      try queue.read { db in
        problems = try LedgerVerification(db: db, path: path).problems()
      }
    } catch {
      // After it met damage SQLite refuses to end even a transaction that only read.
      if problems.isEmpty { throw LedgerError(path, error) }
    }
    return problems
  }

  /// Closes the file; the store cannot be used after that.
  public func close() throws(LedgerError) {
    try LedgerError.translating(path) { try queue.close() }
  }
}
