import LandGeometry
import LandProjection

/// Puts features given in longitude and latitude onto the plane of their own three-degree zone.
struct GeographicTools {
  private let ellipsoidal: EllipsoidalArea
  private let geodesic: GeodesicArea
  private let ellipsoid: Ellipsoid

  init(ellipsoid: Ellipsoid, exact: Bool) {
    self.ellipsoid = ellipsoid
    ellipsoidal = EllipsoidalArea(ellipsoid: ellipsoid)
    geodesic = GeodesicArea(ellipsoid: ellipsoid, exact: exact)
  }

  /// Appends feature `feature` to the plane and takes its measures; `row.box` is the box of the
  /// feature as drawn, whose middle chooses the zone.
  func place(
    _ feature: Int, _ columns: borrowing PolygonColumns<Geographic>, wantsEllipsoid: Bool,
    onto plane: inout PolygonColumns<Plane>, measures row: inout MeasuredRow
  ) {
    row.meridian = GaussKruger.centralMeridian(
      forLongitude: row.box.minX / 2 + row.box.maxX / 2)
    let projection = ZonePlanes.projection(meridian: row.meridian, ellipsoid: ellipsoid)
    for polygon in columns.polygons(of: feature) {
      for ring in columns.rings(of: polygon) {
        projection.forward(columns, columns.vertices(of: ring), appendingTo: &plane)
        plane.endRing()
      }
      plane.endPolygon()
    }
    plane.endFeature()
    finish(plane: &plane, row: &row)
    if wantsEllipsoid {
      row.ellipsoidalArea = ellipsoidal.area(of: feature, in: columns)
      row.geodesicArea = geodesic.area(of: feature, in: columns)
    }
    // A feature wider than its zone and a margin of a tenth of a degree.
    let reach = max(row.box.maxX - row.meridian, row.meridian - row.box.minX)
    if reach > 1.6 { row.meridianDistance = (reach, 1.6) }
  }
}

/// Takes features that lie on a plane already.
struct PlaneTools: ~Copyable {
  private let system: CoordinateSystem
  private let ellipsoidal: EllipsoidalArea
  private let geodesic: GeodesicArea
  private let unprojector: Unprojector?

  init(_ system: CoordinateSystem, exact: Bool) {
    self.system = system
    let ellipsoid = system.ellipsoid ?? .cgcs2000
    ellipsoidal = EllipsoidalArea(ellipsoid: ellipsoid)
    geodesic = GeodesicArea(ellipsoid: ellipsoid, exact: exact)
    if case .projected(let projected) = system {
      unprojector = try? Unprojector(projected)
    } else {
      unprojector = nil
    }
  }

  /// Longitude and latitude of a position on the plane; nil where the plane has none.
  borrowing func unproject(_ point: Coordinate) -> Coordinate? {
    switch system {
    case .gaussKruger(let plane, _): return plane.inverse(point)
    case .projected:
      switch unprojector {
      case .some(let unprojector):
        let position = unprojector(point)
        return position.x.isFinite && position.y.isFinite ? position : nil
      case .none: return nil
      }
    case .geographic, .unknownPlane: return nil
    }
  }

  borrowing func place(
    _ feature: Int, _ columns: borrowing PolygonColumns<Plane>, wantsEllipsoid: Bool,
    onto plane: inout PolygonColumns<Plane>, measures row: inout MeasuredRow
  ) {
    plane.appendFeature(feature, of: copy columns)
    if wantsEllipsoid, let centre = unproject(row.box.centre) {
      if case .gaussKruger(let projection, let epsg) = system {
        let sixDegrees = (4491...4512).contains(epsg ?? 0)
        let limit = sixDegrees ? 3.1 : 1.6
        let distance = (centre.x - projection.centralMeridian).magnitude
        if distance > limit { row.meridianDistance = (distance, limit) }
      }
      do throws(NoPosition) {
        row.ellipsoidalArea = try ellipsoidal.area(of: feature, in: columns) {
          point throws(NoPosition) in
          guard let position = unproject(point) else { throw NoPosition() }
          return position
        }
        var geographic = PolygonColumns<Geographic>()
        for polygon in columns.polygons(of: feature) {
          for ring in columns.rings(of: polygon) {
            for vertex in columns.vertices(of: ring) {
              guard let p = unproject(Coordinate(x: columns.x[vertex], y: columns.y[vertex]))
              else { throw NoPosition() }
              geographic.appendVertex(x: p.x, y: p.y)
            }
            geographic.endRing()
          }
          geographic.endPolygon()
        }
        geographic.endFeature()
        row.geodesicArea = geodesic.area(of: 0, in: geographic)
      } catch {
        row.ellipsoidalArea = .nan
        row.geodesicArea = .nan
      }
    }
    if case .gaussKruger(let projection, _) = system { row.meridian = projection.centralMeridian }
    finish(plane: &plane, row: &row)
  }

  private struct NoPosition: Error {}
}

/// Turns the last feature's rings and takes its plane measures.
private func finish(plane: inout PolygonColumns<Plane>, row: inout MeasuredRow) {
  let last = plane.featureCount - 1
  row.planarArea = plane.orientInteriorLeft(feature: last)
  row.planeBox = plane.envelope(of: last)
}

/// The three-degree planes, made once.
enum ZonePlanes {
  private static let cgcs2000: [GaussKruger] = (-60...60).map {
    GaussKruger(centralMeridian: Double(3 * $0))
  }

  /// The plane without zone number about a meridian.
  static func projection(meridian: Double, ellipsoid: Ellipsoid) -> GaussKruger {
    let index = Int(meridian) / 3 + 60
    if ellipsoid == .cgcs2000, cgcs2000.indices.contains(index) { return cgcs2000[index] }
    return GaussKruger(centralMeridian: meridian, ellipsoid: ellipsoid)
  }
}
