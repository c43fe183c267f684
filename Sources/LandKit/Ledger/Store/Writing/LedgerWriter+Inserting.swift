import GRDB
import LandGeoPackage
import LandGeometry

extension LedgerWriter {
  mutating func insert(
    _ table: String, _ columns: [String], _ values: [DatabaseValue]
  ) throws(LedgerError) {
    let insertion = try insertion(table, columns)
    try LedgerError.translating(path) { try insertion.run(values) }
  }

  /// The prepared insertion into a table, whose columns are always the same.
  mutating func insertion(
    _ table: String, _ columns: [String]
  ) throws(LedgerError) -> RowInsertion {
    if let insertion = insertions[table] { return insertion }
    let insertion = try LedgerError.translating(path) {
      try RowInsertion(into: table, columns, in: db)
    }
    insertions[table] = insertion
    return insertion
  }

  /// Adds many rows to a table whose insert triggers look at each of them: within this transaction,
  /// which nobody else can write in, they are taken away and then put back letter by letter. What
  /// they guard against, a key that is taken, a plain `INSERT` refuses by itself; the index is
  /// filled with all boxes at once. A trigger that is not the schema's stays where it is, so that
  /// ``LedgerStore/verify()`` goes on to find it.
  ///
  /// After an error the transaction cannot be committed any more.
  ///
  /// - Parameter layer: the table as a layer, where it has a spatial index.
  /// - Parameter rows: adds the rows and gives key and box of each that has a geometry.
  mutating func fill(
    _ table: String, layer: GeoPackageTable? = nil,
    _ rows: (inout LedgerWriter) throws(LedgerError) -> [(key: Int, box: Envelope)]
  ) throws(LedgerError) {
    filling = table
    let hasGuard = try lift(LedgerSchemaV1.insertGuard(of: table))
    let indexing = layer.map { ($0, GeoPackageSchema.insertTrigger(of: $0)) }
    var isIndexed = false
    if let indexing { isIndexed = try lift(indexing.1) }
    let boxes = try rows(&self)
    try LedgerError.translating(path) {
      if let indexing, isIndexed {
        try GeoPackageSchema.addToIndex(of: indexing.0, boxes: boxes, in: db)
        try db.execute(sql: indexing.1.sql)
      }
      if hasGuard { try db.execute(sql: LedgerSchemaV1.insertGuard(of: table).sql) }
    }
    filling = nil
  }

  /// Takes a trigger away if it is as the schema makes it.
  private func lift(_ trigger: (name: String, sql: String)) throws(LedgerError) -> Bool {
    try LedgerError.translating(path) {
      let kept = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?",
        arguments: [trigger.name])
      guard kept == trigger.sql else { return false }
      try db.execute(sql: "DROP TRIGGER \"\(trigger.name)\"")
      return true
    }
  }
}
