import LandCadastre
import LandGeometry
import LandLayers
import LandTopology

/// Another zone and how it lies to this one.
public struct ZoneNeighbour: Sendable {
  /// Its code, else `#index`.
  public var id: String
  /// Its name.
  public var name: String?
  /// Shortest distance between the two, m; 0 where they meet.
  public var distance: Double
  /// Length of boundary that both have in common within the noise, m.
  public var sharedBoundary: Double
  /// Ground that both hold, m².
  public var overlap: Double
  /// Its leading industries; nil where they are not known.
  public var industries: Set<String>?
  /// Those that this zone has, too; nil where either is not known.
  public var sharedIndustries: Set<String>?

  /// Whether the boundaries are no farther apart than drawing noise.
  public var isAdjacent: Bool { distance <= ZoneNeighbours.noise }
  /// Whether it is adjacent and shares a leading industry; nil where that is not known. No verdict:
  /// the text gives no limits.
  public var isCandidate: Bool? {
    isAdjacent ? sharedIndustries.map { !$0.isEmpty } : false
  }
}

/// The other zones of a layer, the nearest first.
public struct ZoneNeighbours: Sendable {
  /// Boundaries that are this far apart, m, may be the same: drawing noise (ours, not a figure of
  /// the law).
  public static let noise = 1.0

  /// The leading industries of this zone; nil where the layer does not say.
  public let industries: Set<String>?
  /// The others.
  public let others: [ZoneNeighbour]
  /// Others that cannot be overlaid.
  public let unworkable: [String]

  /// Whether leading industries are missing for a decision.
  public var lacksIndustries: Bool { others.contains { $0.isCandidate == nil } }
}

extension ZoneGround {
  /// The neighbours of the zone in a layer of zones. Features with this zone's code are its own.
  ///
  /// - Throws: ``SupplyError`` where the layer needs a datum shift, or an overlay of valid polygons
  ///   fails.
  public func neighbours(
    of zone: String, in zones: PlacedLayer
  ) throws(SupplyError) -> ZoneNeighbours {
    let ground = try ground("zones", zones)
    do throws(TopologyError) { return try neighbours(of: zone, zones, ground) } catch {
      throw .topology(file: ground.file, error)
    }
  }

  private func neighbours(
    of zone: String, _ zones: PlacedLayer, _ ground: SupplyGround
  ) throws(TopologyError) -> ZoneNeighbours {
    let names = FeatureNames(zones.layer, field: .zoneID)
    let reader = ZoneReader(names: zones.layer.attributes.names)
    var faults: [Finding] = []
    let records = (0..<zones.count).map {
      reader.record(in: zones.layer.attributes, row: $0, findings: &faults)
    }
    var members: [String: [Int]] = [:]
    var order: [String] = []
    for feature in 0..<zones.count {
      let id = names[feature]
      if members[id] == nil { order.append(id) }
      members[id, default: []].append(feature)
    }
    func industries(_ id: String) -> Set<String>? {
      let known = (members[id] ?? []).compactMap { records[$0].leadingIndustries }
      return known.isEmpty ? nil : known.reduce(into: []) { $0.formUnion($1) }
    }
    let own = industries(zone)
    let context = try GEOSContext()
    var others: [ZoneNeighbour] = []
    var unworkable: [String] = []
    let here = try context.geometry(of: 0, in: scope.columns)
    for id in order where id != zone {
      let features = members[id] ?? []
      guard features.allSatisfy({ ground.isWorkable[$0] }) else {
        unworkable.append(id)
        continue
      }
      let region = try context.region(uniting: features, in: ground.plane)
      let there = try context.geometry(of: 0, in: region.columns)
      let theirs = industries(id)
      var neighbour = ZoneNeighbour(
        id: id, name: features.lazy.compactMap { records[$0].name }.first,
        distance: try here.distance(to: there), sharedBoundary: 0,
        overlap: try context.region(.intersection, scope, region).area, industries: theirs)
      if neighbour.isAdjacent {
        neighbour.sharedBoundary = SharedBoundary.length(
          of: scope.columns, along: region.columns, within: ZoneNeighbours.noise)
      }
      if let own, let theirs { neighbour.sharedIndustries = own.intersection(theirs) }
      others.append(neighbour)
    }
    others.sort { ($0.distance, $0.id) < ($1.distance, $1.id) }
    return ZoneNeighbours(industries: own, others: others, unworkable: unworkable)
  }
}
