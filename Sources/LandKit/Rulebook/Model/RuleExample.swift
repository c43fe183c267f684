import LandCadastre

/// A made case that shows what a rule says; run by `rules check` and by the tests.
public struct RuleExample: Hashable, Sendable {
  /// An event of the case.
  public struct Event: Hashable, Sendable {
    /// The day.
    public var date: CalendarDate
    /// What kind it is.
    public var kind: String
    /// How grave it is.
    public var grade: String
  }
  /// An enterprise under clearing.
  public struct Zombie: Hashable, Sendable {
    /// The day it was listed.
    public var listed: CalendarDate
    /// The day it was cleared.
    public var cleared: CalendarDate?
  }

  /// Facts and inputs by name, numbers in the unit of their declaration.
  public var given: [String: RuleValue] = [:]
  /// Yearly statistics of given years.
  public var years: [Int: [String: RuleValue]] = [:]
  /// The day of the judgement.
  public var asOf: CalendarDate
  /// The level of the zone; nil is any.
  public var level: String?
  /// Attestations by topic.
  public var attested: [String: Bool] = [:]
  /// Events.
  public var events: [Event] = []
  /// Spans for which the records of a kind are complete.
  public var eventsComplete: [String: ClosedRange<CalendarDate>] = [:]
  /// Papers that are there; nil where nothing is said about papers.
  public var materials: [String]?
  /// Steps that are done; nil where nothing is said about steps.
  public var steps: [String]?
  /// Enterprises under clearing; nil where there is no register.
  public var zombies: [Zombie]?
  /// Whether a contract states a field.
  public var stated: [String: Bool] = [:]

  /// The verdict that is expected; nil for a definition, whose value is.
  public var expected: String?
  /// The value of the deciding comparison, in its unit.
  public var value: Double?
  /// Names that are missing, all of them.
  public var missing: [String]?
  /// Verdicts under single readings.
  public var readings: [String: String] = [:]
  /// The line in the book.
  public var line: Int
}
