import LandCadastre
import LandIdleLand

/// A part of a balance that comes from one case.
public struct StatementMovement<Row: StatementRow>: Hashable, Sendable {
  /// The row.
  public var row: Row
  /// The case with its idle area; of an adjustment what changed, which may be negative; of a part
  /// that was disposed of its area and no case.
  public var amount: StatementTally
  /// The class of causes under which it counts; nil where none is recorded.
  public var cause: IdleAssessment.CauseClass?
}

/// What a case does in a year: its part of both balances, and what it counts for in the rates.
public struct CaseYear: Hashable, Sendable {
  /// The case.
  public var caseID: String
  /// The zone; nil where it is not known.
  public var zoneID: String?
  /// Where it stands on 31 December.
  public var standing: CaseStanding
  /// What a statement adds up.
  public var figures: Figures

  /// What a statement adds up of a case: two years of a case are the same to a statement where
  /// these are.
  public struct Figures: Hashable, Sendable {
    /// Its part of the balance of land found idle.
    public var idle: [StatementMovement<IdleRow>] = []
    /// Its part of the balance of land suspected.
    public var suspicion: [StatementMovement<SuspicionRow>] = []
    /// The day of the finding, where it is identified on 31 December.
    public var identifiedDay: CalendarDate?
    /// Whether it is identified and ended on 31 December.
    public var isEnded = false
    /// The day on which it ended.
    public var endedDay: CalendarDate?
    /// Area disposed of until 31 December by its papers, m²; nil where they name none.
    public var disposedArea: Double?
    /// Area that the paper of its end names, m², where it ended in the year; nil where it names none.
    public var finalArea: Double?
    /// Idle area on 31 December, m².
    public var idleArea: Double?
    /// Its age on 31 December of the year before, where it was open then.
    public var ageBefore: AgeClass?
    /// Its age on 31 December, where it is open.
    public var age: AgeClass?
  }

  /// Whether it is in either balance of the year.
  public var isInYear: Bool { !figures.idle.isEmpty || !figures.suspicion.isEmpty }
}

extension CaseYear {
  /// How a case goes through a year.
  ///
  /// What stands on the books on 31 December of both years decides what is opening and closing;
  /// what comes is taken with the area that it had on the day it came, what goes with the area that
  /// it had at the end, and an adjustment carries the difference. Parts that are disposed of go as
  /// area and leave the case open with the rest; two parts of one day go under the way of the one
  /// recorded last. So a balance holds case by case.
  init(
    _ item: LedgerCase, events: [LedgerEvent], from before: CalendarDate, to end: CalendarDate,
    standing: (LedgerCase, [LedgerEvent], CalendarDate) -> CaseStanding
  ) {
    let opening = StatementEvents(events).entries.first { $0.event.number == item.openedBy }
    let isStruck = opening?.isVoid ?? false
    func position(_ day: CalendarDate) -> CasePosition {
      CasePosition(standing(item, events, day), on: day, isStruck: isStruck)
    }
    let first = position(before)
    let last = position(end)
    caseID = item.id
    zoneID = item.zoneID
    self.standing = last.standing
    figures = Figures()
    if first.stock == .absent && last.stock == .absent { return }
    let found = last.standing.identifiedDay.map(position) ?? last
    let foundAfter = last.standing.identifiedDay.map { position($0.adding(days: -1)) }
    let beforeEnd = last.standing.endedDay.map { position($0.adding(days: -1)) }
    let days = Set(
      StatementEvents(events).entries.filter {
        !$0.isVoid && $0.day > before && $0.day <= end && IdleRow($0.event.kind) != nil
      }.map(\.day)
    ).sorted()
    let parts = days.compactMap { day -> (row: IdleRow, area: Int)? in
      let (earlier, later) = (position(day.adding(days: -1)), position(day))
      let area = later.disposedHundredths - earlier.disposedHundredths
      let kind = StatementEvents(events).entries.last {
        !$0.isVoid && $0.day == day && IdleRow($0.event.kind) != nil
      }?.event.kind
      guard later.stock == .open, area > 0, let row = kind.flatMap({ IdleRow($0) }) else {
        return nil
      }
      return (row, area)
    }
    figures.idle = Self.idleMovements(
      first, found: (found, foundAfter?.disposedHundredths ?? 0), parts,
      (last, beforeEnd?.disposedHundredths ?? 0))
    figures.suspicion = Self.suspicionMovements(
      first, suspected: position(last.standing.suspectedDay), found: found, last)
    if last.isIdentified {
      figures.identifiedDay = last.standing.identifiedDay
      figures.isEnded = last.isEnded
      figures.idleArea = last.standing.idleArea
      figures.disposedArea = last.standing.disposedArea
      if last.isEnded {
        figures.endedDay = last.standing.endedDay
        figures.finalArea = last.standing.disposedArea.map {
          $0 - (beforeEnd?.standing.disposedArea ?? 0)
        }
      }
    }
    if first.stock == .open { figures.ageBefore = AgeClass(months: first.standing.idleMonths) }
    if last.stock == .open { figures.age = AgeClass(months: last.standing.idleMonths) }
  }

