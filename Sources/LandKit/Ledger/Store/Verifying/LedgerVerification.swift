import GRDB
import LandCadastre
import LandGeoPackage

/// The checks of `verify`, on one moment of the file.
struct LedgerVerification {
  let db: Database
  let path: String

  /// Everything that is wrong, in a fixed order.
  func problems() throws(LedgerError) -> [LedgerProblem] {
    var problems: [LedgerProblem] = []
    var failure: LedgerError?
    func look(_ body: () throws -> [LedgerProblem]) throws(LedgerError) {
      do { problems += try translating(body) } catch {
        if case .busy = error { throw error }
        failure = failure ?? error
      }
    }
    for check in [
      integrity, references, schema, chain, documents, cases, surveysAndRuns, rewritten, metadata,
      indexes,
    ] { try look(check) }
    // A check that cannot read what it looks at says no more than the one that found out why.
    if problems.isEmpty, let failure { throw failure }
    return problems
  }

  private func translating<Value>(_ body: () throws -> Value) throws(LedgerError) -> Value {
    try LedgerError.translating(path, body)
  }

  private func integrity() throws -> [LedgerProblem] {
    var problems: [LedgerProblem] = []
    do {
      try RawRow.each("PRAGMA integrity_check(20)", in: db) { row in
        if let text = row.text(0), text != "ok" { problems.append(.integrity(text)) }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // Of some damage the check itself gives up.
      problems.append(.integrity(error.message ?? "SQLITE_CORRUPT"))
    }
    return problems
  }

  private func references() throws -> [LedgerProblem] {
    var tables: Set<String> = []
    try RawRow.each("PRAGMA foreign_key_check", in: db) { row in
      tables.insert(row.text(0) ?? "")
    }
    return tables.sorted().map { .reference(table: $0) }
  }

  private func chain() throws -> [LedgerProblem] {
    let reader = LedgerReader(db: db, path: path)
    let identity = try reader.identity()
    let beginning = Digests.beginning(
      id: identity.id, territory: identity.territory, created: identity.created.description)
    var problems = try EventChain.check(db, path: path, from: 0, beginning: beginning)
    let last = try reader.head()
    let noted = try LedgerMeta.value("head_hash", in: db)
    guard let number = try LedgerMeta.value("head_number", in: db).flatMap({ Int($0) }) else {
      return problems + [.headDiffers]
    }
    if last.number < number {
      let missing = (last.number + 1)...min(number, last.number + 1000)
      problems += missing.map { .eventMissing($0) }
    } else if last.number > number {
      problems += (max(number, last.number - 1000) + 1...last.number).map { .eventInserted($0) }
    } else if last.hash != noted {
      problems.append(.headDiffers)
    }
    return problems
  }

  private func documents() throws -> [LedgerProblem] {
    var expected: [Int: String] = [:]
    try RawRow.each(
      "SELECT number, document_sha256 FROM events WHERE document_sha256 IS NOT NULL", in: db
    ) { row in if let number = row.integer(0) { expected[number] = row.text(1) } }
    var wrong: Set<Int> = []
    try RawRow.each("SELECT \(Columns.list(Columns.document)) FROM documents", in: db) { row in
      var text = CanonicalText("document")
      row.add(Columns.document, to: &text)
      let event = row.integer(0) ?? 0
      if expected.removeValue(forKey: event) != text.digest() { wrong.insert(event) }
    }
    return wrong.union(expected.keys).sorted().map { .documentDiffers(event: $0) }
  }

  private func cases() throws -> [LedgerProblem] {
    var expected: [String: String] = [:]
    try RawRow.each(
      "SELECT case_id, content_sha256 FROM events WHERE kind = 'opened'", in: db
    ) { row in expected[row.text(0) ?? ""] = row.text(1) ?? "" }
    var wrong: Set<String> = []
    try RawRow.each("SELECT \(Columns.list(Columns.ledgerCase)) FROM cases", in: db) { row in
      var text = CanonicalText("case")
      row.add(Columns.ledgerCase, to: &text)
      let id = row.text(0) ?? ""
      if expected.removeValue(forKey: id) != text.digest() { wrong.insert(id) }
    }
    return wrong.union(expected.keys).sorted().map { .caseDiffers($0) }
  }

  private func surveysAndRuns() throws -> [LedgerProblem] {
    func check(
      _ kind: String, _ table: String, _ digest: (Int) throws -> String,
      _ problem: (Int) -> LedgerProblem
    ) throws -> [LedgerProblem] {
      var expected: [Int: String] = [:]
      try RawRow.each(
        "SELECT \(kind), content_sha256 FROM events WHERE \(kind) IS NOT NULL", in: db
      ) { row in expected[row.integer(0) ?? 0] = row.text(1) ?? "" }
      var there: Set<Int> = []
      try RawRow.each("SELECT number FROM \(table)", in: db) { there.insert($0.integer(0) ?? 0) }
      return try there.union(expected.keys).sorted().filter {
        try expected[$0] != digest($0)
      }.map(problem)
    }
    return try check("survey", "surveys", { try Digests.survey($0, in: db) }) { .surveyDiffers($0) }
      + strayParcels()
      + check("run", "runs", { try Digests.run($0, in: db) }) { .runDiffers($0) }
  }

  /// Rows of surveys that are not there, which no digest looks at.
  private func strayParcels() throws -> [LedgerProblem] {
    var numbers: Set<Int> = []
    for table in ["survey_parcels", "lineage"] {
      try RawRow.each(
        "SELECT DISTINCT survey FROM \(table) WHERE survey NOT IN (SELECT number FROM surveys)",
        in: db
      ) { numbers.insert($0.integer(0) ?? 0) }
    }
    return numbers.sorted().map { .surveyDiffers($0) }
  }

  private func rewritten() throws -> [LedgerProblem] {
    let version = try version()
    // A file that names an older schema than it has would be brought up to date once more.
    let isRenamed = try LedgerMeta.value("schema", in: db) != version
    return try LedgerSchema.rewritten(in: version).filter {
      try LedgerMeta.value("digest.\($0)", in: db) != Digests.table($0, in: db)
    }.map { .tableEdited($0, rows: try edited($0)) }
      + (isRenamed ? [.tableEdited("ledger_meta")] : [])
  }

  /// The rows of a table that are not what was written; empty where the ledger keeps no marks.
  private func edited(_ table: String) throws -> [Int] {
    guard let text = try LedgerMeta.value("rows.\(table)", in: db) else { return [] }
    let marks = Array(text.utf8)
    let columns = Columns.rewritten[table] ?? []
    var missing = Set((0..<marks.count / 8).map { $0 + 1 })
    var edited: [Int] = []
    try RawRow.each("SELECT \(Columns.list(columns)), fid FROM \(table)", in: db) { row in
      let key = row.integer(Int32(columns.count)) ?? 0
      let isKnown = missing.remove(key) != nil
      if !isKnown || !marks[8 * (key - 1)..<8 * key].elementsEqual(row.mark(columns.count).utf8) {
        edited.append(key)
      }
    }
    return (edited + missing).sorted()
  }
}
