import LandCadastre

/// How the parcels of a file are taken zone after zone.
public struct PartitionOptions: Sendable {
  /// The field whose runs are kept together; only the zone's id is one so far.
  public static let fields = ["zone_id"]

  /// The field whose runs are kept together.
  public var field = "zone_id"
  /// How many parcels a part has at least: small zones that follow one another share one.
  public var leastParcels = 1 << 14
  /// How many parcels of one zone are audited at once; longer runs are cut.
  public var mostParcels = 1 << 16
  /// How many bytes of a file are read at once.
  public var chunk = 1 << 22
  /// Where findings wait until they can be numbered; the folder of temporary files where nil.
  public var folder: String?

  /// The defaults.
  public init() {}
}

/// A box in single precision, rounded outward: enough to say what may meet, in half the memory.
struct SmallBox: Sendable {
  var minX, minY, maxX, maxY: Float

  var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }

  func meets(_ other: SmallBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
