import LandKit

/// Lots on the plane of the three-degree zone about 114° E, in metres from (38 500 000, 3 400 000),
/// as the ledger keeps them: degrees.
struct Lots {
  private(set) var ids: [String] = []
  private(set) var polygons = PolygonColumns<Geographic>()
  private let plane: GaussKruger

  init(meridian: Double = 114) { plane = GaussKruger(centralMeridian: meridian) }

  /// Adds a parcel of polygons, each of rings that are closed here.
  mutating func add(_ id: String, _ parts: [[[(Double, Double)]]]) {
    for rings in parts {
      for ring in rings {
        for point in ring + ring.prefix(1) {
          let position = plane.inverse(
            Coordinate(x: 500_000 + point.0, y: 3_400_000 + point.1))
          polygons.appendVertex(x: position.x, y: position.y)
        }
        polygons.endRing()
      }
      polygons.endPolygon()
    }
    polygons.endFeature()
    ids.append(id)
  }

  /// Adds a parcel of one ring.
  mutating func add(_ id: String, ring: [(Double, Double)]) { add(id, [[ring]]) }

  /// Adds a rectangle from its south-western corner.
  mutating func add(_ id: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    add(id, ring: Self.rectangle(x, y, width, height))
  }

  static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) -> [(Double, Double)] {
    [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
  }

  var ground: SurveyGround { SurveyGround(ids: ids, polygons: polygons) }
}

/// What a test expects of links: earlier, later and kind in one text, `A>B split`.
func words(_ links: [LineageLink]) -> [String] {
  links.map { "\($0.earlier ?? "")>\($0.later ?? "") \($0.kind.rawValue)" }
}

/// Matches lots drawn by two closures.
func lineage(_ earlier: (inout Lots) -> Void, _ later: (inout Lots) -> Void) -> SurveyLineage {
  var (a, b) = (Lots(), Lots())
  earlier(&a)
  later(&b)
  return ParcelMatching().match(a.ground, with: b.ground)
}
