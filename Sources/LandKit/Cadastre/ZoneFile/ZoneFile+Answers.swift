/// What a zone file answers; unknown is an answer, too.
extension ZoneFile {
  /// How many events of a kind there were.
  public enum EventCount: Hashable, Sendable {
    /// So many, as the list is complete.
    case exactly(Int)
    /// So many are listed, one at least, and there may be more.
    case atLeast(Int)
    /// None is listed, but the list need not be complete.
    case unknown
  }

  /// How many events of a kind and at least a grade there were on the days of a span.
  ///
  /// Exact only where `events_complete` covers the span and every event in it has a grade; an event
  /// without grade may or may not count.
  public func eventCount(
    _ kind: ZoneEventKind, atLeast grade: EventGrade = .minor,
    in span: ClosedRange<CalendarDate>
  ) -> EventCount {
    let inSpan = events.filter { $0.kind.value == kind && span.contains($0.date.value) }
    let counted = inSpan.count { ($0.grade?.value).map { $0 >= grade } ?? (grade == .minor) }
    let undecided = inSpan.count { $0.grade == nil && grade != .minor }
    let covered =
      eventsComplete[kind].map {
        $0.lowerBound <= span.lowerBound && $0.upperBound >= span.upperBound
      } ?? false
    if covered && undecided == 0 { return .exactly(counted) }
    return counted > 0 ? .atLeast(counted) : .unknown
  }

  /// Whether the zone conforms in a topic: false where any block does not, true where all that are
  /// attested do, nil where nothing is attested or one is left open. Attestations dated after the
  /// as-of date do not count.
  public func attested(_ topic: String, asOf: CalendarDate) -> Bool? {
    let found = attestations.filter {
      $0.topic.value == topic && ($0.date.map { $0.value <= asOf } ?? true)
    }
    if found.contains(where: { $0.conforms?.value == false }) { return false }
    return found.isEmpty || found.contains { $0.conforms == nil } ? nil : true
  }

  /// Whether a paper is there and valid on a day; nil where the file lists no papers at all.
  public func hasMaterial(_ id: MaterialID, asOf: CalendarDate) -> Bool? {
    materials?.contains { paper in
      paper.id.value == id && (paper.date.map { $0.value <= asOf } ?? true)
        && (paper.validUntil.map { $0.value >= asOf } ?? true)
    }
  }

  /// Whether a step was taken by a day; nil where the file lists no steps at all.
  public func hasStep(_ step: String, asOf: CalendarDate) -> Bool? {
    procedure?.contains {
      $0.step.value == step && ($0.date.map { $0.value <= asOf } ?? true)
    }
  }

  /// A yearly statistic, in the unit of its name.
  public func statistic(_ statistic: ZoneStatistic, year: Int) -> Sourced<Double>? {
    statistics[year]?[statistic]
  }

  /// The approved area in hectares on a day: the area that the last approval states, changed by
  /// what later approvals without one take in and give up. Nil where no approval in force by then
  /// states an area, or a later one states nothing.
  public func approvedAreaHa(asOf: CalendarDate) -> Double? {
    var area: Double?
    let dated = (approvals ?? []).filter { ($0.date?.value ?? asOf) <= asOf }
    for approval in dated.enumerated().sorted(by: ZoneFile.earlier).map(\.element) {
      if let stated = approval.areaHa?.value {
        area = stated
      } else if approval.inHa == nil && approval.outHa == nil {
        area = nil
      } else {
        area = area.map { $0 + (approval.inHa?.value ?? 0) - (approval.outHa?.value ?? 0) }
      }
    }
    return area
  }

  /// By day, undated ones first, those of one day in the order of the file.
  private static func earlier(
    _ a: (offset: Int, element: ZoneApproval), _ b: (offset: Int, element: ZoneApproval)
  ) -> Bool {
    let first = a.element.date?.value.dayNumber ?? .min
    let second = b.element.date?.value.dayNumber ?? .min
    return first == second ? a.offset < b.offset : first < second
  }
}
