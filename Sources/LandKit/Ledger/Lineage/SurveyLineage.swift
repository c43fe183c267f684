import LandGeometry

/// Where the parcels of a survey come from, and what became of those of the one before.
public struct SurveyLineage: Hashable, Sendable {
  /// The links: for every earlier parcel, in the order of its survey, those to later ones in their
  /// order, or the one that says it is gone; at the end new parcels in the order of theirs.
  public var links: [LineageLink] = []
  /// What has to be known of the matching, in the order of the surveys.
  public var notices: [LineageNotice] = []
  /// Area of the earlier parcels by id, m²; an id that is missing has no measurable boundary.
  public var earlierArea: [String: Double] = [:]
  /// Area of the later parcels by id, m²; an id that is missing has no measurable boundary.
  public var laterArea: [String: Double] = [:]
  /// Number of ids in the earlier survey, each once.
  public var earlierCount = 0
  /// Number of ids that are in both surveys, whatever ground they name.
  public var keptCount = 0

  /// No links.
  public init() {}
}

/// Something about two surveys that no link can say.
public struct LineageNotice: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The number stands for other ground now; the parcels are not linked.
    case codeReused
    /// The number stands at several features of one survey; they were taken together.
    case duplicateID
    /// No boundary, or an invalid one: the parcel was matched by its number or drawing alone.
    case groundUnknown
    /// The ground shared with another parcel could not be measured.
    case measureFailed
  }
  /// What it is.
  public var kind: Kind
  /// The id in the earlier survey, where it is about one there.
  public var earlier: String?
  /// The id in the later survey, where it is about one there.
  public var later: String?
  /// Of a number used again: how far apart the grounds are, m, between their centroids. Of a
  /// duplicate: the number of features. Nil where it is not known.
  public var value: Double?

  /// A notice.
  public init(_ kind: Kind, earlier: String?, later: String?, value: Double? = nil) {
    self.kind = kind
    self.earlier = earlier
    self.later = later
    self.value = value
  }

  /// What it says to people.
  public var text: Bilingual {
    let id = earlier ?? later ?? ""
    let whose = Bilingual(
      zh: earlier == nil ? "本次" : "上次", en: earlier == nil ? "later" : "earlier")
    switch kind {
    case .codeReused:
      return Bilingual(
        zh: "宗地代码 \(id) 前后两次指向不同的土地,未建立沿革关系",
        en: "number \(id) names other ground now; the parcels are not linked")
    case .duplicateID:
      return Bilingual(
        zh: "\(whose.zh)宗地代码 \(id) 重复出现,按同一宗地合并比对",
        en: "number \(id) stands at several features of the \(whose.en) survey; taken together")
    case .groundUnknown:
      return Bilingual(
        zh: "\(whose.zh)宗地 \(id) 无有效界线,仅能按代码或图形原样比对",
        en: "parcel \(id) of the \(whose.en) survey has no valid boundary; matched by its number"
          + " or unchanged drawing alone")
    case .measureFailed:
      return Bilingual(
        zh: "上次宗地 \(earlier ?? "") 与本次宗地 \(later ?? "") 的重叠面积无法计算",
        en: "ground shared by earlier parcel \(earlier ?? "") and later parcel \(later ?? "")"
          + " could not be measured")
    }
  }
}

extension LineageLink {
  /// Whether the ground is not known and the link rests on the number alone: kind `same` with both
  /// shares 0, which measured ground never has.
  public var isByNumberOnly: Bool { kind == .same && shareOfEarlier == 0 && shareOfLater == 0 }

  /// Whether the earlier parcel as a whole is the later one: the same, reshaped, shifted or
  /// renumbered.
  public var isSuccession: Bool {
    switch kind {
    case .same, .reshaped, .shifted, .renumbered: true
    case .split, .merged, .new, .gone: false
    }
  }
}
