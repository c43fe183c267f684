import LandGeometry

/// Parts of ground: reshaped, split, merged; and what has no link at all.
extension ParcelLinker {
  /// Links the pairs that share a part of their ground.
  mutating func linkParts() {
    var parts: [Share] = []
    for share in shares where !(earlierMatched[share.earlier] && laterMatched[share.later]) {
      let areas = (a.area(of: share.earlier), b.area(of: share.later))
      let fresh = share.area - sharedWithin(share)
      if options.counts(shared: fresh, areas: areas) { parts.append(share) }
    }
    let wholes = links.filter { $0.ofEarlier > 0 }
    var ofEarlier: [Int: [(other: Int, part: Double)]] = [:]
    var ofLater: [Int: [(other: Int, part: Double)]] = [:]
    for part in parts {
      ofEarlier[part.earlier, default: []].append((part.later, part.ofLater))
      ofLater[part.later, default: []].append((part.earlier, part.ofEarlier))
    }
    for link in wholes {
      // A parcel that is still whole counts among the links of those that it shares with.
      if ofEarlier[link.earlier] != nil {
        ofEarlier[link.earlier]?.append((link.later, link.ofLater))
      }
      if ofLater[link.later] != nil {
        ofLater[link.later]?.append((link.earlier, link.ofEarlier))
      }
    }
    for part in parts {
      let divides = (ofEarlier[part.earlier] ?? []).contains {
        $0.other != part.later && $0.part >= 0.5
      }
      let unites = (ofLater[part.later] ?? []).contains {
        $0.other != part.earlier && $0.part >= 0.5
      }
      let isOnly =
        (ofEarlier[part.earlier]?.count ?? 0) == 1 && (ofLater[part.later]?.count ?? 0) == 1
      let dominant: LineageLink.Kind = part.ofLater >= part.ofEarlier ? .split : .merged
      let kind: LineageLink.Kind
      if a.counterpart[part.earlier] == part.later {
        kind = divides && unites ? dominant : divides ? .split : unites ? .merged : .reshaped
      } else if isOnly, min(part.ofEarlier, part.ofLater) >= 0.5 {
        kind = .renumbered
      } else {
        kind = dominant
      }
      links.append(
        Link(
          earlier: part.earlier, later: part.later, kind: kind, ofEarlier: part.ofEarlier,
          ofLater: part.ofLater))
    }
  }

  /// Ground that a pair shares within one survey, m², where both numbers live on: what is drawn
  /// twice in one survey has not passed from one parcel to the other.
  private mutating func sharedWithin(_ share: Share) -> Double {
    let before = b.counterpart[share.later]
    let after = a.counterpart[share.earlier]
    guard before >= 0, after >= 0, before != share.earlier else { return 0 }
    return max(
      sharedWithin(a, share.earlier, before, unknown: earlierUnknown),
      sharedWithin(b, share.later, after, unknown: laterUnknown))
  }

  private mutating func sharedWithin(
    _ side: SurveySide, _ parcel: Int, _ other: Int, unknown: Set<Int>
  ) -> Double {
    guard !unknown.contains(parcel), !unknown.contains(other) else { return 0 }
    var sum = 0.0
    for feature in side.table.features(of: parcel) {
      for second in side.table.features(of: other)
      where side.columns.box[feature].intersects(side.columns.box[second]) {
        sum += meter.shared(feature, of: side.columns, second, of: side.columns) ?? 0
      }
    }
    return sum
  }
}
