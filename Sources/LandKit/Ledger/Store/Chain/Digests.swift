import GRDB

/// Hashes of rows as they stand in the file.
enum Digests {
  /// The text that the chain begins with, as a hash.
  static func beginning(id: String, territory: String, created: String) -> String {
    var text = CanonicalText("ledger")
    text.text("id", id.utf8)
    text.text("territory", territory.utf8)
    text.text("created", created.utf8)
    return text.digest()
  }

  static func document(_ values: [DatabaseValue]) -> String {
    var text = CanonicalText("document")
    for (name, value) in zip(Columns.document, values) { text.value(name, value) }
    return text.digest()
  }

  /// The hash of a survey with its parcels and lineage.
  static func survey(_ number: Int, in db: Database) throws -> String {
    var text = CanonicalText("survey")
    try add("surveys", Columns.survey, "number = ?", [number], to: &text, in: db)
    text.line("parcels")
    try add(
      "survey_parcels", Columns.parcel, "survey = ? ORDER BY position", [number], to: &text, in: db)
    text.line("lineage")
    try add(
      "lineage", Columns.lineage, "survey = ? ORDER BY position", [number], to: &text, in: db)
    return text.digest()
  }

  static func run(_ number: Int, in db: Database) throws -> String {
    var text = CanonicalText("run")
    try add("runs", Columns.run, "number = ?", [number], to: &text, in: db)
    return text.digest()
  }

  static func ledgerCase(_ id: String, in db: Database) throws -> String {
    var text = CanonicalText("case")
    try add("cases", Columns.ledgerCase, "case_id = ?", [id], to: &text, in: db)
    return text.digest()
  }

  /// The hash of a table that is rewritten.
  static func table(_ name: String, in db: Database) throws -> String {
    var text = CanonicalText(name)
    try add(name, Columns.rewritten[name] ?? [], "1 ORDER BY fid", [], to: &text, in: db)
    return text.digest()
  }

  /// The marks of the rows of a table that is rewritten, eight digits each, in the order of `fid`,
  /// which counts from 1.
  static func marks(_ name: String, in db: Database) throws -> String {
    let columns = Columns.rewritten[name] ?? []
    var marks = ""
    try RawRow.each("SELECT \(Columns.list(columns)) FROM \(name) ORDER BY fid", in: db) {
      marks += $0.mark(columns.count)
    }
    return marks
  }

  private static func add(
    _ table: String, _ columns: [String], _ condition: String, _ arguments: StatementArguments,
    to text: inout CanonicalText, in db: Database
  ) throws {
    var grown = text
    try RawRow.each(
      "SELECT \(Columns.list(columns)) FROM \(table) WHERE \(condition)", arguments, in: db
    ) { $0.add(columns, to: &grown) }
    text = grown
  }
}
