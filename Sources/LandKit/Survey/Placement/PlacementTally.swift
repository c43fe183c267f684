import LandGeometry
import LandProjection

/// How many features of a file have coordinates that cannot mean a place in its system. Tallies of
/// parts add up to that of the whole.
public struct PlacementTally: Sendable {
  /// Features whose coordinates look alike.
  private struct Group: Sendable {
    var count = 0
    var first: Int
    var firstID: String
  }
  /// Features with a geometry.
  public internal(set) var withGeometry = 0
  private var odd: [Magnitude: Group] = [:]

  /// Nothing counted yet.
  public init() {}

  mutating func add(_ magnitude: Magnitude, number: Int, id: String) {
    withGeometry += 1
    odd[magnitude, default: Group(first: number, firstID: id)].count += 1
  }

  /// Adds the tally of the next part of the file, which begins with the feature `offset`.
  public mutating func add(_ next: PlacementTally, offset: Int) {
    withGeometry += next.withGeometry
    for (magnitude, var group) in next.odd {
      if odd[magnitude] == nil {
        // A feature without an id goes by its number, which the part counted for itself.
        let isNumber = group.firstID == "#\(group.first)"
        group.first += offset
        if isNumber { group.firstID = "#\(group.first)" }
        odd[magnitude] = group
      } else {
        odd[magnitude]?.count += group.count
      }
    }
  }

  /// Why the file cannot be used: most of its features lie nowhere. It names what most of them look
  /// like, among equals what comes first.
  public func refusal(file: String, system: CoordinateSystem) -> SurveyError? {
    let count = odd.values.reduce(0) { $0 + $1.count }
    guard count * 2 > withGeometry,
      let (magnitude, group) = odd.max(by: {
        ($0.value.count, $1.value.first) < ($1.value.count, $0.value.first)
      })
    else { return nil }
    return .coordinates(
      file: file, magnitude, system: system, features: group.count, of: withGeometry,
      first: group.firstID)
  }
}
