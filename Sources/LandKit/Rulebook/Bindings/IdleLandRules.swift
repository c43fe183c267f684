/// The figures of the rules on idle land. Code measures and compares; what it compares with comes
/// from the rulebooks: the one on idle land that is in force, and the program's own settings.
public struct IdleLandRules: Hashable, Sendable {
  /// Name of the rulebook, for the column `rulebook`.
  public var name: String

  // MARK: What is idle (Art. 2)

  /// Years after the start in force without a start, after which land is idle; the anniversary
  /// itself still belongs to the period (Civil Code Art. 200–203).
  public var notStartedYears: Limit<Int>
  /// Years of suspension after which started land may be found idle.
  public var suspendedYears: Limit<Int>
  /// Developed share of the due land below which started land may be found idle (不足: exclusive).
  public var developedShare: Limit<Double>
  /// Invested share of the total below which started land may be found idle (不足: exclusive).
  public var investedShare: Limit<Double>

  // MARK: Procedure

  /// Days for the office to investigate.
  public var investigationDays: Limit<Int>
  /// Days for the user to answer.
  public var answerDays: Limit<Int>
  /// Days to pay the fee.
  public var paymentDays: Limit<Int>
  /// Days to cancel the registration.
  public var deregistrationDays: Limit<Int>

  // MARK: Disposal (Art. 12 and 14)

  /// Years by which a start may be put off by agreement.
  public var extensionYears: Limit<Int>
  /// Years of temporary use arranged by the government.
  public var temporaryUseYears: Limit<Int>
  /// Share of the grant or allocation price that the fee comes to.
  public var feeShare: Limit<Double>
  /// Years without a start after which the fee is due.
  public var feeYears: Limit<Int>
  /// Years without a start after which the land may be withdrawn without payment.
  public var withdrawalYears: Limit<Int>

  // MARK: Start where none is agreed (Art. 22)

  /// Years from the actual delivery to the start, where no start is agreed.
  public var startAfterDeliveryYears: Limit<Int>

  // MARK: Settings that are ours, not law

  /// Building density (footprint ÷ planar area) from which a parcel registered as not started is
  /// to be checked on site.
  public var visiblyBuiltDensity: Limit<Double>
  /// Days ahead within which a clock that runs out is listed, ascending; the greatest also bounds
  /// the state `due_soon`. The steps of the column `due_bucket`.
  public static let dueBuckets = [30, 90, 365]

  /// The figures of a book on idle land and of the settings.
  public init(_ book: Rulebook, settings: Rulebook) throws(BindingError) {
    let figures = try BoundFigures(book)
    name = book.id
    notStartedYears = try figures.count(.notStarted)
    suspendedYears = try figures.count(.suspended)
    developedShare = try figures.limit(.developedShare)
    investedShare = try figures.limit(.investedShare)
    investigationDays = try figures.count(.investigationDays)
    answerDays = try figures.count(.answerDays)
    paymentDays = try figures.count(.paymentDays)
    deregistrationDays = try figures.count(.deregistrationDays)
    extensionYears = try figures.count(.extensionYears)
    temporaryUseYears = try figures.count(.temporaryUse)
    feeShare = try figures.limit(.feeShare)
    feeYears = try figures.count(.feeYears)
    withdrawalYears = try figures.count(.withdrawal)
    startAfterDeliveryYears = try figures.count(.startAfterDelivery)
    visiblyBuiltDensity = try BoundFigures(settings).limit(.visiblyBuiltDensity)
  }
}
