import LandCadastre
import LandGeometry
import LandTopology

/// What is known of every parcel once all ranges are measured: the input of the zone figures.
public struct ParcelLedger: Sendable {
  /// The zone of each parcel; nil without zone.
  public var zone: [Int?] = []
  /// Area outside the zone, m²; NaN = unknown.
  public var outside: [Double] = []
  /// All overlaps above zero, ordered by the first parcel.
  public var overlaps: [PairOverlap] = []

  /// Nothing yet.
  public init() {}
}

/// The areas of one zone in m²; nil is unknown.
public struct ZoneAreas: Sendable {
  /// Area within the zone's boundary.
  public var approved: Double?
  /// Area of the union of the parcels counted.
  public var union: Double?
  /// Area of the zone that none of them covers.
  public var remaining: Double?
}

/// Areas of unions of parcels within zones, from the overlaps that are known already.
///
/// The union is the sum less pairwise overlaps, which is exact as long as no three parcels share
/// ground; clusters where three may are measured by the boundary of what they cover, and by GEOS
/// where a part of them lies outside the zone.
public struct ZoneAccounting: Sendable {
  /// An overlap below this area (m²) cannot hold a common part of three that matters.
  static let negligible = 1e-6

  private let survey: Survey
  private let ledger: ParcelLedger
  /// The overlaps of each zone whose both parcels belong to it.
  private var overlapsOfZone: [[PairOverlap]]

  /// Prepares the figures of all zones.
  public init(_ survey: Survey, _ ledger: ParcelLedger) {
    self.survey = survey
    self.ledger = ledger
    overlapsOfZone = Array(repeating: [], count: survey.zones?.count ?? 0)
    for pair in ledger.overlaps {
      if let zone = ledger.zone[pair.first], ledger.zone[pair.second] == zone {
        overlapsOfZone[zone].append(pair)
      }
    }
  }

  /// The areas of one zone and of the union of some of its parcels. Parcels that could not be
  /// overlaid make the union unknown; failures of GEOS are added to `findings`.
  public func areas(
    of zone: Int, parcels: [Int], findings: inout [Finding]
  ) -> ZoneAreas {
    var result = ZoneAreas()
    guard let zones = survey.zones, zones.isWorkable(zone) else { return result }
    let approved = zones.planarArea[zone]
    result.approved = approved
    guard parcels.allSatisfy({ survey.parcels.isWorkable($0) }) else { return result }
    do throws(TopologyError) {
      let union = try unionArea(of: parcels, in: zone, zones)
      result.union = union.area
      let remaining = approved - (union.area - union.outside)
      // Where an overlay with the zone failed, nobody knows how much lies in it.
      result.remaining = remaining.isNaN ? nil : max(0, remaining)
    } catch {
      var finding = Finding(.overlayFailed, .zone, survey.zoneID(zone))
      finding.place.coordinate = error.near
      finding.note = error.operation
      findings.append(finding)
    }
    return result
  }

  /// The union's area, and how much of it lies outside the zone.
  private func unionArea(
    of parcels: [Int], in zone: Int, _ zones: MeasuredLayer
  ) throws(TopologyError) -> (area: Double, outside: Double) {
    let chosen = Chosen(parcels)
    let meridian = zones.meridian[zone]
    if survey.options.exact {
      let union = try exactUnion(of: parcels, zone, zones)
      return (union.area, union.outside)
    }
    var area = 0.0
    var outside = 0.0
    // A parcel of another meridian counts in the zone's plane.
    var scale: [Int: Double] = [:]
    for parcel in parcels {
      var own = survey.parcels.planarArea[parcel]
      var beyond = ledger.outside[parcel]
      if let moved = survey.parcels.moved(parcel, toMeridian: meridian) {
        let factor = moved.planarArea(of: 0) / own
        scale[parcel] = factor
        own *= factor
        beyond *= factor
      }
      area += own
      outside += beyond
    }
    let pairs = overlapsOfZone[zone].filter {
      chosen.contains($0.first) && chosen.contains($0.second)
    }
    let clusters = Clusters(pairs: pairs, boxes: survey.parcels.sourceBox)
    for pair in pairs where !clusters.contains(pair) {
      area -= pair.area * (scale[pair.first] ?? 1)
      if pair.area > Self.negligible, ledger.outside[pair.first] > Self.negligible,
        ledger.outside[pair.second] > Self.negligible
      {
        outside -= try exactUnion(of: [pair.first, pair.second], zone, zones).doubleOutside
      }
    }
    for cluster in clusters.all {
      let exact = try exactUnion(of: cluster, zone, zones)
      for parcel in cluster {
        area -= survey.parcels.planarArea[parcel] * (scale[parcel] ?? 1)
        outside -= ledger.outside[parcel] * (scale[parcel] ?? 1)
      }
      area += exact.area
      outside += exact.outside
    }
    return (area, outside)
  }

