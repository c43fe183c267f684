import Foundation
import LandGeometry
import LandLayers
import LandProjection
import LandTestSupport

/// Parcels of the real places among the fixtures, as drawn and on the plane of their zone, with
/// those next to each.
public struct RealPlaces: Sendable {
  private var drawn = PolygonColumns<Geographic>()
  private var plane = PolygonColumns<Plane>()
  private var near: [[Int]] = []

  /// Reads the places.
  public init() throws {
    for name in ["bubenec_plots", "seoul_nonhyeon_parcels"] {
      let file = fixtures.appendingPathComponent("places/\(name).geojson")
      let layer = try GeoJSONReader.readLayer(try SourceBytes.open(file.path))
      let columns = layer.geometry.placed(in: Geographic.self)
      let box = columns.envelope(of: 0)
      let projection = GaussKruger(
        centralMeridian: GaussKruger.centralMeridian(forLongitude: box.minX))
      let first = drawn.featureCount
      drawn.append(columns)
      for feature in 0..<columns.featureCount {
        for polygon in columns.polygons(of: feature) {
          for ring in columns.rings(of: polygon) {
            projection.forward(columns, columns.vertices(of: ring), appendingTo: &plane)
            plane.endRing()
          }
          plane.endPolygon()
        }
        plane.endFeature()
      }
      let boxes = (first..<drawn.featureCount).map { plane.envelope(of: $0) }
      for a in boxes {
        near.append(boxes.indices.filter { boxes[$0].intersects(a) }.map { first + $0 })
      }
    }
  }

  /// Two neighbours, every number off by at most a unit in the last place, in degrees or metres.
  func perturbed(_ random: inout SeededGenerator) -> MadeCase {
    let a = Int.random(in: 0..<near.count, using: &random)
    let b = near[a].randomElement(using: &random) ?? a
    if Bool.random(using: &random) {
      return MadeCase(a: rings(a, drawn, &random), b: rings(b, drawn, &random))
    }
    return MadeCase(a: rings(a, plane, &random), b: rings(b, plane, &random))
  }

  private func rings<Space>(
    _ feature: Int, _ columns: PolygonColumns<Space>, _ random: inout SeededGenerator
  ) -> [[Ring]] {
    columns.polygons(of: feature).map { polygon in
      columns.rings(of: polygon).map { ring in
        closed(
          columns.vertices(of: ring).dropLast().map {
            Coordinate(x: columns.x[$0], y: columns.y[$0]).nudged(1, &random)
          })
      }
    }
  }
}
