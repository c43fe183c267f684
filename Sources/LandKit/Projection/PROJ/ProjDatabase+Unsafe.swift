// Unsafe because PROJ is a C library: its objects are pointers that must be destroyed once, and
// they may not be shared between threads. The two owners below are not copyable, so the compiler
// sees to both.

import CPROJ
import LandGeometry

/// A PROJ context that never goes to the network.
struct ProjContext: ~Copyable {
  let pointer: OpaquePointer

  init() throws(ProjectionError) {
    guard let pointer = proj_context_create() else {
      throw ProjectionError(
        kind: .component,
        message: Bilingual(zh: "PROJ 无法启动", en: "PROJ cannot be started"),
        remedy: Bilingual(zh: "请检查 PROJ 的安装", en: "check the installation of PROJ"))
    }
    self.pointer = pointer
    proj_context_set_enable_network(pointer, 0)
    proj_log_level(pointer, PJ_LOG_NONE)
  }

  deinit { proj_context_destroy(pointer) }
}

/// Looks systems up in PROJ's database.
public enum ProjDatabase {
  /// The version of the PROJ library, `9.1.1`.
  public static var version: String { String(cString: proj_info().release) }

  /// Fails with exit status 69 and the searched paths when the database cannot be opened.
  public static func check() throws(ProjectionError) {
    let context = try ProjContext()
    guard proj_context_get_database_path(context.pointer) != nil,
      let object = proj_create(context.pointer, "EPSG:4490")
    else {
      let searched = proj_info().searchpath.map { String(cString: $0) } ?? ""
      throw ProjectionError(
        kind: .component,
        message: Bilingual(
          zh: "找不到 PROJ 数据库 proj.db(搜索路径:\(searched))",
          en: "PROJ's database proj.db was not found (searched: \(searched))"),
        remedy: Bilingual(
          zh:
            "安装 proj-data(apt-get install proj-data),或把环境变量 PROJ_DATA 设为 proj.db 所在目录;CGCS2000 数据不需要它",
          en:
            "install proj-data (apt-get install proj-data) or set PROJ_DATA to the folder of proj.db; CGCS2000 data do not need it"
        ))
    }
    proj_destroy(object)
  }

  /// Name and definition of a system of the EPSG registry; the definition is well-known text of
  /// the first kind (OGC 01-009), which GeoPackage and most desktop programs read.
  public static func definition(
    epsg: Int
  ) throws(ProjectionError) -> (name: String, wellKnownText: String) {
    try check()
    let context = try ProjContext()
    guard let object = proj_create(context.pointer, "EPSG:\(epsg)") else { throw noCode(epsg) }
    defer { proj_destroy(object) }
    // The texts belong to the object.
    let text = "MULTILINE=NO".withCString { option in
      proj_as_wkt(context.pointer, object, PJ_WKT1_GDAL, [option, nil])
    }
    guard let name = proj_get_name(object), let text else {
      throw ProjectionError(
        message: Bilingual(
          zh: "EPSG:\(epsg) 不能写成 WKT", en: "EPSG:\(epsg) cannot be written as WKT"),
        remedy: Bilingual(zh: "请改用投影或大地坐标系", en: "use a projected or geographic system"))
    }
    return (String(cString: name), String(cString: text))
  }

  private static func noCode(_ epsg: Int) -> ProjectionError {
    ProjectionError(
      message: Bilingual(zh: "EPSG 中没有 \(epsg)", en: "the EPSG registry has no \(epsg)"),
      remedy: Bilingual(zh: "请核对坐标系代号", en: "check the code of the coordinate system"))
  }

