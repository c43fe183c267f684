import LandCadastre
import LandIdleLand

/// A part of a balance that comes from one case.
public struct StatementMovement<Row: StatementRow>: Hashable, Sendable {
  /// The row.
  public var row: Row
  /// The case with its idle area; of an adjustment what changed, which may be negative.
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
    /// Area disposed of by its papers, m²; nil where they name none.
    public var disposedArea: Double?
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
  /// it had at the end, and an adjustment carries the difference. So a balance holds case by case.
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
    figures.idle = Self.idleMovements(first, found: found, last)
    figures.suspicion = Self.suspicionMovements(
      first, suspected: position(last.standing.suspectedDay), found: found, last)
    if last.isIdentified {
      figures.identifiedDay = last.standing.identifiedDay
      figures.isEnded = last.isEnded
      figures.idleArea = last.standing.idleArea
      if last.isEnded {
        figures.endedDay = last.standing.endedDay
        figures.disposedArea = last.standing.disposedArea
      }
    }
    if first.stock == .open { figures.ageBefore = AgeClass(months: first.standing.idleMonths) }
    if last.stock == .open { figures.age = AgeClass(months: last.standing.idleMonths) }
  }

  private static func idleMovements(
    _ first: CasePosition, found: CasePosition, _ last: CasePosition
  ) -> [StatementMovement<IdleRow>] {
    var entry: (IdleRow, CasePosition)?
    if first.stock == .open {
      entry = (.opening, first)
    } else if !first.isIdentified && last.isIdentified {
      entry = (.identified, found)
    }
    var exit: (IdleRow, CasePosition)?
    switch last.stock {
    case .open: exit = (.closing, last)
    case .ended(let ending) where !first.isEnded: exit = IdleRow(ending).map { ($0, last) }
    default: break
    }
    return movements(entry, exit, adjusted: .adjusted)
  }

  private static func suspicionMovements(
    _ first: CasePosition, suspected: CasePosition, found: CasePosition, _ last: CasePosition
  ) -> [StatementMovement<SuspicionRow>] {
    var entry: (SuspicionRow, CasePosition)?
    if first.stock == .suspected {
      entry = (.opening, first)
    } else if first.stock == .absent {
      entry = (.opened, suspected)
    }
    var exit: (SuspicionRow, CasePosition)?
    if last.stock == .suspected {
      exit = (.closing, last)
    } else if entry != nil {
      switch last.stock {
      case .open, .ended: exit = (.identified, found)
      case .notIdle: exit = (.notIdle, last)
      case .endedBefore: exit = (.endedBefore, last)
      case .absent, .suspected: break
      }
    }
    return movements(entry, exit, adjusted: .adjusted)
  }

  /// What came, what went, and the difference as adjustments: one within a class of causes, two
  /// where the class changed.
  private static func movements<Row: StatementRow>(
    _ entry: (row: Row, position: CasePosition)?, _ exit: (row: Row, position: CasePosition)?,
    adjusted: Row
  ) -> [StatementMovement<Row>] {
    var movements: [StatementMovement<Row>] = []
    let came = entry.map {
      StatementMovement(row: $0.row, amount: $0.position.amount, cause: $0.position.cause)
    }
    let went = exit.map {
      StatementMovement(row: $0.row, amount: $0.position.amount, cause: $0.position.cause)
    }
    if let came { movements.append(came) }
    if let came, let went, came.cause == went.cause {
      let change = went.amount - came.amount
      if change != .zero {
        movements.append(StatementMovement(row: adjusted, amount: change, cause: came.cause))
      }
    } else {
      if let came {
        movements.append(
          StatementMovement(row: adjusted, amount: .zero - came.amount, cause: came.cause))
      }
      if let went {
        movements.append(StatementMovement(row: adjusted, amount: went.amount, cause: went.cause))
      }
    }
    if let went { movements.append(went) }
    return movements
  }
}
