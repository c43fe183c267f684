import LandCadastre

/// What is known about one subject. Whatever is not known is nil, never zero or "no".
public protocol FactSource {
  /// The day of the judgement; facts dated later do not exist.
  var asOf: CalendarDate { get }

  /// A fact by its name. Yearly statistics are those of `year`, or of the last year that is over
  /// where it is nil.
  func fact(_ name: String, year: Int?) -> Fact?

  /// What has to be given so that a fact is known that is not: its own name, or those it follows
  /// from.
  func missing(behind name: String) -> [String]

  /// Whether a topic is attested.
  func attestation(_ topic: String) -> Fact?
  /// The number of events of a kind and at least a grade from the day after `since` to the as-of
  /// date; nil where the records are not complete and none is known.
  func events(kind: String, grade: String, since: CalendarDate) -> Fact?
  /// Whether a paper of an application is there.
  func material(_ id: String) -> Fact?
  /// Whether a step of a procedure is done.
  func step(_ id: String) -> Fact?
  /// The number of enterprises under clearing on a day.
  func zombies(on day: CalendarDate) -> Fact?
  /// The number of those that were cleared by a later day.
  func zombiesCleared(from: CalendarDate, to: CalendarDate) -> Fact?
  /// Whether a contract states a field; nil where its file has no such column.
  func isStated(_ field: String) -> Fact?
  /// Which reading of rules with this key was chosen for the subject, where one was.
  func chosenReading(_ key: String) -> String?
}

extension FactSource {
  /// A fact that follows from nothing else.
  public func missing(behind name: String) -> [String] { [name] }
  /// Nothing is attested.
  public func attestation(_ topic: String) -> Fact? { nil }
  /// No records of events are known.
  public func events(kind: String, grade: String, since: CalendarDate) -> Fact? { nil }
  /// Nothing is known about papers.
  public func material(_ id: String) -> Fact? { nil }
  /// Nothing is known about steps.
  public func step(_ id: String) -> Fact? { nil }
  /// There is no register of enterprises under clearing.
  public func zombies(on day: CalendarDate) -> Fact? { nil }
  /// There is no register of enterprises under clearing.
  public func zombiesCleared(from: CalendarDate, to: CalendarDate) -> Fact? { nil }
  /// No contract file is known.
  public func isStated(_ field: String) -> Fact? { nil }
  /// No reading was chosen.
  public func chosenReading(_ key: String) -> String? { nil }
}
