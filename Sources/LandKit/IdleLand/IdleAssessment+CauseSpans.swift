import LandCadastre

extension IdleAssessment.CauseClass {
  /// The class of the causes that fall into a span of days, both ends included; nil where none
  /// does. The user's own cause counts only on days that nothing else caused.
  ///
  /// - Parameters:
  ///   - spans: causes as they are recorded; one without a last day goes on.
  ///   - first: the day after the start in force or the suspension; nil leaves that side open.
  ///   - last: the day of the assessment, or that on which the case ended.
  public init?(of spans: [CauseSpan], from first: CalendarDate?, through last: CalendarDate) {
    guard let found = CauseDays(spans, from: first, through: last).causeClass else { return nil }
    self = found
  }
}
