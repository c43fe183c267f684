import LandCadastre

/// The figures of the patrol of supplied land (动态巡查): how many days before a date the user is
/// reminded of it.
public struct PatrolRules: Hashable, Sendable {
  /// Name of the rulebook.
  public var name: String
  /// Days before a payment is due.
  public var paymentDays: Limit<Int>
  /// Days before the start in force.
  public var startDays: Limit<Int>
  /// Days before the agreed completion.
  public var finishDays: Limit<Int>

  /// The figures of a book on the patrol.
  public init(_ book: Rulebook) throws(BindingError) {
    let figures = try BoundFigures(book)
    name = book.id
    paymentDays = try figures.count(.paymentReminder)
    startDays = try figures.count(.startReminder)
    finishDays = try figures.count(.finishReminder)
  }

  /// The figures of the edition that a library holds in force on a day; nil where it holds none.
  public init?(_ library: RulebookLibrary, on day: CalendarDate) throws(BindingError) {
    guard let book = library.book(ofFamily: RuleFamily.patrol, on: day) else { return nil }
    try self.init(book)
  }
}
