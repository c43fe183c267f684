import LandIdleLand

/// A zone in a statement.
public struct ZoneYear: Hashable, Sendable {
  /// The zone; nil for cases of no known zone.
  public var zone: StatementZone?
  /// Its balance of land found idle.
  public var idle: StatementBalance<IdleRow>
  /// Its balance of land suspected.
  public var suspicion: StatementBalance<SuspicionRow>
  /// Disposal of all its land identified since its base date.
  public var rate: DisposalRate
  /// Disposal within the year.
  public var yearRate: DisposalRate
}

/// A class of causes in a statement. Where the class of a case changes within the year, it leaves
/// one class and enters the other as an adjustment, so that each opening is the closing of the year
/// before.
public struct CauseYear: Hashable, Sendable {
  /// The class; nil where none is recorded.
  public var cause: IdleAssessment.CauseClass?
  /// Its balance of land found idle.
  public var idle: StatementBalance<IdleRow>

  /// The classes in the order of the paper.
  public static let order: [IdleAssessment.CauseClass?] = [
    .government, .forceMajeure, .own, .mixed, nil,
  ]

  static func all(_ items: [CaseYear]) -> [CauseYear] {
    order.map { cause in
      var balance = StatementBalance<IdleRow>()
      for item in items {
        for movement in item.figures.idle where movement.cause == cause {
          balance.add(movement.amount, to: movement.row)
        }
      }
      return CauseYear(cause: cause, idle: balance)
    }
  }
}

/// Open cases of one age.
public struct AgeYear: Hashable, Sendable {
  /// The class.
  public var age: AgeClass
  /// Open cases of the class on 31 December of the year before.
  public var opening: StatementTally
  /// Open cases of the class on 31 December.
  public var closing: StatementTally

  static func all(_ items: [CaseYear]) -> [AgeYear] {
    AgeClass.allCases.map { age in
      func sum(_ row: IdleRow, _ isOfAge: (CaseYear.Figures) -> Bool) -> StatementTally {
        items.filter { isOfAge($0.figures) }.flatMap(\.figures.idle).filter { $0.row == row }
          .reduce(.zero) { $0 + $1.amount }
      }
      return AgeYear(
        age: age, opening: sum(.opening) { $0.ageBefore == age },
        closing: sum(.closing) { $0.age == age })
    }
  }
}

/// Cases ended in one way within the year, and parts of open cases disposed of so.
public struct WayYear: Hashable, Sendable {
  /// The row of the balance: `start`, `withdraw`, `buyback` or `swap`.
  public var way: IdleRow
  /// The cases with their idle area, as the balance has them.
  public var ended: StatementTally
  /// The same with the area that their papers name, which may be more than the idle area.
  public var disposed: StatementTally

  static func all(_ items: [CaseYear]) -> [WayYear] {
    IdleRow.allCases.filter { $0.side == .removed }.map { way in
      var row = WayYear(way: way, ended: .zero, disposed: .zero)
      for item in items {
        for movement in item.figures.idle where movement.row == way {
          row.ended += movement.amount
          let final = movement.amount.cases > 0 ? item.figures.finalArea : nil
          row.disposed += final.map { StatementTally(area: $0) } ?? movement.amount
        }
      }
      return row
    }
  }
}

/// Built-up area of a zone against the year before.
public struct BuiltUpYear: Hashable, Sendable {
  /// The zone.
  public var zoneID: String
  /// On 31 December of the year before, m²; nil is unknown.
  public var before: Double?
  /// On 31 December, m²; nil is unknown.
  public var now: Double?

  /// Increase, m².
  public var change: Double? {
    guard let before, let now else { return nil }
    return now - before
  }
  /// Increase ÷ area of the year before; nil where either is unknown or there was nothing.
  public var growth: Double? {
    guard let change, let before, before > 0 else { return nil }
    return change / before
  }

  static func all(
    _ figures: [StatementFigures.BuiltUp], year: Int, zones: [String]
  ) -> [BuiltUpYear] {
    let relevant = figures.filter { $0.year == year || $0.year == year - 1 }
    let named = Set(relevant.map(\.zoneID))
    let order = zones.filter(named.contains) + named.subtracting(zones).sorted()
    return order.map { zone in
      func area(_ year: Int) -> Double? {
        relevant.last { $0.zoneID == zone && $0.year == year }?.area
      }
      return BuiltUpYear(zoneID: zone, before: area(year - 1), now: area(year))
    }
  }
}
