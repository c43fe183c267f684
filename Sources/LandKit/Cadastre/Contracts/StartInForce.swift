/// The start of development that binds the user on a day, and where it comes from.
public struct StartInForce: Hashable, Sendable {
  /// Where a start comes from; the words of the column `start_source`.
  public enum Source: String, Hashable, Sendable {
    /// A supplementary contract.
    case amended
    /// The contract or the allocation decision.
    case agreed
    /// The actual delivery and the years of Art. 22.
    case delivery = "delivery+1y"
  }

  /// The day by which development has to start.
  public var day: CalendarDate
  /// Where it comes from.
  public var source: Source
  /// The other start that would bind if an undated supplementary contract were in force.
  public var undatedAmendment: CalendarDate?

  /// A start from a source.
  public init(_ day: CalendarDate, _ source: Source, undatedAmendment: CalendarDate? = nil) {
    self.day = day
    self.source = source
    self.undatedAmendment = undatedAmendment
  }
}

extension Contract {
  /// The start in force on a day: the amended one if its supplementary contract is dated no later,
  /// else the agreed one, else actual delivery plus the years of Decree 53 Art. 22.
  ///
  /// A supplementary contract without a date is not in force, but its start is returned beside, so
  /// that whoever judges can see whether it matters.
  public func startInForce(asOf: CalendarDate, yearsAfterDelivery: Int) -> StartInForce? {
    if let amendedStartDate = self.amendedStartDate, let amendmentDate = self.amendmentDate,
      amendmentDate <= asOf
    {
      return StartInForce(amendedStartDate, .amended)
    }
    let undated = self.amendmentDate == nil ? self.amendedStartDate : nil
    if let agreedStartDate = self.agreedStartDate {
      return StartInForce(agreedStartDate, .agreed, undatedAmendment: undated)
    }
    if let actualDeliveryDate = self.actualDeliveryDate, actualDeliveryDate <= asOf {
      return StartInForce(
        actualDeliveryDate.adding(years: yearsAfterDelivery), .delivery, undatedAmendment: undated)
    }
    return nil
  }
}
