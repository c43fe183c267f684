extension Contract {
  /// What a contract says; each member is a column of `contracts.csv` or follows from it.
  public struct Fields: Hashable, Sendable {
    /// Where the facts stand.
    public var source: Source
    /// Fields that the file should hold but the program could not use (D403, D410).
    public var faultyFields: Set<Field> = []

    /// The parcel's part by which amounts of the whole contract were multiplied; nil where they
    /// were not.
    public var appliedShare: Double?
    /// Whether amounts of the whole contract were left out because the parcel's part is not known.
    public var shareIsUnknown = false

    // MARK: Who and what

    /// Number of the contract or of the allocation decision.
    public var contractNo: String?
    /// Electronic supervision number (电子监管号).
    public var supervisionNo: String?
    /// The parcel.
    public var parcelID: String?
    /// The development zone.
    public var zoneID: String?
    /// The parcel's part of the contract, 0–1.
    public var parcelShare: Double?
    /// Kind of document.
    public var documentKind: DocumentKind?
    /// Way of supply, as written.
    public var supplyMode: String?
    /// Owner of the land.
    public var ownership: Ownership?
    /// The user of the land.
    public var holder: String?
    /// Name of the project.
    public var projectName: String?
    /// Location, as written.
    public var location: String?
    /// Use of the land, as written.
    public var landUse: String?
    /// Industry by GB/T 4754.
    public var industryCode: String?
    /// Edition of GB/T 4754: 2002, 2011 or 2017.
    public var industryEdition: Double?
    /// Grade of the land, as written.
    public var landGrade: String?
    /// Area by contract, m².
    public var contractArea: Double?
    /// Surface on which that area was measured.
    public var areaKind: AreaKind?
    /// Grant or allocation price, 万元.
    public var price: Double?
    /// Price paid so far, 万元.
    public var pricePaid: Double?
    /// Term of use, years.
    public var termYears: Double?

    // MARK: Dates

    /// Day of signing.
    public var signedDate: CalendarDate?
    /// Day of supply.
    public var supplyDate: CalendarDate?
    /// Agreed delivery of the land.
    public var agreedDeliveryDate: CalendarDate?
    /// Delivery by the 交地确认书.
    public var actualDeliveryDate: CalendarDate?
    /// Agreed start of development.
    public var agreedStartDate: CalendarDate?
    /// Start agreed by supplementary contract.
    public var amendedStartDate: CalendarDate?
    /// Number of the supplementary contract.
    public var amendmentNo: String?
    /// Day of the supplementary contract.
    public var amendmentDate: CalendarDate?
    /// What the register says about the start.
    public var startState: StartState?
    /// Day of the actual start (Art. 30).
    public var actualStartDate: CalendarDate?
    /// What the start was recognised by.
    public var startEvidence: String?
    /// Day of the construction permit.
    public var permitDate: CalendarDate?
    /// Agreed completion.
    public var agreedFinishDate: CalendarDate?
    /// Actual completion.
    public var actualFinishDate: CalendarDate?
    /// Day on which development was suspended.
    public var suspendedDate: CalendarDate?
    /// Day on which development was resumed.
    public var resumedDate: CalendarDate?

    // MARK: Development and investment

    /// Land that should be developed, m².
    public var dueArea: Double?
    /// Land that is developed, m².
    public var developedArea: Double?
    /// Building footprint that is due, m².
    public var dueFootprint: Double?
    /// Total investment without land price and taxes (Art. 30), 万元.
    public var totalInvestment: Double?
    /// Invested so far, without land price and taxes (Art. 30), 万元.
    public var invested: Double?
    /// Day of the investment figures.
    public var investmentDate: CalendarDate?
    /// Fixed-asset investment with land price, 万元; for investment intensity only.
    public var fixedInvestment: Double?

    // MARK: Conditions of the contract

    /// Least plot ratio.
    public var plotRatioMin: Double?
    /// Greatest plot ratio.
    public var plotRatioMax: Double?
    /// Least building density, 0–1.
    public var densityMin: Double?
    /// Greatest building density, 0–1.
    public var densityMax: Double?
    /// Least building coefficient, 0–1.
    public var coefficientMin: Double?
    /// Greatest green share, 0–1.
    public var greenMax: Double?
    /// Greatest share of office and living-service land, 0–1.
    public var officeShareMax: Double?
    /// Least investment intensity, 万元 per hectare.
    public var intensityMin: Double?

    // MARK: The case of idle land

    /// Causes of idleness in order of their first day; empty where none is recorded.
    public var causeSpans: [CauseSpan] = []
    /// Number of the 闲置土地认定书.
    public var identifiedNo: String?
    /// Day of the 闲置土地认定书.
    public var identifiedDate: CalendarDate?
    /// Area found idle, m².
    public var idleArea: Double?
    /// Way of disposal.
    public var disposalWay: DisposalWay?
    /// Day on which the disposal was finished.
    public var disposedDate: CalendarDate?
    /// Area disposed of, m².
    public var disposedArea: Double?
    /// Day of the record in the 土地市场动态监测与监管系统 (Art. 25).
    public var systemRecordDate: CalendarDate?
    /// Fee for idle land paid, 万元.
    public var feePaid: Double?
    /// Remark.
    public var remark: String?

    /// What only some rulebooks ask for; see ``terms``.
    var boxedTerms: ContractTerms.Box?

    init(source: Source) { self.source = source }
  }
}
