import LandCadastre

extension ZoneFacts {
  /// The same zone on a later day, if nothing happens until then: no event beyond those on record.
  /// A list of events that is complete on the day `since` counts as complete until the later day;
  /// one that is not stays as it is.
  public func ifNothingHappens(until day: CalendarDate, since: CalendarDate) -> ZoneFacts {
    var file = sheet.file
    for (kind, span) in file?.eventsComplete ?? [:]
    where span.upperBound >= since && span.upperBound < day {
      file?.eventsComplete[kind] = span.lowerBound...day
    }
    var frame = sheet.frame
    frame.asOf = day
    var later = self
    later.sheet = ZoneSheet(
      frame: frame, file: file, totals: sheet.totals, enterprises: sheet.enterprises,
      register: sheet.register)
    return later
  }
}
