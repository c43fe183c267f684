/// Facts of a contract that only some rulebooks ask for. Nil is unknown, never "no".
public struct ContractTerms: Hashable, Sendable {
  /// Whether the project is of an industry that the province puts first (优先发展产业).
  public var priorityIndustry: Bool?
  /// Whether it is the first processing of farm, forest, stock or fishery produce at the place of
  /// production (农林牧渔初加工).
  public var farmPrimary: Bool?
  /// Floor of the grade (工业用地出让最低价标准), yuan per m².
  public var priceFloor: Double?
  /// Cost of acquiring and first developing the land, with the taxes due, 万元.
  public var landCost: Double?
  /// Whether the process cannot be housed in a standard workshop (特殊工艺).
  public var specialProcess: Bool?
  /// Whether the project got a parcel of its own (单独供地).
  public var separateParcel: Bool?
  /// Whether the land is supplied in phases (分期供地).
  public var phased: Bool?
  /// Day on which the land of this phase was supplied.
  public var phaseSupplyDate: CalendarDate?
  /// Day on which this phase was or is to be completed.
  public var phaseFinishDate: CalendarDate?
  /// Clauses that the contract holds: `intensity_reduction`, `idle_disposal`, or free words; nil
  /// where nothing is said about them.
  public var clauses: [String]?
  /// Investment intensity by the control values (投资强度控制指标), 万元 per hectare.
  public var intensityControl: Double?
  /// Whether the land is collective construction land (集体建设用地).
  public var collective: Bool?
  /// The payments agreed on, in order of their days (分期支付约定); nil where nothing is said.
  public var payments: [PaymentInstalment]?
  /// Texts of further columns that rulebooks declare as inputs, by name; empty cells are left out.
  public var figures: [String: String] = [:]

  /// Terms of which nothing is known yet.
  public init() {}

  /// Keeps the terms out of ``Contract``, which is copied with every row of a large table: one word
  /// instead of some two hundred bytes.
  final class Box: Hashable, Sendable {
    let terms: ContractTerms

    init(_ terms: ContractTerms) { self.terms = terms }

    static func == (a: Box, b: Box) -> Bool { a === b || a.terms == b.terms }
    func hash(into hasher: inout Hasher) { hasher.combine(terms) }
  }

  /// The code of a clause, where the word is a known name for one; else the word itself.
  static func clause(named word: String) -> String {
    switch HeaderName.key(word) {
    case "intensityreduction", "投资强度降低", "投资强度降低处置", "投资强度降低处置措施":
      "intensity_reduction"
    case "idledisposal", "土地闲置处置", "土地闲置处置措施", "闲置土地处置", "闲置处置", "土地闲置":
      "idle_disposal"
    default: word
    }
  }
}

extension Contract.Fields {
  /// What only some rulebooks ask for.
  public var terms: ContractTerms {
    get { boxedTerms?.terms ?? ContractTerms() }
    set {
      if newValue == terms { return }
      boxedTerms = newValue == ContractTerms() ? nil : ContractTerms.Box(newValue)
    }
  }
}