  private static func idleMovements(
    _ first: CasePosition, found: (position: CasePosition, disposed: Int),
    _ parts: [(row: IdleRow, area: Int)], _ last: (position: CasePosition, disposed: Int)
  ) -> [StatementMovement<IdleRow>] {
    var came: StatementMovement<IdleRow>?
    if first.stock == .open {
      came = StatementMovement(row: .opening, amount: first.amount, cause: first.cause)
    } else if !first.isIdentified && last.position.isIdentified {
      came = StatementMovement(
        row: .identified, amount: found.position.left(disposed: found.disposed),
        cause: found.position.cause)
    }
    var went: [StatementMovement<IdleRow>] = []
    let cause = last.position.isIdentified ? last.position.cause : came?.cause
    if came != nil {
      went = parts.map {
        StatementMovement(
          row: $0.row,
          amount: StatementTally(cases: 0, areaHundredths: $0.area, withoutArea: 0), cause: cause)
      }
    }
    switch last.position.stock {
    case .open:
      went.append(
        StatementMovement(row: .closing, amount: last.position.amount, cause: cause))
    case .ended(let ending) where !first.isEnded:
      if let row = IdleRow(ending) {
        went.append(
          StatementMovement(
            row: row, amount: last.position.left(disposed: last.disposed), cause: cause))
      }
    default: break
    }
    return balanced(came, went, adjusted: .adjusted)
  }

  private static func suspicionMovements(
    _ first: CasePosition, suspected: CasePosition, found: CasePosition, _ last: CasePosition
  ) -> [StatementMovement<SuspicionRow>] {
    var came: StatementMovement<SuspicionRow>?
    if first.stock == .suspected {
      came = StatementMovement(row: .opening, amount: first.whole, cause: first.cause)
    } else if first.stock == .absent {
      came = StatementMovement(row: .opened, amount: suspected.whole, cause: suspected.cause)
    }
    var exit: (row: SuspicionRow, position: CasePosition)?
    if last.stock == .suspected {
      exit = (.closing, last)
    } else if came != nil {
      switch last.stock {
      case .open, .ended: exit = (.identified, found)
      case .notIdle: exit = (.notIdle, last)
      case .endedBefore: exit = (.endedBefore, last)
      case .absent, .suspected: break
      }
    }
    let went = exit.map {
      StatementMovement(row: $0.row, amount: $0.position.whole, cause: $0.position.cause)
    }
    return balanced(came, went.map { [$0] } ?? [], adjusted: .adjusted)
  }

  /// What came, what went, and the difference as adjustments: one within a class of causes, two
  /// where the class changed. All that went has one class.
  private static func balanced<Row: StatementRow>(
    _ came: StatementMovement<Row>?, _ went: [StatementMovement<Row>], adjusted: Row
  ) -> [StatementMovement<Row>] {
    let left = went.reduce(StatementTally.zero) { $0 + $1.amount }
    var changes: [StatementMovement<Row>] = []
    func adjust(_ amount: StatementTally, _ cause: IdleAssessment.CauseClass?) {
      if amount != .zero {
        changes.append(StatementMovement(row: adjusted, amount: amount, cause: cause))
      }
    }
    if let came, let cause = went.first.map(\.cause), cause == came.cause {
      adjust(left - came.amount, cause)
    } else {
      if let came { adjust(.zero - came.amount, came.cause) }
      if let first = went.first { adjust(left, first.cause) }
    }
    return (came.map { [$0] } ?? []) + changes + went
  }
}
