import LandCadastre
import LandCompliance
import LandGeometry
import LandRulebook

/// What somebody assumes to be otherwise: `dispose=ID:withdraw`, `supply=12.5`, `invest=3000`,
/// `revenue=20000`.
public struct WhatIf: Hashable, Sendable {
  /// An idle parcel whose case would be ended in a way.
  public struct Disposal: Hashable, Sendable {
    /// The parcel.
    public var parcel: String
    /// How.
    public var way: DisposalWay
  }
  /// Why a text is no assumption.
  public struct Fault: Error, Hashable, Sendable {
    /// The text.
    public var text: String
    /// What is wrong.
    public var message: Bilingual
  }

  /// Idle parcels that would be disposed of.
  public var disposals: [Disposal] = []
  /// Land that would be supplied, hectares.
  public var supplyHa = 0.0
  /// Fixed-asset investment that would be added, 万元.
  public var investWan = 0.0
  /// Main revenue that would be added, 万元 a year.
  public var revenueWan = 0.0

  /// Nothing assumed.
  public init() {}

  /// Whether nothing is assumed.
  public var isEmpty: Bool { self == WhatIf() }

  /// The assumptions as they are written.
  public var texts: [String] {
    var texts = disposals.map { "dispose=\($0.parcel):\($0.way.rawValue)" }
    for (name, value) in [("supply", supplyHa), ("invest", investWan), ("revenue", revenueWan)]
    where value > 0 { texts.append("\(name)=\(RuleNumber.text(value))") }
    return texts
  }

  /// Reads assumptions; each text is `KEY=VALUE`, disposals joined by commas.
  public init(_ texts: [String]) throws(Fault) {
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw Fault(
          text: text,
          message: Bilingual(zh: "应为 名称=值", en: "expected NAME=VALUE"))
      }
      let value = String(parts[1])
      switch parts[0] {
      case "dispose":
        for item in value.split(separator: ",") { try add(try Self.disposal(item)) }
      case "supply": supplyHa += try Self.amount(value, text)
      case "invest": investWan += try Self.amount(value, text)
      case "revenue": revenueWan += try Self.amount(value, text)
      default:
        throw Fault(
          text: text,
          message: Bilingual(
            zh: "未知的假设,可用 dispose supply invest revenue",
            en: "unknown assumption; known: dispose supply invest revenue"))
      }
    }
  }

  /// Adds a disposal; a case ends once.
  private mutating func add(_ disposal: Disposal) throws(Fault) {
    if disposals.contains(where: { ParcelKey($0.parcel) == ParcelKey(disposal.parcel) }) {
      throw Fault(
        text: "dispose=\(disposal.parcel)",
        message: Bilingual(zh: "该宗地重复给出", en: "the parcel is given twice"))
    }
    disposals.append(disposal)
  }

  private static func disposal(_ item: Substring) throws(Fault) -> Disposal {
    let parts = item.split(separator: ":", omittingEmptySubsequences: false)
    let ways = DisposalWay.allCases.filter(\.endsCase)
    guard parts.count == 2, !parts[0].isEmpty,
      let way = DisposalWay(rawValue: String(parts[1])), way.endsCase
    else {
      let known = ways.map(\.rawValue).joined(separator: " ")
      throw Fault(
        text: String(item),
        message: Bilingual(
          zh: "应为 宗地编号:处置方式,方式可为 \(known)", en: "expected ID:WAY, the way one of \(known)"))
    }
    return Disposal(parcel: String(parts[0]), way: way)
  }

  private static func amount(_ value: String, _ text: String) throws(Fault) -> Double {
    guard let amount = Double(value), amount.isFinite, amount >= 0 else {
      throw Fault(
        text: text,
        message: Bilingual(zh: "应为不小于 0 的数", en: "expected a number, not negative"))
    }
    return amount
  }
}

/// An idle case of a zone that is not ended.
public struct IdleCase: Hashable, Sendable {
  /// The parcel.
  public var parcel: String
  /// The area found idle, m²; nil where it is not known.
  public var area: Double?
  /// Its planar area, m².
  public var planarArea: Double?
}

extension ZoneFacts {
  /// Assumes what somebody asks for. Land withdrawn or bought back is no longer supplied and can be
  /// supplied again; so the share of land left grows while the rate of disposal does.
  mutating func assume(_ whatIf: WhatIf, cases: [IdleCase]) {
    for disposal in whatIf.disposals {
      guard let open = cases.first(where: { ParcelKey($0.parcel) == ParcelKey(disposal.parcel) })
      else { continue }
      let remark = "dispose=\(disposal.parcel):\(disposal.way.rawValue)"
      if let area = open.area { add(area, to: "idle_disposed_m2", remark: remark) }
      add(1, to: "idle_disposed_count", remark: remark)
      guard disposal.way == .withdraw || disposal.way == .buyback,
        let ground = open.planarArea ?? open.area
      else { continue }
      unsupply(ground, remark: remark)
    }
    if whatIf.supplyHa > 0 {
      unsupply(-whatIf.supplyHa * 10_000, remark: "supply=\(whatIf.supplyHa)")
    }
    if whatIf.investWan > 0 {
      add(whatIf.investWan, to: "fixed_investment_wan", remark: "invest=\(whatIf.investWan)")
    }
    if whatIf.revenueWan > 0 {
      add(whatIf.revenueWan, to: "main_revenue_wan", remark: "revenue=\(whatIf.revenueWan)")
    }
  }
}
