import LandCadastre
import LandGeometry

/// A new survey held against the last one: whether it can be the same place a year later, or a list
/// that changed its size, its columns or its numbers overnight.
///
/// Breaches stop nothing by themselves; the caller asks whether they are accepted.
public struct SurveyDrift: Hashable, Sendable {
  /// How much may change from one survey to the next. All limits are ours, none is a figure of the
  /// law.
  public struct Limits: Hashable, Sendable {
    /// Largest change of the number of parcels, either way, as a part of the earlier number.
    public var count = 0.05
    /// Largest change of the total area, either way, as a part of the earlier area.
    public var area = 0.03
    /// Least part of the earlier ids that the new survey must hold.
    public var keptIDs = 0.90
    /// Largest part of the ground that may have changed; nil (the default) for no limit.
    public var changedGround: Double?
    /// Whether a recognised column may be missing.
    public var allowsGoneColumns = false

    /// The defaults.
    public init() {}
  }

  /// A limit that is broken.
  public struct Breach: Hashable, Sendable {
    /// What it limits.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// The number of parcels.
      case count
      /// The total area.
      case area
      /// The ids that were kept.
      case keptIDs = "kept_ids"
      /// The ground that changed.
      case changedGround = "changed_ground"
      /// A recognised column that is gone.
      case column
    }
    /// What it limits.
    public var kind: Kind
    /// The figure: a change or a part, where -0.07 is 7 % less. Nil for a column.
    public var value: Double?
    /// The limit that it breaks; nil for a column.
    public var limit: Double?
    /// The column that is gone, as the earlier file wrote it.
    public var column: String?
    /// What it says to people.
    public var text: Bilingual
  }

  /// Number of parcels in the last survey.
  public let earlierCount: Int
  /// Number of parcels in the new survey.
  public let laterCount: Int
  /// Change of the number of parcels as a part of the earlier number; nil without earlier parcels.
  public let countChange: Double?
  /// Change of the total area as a part of the earlier one; nil without earlier area.
  public let areaChange: Double?
  /// Part of the earlier ids that the new survey holds; nil without earlier parcels.
  public let keptIDs: Double?
  /// Ground that changed as a part of the earlier area: ground of all links other than `same`, of
  /// new parcels and of those gone. More than 1 is possible, where a whole survey was replaced. Nil
  /// without earlier area.
  public let changedGround: Double?
  /// Parcels on new ground.
  public let newCount: Int
  /// Parcels that are gone.
  public let goneCount: Int
  /// Columns of the earlier file whose meaning no column of the new one has, as they were written;
  /// columns that are only passed through are not among them.
  public let goneRecognised: [String]
  /// Names of columns that are gone, whatever they mean.
  public let goneColumns: [String]
  /// Names of columns that are new, whatever they mean.
  public let newColumns: [String]
  /// The limits that are broken, in the order of the limits.
  public let breaches: [Breach]

  /// Whether all limits are kept.
  public var isWithinLimits: Bool { breaches.isEmpty }

  /// Compares two surveys.
  ///
  /// - Parameters:
  ///   - last: the last survey.
  ///   - new: the new one.
  ///   - lineage: what the matching of the two found.
  public init(
    last: SurveyRecord, new: SurveyRecord, lineage: SurveyLineage, limits: Limits = Limits()
  ) {
    func part(_ value: Double, _ whole: Double) -> Double? { whole > 0 ? value / whole : nil }
    earlierCount = last.parcelCount
    laterCount = new.parcelCount
    countChange = part(Double(new.parcelCount - last.parcelCount), Double(last.parcelCount))
    areaChange = part(new.totalArea - last.totalArea, last.totalArea)
    keptIDs = part(Double(lineage.keptCount), Double(lineage.earlierCount))
    var changed = 0.0
    var counts: [LineageLink.Kind: Int] = [:]
    for link in lineage.links {
      counts[link.kind, default: 0] += 1
      switch link.kind {
      case .same: break
      case .new: changed += link.later.flatMap { lineage.laterArea[$0] } ?? 0
      case .gone: changed += link.earlier.flatMap { lineage.earlierArea[$0] } ?? 0
      case .reshaped, .shifted, .renumbered, .split, .merged:
        changed += (link.earlier.flatMap { lineage.earlierArea[$0] } ?? 0) * link.shareOfEarlier
      }
    }
    changedGround = part(changed, last.totalArea)
    newCount = counts[.new, default: 0]
    goneCount = counts[.gone, default: 0]
    let before = FieldMap(names: last.columns, role: .parcels)
    let after = FieldMap(names: new.columns, role: .parcels)
    goneRecognised = before.bindings.filter { after[$0.field] == nil }.map(\.name)
    let (old, fresh) = (Set(last.columns), Set(new.columns))
    goneColumns = last.columns.filter { !fresh.contains($0) }
    newColumns = new.columns.filter { !old.contains($0) }
    breaches = Self.breaches(
      limits, count: countChange, area: areaChange, kept: keptIDs, changed: changedGround,
      columns: goneRecognised)
  }
}
