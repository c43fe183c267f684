import LandCadastre
import LandLedger

extension LedgerStore {
  /// Closes a year: an event that says which events its statement is made from.
  public func close(year: Int, author: String) throws {
    guard let day = CalendarDate(year: year, month: 12, day: 31) else { return }
    try write { writer in
      var details = EventDetails()
      details.year = year
      _ = try writer.append(
        LedgerEvent(
          number: 0, caseID: nil, kind: .yearClosed, day: day, author: author, details: details,
          recordedAt: RecordingClock.now()))
    }
  }
}
