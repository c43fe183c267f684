import LandCadastre

/// A case of idle land as it was opened. What became of it is in its events.
public struct LedgerCase: Hashable, Sendable {
  /// Its id, `2026-0001`: the year of the suspicion and a number in it.
  public var id: String
  /// The parcel, as it was numbered when the case was opened.
  public var parcelID: String
  /// The zone; nil where it is not known.
  public var zoneID: String?
  /// The contract or allocation decision.
  public var contractNo: String?
  /// 电子监管号.
  public var supervisionNo: String?
  /// The user of the land.
  public var holder: String?
  /// Location, as written.
  public var location: String?
  /// Use of the land, as written.
  public var landUse: String?
  /// Area of the parcel by the survey, m².
  public var parcelArea: Double?
  /// Grant or allocation price, 万元.
  public var price: Double?
  /// The start in force (Art. 2, 22) when the case was opened.
  public var agreedStart: CalendarDate?
  /// Agreed completion.
  public var agreedFinish: CalendarDate?
  /// Number of the event that opened it.
  public var openedBy: Int

  /// A case.
  public init(id: String, parcelID: String, openedBy: Int) {
    self.id = id
    self.parcelID = parcelID
    self.openedBy = openedBy
  }
}

/// A parcel as a survey took it in.
public struct SurveyedParcel: Hashable, Sendable {
  /// Index in its survey, from 0.
  public var index: Int
  /// Its id.
  public var id: String
  /// The zone it names or lies in.
  public var zoneID: String?
  /// Its use, as written.
  public var landUse: String?
  /// Area on the plane, m²; nil where the boundary is doubtful.
  public var area: Double?
  /// How the audit judged it (`idle_state`).
  public var idleState: String

  /// A parcel.
  public init(index: Int, id: String, idleState: String) {
    self.index = index
    self.id = id
    self.idleState = idleState
  }
}

/// Where a parcel of one survey comes from.
public struct LineageLink: Hashable, Sendable {
  /// What became of a parcel.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The same number and the same ground.
    case same
    /// The same number, another boundary.
    case reshaped
    /// The same number, the same shape in another place.
    case shifted
    /// The same ground under another number.
    case renumbered
    /// One of several that one became.
    case split
    /// One that several became.
    case merged
    /// Ground that was no parcel before.
    case new
    /// Ground that is no parcel any more.
    case gone
  }
  /// The id in the earlier survey; nil for new ground.
  public var earlier: String?
  /// The id in the later survey; nil for ground that is gone.
  public var later: String?
  /// What became of it.
  public var kind: Kind
  /// Part of the earlier parcel's ground that the later one holds, 0–1.
  public var shareOfEarlier: Double
  /// Part of the later parcel's ground that the earlier one held, 0–1.
  public var shareOfLater: Double

  /// A link.
  public init(
    earlier: String?, later: String?, kind: Kind, shareOfEarlier: Double, shareOfLater: Double
  ) {
    self.earlier = earlier
    self.later = later
    self.kind = kind
    self.shareOfEarlier = shareOfEarlier
    self.shareOfLater = shareOfLater
  }
}
