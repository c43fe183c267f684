import LandRulebook

/// What the layers of a zone give beside the parcels, for facts that zone.yaml does not state. Areas
/// in m²; nil is unknown.
public struct ZoneMeasures: Hashable, Sendable {
  /// Ready land in the scope in force.
  public var ready: Double?
  /// The same less supplied land.
  public var readyRemaining: Double?
  /// Scope less what cannot be supplied.
  public var suppliable: Double?
  /// The same less supplied land.
  public var suppliableRemaining: Double?
  /// Scope less supplied land.
  public var notSupplied: Double?
  /// Ready land in the scope as first approved.
  public var originalReady: Double?
  /// Industrial land of the layout before a change.
  public var industrialBefore: Double?
  /// All land of it.
  public var landBefore: Double?
  /// Industrial land of the layout after the change.
  public var industrialAfter: Double?
  /// All land of it.
  public var landAfter: Double?
  /// Area within the boundary after a merger.
  public var merged: Double?
  /// Whether the layout after the change has no gap, no overlap and no polygon without code.
  public var isLayoutComplete: Bool?
  /// Whether the boundary after is the one before, but for the last decimal of official areas.
  public var isBoundaryUnchanged: Bool?
  /// What is assumed, where something is.
  var remark = ""

  /// Nothing measured.
  public init() {}

  /// A fact by its name, areas in hectares.
  func fact(_ name: String) -> Fact? {
    switch name {
    case ClassSum.ready: hectares(ready)
    case ClassSum.readyRemaining: supply(readyRemaining)
    case ClassSum.suppliable: hectares(suppliable)
    case ClassSum.suppliableRemaining: supply(suppliableRemaining)
    case ClassSum.originalSuppliable: hectares(originalReady)
    case "remaining_m2": supply(notSupplied, per: 1)
    case "industrial_before_ha": hectares(industrialBefore)
    case "land_before_ha": hectares(landBefore)
    case "industrial_after_ha": hectares(industrialAfter)
    case "land_after_ha": hectares(landAfter)
    // It is held against approved areas, which have two decimals.
    case "merged_area_ha": hectares(merged.map { ($0 / 100).rounded() * 100 })
    case "layout_complete": isLayoutComplete.map { Fact(.boolean($0), Fact.Origin(.measured)) }
    case "boundary_unchanged":
      isBoundaryUnchanged.map { Fact(.boolean($0), Fact.Origin(.measured)) }
    default: nil
    }
  }

  private func hectares(_ area: Double?) -> Fact? {
    area.map { Fact(.number($0 / 10_000), Fact.Origin(.measured)) }
  }

  /// What is left to supply, which assumptions change.
  private func supply(_ area: Double?, per unit: Double = 10_000) -> Fact? {
    area.map {
      Fact(
        .number($0 / unit),
        Fact.Origin(remark.isEmpty ? .measured : .assumed, remark: remark))
    }
  }

  /// Takes land as supplied no longer, m²; negative for land that is supplied now.
  mutating func unsupply(_ area: Double, _ remark: String) {
    readyRemaining = readyRemaining.map { $0 + area }
    suppliableRemaining = suppliableRemaining.map { $0 + area }
    notSupplied = notSupplied.map { $0 + area }
    self.remark = remark
  }
}
