import LandCadastre
import LandGeometry
import LandProjection
import LandTopology

/// The plane that the supply of a zone is accounted on.
public struct SupplyPlane: Sendable {
  /// Central meridian in degrees; NaN for a plane of no known meridian.
  public let meridian: Double
  /// The projection; nil for other planes, whose positions are not turned into degrees.
  public let projection: GaussKruger?

  /// The zone's own three-degree plane, by the middle of its scope; the plane of its file where the
  /// scope is in metres already.
  init(of scope: MeasuredLayer, system: CoordinateSystem) {
    switch system {
    case .geographic(_, let ellipsoid):
      var box = Envelope.empty
      for feature in scope.sourceBox { box.include(feature) }
      meridian = GaussKruger.centralMeridian(forLongitude: box.centre.x)
      projection = ZonePlanes.projection(meridian: meridian, ellipsoid: ellipsoid)
    case .gaussKruger(let plane, _):
      meridian = plane.centralMeridian
      projection = plane
    case .projected, .unknownPlane:
      meridian = .nan
      projection = nil
    }
  }

  /// Polygons of the plane in longitude and latitude, for GeoJSON; nil where the plane has none.
  public func degrees(_ columns: PolygonColumns<Plane>) -> PolygonColumns<Geographic>? {
    projection.map { columns.mapped(to: Geographic.self, $0.inverse) }
  }
}

/// The features of one layer on the zone's plane, found by their boxes.
struct SupplyGround: Sendable {
  /// The layer's name in the zone file.
  let name: String
  /// The file.
  let file: String
  /// The ground of each feature.
  let plane: PolygonColumns<Plane>
  /// Whether a feature can be overlaid.
  let isWorkable: [Bool]
  /// What was found while measuring.
  let findings: [Finding]
  private let index: PackedIndex
  /// Features that cannot be overlaid, each with its box; an empty box may lie anywhere.
  private let unworkable: [(feature: Int, box: Envelope)]

  init(_ name: String, _ measured: MeasuredLayer, file: String, meridian: Double) {
    self.name = name
    self.file = file
    var plane = PolygonColumns<Plane>()
    for feature in 0..<measured.count {
      if let moved = measured.moved(feature, toMeridian: meridian) {
        plane.append(moved)
      } else {
        plane.appendFeature(feature, of: measured.plane)
      }
    }
    self.plane = plane
    findings = measured.findings
    isWorkable = (0..<measured.count).map(measured.isWorkable)
    let boxes = (0..<measured.count).map(plane.envelope)
    index = PackedIndex(zip(boxes, isWorkable).map { $1 ? $0 : .empty })
    unworkable = zip(boxes, isWorkable).enumerated().compactMap { feature, entry in
      entry.1 ? nil : (feature, entry.0)
    }
  }

  /// The features that can be overlaid and whose boxes meet a box, in the order of the file.
  func features(near box: Envelope, where chosen: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var stack: [UInt32] = []
    index.query(box, stack: &stack) { if chosen($0) { found.append($0) } }
    return found.sorted()
  }

  /// The features that may hold ground in a box and cannot be overlaid.
  func unworkable(near box: Envelope, where chosen: (Int) -> Bool) -> [Int] {
    unworkable.compactMap { feature, own in
      chosen(feature) && (own.isEmpty || own.intersects(box)) ? feature : nil
    }
  }
}
