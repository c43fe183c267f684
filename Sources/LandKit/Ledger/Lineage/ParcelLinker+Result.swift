import LandGeometry

/// Links and notices in the order of the surveys.
extension ParcelLinker {
  /// The lineage, once all links are made.
  consuming func result(_ pairs: GroundPairs) -> SurveyLineage {
    var result = SurveyLineage()
    var hasEarlier = [Bool](repeating: false, count: a.table.count)
    var hasLater = [Bool](repeating: false, count: b.table.count)
    for link in links {
      hasEarlier[link.earlier] = true
      hasLater[link.later] = true
    }
    for parcel in hasEarlier.indices where !hasEarlier[parcel] {
      links.append(Link(earlier: parcel, later: -1, kind: .gone, ofEarlier: 0, ofLater: 0))
    }
    links.sort { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
    for link in links {
      result.links.append(
        LineageLink(
          earlier: a.table.ids[link.earlier], later: link.later < 0 ? nil : b.table.ids[link.later],
          kind: link.kind, shareOfEarlier: link.ofEarlier, shareOfLater: link.ofLater))
    }
    for parcel in hasLater.indices where !hasLater[parcel] {
      result.links.append(
        LineageLink(
          earlier: nil, later: b.table.ids[parcel], kind: .new, shareOfEarlier: 0, shareOfLater: 0))
    }
    result.earlierArea = Self.areas(a)
    result.laterArea = Self.areas(b)
    result.earlierCount = a.table.count
    result.keptCount = a.counterpart.reduce(0) { $0 + ($1 < 0 ? 0 : 1) }
    var linked: Set<Int> = []
    for link in links where link.later >= 0 && a.counterpart[link.earlier] == link.later {
      linked.insert(link.earlier)
    }
    result.notices = notices(pairs, linked: linked)
    return result
  }

  private static func areas(_ side: SurveySide) -> [String: Double] {
    var areas: [String: Double] = [:]
    areas.reserveCapacity(side.table.count)
    for parcel in 0..<side.table.count {
      let area = side.area(of: parcel)
      if area.isFinite { areas[side.table.ids[parcel]] = area }
    }
    return areas
  }

  private borrowing func notices(_ pairs: GroundPairs, linked: Set<Int>) -> [LineageNotice] {
    var notices: [LineageNotice] = []
    for parcel in a.table.repeats.keys.sorted() {
      notices.append(
        LineageNotice(
          .duplicateID, earlier: a.table.ids[parcel], later: nil,
          value: a.table.repeats[parcel].map(Double.init)))
    }
    for parcel in b.table.repeats.keys.sorted() {
      notices.append(
        LineageNotice(
          .duplicateID, earlier: nil, later: b.table.ids[parcel],
          value: b.table.repeats[parcel].map(Double.init)))
    }
    for parcel in earlierUnknown.sorted() {
      notices.append(LineageNotice(.groundUnknown, earlier: a.table.ids[parcel], later: nil))
    }
    for parcel in laterUnknown.sorted() {
      notices.append(LineageNotice(.groundUnknown, earlier: nil, later: b.table.ids[parcel]))
    }
    for pair in pairs.pairs where pair.shared == nil {
      notices.append(
        LineageNotice(
          .measureFailed, earlier: a.id(of: pair.earlier), later: b.id(of: pair.later)))
    }
    for parcel in a.counterpart.indices
    where a.counterpart[parcel] >= 0 && !linked.contains(parcel)
      && !ParcelTable.isPlaceInFile(a.table.ids[parcel])
    {
      let id = a.table.ids[parcel]
      notices.append(
        LineageNotice(
          .codeReused, earlier: id, later: id, value: distance(parcel, a.counterpart[parcel])))
    }
    return notices
  }

  /// How far apart the centroids of two parcels are, m; nil where one has none or the planes differ
  /// by more than a zone.
  private borrowing func distance(_ earlier: Int, _ later: Int) -> Double? {
    guard let feature = a.table.onlyFeature(of: earlier),
      let other = b.table.onlyFeature(of: later), a.columns.isPlaced(feature),
      b.columns.isPlaced(other),
      (a.columns.meridian[feature] - b.columns.meridian[other]).magnitude <= 3,
      let from = a.columns.plane.centroid(of: feature)
    else { return nil }
    let single = b.columns.single(other, meridian: a.columns.meridian[feature])
    guard let to = single.centroid(of: 0) else { return nil }
    return ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
  }
}
