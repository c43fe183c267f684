import LandGeometry

/// One earlier parcel and one later: same, renumbered, shifted.
extension ParcelLinker {
  /// Finds the one-to-one links, the surest first.
  mutating func linkWholes() {
    linkSame()
    linkRenumbered()
    linkShifted()
  }

  private mutating func linkSame() {
    for share in shares
    where a.counterpart[share.earlier] == share.later && !earlierMatched[share.earlier]
      && isSame(share)
    {
      match(share.earlier, share.later, .same, share.ofEarlier, share.ofLater)
    }
    // Drawn like a parcel of another number, its ground is known after all.
    let alikeEarlier = Set(shares.lazy.filter(\.isAlike).map(\.earlier))
    let alikeLater = Set(shares.lazy.filter(\.isAlike).map(\.later))
    for parcel in a.counterpart.indices {
      let other = a.counterpart[parcel]
      guard other >= 0, !earlierMatched[parcel],
        earlierUnknown.contains(parcel) || laterUnknown.contains(other)
          || unmeasured.contains(parcel),
        !alikeEarlier.contains(parcel), !alikeLater.contains(other),
        !ParcelTable.isPlaceInFile(a.table.ids[parcel])
      else { continue }
      match(parcel, other, .same, 0, 0)
    }
  }

  private mutating func linkRenumbered() {
    let candidates = shares.filter {
      !earlierMatched[$0.earlier] && !laterMatched[$0.later]
        && a.counterpart[$0.earlier] != $0.later && isSame($0)
    }
    // Stacked parcels have several candidates. The rounded share keeps noise of the last digits
    // from deciding between them; then the order of the surveys does.
    func rank(_ share: Share) -> (Double, Int, Int) {
      let least = min(share.ofEarlier, share.ofLater)
      return (-(least * 1e6).rounded(), share.earlier, share.later)
    }
    for share in candidates.sorted(by: { rank($0) < rank($1) })
    where !earlierMatched[share.earlier] && !laterMatched[share.later] {
      match(share.earlier, share.later, .renumbered, share.ofEarlier, share.ofLater)
    }
  }

  private mutating func linkShifted() {
    var takenByNew: [Int: Double] = [:]
    var leftByGone: [Int: Double] = [:]
    for share in shares {
      if b.counterpart[share.later] < 0 { takenByNew[share.earlier, default: 0] += share.ofEarlier }
      if a.counterpart[share.earlier] < 0 { leftByGone[share.later, default: 0] += share.ofLater }
    }
    for parcel in a.counterpart.indices {
      let other = a.counterpart[parcel]
      guard other >= 0, !earlierMatched[parcel], !laterMatched[other],
        !earlierUnknown.contains(parcel), !laterUnknown.contains(other),
        takenByNew[parcel, default: 0] < 0.5, leftByGone[other, default: 0] < 0.5,
        !ParcelTable.isPlaceInFile(a.table.ids[parcel]),
        let feature = a.table.onlyFeature(of: parcel),
        let moved = b.table.onlyFeature(of: other),
        let shift = ShapeShift(
          feature, of: a.columns, moved, of: b.columns, within: options.maximumShift,
          meter: &meter),
        let shared = shift.shared
      else { continue }
      let areas = (a.area(of: parcel), shift.laterArea)
      if options.isSame(
        shared: shared, areas: areas,
        perimeters: (a.perimeter(of: parcel), b.perimeter(of: other)),
        share: options.sameShapeShare)
      {
        match(parcel, other, .shifted, min(1, shared / areas.0), min(1, shared / areas.1))
      }
    }
  }
}
