import LandGeometry

/// Where a row stands in a balance.
public enum StatementSide: Hashable, Sendable {
  /// What there was at the end of the year before.
  case opening
  /// What came.
  case added
  /// What changed without coming or going; may be negative.
  case adjusted
  /// What went.
  case removed
  /// What there is at the end of the year.
  case closing
}

/// The rows of a balance, in the order of the paper.
public protocol StatementRow: CaseIterable, Hashable, Sendable {
  /// Where it stands.
  var side: StatementSide { get }
  /// What people call it.
  var label: Bilingual { get }
}

/// The balance of land found idle: identified and not ended (Art. 9, 12, 14, 30).
public enum IdleRow: String, StatementRow {
  /// Identified and not ended on 31 December of the year before.
  case opening
  /// Identified within the year.
  case identified
  /// Changes of the idle area by a later finding or correction, cases struck off by a correction
  /// that applies within the year, and changes of the class of causes.
  case adjusted
  /// Ended within the year: development started.
  case start
  /// Ended: withdrawn without payment.
  case withdraw
  /// Ended: bought back.
  case buyback
  /// Ended: swapped.
  case swap
  /// Identified and not ended on 31 December.
  case closing

  /// Where it stands.
  public var side: StatementSide {
    switch self {
    case .opening: .opening
    case .identified: .added
    case .adjusted: .adjusted
    case .start, .withdraw, .buyback, .swap: .removed
    case .closing: .closing
    }
  }

  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .opening: Bilingual(zh: "年初结存", en: "open at the beginning of the year")
    case .identified: Bilingual(zh: "本年新认定", en: "identified in the year")
    case .adjusted: Bilingual(zh: "本年调整", en: "adjusted in the year")
    case .start: Bilingual(zh: "本年处置完成：动工开发", en: "ended: development started")
    case .withdraw: Bilingual(zh: "本年处置完成：无偿收回", en: "ended: withdrawn without payment")
    case .buyback: Bilingual(zh: "本年处置完成：协议有偿收回", en: "ended: bought back by agreement")
    case .swap: Bilingual(zh: "本年处置完成：置换土地", en: "ended: swapped")
    case .closing: Bilingual(zh: "年末结存", en: "open at the end of the year")
    }
  }

  /// The row of an event that disposes of land, or of a part of it; nil for others.
  init?(_ kind: EventKind) {
    switch kind {
    case .start: self = .start
    case .deregistration: self = .withdraw
    case .buyback: self = .buyback
    case .swap: self = .swap
    default: return nil
    }
  }

  /// The row of a way of ending; nil for land that was found not idle.
  public init?(_ ending: CaseStanding.Ending) {
    switch ending {
    case .start: self = .start
    case .withdraw: self = .withdraw
    case .buyback: self = .buyback
    case .swap: self = .swap
    case .notIdle: return nil
    }
  }
}

/// The balance of land suspected to be idle and not found so yet.
public enum SuspicionRow: String, StatementRow {
  /// Suspected and not decided on 31 December of the year before.
  case opening
  /// Suspected within the year.
  case opened
  /// Changes of the area suspected, and what a correction took back.
  case adjusted
  /// Found not idle.
  case notIdle = "not_idle"
  /// Identified: goes over to the balance of land found idle.
  case identified
  /// Ended in another way before a finding was served.
  case endedBefore = "ended_before"
  /// Suspected and not decided on 31 December.
  case closing

  /// Where it stands.
  public var side: StatementSide {
    switch self {
    case .opening: .opening
    case .opened: .added
    case .adjusted: .adjusted
    case .notIdle, .identified, .endedBefore: .removed
    case .closing: .closing
    }
  }

  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .opening: Bilingual(zh: "年初未查结", en: "undecided at the beginning of the year")
    case .opened: Bilingual(zh: "本年新发现涉嫌闲置", en: "suspected in the year")
    case .adjusted: Bilingual(zh: "本年调整", en: "adjusted in the year")
    case .notIdle: Bilingual(zh: "本年查结：不属于闲置土地", en: "found not idle")
    case .identified: Bilingual(zh: "本年查结：认定为闲置土地", en: "identified as idle")
    case .endedBefore: Bilingual(zh: "认定前已动工、收回等", en: "ended before a finding")
    case .closing: Bilingual(zh: "年末未查结", en: "undecided at the end of the year")
    }
  }
}

/// A balance: opening + added + adjusted − removed = closing, in cases, in area, and in cases whose
/// area is not known.
public struct StatementBalance<Row: StatementRow>: Hashable, Sendable {
  private var tallies: [Row: StatementTally] = [:]

  /// Nothing in it.
  public init() {}

  /// The amount of a row.
  public subscript(row: Row) -> StatementTally { tallies[row] ?? .zero }

  /// The amounts of all rows of a side.
  public func total(_ side: StatementSide) -> StatementTally {
    Row.allCases.filter { $0.side == side }.reduce(.zero) { $0 + self[$1] }
  }

  /// Whether it holds; always, unless the events of a case contradict each other.
  public var holds: Bool {
    total(.opening) + total(.added) + total(.adjusted) - total(.removed) == total(.closing)
  }

  mutating func add(_ amount: StatementTally, to row: Row) {
    let sum = self[row] + amount
    // Rows of nothing are not kept, so that equal balances are equal values.
    tallies[row] = sum == .zero ? nil : sum
  }
}
