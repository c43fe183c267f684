import LandCadastre

/// The dates of a contract on a parcel that the patrol (动态巡查) looks at.
public struct ContractDates: Hashable, Sendable {
  /// The parcel.
  public var parcelID: String
  /// The zone.
  public var zoneID: String?
  /// Number of the contract.
  public var contractNo: String?
  /// 电子监管号.
  public var supervisionNo: String?
  /// The user of the land.
  public var holder: String?
  /// The start in force.
  public var start: CalendarDate?
  /// Where that start comes from.
  public var startSource: StartInForce.Source?
  /// Whether development has started; nil is not known, and reminded.
  public var isStarted: Bool?
  /// Agreed completion.
  public var finish: CalendarDate?
  /// Whether development is completed; nil is not known, and reminded.
  public var isFinished: Bool?
  /// The payments agreed on, in order of their days; empty where none is known.
  public var payments: [PaymentInstalment] = []
  /// What was paid so far, 万元; nil is not known.
  public var paid: Double?

  /// A contract of which no date is known yet.
  public init(parcelID: String, contractNo: String? = nil) {
    self.parcelID = parcelID
    self.contractNo = contractNo
  }

  /// The dates of a contract as they stand on a day.
  ///
  /// - Parameter yearsAfterDelivery: years from delivery to the start where none is agreed (Decree
  ///   53 Art. 22).
  public init(
    _ contract: Contract, parcelID: String, zoneID: String?, asOf: CalendarDate,
    yearsAfterDelivery: Int
  ) {
    self.parcelID = parcelID
    self.zoneID = zoneID
    contractNo = contract.contractNo
    supervisionNo = contract.supervisionNo
    holder = contract.holder
    let start = contract.startInForce(asOf: asOf, yearsAfterDelivery: yearsAfterDelivery)
    self.start = start?.day
    startSource = start?.source
    isStarted =
      contract.actualStartDate.map { $0 <= asOf } ?? contract.startState.map { $0 == .started }
    finish = contract.agreedFinishDate
    isFinished = contract.actualFinishDate.map { $0 <= asOf }
    payments = contract.terms.payments ?? []
    paid = contract.pricePaid
  }
}
