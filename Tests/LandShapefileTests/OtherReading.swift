import LandGeometry
import LandLayers
import LandTestSupport

/// The features of a file as GDAL reads them, with all digits.
func readByGDAL(_ path: String, _ options: [String] = []) throws -> FeatureLayer {
  let run = try Extras.run(
    ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", path, "-lco", "SIGNIFICANT_FIGURES=17"] + options)
  return try GeoJSONReader.readLayer(SourceBytes(name: path, bytes: Array(run.text.utf8)))
}

/// A polygon as its rings, the holes in an order of their own: what is said of it does not depend on
/// the order in which a reader finds them.
struct ComparedPolygon: Hashable {
  var exterior: [Coordinate]
  var holes: Set<[Coordinate]>

  init(_ rings: [[Coordinate]]) {
    exterior = rings.first ?? []
    holes = Set(rings.dropFirst())
  }
}

extension FeatureLayer {
  /// The polygons of a feature as rings of vertices.
  func polygons(_ feature: Int) -> [[[Coordinate]]] {
    geometry.polygons(of: feature).map { polygon in
      geometry.rings(of: polygon).map { ring in
        geometry.vertices(of: ring).map { Coordinate(x: geometry.x[$0], y: geometry.y[$0]) }
      }
    }
  }

  /// The values of a feature in the order of the columns.
  func values(_ feature: Int) -> [AttributeValue] {
    attributes.names.indices.map { attributes.value(row: feature, column: $0) }
  }

  /// What differs from GDAL's reading of the same file; nothing where both are the same bit for bit.
  func differences(from other: FeatureLayer) -> [String] {
    if featureCount != other.featureCount {
      return ["\(featureCount) features, \(other.featureCount)"]
    }
    var found: [String] = []
    for feature in 0..<featureCount {
      let ours = Set(polygons(feature).map(ComparedPolygon.init))
      if ours != Set(other.polygons(feature).map(ComparedPolygon.init)) {
        found.append("shape \(feature)")
      }
      for (name, value) in zip(attributes.names, values(feature)) {
        let theirs = other.attributes.column(named: name).map {
          other.attributes.value(row: feature, column: $0)
        }
        if !Self.same(value, theirs) {
          found.append("\(feature) \(name): \(value), \(theirs as Any)")
        }
      }
    }
    return found
  }

  /// GDAL writes numbers with other digits, days with other signs between their parts, and truth as
  /// the letter of the file.
  private static func same(_ ours: AttributeValue, _ theirs: AttributeValue?) -> Bool {
    switch (ours, theirs) {
    case (.number(let a, _), .number(let b, _)?): a == b
    case (.text(let a), .text(let b)?): a == b.replacing("/", with: "-") || a == b
    case (.boolean(let a), .text(let b)?): b == (a ? "T" : "F")
    default: ours == theirs
    }
  }
}
