import LandCadastre

/// The days that recorded causes cover within a window.
///
/// Government causes and force majeure are counted together (Art. 8 treats them alike), each day
/// once; the user's own cause counts only on days that nothing else caused.
struct CauseDays: Hashable {
  /// Days of causes of Art. 8 and of force majeure.
  var government = 0
  /// Days of the user's own causes alone.
  var own = 0
  /// Days of the window that no cause covers.
  var unexplained = 0
  /// The class of causes; nil where none falls into the window.
  var causeClass: IdleAssessment.CauseClass?

  /// Counts from the first day to the last, both included; spans that have not ended, or end
  /// later, end with the window.
  init(_ spans: [CauseSpan], from first: CalendarDate?, through last: CalendarDate) {
    func covered(_ matches: (IdleCause) -> Bool) -> [ClosedRange<Int>] {
      var ranges: [ClosedRange<Int>] = []
      for span in spans where matches(span.cause) {
        let from = max(span.from, first ?? span.from).dayNumber
        let to = min(span.to ?? last, last).dayNumber
        if from <= to { ranges.append(from...to) }
      }
      return CauseDays.union(ranges)
    }
    func count(_ ranges: [ClosedRange<Int>]) -> Int { ranges.reduce(0) { $0 + $1.count } }
    let excused = covered { $0 != .own }
    let all = covered { _ in true }
    government = count(excused)
    own = count(all) - government
    if let first { unexplained = max(0, last - first + 1) - count(all) }
    let hasGovernment = !covered(\.isGovernment).isEmpty
    switch (own > 0, government > 0) {
    case (true, true): causeClass = .mixed
    case (true, false): causeClass = .own
    case (false, true): causeClass = hasGovernment ? .government : .forceMajeure
    case (false, false): causeClass = nil
    }
  }

  private static func union(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