  private struct ExactUnion {
    var area: Double
    var outside: Double
    /// How much the parts outside the zone overlap.
    var doubleOutside: Double
  }

  private func exactUnion(
    of parcels: [Int], _ zone: Int, _ zones: MeasuredLayer
  ) throws(TopologyError) -> ExactUnion {
    guard !parcels.isEmpty else { return ExactUnion(area: 0, outside: 0, doubleOutside: 0) }
    var columns = PolygonColumns<Plane>()
    for parcel in parcels {
      if let moved = survey.parcels.moved(parcel, toMeridian: zones.meridian[zone]) {
        columns.appendFeature(0, of: moved)
      } else {
        columns.appendFeature(parcel, of: survey.parcels.plane)
      }
    }
    let all = Array(parcels.indices)
    let isInside = parcels.allSatisfy { ledger.outside[$0] == 0 }
    if isInside, !survey.options.exact {
      var measure = UnionMeasure()
      if let area = measure.area(of: all, in: columns, of: columns) {
        return ExactUnion(area: area, outside: 0, doubleOutside: 0)
      }
    }
    let context = try GEOSContext()
    let area = try context.unionArea(of: all, in: columns).area
    let clip = try GEOSPreparedGeometry(try context.geometry(of: zone, in: zones.plane))
    let inside = try context.unionArea(of: all, in: columns, clippedTo: clip).area
    let outside = max(0, area - inside)
    var sum = 0.0
    for parcel in parcels { sum += ledger.outside[parcel] }
    return ExactUnion(area: area, outside: outside, doubleOutside: max(0, sum - outside))
  }
}

/// Which parcels of a zone are counted. They stand together in most files, so a list of yes and no
/// over the stretch they take is shorter than a set, and nothing is hashed.
private struct Chosen {
  private let first: Int
  private var flags: [Bool]

  init(_ parcels: [Int]) {
    first = parcels.min() ?? 0
    flags = Array(repeating: false, count: (parcels.max() ?? first - 1) - first + 1)
    for parcel in parcels { flags[parcel - first] = true }
  }

  func contains(_ parcel: Int) -> Bool {
    flags.indices.contains(parcel - first) && flags[parcel - first]
  }
}

/// Groups of parcels of which three may share ground: overlapping pairs that close a triangle
/// whose boxes have a common part.
private struct Clusters {
  private(set) var all: [[Int]] = []
  private var group: [Int: Int] = [:]

  init(pairs: [PairOverlap], boxes: [Envelope]) {
    let real = pairs.filter { $0.area > ZoneAccounting.negligible }
    var partners: [Int: Set<Int>] = [:]
    for pair in real {
      partners[pair.first, default: []].insert(pair.second)
      partners[pair.second, default: []].insert(pair.first)
    }
    var root: [Int: Int] = [:]
    func find(_ parcel: Int) -> Int {
      var at = parcel
      while let next = root[at], next != at { at = next }
      return at
    }
    for pair in real {
      let common = boxes[pair.first].intersection(boxes[pair.second])
      let shared = (partners[pair.first] ?? []).intersection(partners[pair.second] ?? [])
      for third in shared where !common.intersection(boxes[third]).isEmpty {
        let target = min(find(pair.first), find(pair.second), find(third))
        for member in [pair.first, pair.second, third] {
          root[find(member)] = target
          if root[member] == nil { root[member] = target }
        }
      }
    }
    var members: [Int: [Int]] = [:]
    for parcel in root.keys.sorted() { members[find(parcel), default: []].append(parcel) }
    all = members.keys.sorted().compactMap { members[$0] }
    for (index, cluster) in all.enumerated() {
      for parcel in cluster { group[parcel] = index }
    }
  }

  /// Whether both parcels of a pair belong to one cluster, whose union GEOS gives.
  func contains(_ pair: PairOverlap) -> Bool {
    guard let a = group[pair.first], let b = group[pair.second] else { return false }
    return a == b
  }
}
