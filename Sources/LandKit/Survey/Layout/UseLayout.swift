import LandCadastre
import LandGeometry

/// A polygon of land use (图斑); areas in m².
public struct UsePolygon: Hashable, Sendable {
  /// Its number, else `#index`.
  public var id: String
  /// Index of its feature, from 0.
  public var feature: Int
  /// The code of its use; nil where it has none.
  public var code: String?
  /// The name of its use, where the layer gives it.
  public var name: String?
  /// Area within the scope; nil where it cannot be overlaid.
  public var inside: Double?
  /// Area outside it; nil likewise.
  public var outside: Double?
  /// Whether the use is industry or storage; nil where the layer does not say, or in words unknown.
  public var isIndustrial: Bool?
}

/// Two polygons of a layout that share ground.
public struct UseOverlap: Hashable, Sendable {
  /// Index of the first polygon in the layout.
  public var first: Int
  /// Index of the other.
  public var second: Int
  /// m².
  public var area: Double
}

/// How the land within a scope is used, polygon by polygon; areas in m².
public struct UseLayout: Sendable {
  /// The file.
  public let file: String
  /// Area of the scope.
  public let scope: Double
  /// The polygons, in the order of their layer.
  public let polygons: [UsePolygon]
  /// Pairs that share more ground than noise, within the scope or not.
  public let overlaps: [UseOverlap]
  /// Pieces of the scope that no polygon holds, greater than noise, the largest first.
  public let gaps: [Double]
  /// All ground of the scope that no polygon holds; nil where one cannot be overlaid.
  public let gap: Double?
  /// Ground up to this area is drawing noise (ours).
  public let noiseArea: Double

  /// Sum of the polygons within the scope; nil where one cannot be overlaid.
  public var sum: Double? { total { _ in true } }

  /// Sum of the polygons less the scope.
  public var residual: Double? { sum.map { $0 - scope } }

  /// Whether the polygons make up the scope to 0.01 ha.
  public var addsUp: Bool? {
    sum.map { OfficialAreaCheck(statedHa: scope / 10_000, measured: $0).agrees }
  }

  /// Polygons with ground in the scope and no code.
  public var uncoded: [UsePolygon] { touching.filter { $0.code == nil } }

  /// Polygons with ground in the scope of which nobody knows whether they are industrial.
  public var undecided: [UsePolygon] { touching.filter { $0.isIndustrial == nil } }

  /// Polygons with more than noise on both sides of the boundary, or wholly outside.
  public var outside: [UsePolygon] { polygons.filter { ($0.outside ?? 0) > noiseArea } }

  /// Polygons that cannot be overlaid.
  public var unworkable: [UsePolygon] { polygons.filter { $0.inside == nil } }

  /// Whether there is no gap, no overlap and no polygon without code; nil where one cannot be
  /// overlaid.
  public var isComplete: Bool? {
    guard unworkable.isEmpty else { return nil }
    return gaps.isEmpty && overlaps.isEmpty && uncoded.isEmpty
  }

  /// Industrial land: known where every polygon in the scope is decided and they make up the scope
  /// to 0.01 ha, so that no land is left out or counted twice.
  public var industrial: Double? {
    guard undecided.isEmpty, isTight else { return nil }
    return total { $0.isIndustrial == true }
  }

  /// All land, under the same condition on gaps and overlaps.
  public var land: Double? { isTight ? sum : nil }

  private var touching: [UsePolygon] { polygons.filter { ($0.inside ?? 0) > noiseArea } }

  /// Gaps and overlaps are each 0.01 ha at the most.
  private var isTight: Bool {
    guard let gap, let residual else { return false }
    let limit = OfficialAreaCheck.tolerance * 10_000 + 1e-3
    // What polygons count twice is what they have too much beside the gaps.
    return gap <= limit && residual + gap <= limit
  }

  private func total(_ isMeant: (UsePolygon) -> Bool) -> Double? {
    var sum = 0.0
    for polygon in polygons {
      guard let inside = polygon.inside else { return nil }
      if isMeant(polygon) { sum += inside }
    }
    return sum
  }
}
