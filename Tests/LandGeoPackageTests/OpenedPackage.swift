import Foundation
import GRDB

/// A file as SQLite reads it, in values of Swift's own.
struct OpenedPackage {
  private let queue: DatabaseQueue

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The whole numbers of a query's first column.
  func ints(_ sql: String) throws -> [Int] { try queue.read { try Int.fetchAll($0, sql: sql) } }
  /// The numbers of a query's first row.
  func numbers(_ sql: String) throws -> [Double] {
    try queue.read { try Row.fetchOne($0, sql: sql) }.map { row in
      row.databaseValues.map { Double.fromDatabaseValue($0) ?? .nan }
    } ?? []
  }
  /// The texts of a query's first column.
  func texts(_ sql: String) throws -> [String] {
    try queue.read { try String.fetchAll($0, sql: sql) }
  }
  /// The bytes of a query's first value; none for null.
  func bytes(_ sql: String) throws -> [UInt8] {
    Array(try queue.read { try Data.fetchOne($0, sql: sql) } ?? Data())
  }
  /// A row as SQLite writes its values.
  func row(_ sql: String) throws -> [String] {
    try queue.read { try Row.fetchOne($0, sql: sql) }.map { row in
      row.databaseValues.map { $0.isNull ? "NULL" : "\($0.storage.value ?? "")" }
    } ?? []
  }
}
