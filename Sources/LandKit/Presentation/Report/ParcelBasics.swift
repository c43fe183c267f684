/// What most parts of a report ask of every parcel, read from `parcels.csv` once.
struct ParcelBasics: Sendable {
  /// Ids as the audit gives them.
  let ids: [String]
  /// States.
  let states: [ReportState]
  /// Planar areas, m²; NaN is unknown.
  let areas: [Double]
  /// Idle areas, m²; NaN is unknown.
  let idleAreas: [Double]
  /// Zone of each, a row of `zones.csv`; −1 for none.
  let zones: [Int32]
  /// The first parcel of each id.
  let index: [String: Int]

  init(_ book: AuditBook) {
    let parcels = book.parcels
    let count = parcels.count
    let (id, state, zone) = (parcels["parcel_id"], parcels["idle_state"], parcels["zone_id"])
    let (area, idle) = (parcels["planar_area_m2"], parcels["idle_area_m2"])
    let zoneIDs = book.zones["zone_id"]
    var zoneRows: [String: Int32] = [:]
    for row in 0..<book.zones.count {
      if let id = zoneIDs.text(row), zoneRows[id] == nil { zoneRows[id] = Int32(row) }
    }
    var ids: [String] = []
    var index = [String: Int](minimumCapacity: count)
    ids.reserveCapacity(count)
    for row in 0..<count {
      let text = id.text(row) ?? "#\(row)"
      ids.append(text)
      if index[text] == nil { index[text] = row }
    }
    self.ids = ids
    self.index = index
    states = (0..<count).map { ReportState(word: state.text($0)) }
    areas = (0..<count).map { area.number($0) ?? .nan }
    idleAreas = (0..<count).map { idle.number($0) ?? .nan }
    zones = (0..<count).map { row in zone.text(row).flatMap { zoneRows[$0] } ?? -1 }
  }
}
