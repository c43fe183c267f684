/// The links between two surveys, as a step of a history.
public struct LineageStep: Hashable, Sendable {
  /// Year of the earlier survey.
  public var earlier: Int
  /// Year of the later survey.
  public var later: Int
  /// The links.
  public var links: [LineageLink]

  /// A step.
  public init(from earlier: Int, to later: Int, links: [LineageLink]) {
    self.earlier = earlier
    self.later = later
    self.links = links
  }
}

/// Why steps make no history.
public enum LineageError: Error, Hashable, Sendable {
  /// A step does not lead forward in time.
  case notForward(from: Int, to: Int)
  /// A step does not start at the survey where the one before it ends.
  case notConnected(end: Int, start: Int)
}

/// Where parcels come from and what they became, over all surveys.
///
/// A parcel is an id in a survey, so surveys are layers that every link leads through in one
/// direction: two parcels that exchange their numbers make no circle.
public struct ParcelHistory: Sendable {
  /// A parcel that another came from or became.
  public struct Relative: Hashable, Sendable {
    /// Year of its survey.
    public var year: Int
    /// Its id there.
    public var id: String
    /// Part of the parcel asked about: looking forward the part of its ground that is in this one,
    /// looking back the part that came from this one, 0–1. The product along each way, the sum over
    /// all ways; each step takes what it passes on to be an even mixture of what it received. Nil
    /// where a way rests on a number alone.
    public var share: Double?
    /// Whether every step on some way leads to the parcel as a whole (see
    /// ``LineageLink/isSuccession``).
    public var isSuccession: Bool

    /// A relative.
    public init(year: Int, id: String, share: Double?, isSuccession: Bool) {
      self.year = year
      self.id = id
      self.share = share
      self.isSuccession = isSuccession
    }
  }
  /// What became of a parcel.
  public struct Course: Hashable, Sendable {
    /// What it is in the survey asked for; the largest share first, then by id.
    public var parcels: [Relative]
    /// Where parts of it ended: parcels of surveys before, of which the next knows nothing.
    public var ended: [Relative]
  }

  private let steps: [LineageStep]
  /// Links of each step by the earlier id.
  private let forward: [[String: [LineageLink]]]
  /// Links of each step by the later id.
  private let backward: [[String: [LineageLink]]]

  /// A history from its steps, in any order.
  ///
  /// - Throws: ``LineageError`` where the steps, sorted, make no chain of surveys.
  public init(_ steps: [LineageStep]) throws(LineageError) {
    let sorted = steps.sorted { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
    for step in sorted where step.earlier >= step.later {
      throw .notForward(from: step.earlier, to: step.later)
    }
    for (step, next) in zip(sorted, sorted.dropFirst()) where step.later != next.earlier {
      throw .notConnected(end: step.later, start: next.earlier)
    }
    self.steps = sorted
    forward = sorted.map { step in
      Dictionary(grouping: step.links.filter { $0.earlier != nil }) { $0.earlier ?? "" }
    }
    backward = sorted.map { step in
      Dictionary(grouping: step.links.filter { $0.later != nil }) { $0.later ?? "" }
    }
  }

  /// The years of all surveys, in order.
  public var years: [Int] { (steps.first.map { [$0.earlier] } ?? []) + steps.map(\.later) }

  /// What became of a parcel of one survey in a later one; itself in its own. Empty where a year has
  /// no survey, the years run backwards or the id is unknown.
  public func course(of id: String, in year: Int, to target: Int) -> Course {
    guard let start = years.firstIndex(of: year), let end = years.firstIndex(of: target),
      start <= end, isKnown(id, at: start)
    else { return Course(parcels: [], ended: []) }
    var front = [id: Way.start]
    var ended: [Relative] = []
    for step in start..<end {
      var next: [String: Way] = [:]
      for (current, way) in front.sorted(by: { $0.key < $1.key }) {
        let links = (forward[step][current] ?? []).filter { $0.later != nil }
        if links.isEmpty { ended.append(way.relative(current, year: years[step])) }
        for link in links {
          guard let later = link.later else { continue }
          next[later, default: .none].add(way, link, share: link.shareOfEarlier)
        }
      }
      front = next
    }
    return Course(
      parcels: Self.sorted(front.map { $1.relative($0, year: target) }),
      ended: Self.sorted(ended))
  }

  /// The parcels of all earlier surveys that a parcel came from, the latest survey first, within
  /// it the largest share first. Empty for new ground and unknown ids.
  public func origins(of id: String, in year: Int) -> [Relative] {
    guard let start = years.firstIndex(of: year) else { return [] }
    var front = [id: Way.start]
    var found: [Relative] = []
    for step in (0..<start).reversed() {
      var next: [String: Way] = [:]
      for (current, way) in front.sorted(by: { $0.key < $1.key }) {
        for link in backward[step][current] ?? [] {
          guard let earlier = link.earlier else { continue }
          next[earlier, default: .none].add(way, link, share: link.shareOfLater)
        }
      }
      found += Self.sorted(next.map { $1.relative($0, year: years[step]) })
      front = next
    }
    return found
  }

  /// The numbers that a parcel as a whole had in earlier surveys, the latest first: origins by
  /// successions only.
  public func numbers(of id: String, in year: Int) -> [Relative] {
    origins(of: id, in: year).filter(\.isSuccession)
  }

  private func isKnown(_ id: String, at survey: Int) -> Bool {
    (survey < steps.count && forward[survey][id] != nil)
      || (survey > 0 && backward[survey - 1][id] != nil)
  }

  private static func sorted(_ relatives: [Relative]) -> [Relative] {
    relatives.sorted {
      // Later years first, unknown shares last, then by id.
      ($1.year, $1.share ?? -1, $0.id) < ($0.year, $0.share ?? -1, $1.id)
    }
  }
}

/// All ways to a parcel so far.
private struct Way {
  var share: Double?
  var isSuccession: Bool

  static let start = Way(share: 1, isSuccession: true)
  static let none = Way(share: 0, isSuccession: false)

  mutating func add(_ way: Way, _ link: LineageLink, share part: Double) {
    if let known = share, let before = way.share, !link.isByNumberOnly {
      share = known + before * part
    } else {
      share = nil
    }
    isSuccession = isSuccession || (way.isSuccession && link.isSuccession)
  }

  func relative(_ id: String, year: Int) -> ParcelHistory.Relative {
    // Sums of shares may pass 1 by rounding, and where parcels overlap.
    ParcelHistory.Relative(
      year: year, id: id, share: share.map { min(1, $0) }, isSuccession: isSuccession)
  }
}
