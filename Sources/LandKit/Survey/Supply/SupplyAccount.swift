import LandCadastre
import LandGeometry

/// The account of one block (区块).
public struct SupplyBlock: Sendable {
  /// Its name or code, as the layer gives it, else `#index`.
  public var id: String
  /// Index of its feature in the layer of the scope, from 0.
  public var feature: Int
  /// Its areas.
  public var figures: SupplyFigures
  /// What is left of it; nil is unknown.
  public var remaining: RemainingGround?
}

/// Where a parcel of the zone lies.
public struct ParcelPlacing: Hashable, Sendable {
  /// Ground that a parcel has in a block.
  public struct Part: Hashable, Sendable {
    /// Index of the block in the account.
    public var block: Int
    /// m².
    public var area: Double
  }

  /// The parcel's index in its layer.
  public var feature: Int
  /// Its id.
  public var id: String
  /// Area within the scope, m².
  public var inside: Double
  /// Area outside it, m².
  public var outside: Double
  /// Its ground by block, in the order of the blocks.
  public var parts: [Part]
}

/// Two blocks of a scope that share ground.
public struct BlockOverlap: Hashable, Sendable {
  /// Index of the first block.
  public var first: Int
  /// Index of the other.
  public var second: Int
  /// m².
  public var area: Double

  /// Two blocks by their indices and what they share, m².
  public init(first: Int, second: Int, area: Double) {
    self.first = first
    self.second = second
    self.area = area
  }
}

/// The supply of a development zone, worked out from geometry.
public struct SupplyAccount: Sendable {
  /// The plane that all areas and polygons are on.
  public let plane: SupplyPlane
  /// How it was made.
  public let options: SupplyOptions
  /// The blocks, in the order of their layer.
  public let blocks: [SupplyBlock]
  /// The scope in force as a whole, worked out on the union of its blocks.
  public let whole: SupplyFigures
  /// The scope as first approved; nil where that is not given.
  public let original: SupplyFigures?
  /// Land of supplied parcels outside the scope, m², each ground once; nil is unknown.
  public let suppliedOutside: Double?
  /// The parcels that were placed, in the order of their layer; those that cannot be overlaid are
  /// left out.
  public let placings: [ParcelPlacing]
  /// Blocks that share more ground than the noise.
  public let blockOverlaps: [BlockOverlap]
  /// What was found.
  public let findings: [Finding]
  /// The ground behind it all.
  public let drawing: SupplyDrawing

  /// What is left under the three readings, with both denominators where there is an original
  /// scope.
  public var remainingShares: [RemainingShare] { whole.remainingShares(original: original) }

  /// Sum of the blocks less the whole, m²: what overlapping blocks count twice.
  public var blockResidual: Double { blocks.reduce(0) { $0 + $1.figures.scope } - whole.scope }

  /// Parcels with more than noise on both sides of the scope's boundary.
  public var crossingParcels: [ParcelPlacing] {
    placings.filter { min($0.inside, $0.outside) > options.noiseArea }
  }

  /// Parcels with more than noise in two blocks or more.
  public var parcelsInSeveralBlocks: [ParcelPlacing] {
    placings.filter { placing in
      placing.parts.count { $0.area > options.noiseArea } > 1
    }
  }
}
