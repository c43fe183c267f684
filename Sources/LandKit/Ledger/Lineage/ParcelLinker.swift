import LandGeometry

/// Makes links from the ground that parcels share.
struct ParcelLinker: ~Copyable {
  /// Ground that two parcels share.
  struct Share {
    var earlier: Int
    var later: Int
    /// m².
    var area: Double
    /// Part of the earlier parcel, 0–1.
    var ofEarlier: Double
    /// Part of the later parcel, 0–1.
    var ofLater: Double
    /// Whether they are drawn alike.
    var isAlike: Bool
  }
  /// A link by parcels; `whole` where it is one-to-one.
  struct Link {
    var earlier: Int
    var later: Int
    var kind: LineageLink.Kind
    var ofEarlier: Double
    var ofLater: Double
  }

  let a: SurveySide
  let b: SurveySide
  let options: LineageOptions
  var meter = GroundMeter()
  /// Whether a parcel's boundary cannot be measured; by parcel.
  let earlierUnknown: Set<Int>
  let laterUnknown: Set<Int>
  /// Earlier parcels of which GEOS could not say what they share with the later one of their number.
  let unmeasured: Set<Int>
  /// By earlier, then later parcel.
  let shares: [Share]
  /// For each parcel whether it is in a one-to-one link.
  var earlierMatched: [Bool]
  var laterMatched: [Bool]
  var links: [Link] = []
  var notices: [LineageNotice] = []

  init(_ a: SurveySide, _ b: SurveySide, pairs: GroundPairs, options: LineageOptions) {
    self.a = a
    self.b = b
    self.options = options
    func unknown(_ side: SurveySide, _ valid: [Int: Bool]) -> Set<Int> {
      Set(valid.lazy.filter { !$0.value }.map { side.table.parcel[$0.key] })
    }
    earlierUnknown = unknown(a, pairs.earlierValid)
    laterUnknown = unknown(b, pairs.laterValid)
    unmeasured = Set(
      pairs.pairs.lazy
        .filter { $0.shared == nil && a.id(of: $0.earlier) == b.id(of: $0.later) }
        .map { a.table.parcel[$0.earlier] })
    shares = Self.shares(pairs.pairs, a, b)
    earlierMatched = a.isUnchanged
    laterMatched = b.isUnchanged
    for parcel in a.isUnchanged.indices where a.isUnchanged[parcel] {
      links.append(
        Link(
          earlier: parcel, later: a.counterpart[parcel], kind: .same, ofEarlier: 1, ofLater: 1))
    }
  }

  /// Adds the pairs of features up to pairs of parcels.
  private static func shares(
    _ pairs: [GroundPairs.Pair], _ a: SurveySide, _ b: SurveySide
  ) -> [Share] {
    struct Key: Hashable {
      var earlier: Int
      var later: Int
    }
    var sums: [Key: (area: Double, isAlike: Bool)] = [:]
    var order: [Key] = []
    for pair in pairs {
      guard let area = pair.shared else { continue }
      let key = Key(earlier: a.table.parcel[pair.earlier], later: b.table.parcel[pair.later])
      let isWhole = a.isOnly(feature: pair.earlier) && b.isOnly(feature: pair.later)
      if let sum = sums[key] {
        sums[key] = (sum.area + area, false)
      } else {
        order.append(key)
        sums[key] = (area, pair.isAlike && isWhole)
      }
    }
    order.sort { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
    return order.compactMap { key in
      guard let sum = sums[key] else { return nil }
      let areaA = a.area(of: key.earlier)
      let areaB = b.area(of: key.later)
      // Areas of one parcel on two planes differ by a hair; features of one parcel may overlap.
      func part(_ whole: Double) -> Double {
        sum.isAlike ? 1 : whole > 0 ? min(1, sum.area / whole) : 0
      }
      return Share(
        earlier: key.earlier, later: key.later, area: sum.area, ofEarlier: part(areaA),
        ofLater: part(areaB), isAlike: sum.isAlike)
    }
  }

  /// Whether a pair holds the same ground.
  func isSame(_ share: Share) -> Bool {
    if share.isAlike { return true }
    guard min(share.ofEarlier, share.ofLater) >= 0.5 else { return false }
    return options.isSame(
      shared: share.area, areas: (a.area(of: share.earlier), b.area(of: share.later)),
      perimeters: (a.perimeter(of: share.earlier), b.perimeter(of: share.later)),
      share: options.sameGroundShare)
  }

  /// Notes a one-to-one link.
  mutating func match(
    _ earlier: Int, _ later: Int, _ kind: LineageLink.Kind, _ ofEarlier: Double, _ ofLater: Double
  ) {
    earlierMatched[earlier] = true
    laterMatched[later] = true
    links.append(
      Link(
        earlier: earlier, later: later, kind: kind, ofEarlier: ofEarlier, ofLater: ofLater))
  }
}
