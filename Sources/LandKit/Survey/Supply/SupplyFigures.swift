import LandCadastre
import LandGeometry
import LandTopology

/// Area of one class of land that cannot be supplied.
public struct NotSuppliableArea: Hashable, Sendable {
  /// The class.
  public var reason: NotSuppliableClass
  /// m² that no class before it holds.
  public var area: Double
}

/// Approved land of one year.
public struct ApprovedLand: Hashable, Sendable {
  /// Year of approval; nil where the layer does not say.
  public var year: Int?
  /// m² that no earlier year holds.
  public var area: Double
  /// Part of it that is not supplied (批而未供), m²; nil is unknown.
  public var unsupplied: Double?
}

/// Area under buildings.
public struct BuiltArea: Hashable, Sendable {
  /// How it is known.
  public enum Basis: String, Hashable, Sendable {
    /// Union of the footprints within the scope.
    case union
    /// Sum of the areas given for parcels of which more than half lies in the scope; a block has
    /// those of which it holds the largest part.
    case sum
  }
  /// m².
  public var area: Double
  /// How it is known.
  public var basis: Basis
  /// Parcels without a given area, of a sum.
  public var parcelsWithout: Int

  /// An area in m² and how it is known.
  public init(area: Double, basis: Basis, parcelsWithout: Int = 0) {
    self.area = area
    self.basis = basis
    self.parcelsWithout = parcelsWithout
  }
}

/// What part of its suppliable land a zone has left, under one reading of 尚可供应土地.
public struct RemainingShare: Hashable, Sendable {
  /// R1: ready land less supplied, of ready land. R2: suppliable land less supplied, of suppliable
  /// land. R3: scope less supplied, of the scope.
  public var reading: SupplyReading
  /// Land left in the scope in force, m²; nil is unknown.
  public var remaining: Double?
  /// What it is a part of, in the scope in force, m².
  public var denominator: Double?
  /// The same in the scope as first approved, m²; nil where that is not given.
  public var originalDenominator: Double?

  /// A share from its areas, m²; nil is unknown.
  public init(
    reading: SupplyReading, remaining: Double?, denominator: Double?,
    originalDenominator: Double? = nil
  ) {
    self.reading = reading
    self.remaining = remaining
    self.denominator = denominator
    self.originalDenominator = originalDenominator
  }

  /// Part of the land in the scope in force; nil where unknown or of nothing.
  public var share: Double? { Self.quotient(remaining, denominator) }
  /// Part of the land in the scope as first approved; nil where unknown, not given or of nothing.
  public var shareOfOriginal: Double? { Self.quotient(remaining, originalDenominator) }

  private static func quotient(_ part: Double?, _ whole: Double?) -> Double? {
    guard let part, let whole, whole > 0 else { return nil }
    return part / whole
  }
}

/// The areas of a scope or of one of its blocks, m² on the zone's plane; nil is unknown. Each is
/// that of a union: ground that several features hold counts once.
public struct SupplyFigures: Hashable, Sendable {
  /// Area within the boundary.
  public var scope: Double
  /// Land that cannot be supplied; nil without that layer.
  public var notSuppliable: Double?
  /// The same by class, in the order of ``NotSuppliableClass``; classes without land are left out.
  public var notSuppliableByClass: [NotSuppliableArea]?
  /// Scope less what cannot be supplied.
  public var suppliable: Double?
  /// Land of supplied parcels.
  public var supplied: Double?
  /// Land of supplied parcels that counts as not suppliable too.
  public var suppliedNotSuppliable: Double?
  /// Land of parcels in reserve; other parcels may hold some of it too, as with the next five.
  public var reserve: Double?
  /// Land of parcels that are stated to be unsupplied.
  public var unsupplied: Double?
  /// Land of parcels withdrawn or bought back.
  public var withdrawn: Double?
  /// Land of parcels of which nobody knows whether they are supplied.
  public var supplyUnknown: Double?
  /// Land of parcels suspected to be idle.
  public var idleSuspected: Double?
  /// Land of parcels identified as idle.
  public var idleIdentified: Double?
  /// Area under buildings.
  public var built: BuiltArea?
  /// Suppliable land less supplied land (R2).
  public var remaining: Double?
  /// Scope less supplied land (R3).
  public var notSupplied: Double?
  /// Ready land; nil without that layer.
  public var ready: Double?
  /// Ready land less supplied land (R1).
  public var readyRemaining: Double?
  /// Approved land, earliest year first, that of unknown year last; nil without that layer.
  public var approved: [ApprovedLand]?
  /// Supplied land, what remains, and what cannot be supplied and is not supplied, less the scope:
  /// how far the parts miss the whole. Without a layer of what cannot be supplied, supplied land
  /// and the rest of the scope.
  public var residual: Double?
  /// Names of the inputs for want of which figures are unknown: layers as in the zone file,
  /// `supply_state`, and `geometry` where a feature could not be overlaid.
  public var missing: Set<String> = []

