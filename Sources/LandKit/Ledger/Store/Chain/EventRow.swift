import GRDB
import LandCadastre

/// An event with what the chain needs.
struct EventRow {
  var event: LedgerEvent
  /// Hash of its document's row; nil without a document.
  var documentDigest: String?
  /// The survey or the run that it speaks for.
  var survey: Int?
  var run: Int?
  /// Hash of the case, survey or run that it speaks for.
  var contentDigest: String?
  var previousHash: String

  /// The values of ``Columns/event``, the hash last.
  func values() throws(LedgerError) -> [DatabaseValue] {
    let details = event.details
    var values: [DatabaseValue] = [
      Kept.integer(event.number), try Kept.text(event.caseID), event.kind.rawValue.databaseValue,
      Kept.day(event.day), try Kept.text(documentDigest), try Kept.text(event.author),
      try Kept.text(event.reason), try Kept.list(event.forced), try Kept.text(details.parcelID),
      Kept.real(details.area), Kept.real(details.amount), try Kept.text(details.clause),
      Kept.day(details.idleSince), Kept.spans(details.causeSpans), Kept.day(details.until),
      try Kept.text(details.auditState), Kept.integer(details.corrects), Kept.truth(details.voids),
      Kept.day(details.rightDay), Kept.integer(details.year), try Kept.text(details.text),
      try Kept.text(event.recordedAt), Kept.integer(survey), Kept.integer(run),
      try Kept.text(contentDigest), previousHash.databaseValue,
    ]
    var text = CanonicalText("event")
    for (name, value) in zip(Columns.event, values) { text.value(name, value) }
    values.append(text.digest().databaseValue)
    return values
  }
}

extension LedgerDocument {
  /// The values of ``Columns/document``.
  func values(event: Int) throws(LedgerError) -> [DatabaseValue] {
    [
      Kept.integer(event), try Kept.text(number), Kept.day(day), try Kept.text(fileName),
      try Kept.text(sha256),
    ]
  }

  /// A document from the columns after the event's.
  init?(_ row: RawRow, from first: Int32) {
    guard let number = row.text(first) else { return nil }
    self.init(
      number: number, day: row.day(first + 1), fileName: row.text(first + 2),
      sha256: row.text(first + 3))
  }
}

extension LedgerEvent {
  /// An event from the first columns of ``Columns/event`` and the document after them; nil where
  /// a column holds what no event can.
  init?(_ row: RawRow) {
    guard let number = row.integer(0), let kind = row.text(2).flatMap(EventKind.init(rawValue:)),
      let day = row.day(3), let author = row.text(5), let forced = Kept.list(of: row.text(7)),
      let recordedAt = row.text(21)
    else { return nil }
    var details = EventDetails()
    details.parcelID = row.text(8)
    details.area = row.real(9)
    details.amount = row.real(10)
    details.clause = row.text(11)
    details.idleSince = row.day(12)
    if let spans = row.text(13) {
      guard let spans = CauseSpan.parse(spans) else { return nil }
      details.causeSpans = spans
    }
    details.until = row.day(14)
    details.auditState = row.text(15)
    details.corrects = row.integer(16)
    details.voids = row.integer(17).map { $0 != 0 }
    details.rightDay = row.day(18)
    details.year = row.integer(19)
    details.text = row.text(20)
    self.init(
      number: number, caseID: row.text(1), kind: kind, day: day,
      document: LedgerDocument(row, from: 22), author: author, reason: row.text(6),
      forced: forced, details: details, recordedAt: recordedAt)
  }
}