  static func system(epsg: Int) throws(ProjectionError) -> CoordinateSystem {
    try check()
    let context = try ProjContext()
    guard let object = proj_create(context.pointer, "EPSG:\(epsg)") else { throw noCode(epsg) }
    defer { proj_destroy(object) }
    let name = String(cString: proj_get_name(object))
    guard let ellipsoidObject = proj_get_ellipsoid(context.pointer, object) else {
      throw ProjectionError(
        message: Bilingual(zh: "EPSG:\(epsg) 不是平面或大地坐标系", en: "EPSG:\(epsg) has no ellipsoid"),
        remedy: Bilingual(zh: "请改用投影或大地坐标系", en: "use a projected or geographic system"))
    }
    defer { proj_destroy(ellipsoidObject) }
    var a = 0.0
    var b = 0.0
    var computed: Int32 = 0
    var inverse = 0.0
    proj_ellipsoid_get_parameters(
      context.pointer, ellipsoidObject, &a, &b, &computed, &inverse)
    let ellipsoid = Ellipsoid(
      semiMajorAxis: a, inverseFlattening: inverse == 0 ? .infinity : inverse)
    switch proj_get_type(object) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS:
      return .geographic(epsg: epsg, ellipsoid)
    case PJ_TYPE_PROJECTED_CRS:
      var factor = 0.0
      if let axes = ProjObject(proj_crs_get_coordinate_system(context.pointer, object)) {
        proj_cs_get_axis_info(
          context.pointer, axes.pointer, 0, nil, nil, nil, &factor, nil, nil, nil)
      }
      guard factor == 1 else {
        throw ProjectionError(
          message: Bilingual(
            zh: "EPSG:\(epsg)(\(name))的坐标单位不是米",
            en: "the coordinates of EPSG:\(epsg) (\(name)) are not in metres"),
          remedy: Bilingual(
            zh: "请先转换到以米为单位的坐标系", en: "convert the data to a system in metres first"))
      }
      return .projected(
        ProjectedSystem(
          epsg: epsg, name: name, ellipsoid: ellipsoid, definition: "EPSG:\(epsg)"))
    default:
      throw ProjectionError(
        message: Bilingual(
          zh: "EPSG:\(epsg)(\(name))不是投影或大地坐标系",
          en: "EPSG:\(epsg) (\(name)) is neither a projected nor a geographic system"),
        remedy: Bilingual(zh: "请改用投影或大地坐标系", en: "use a projected or geographic system"))
    }
  }
}

/// Turns coordinates of a projected system into longitude and latitude on its own datum: an
/// inverse projection, never a datum shift. One belongs to one worker.
public struct Unprojector: ~Copyable {
  private let context: ProjContext
  private let transformation: OpaquePointer

  /// An inverse projection for a system.
  public init(_ system: ProjectedSystem) throws(ProjectionError) {
    let context = try ProjContext()
    let failure = ProjectionError(
      kind: .component,
      message: Bilingual(
        zh: "PROJ 无法建立 \(system.name) 的反投影",
        en: "PROJ cannot make the inverse projection of \(system.name)"),
      remedy: Bilingual(zh: "请检查 PROJ 的安装", en: "check the installation of PROJ"))
    guard let crs = proj_create(context.pointer, system.definition) else { throw failure }
    defer { proj_destroy(crs) }
    guard let base = proj_crs_get_geodetic_crs(context.pointer, crs) else { throw failure }
    defer { proj_destroy(base) }
    // The base system is on the same datum, so there is nothing for a ballpark to bridge.
    guard let raw = proj_create_crs_to_crs_from_pj(context.pointer, crs, base, nil, nil) else {
      throw failure
    }
    defer { proj_destroy(raw) }
    // Always east, north and longitude, latitude, whatever order the registry states.
    guard let normalised = proj_normalize_for_visualization(context.pointer, raw) else {
      throw failure
    }
    self.context = context
    transformation = normalised
  }

  deinit { proj_destroy(transformation) }

  /// Longitude and latitude in degrees on the system's own datum; infinite where undefined.
  public func callAsFunction(_ point: Coordinate) -> Coordinate {
    let result = proj_trans(transformation, PJ_FWD, proj_coord(point.x, point.y, 0, 0)).xy
    return Coordinate(x: result.x, y: result.y)
  }
}
