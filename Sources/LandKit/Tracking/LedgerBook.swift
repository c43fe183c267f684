import LandCadastre
import LandLedger
import LandRulebook

/// All that a ledger says of its cases, read once, and where each stands on a day.
public struct LedgerBook: Sendable {
  /// What the ledger says of itself.
  public let identity: LedgerIdentity
  /// The day.
  public let asOf: CalendarDate
  /// The cases in the order in which they were opened.
  public let cases: [LedgerCase]
  /// All events in order.
  public let events: [LedgerEvent]
  /// The zones.
  public let zones: [LedgerZone]
  /// Figures of zones by year.
  public let figures: [ZoneFigure]
  /// Enterprises that are being cleared.
  public let zombies: [ZombieEnterprise]
  /// Whether they were ever listed; without, an empty list means nothing.
  public let hasZombieRegister: Bool
  /// The dates of contracts with the day of the update that they are from; nil where none are kept.
  public let contracts: (asOf: CalendarDate, dates: [ContractDates])?
  /// The rules on idle land in force on the day.
  public let rules: IdleLandRules
  private let byCase: [String: [LedgerEvent]]
  private let standings: [String: CaseStanding]

  /// Reads a ledger.
  public init(_ store: LedgerStore, asOf: CalendarDate) throws {
    let rules = try RuleSelection(.essential, names: [], territories: [], asOf: asOf).idleLandRules
    self = try store.read { reader in try LedgerBook(reader, asOf: asOf, rules: rules) }
  }

  /// Reads what a reader, or a writer within its transaction, sees.
  public init(
    _ reader: borrowing LedgerReader, asOf: CalendarDate, rules: IdleLandRules
  ) throws(LedgerError) {
    identity = try reader.identity()
    cases = try reader.cases()
    events = try reader.events()
    zones = try reader.zones()
    figures = try reader.figures()
    zombies = try reader.zombies()
    hasZombieRegister = try reader.hasZombieRegister()
    contracts = try reader.contracts()
    self.asOf = asOf
    self.rules = rules
    let byCase = Dictionary(grouping: events.filter { $0.caseID != nil }) { $0.caseID ?? "" }
    self.byCase = byCase
    standings = Dictionary(
      cases.map { item in
        (
          item.id,
          CaseStanding(of: item, events: byCase[item.id] ?? [], on: asOf, rules: rules)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The events of a case in order.
  public func events(of caseID: String) -> [LedgerEvent] { byCase[caseID] ?? [] }

  /// Where a case stands on the day.
  public func standing(of item: LedgerCase) -> CaseStanding {
    standings[item.id]
      ?? CaseStanding(of: item, events: events(of: item.id), on: asOf, rules: rules)
  }

  /// Where all cases stand, in the order in which they were opened.
  public var standing: [(item: LedgerCase, standing: CaseStanding)] {
    cases.map { ($0, standing(of: $0)) }
  }

  /// The same as statements take it.
  public var statements: StatementBook {
    let rules = rules
    return StatementBook(
      cases: cases, events: events,
      zones: zones.map { zone in
        StatementZone(id: zone.id, name: zone.name, territory: zone.territory)
      }
    ) { item, events, day in
      CaseStanding(of: item, events: events, on: day, rules: rules)
    }
  }
}
