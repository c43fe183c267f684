import GRDB

/// Checks the chain of events.
enum EventChain {
  /// What is wrong with the events from a number on. `beginning` is what the first of them has to
  /// follow; nil where that is not looked at.
  static func check(
    _ db: Database, path: String, from first: Int, beginning: String?
  ) throws(LedgerError) -> [LedgerProblem] {
    try LedgerError.translating(path) {
      var problems: [LedgerProblem] = []
      var expected = max(first, 1)
      var previous = beginning
      let covered = Array(Columns.event.dropLast())
      try RawRow.each(
        "SELECT \(Columns.list(Columns.event)) FROM events WHERE number >= ? ORDER BY number",
        [first == 0 ? Int.min : first], in: db
      ) { row in
        let number = row.integer(0) ?? 0
        if number < 1 {
          problems.append(.eventInserted(number))
          return
        }
        if number > expected {
          // A forged number far away must not make a list without end.
          problems += (expected..<min(number, expected + 1000)).map { .eventMissing($0) }
          previous = nil
        }
        var text = CanonicalText("event")
        row.add(covered, to: &text)
        let kept = row.text(Int32(covered.count))
        if text.digest() != kept {
          problems.append(.eventChanged(number))
        } else if let previous, row.text(Int32(covered.count - 1)) != previous {
          problems.append(.chainBroken(number))
        }
        previous = kept ?? ""
        expected = number + 1
      }
      return problems
    }
  }
}
