import GRDB
import LandGeometry
import LandProjection
import LandTopology

/// The libraries that are part of the running program. Each is made to work once, because a version
/// alone says little.
enum LibraryChecks {
  /// GEOS, PROJ with its database, SQLite.
  static func all() -> [HealthCheck] { [geos(), proj(), projDatabase(), sqlite()] }

  private static func geos() -> HealthCheck {
    var check = HealthCheck(
      id: "geos", name: Bilingual(zh: "GEOS", en: "GEOS"), state: .ok, isNecessary: true,
      oldest: "3.11",
      purpose: Bilingual(zh: "图形有效性、叠加", en: "validity and overlays"),
      remedy: "sudo apt-get install libgeos-c1v5")
    check.set(version: VersionNumber(in: GEOSContext.geosVersion))
    var square = PolygonColumns<Plane>()
    square.appendPolygon([
      [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Coordinate(x: $0.0, y: $0.1) }
    ])
    square.endFeature()
    do throws(TopologyError) {
      let context = try GEOSContext()
      if try context.validity(of: 0, in: square) != .valid { check.state = .unusable }
    } catch {
      check.state = .unusable
      check.reason = Bilingual(zh: error.message, en: error.message)
    }
    return check
  }

  private static func proj() -> HealthCheck {
    var check = HealthCheck(
      id: "proj", name: Bilingual(zh: "PROJ", en: "PROJ"), state: .ok, isNecessary: true,
      oldest: "9.1",
      purpose: Bilingual(zh: "坐标系、测地面积", en: "coordinate systems, geodesic areas"),
      remedy: "sudo apt-get install libproj25")
    check.set(version: VersionNumber(in: ProjDatabase.version))
    return check
  }

  private static func projDatabase() -> HealthCheck {
    var check = HealthCheck(
      id: "proj_database", name: Bilingual(zh: "PROJ 数据库 proj.db", en: "PROJ's database proj.db"),
      state: .ok, isNecessary: true,
      purpose: Bilingual(
        zh: "CGCS2000 以外的坐标系、GeoPackage", en: "systems other than CGCS2000, GeoPackage"),
      remedy: "sudo apt-get install proj-data")
    do throws(ProjectionError) { check.place = try ProjDatabase.location() } catch {
      check.state = .missing
      check.reason = error.message
    }
    return check
  }

  private static func sqlite() -> HealthCheck {
    var check = HealthCheck(
      id: "sqlite", name: Bilingual(zh: "SQLite", en: "SQLite"), state: .ok, isNecessary: true,
      purpose: Bilingual(zh: "台账、GeoPackage", en: "ledger, GeoPackage"),
      remedy: "sudo apt-get install libsqlite3-0")
    do {
      // In memory: no file is touched. GeoPackage needs the R*Tree module.
      let version = try DatabaseQueue().write { database in
        try database.execute(sql: "CREATE VIRTUAL TABLE boxes USING rtree(id, minx, maxx)")
        return try String.fetchOne(database, sql: "SELECT sqlite_version()")
      }
      check.set(version: version.flatMap { VersionNumber(in: $0) })
    } catch {
      check.state = .unusable
      check.reason = Bilingual(zh: "\(error)", en: "\(error)")
    }
    return check
  }
}

extension HealthCheck {
  /// Notes a version and holds it against the oldest that landctl is tested with.
  mutating func set(version: VersionNumber?) {
    self.version = version?.text
    guard let version, let oldest = oldest.flatMap({ VersionNumber(in: $0) }) else { return }
    if version < oldest { state = .tooOld }
  }
}
