import LandGeometry
import LandSurvey

/// Which features of two surveys share ground, and how much.
struct GroundPairs: Sendable {
  /// A pair of features and the ground they share.
  struct Pair: Sendable {
    /// Feature of the earlier survey.
    var earlier: Int
    /// Feature of the later survey.
    var later: Int
    /// m²; nil where it could not be measured.
    var shared: Double?
    /// Whether both are drawn alike: the ground is the same then, even of an invalid boundary.
    var isAlike = false
  }

  /// Pairs in the order of the earlier, then of the later survey; those without common ground and
  /// those between two unchanged parcels are not among them.
  private(set) var pairs: [Pair] = []
  /// Of every earlier feature that was looked at: whether it is valid.
  private(set) var earlierValid: [Int: Bool] = [:]
  /// Of every later feature that was looked at: whether it is valid.
  private(set) var laterValid: [Int: Bool] = [:]

  /// Finds and measures the pairs of which at least one side is no unchanged parcel.
  init(
    _ earlier: SurveySide, _ later: SurveySide, options: LineageOptions, workers: Workers
  ) {
    let keys = Self.candidates(earlier, later, options, workers)
    earlierValid = Self.validity(
      earlier, others: keys.map { Int($0 >> 32) }, workers)
    laterValid = Self.validity(
      later, others: keys.map { Int($0 & 0xFFFF_FFFF) }, workers)
    let (earlierValid, laterValid) = (earlierValid, laterValid)
    pairs = workers.map(keys.count, size: 512) { range in
      var meter = GroundMeter()
      var pairs: [Pair] = []
      for key in keys[range] {
        var pair = Pair(earlier: Int(key >> 32), later: Int(key & 0xFFFF_FFFF))
        if earlier.columns.isDrawn(
          pair.earlier, like: pair.later, of: later.columns, noise: options.coordinateNoise)
        {
          pair.isAlike = true
          pair.shared = earlier.columns.area[pair.earlier]
        } else if earlierValid[pair.earlier] == true, laterValid[pair.later] == true {
          pair.shared = meter.shared(
            pair.earlier, of: earlier.columns, pair.later, of: later.columns)
          if let shared = pair.shared, !(shared > 0) { continue }
        } else {
          continue
        }
        pairs.append(pair)
      }
      return pairs
    }.flatMap { $0 }
  }

  /// Pairs whose boxes meet, as the earlier feature in the upper and the later in the lower half.
  private static func candidates(
    _ earlier: SurveySide, _ later: SurveySide, _ options: LineageOptions, _ workers: Workers
  ) -> [UInt64] {
    let changedEarlier = earlier.changedFeatures
    let changedLater = later.changedFeatures
    var keys: [UInt64] = []
    if !changedEarlier.isEmpty {
      let index = PackedIndex(later.columns.box)
      keys += workers.map(changedEarlier.count, size: 1_024) { range in
        var found: [UInt64] = []
        var stack: [UInt32] = []
        for a in changedEarlier[range] where earlier.columns.isPlaced(a) {
          index.query(earlier.columns.box[a], stack: &stack) { b in
            if mayCount(a, of: earlier, b, of: later, options) {
              found.append(UInt64(a) << 32 | UInt64(b))
            }
          }
        }
        return found
      }.flatMap { $0 }
    }
    if !changedLater.isEmpty {
      let index = PackedIndex(earlier.columns.box)
      keys += workers.map(changedLater.count, size: 1_024) { range in
        var found: [UInt64] = []
        var stack: [UInt32] = []
        for b in changedLater[range] where later.columns.isPlaced(b) {
          index.query(later.columns.box[b], stack: &stack) { a in
            // Changed earlier parcels have asked for themselves.
            if earlier.isUnchanged(feature: a), mayCount(a, of: earlier, b, of: later, options) {
              found.append(UInt64(a) << 32 | UInt64(b))
            }
          }
        }
        return found
      }.flatMap { $0 }
    }
    keys.sort()
    return keys
  }

  /// False for pairs of which a look at the boxes shows that the ground they share is noise, as
  /// along the borders of neighbours.
  private static func mayCount(
    _ a: Int, of earlier: SurveySide, _ b: Int, of later: SurveySide, _ options: LineageOptions
  ) -> Bool {
    if earlier.isLeftOut(feature: a) || later.isLeftOut(feature: b) { return false }
    // Parts of one parcel add up, and the same number is always measured.
    if earlier.id(of: a) == later.id(of: b) || !earlier.isOnly(feature: a)
      || !later.isOnly(feature: b)
      || earlier.columns.meridian[a] != later.columns.meridian[b]
    {
      return true
    }
    let box = earlier.columns.planeBox[a].intersection(later.columns.planeBox[b])
    if box.isEmpty { return false }
    let areas = (earlier.columns.area[a], later.columns.area[b])
    let most = (box.maxX - box.minX) * (box.maxY - box.minY)
    // Very small parcels count from half of either on.
    return options.counts(shared: most, areas: areas) || most >= max(areas.0, areas.1) / 2
  }

  private static func validity(
    _ side: SurveySide, others: [Int], _ workers: Workers
  ) -> [Int: Bool] {
    let features = Set(side.changedFeatures).union(others).sorted()
    let flags = workers.map(features.count, size: 512) { range in
      let meter = GroundMeter()
      var flags: [Bool] = []
      for feature in features[range] {
        flags.append(meter.isValid(feature, of: side.columns))
      }
      return flags
    }.flatMap { $0 }
    return Dictionary(uniqueKeysWithValues: zip(features, flags))
  }
}
