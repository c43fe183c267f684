import LandGeometry
import LandTopology

/// Ground that a parcel has in a zone.
public struct ZonePart: Hashable, Sendable {
  /// The zone's index in its layer.
  public var zone: Int
  /// m².
  public var area: Double

  /// A part in m².
  public init(zone: Int, area: Double) {
    self.zone = zone
    self.area = area
  }
}

/// A parcel with ground in two zones or more.
public struct SharedParcel: Sendable {
  /// The parcel's index in its layer.
  public var feature: Int
  /// Its id.
  public var id: String
  /// The ids of the zones, with the area in each, m², in the order of their layer.
  public var parts: [(id: String, area: Double)]
}

extension Survey {
  /// Those of some parcels that have more ground than noise in two zones or more, in their order.
  public func sharedParcels(_ parcels: [Int]) -> [SharedParcel] {
    guard zones != nil else { return [] }
    let chunks = options.workers.map(parcels.count, size: 256) { range in
      var worker = ParcelWorker(self)
      return range.compactMap { place -> SharedParcel? in
        let parcel = parcels[place]
        let parts = worker.zoneParts(of: parcel)
        guard parts.count > 1 else { return nil }
        return SharedParcel(
          feature: parcel, id: parcelID(parcel), parts: parts.map { (zoneID($0.zone), $0.area) })
      }
    }
    return chunks.flatMap(\.self)
  }
}

extension ParcelWorker {
  /// The zones that hold more of a parcel than noise, in the order of their layer; features of one
  /// zone count as one. An overlay that fails holds nothing: the parcel's own zone reports it.
  mutating func zoneParts(of parcel: Int) -> [ZonePart] {
    guard let zones = survey.zones, zones.count > 1, parcels.isWorkable(parcel) else { return [] }
    let near = candidates(survey.zoneIndex, parcels.sourceBox[parcel])
    guard near.count > 1 else { return [] }
    let area = parcels.planarArea[parcel]
    var parts: [ZonePart] = []
    for zone in near where zones.isWorkable(zone) {
      guard let outside = try? outside(parcel, zone: zone, of: zones, area: area) else { continue }
      let inside = area - outside
      guard inside > survey.options.minimumOverlapArea else { continue }
      let id = survey.zoneID(zone)
      if let known = parts.firstIndex(where: { survey.zoneID($0.zone) == id }) {
        parts[known].area += inside
      } else {
        parts.append(ZonePart(zone: zone, area: inside))
      }
    }
    return parts
  }
}