  /// Figures of which only the area is known.
  init(scope: Double) { self.scope = scope }

  /// Approved land that is not supplied (批而未供), of all years, m².
  public var approvedUnsupplied: Double? {
    guard let approved else { return nil }
    var sum = 0.0
    for year in approved {
      guard let area = year.unsupplied else { return nil }
      sum += area
    }
    return sum
  }

  /// What is left under the three readings.
  ///
  /// - Parameter original: the figures of the scope as first approved, where that is given.
  public func remainingShares(original: SupplyFigures? = nil) -> [RemainingShare] {
    [
      RemainingShare(
        reading: .r1, remaining: readyRemaining, denominator: ready,
        originalDenominator: original?.ready),
      RemainingShare(
        reading: .r2, remaining: remaining, denominator: suppliable,
        originalDenominator: original?.suppliable),
      RemainingShare(
        reading: .r3, remaining: notSupplied, denominator: scope,
        originalDenominator: original?.scope),
    ]
  }
}

/// The ground that is left of a block, as polygons.
public struct RemainingGround: Sendable {
  /// What it is: suppliable land less supplied land (R2), or without a layer of what cannot be
  /// supplied the scope less supplied land (R3).
  public var reading: SupplyReading
  /// All of it as one feature, slivers included; exteriors run counter-clockwise.
  public var ground: PolygonColumns<Plane>
  /// The pieces that are listed, one feature each, largest first.
  public var pieces: PolygonColumns<Plane>
  /// Area of each piece, m².
  public var areas: [Double]
  /// How many pieces are too small to be listed.
  public var sliverCount = 0
  /// Their area together, m².
  public var sliverArea = 0.0

  /// Sorts the pieces of a ground; those below `sliverArea` (m²) are counted only.
  init(_ region: Region<Plane>, reading: SupplyReading, sliverArea limit: Double) {
    self.reading = reading
    ground = region.columns
    ground.orientInteriorLeft(feature: 0)
    var single = PolygonColumns<Plane>()
    for polygon in ground.polygons(of: 0) {
      for ring in ground.rings(of: polygon) {
        for vertex in ground.vertices(of: ring) {
          single.appendVertex(x: ground.x[vertex], y: ground.y[vertex])
        }
        single.endRing()
      }
      single.endPolygon()
      single.endFeature()
    }
    let all = (0..<single.featureCount).map { single.planarArea(of: $0) }
    // Equal areas in the order of the overlay, which is the same in every run.
    let order = all.indices.sorted { (-all[$0], $0) < (-all[$1], $1) }
    pieces = PolygonColumns()
    areas = []
    for piece in order {
      if all[piece] < limit {
        sliverCount += 1
        sliverArea += all[piece]
      } else {
        pieces.appendFeature(piece, of: single)
        areas.append(all[piece])
      }
    }
  }
}
