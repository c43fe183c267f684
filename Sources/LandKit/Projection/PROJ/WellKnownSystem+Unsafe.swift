// Unsafe because PROJ is a C library: its objects are pointers that must be destroyed once. Each is
// owned by a `ProjObject`, which is not copyable.

import CPROJ
import LandGeometry

/// An object of PROJ's, destroyed with its owner.
struct ProjObject: ~Copyable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  deinit { proj_destroy(pointer) }

  var type: PJ_TYPE { proj_get_type(pointer) }
  var name: String { proj_get_name(pointer).map { String(cString: $0) } ?? "" }
}

/// What well-known text says of a coordinate system, by PROJ: the text of Esri's `.prj` files, of
/// OGC 01-009 (WKT 1) and of ISO 19162 (WKT 2).
struct WellKnownSystem: Sendable {
  /// What kind of system it is.
  enum Kind: Hashable, Sendable {
    case geographic
    case projected
    /// A drawing's own axes.
    case local
    case other
  }

  /// Its name in the text.
  var name: String
  /// Its kind; of a system with heights, that of its plane part.
  var kind: Kind
  /// The code of the EPSG registry that the text itself gives.
  var epsg: Int?
  /// The name of its datum.
  var datum = ""
  /// Its ellipsoid.
  var ellipsoid: Ellipsoid?
  /// Parameters of a transverse Mercator projection whose latitude of origin and false northing
  /// are 0 and whose scale is 1; nil for any other.
  var gaussKruger: (meridian: Double, falseEasting: Double)?
  /// The code of its projection's method in the registry, `9807`; empty where there is none.
  var method = ""
  /// Metres of one unit of its axes; nil where that is an angle.
  var metresPerUnit: Double?

  /// Reads a text; nil where PROJ cannot read it as a coordinate system.
  init?(_ text: String) throws(ProjectionError) {
    try ProjDatabase.check()
    let context = try ProjContext()
    guard var object = ProjObject(proj_create(context.pointer, text)) else { return nil }
    // A system with heights, or one with a shift to WGS 84, holds the plane one; the shift is
    // never used.
    for _ in 0..<4 {
      switch object.type {
      case PJ_TYPE_COMPOUND_CRS:
        guard let part = ProjObject(proj_crs_get_sub_crs(context.pointer, object.pointer, 0))
        else { return nil }
        object = part
      case PJ_TYPE_BOUND_CRS:
        guard let part = ProjObject(proj_get_source_crs(context.pointer, object.pointer)) else {
          return nil
        }
        object = part
      default: break
      }
    }
    name = object.name
    switch object.type {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: kind = .geographic
    case PJ_TYPE_PROJECTED_CRS: kind = .projected
    case PJ_TYPE_ENGINEERING_CRS: kind = .local
    default: kind = .other
    }
    guard kind == .geographic || kind == .projected else { return }
    epsg = Self.code(of: object)
    readDatum(object, context)
    if kind == .projected { readProjection(object, context) }
  }

  /// The registry's code that the text gives.
  private static func code(of object: borrowing ProjObject) -> Int? {
    guard let authority = proj_get_id_auth_name(object.pointer, 0),
      String(cString: authority) == "EPSG", let text = proj_get_id_code(object.pointer, 0)
    else { return nil }
    return Int(String(cString: text))
  }

  private mutating func readDatum(
    _ object: borrowing ProjObject, _ context: borrowing ProjContext
  ) {
    if let datum = ProjObject(proj_crs_get_datum_forced(context.pointer, object.pointer)) {
      self.datum = datum.name
    }
    guard let ellipsoid = ProjObject(proj_get_ellipsoid(context.pointer, object.pointer)) else {
      return
    }
    var (a, b, inverse, computed) = (0.0, 0.0, 0.0, Int32(0))
    proj_ellipsoid_get_parameters(
      context.pointer, ellipsoid.pointer, &a, &b, &computed, &inverse)
    self.ellipsoid = Ellipsoid(
      semiMajorAxis: a, inverseFlattening: inverse == 0 ? .infinity : inverse)
  }

  private mutating func readProjection(
    _ object: borrowing ProjObject, _ context: borrowing ProjContext
  ) {
    if let axes = ProjObject(proj_crs_get_coordinate_system(context.pointer, object.pointer)) {
      var factor = 0.0
      if proj_cs_get_axis_info(
        context.pointer, axes.pointer, 0, nil, nil, nil, &factor, nil, nil, nil) == 1
      {
        metresPerUnit = factor
      }
    }
    guard
      let conversion = ProjObject(proj_crs_get_coordoperation(context.pointer, object.pointer))
    else { return }
    var (authority, code, method):
      (UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?)
    proj_coordoperation_get_method_info(
      context.pointer, conversion.pointer, &method, &authority, &code)
    self.method = code.map { String(cString: $0) } ?? ""
    // 9807 is Transverse Mercator in the registry.
    guard self.method == "9807" else { return }
    var found: [String: Double] = [:]
    for index in 0..<proj_coordoperation_get_param_count(context.pointer, conversion.pointer) {
      var (code, value, factor): (UnsafePointer<CChar>?, Double, Double) = (nil, 0, 1)
      proj_coordoperation_get_param(
        context.pointer, conversion.pointer, index, nil, nil, &code, &value, nil, &factor, nil,
        nil, nil, nil)
      guard let code else { continue }
      // Angles come in the unit of the text; the factor takes them to radians, lengths to metres.
      found[String(cString: code)] =
        ["8801", "8802"].contains(String(cString: code))
        ? Trigonometry.wholeDegrees(value * factor) : value * factor
    }
    // 8801 latitude of origin, 8802 longitude of origin, 8805 scale, 8806 and 8807 false easting and
    // northing.
    guard found["8801"] == 0, found["8805"] == 1, found["8807"] == 0,
      let meridian = found["8802"], let easting = found["8806"]
    else { return }
    gaussKruger = (meridian, easting)
  }

}

extension Trigonometry {
  /// Radians to degrees, as the text had them: twelve decimals are more than any text has.
  fileprivate static func wholeDegrees(_ radians: Double) -> Double {
    let degrees = radians / radiansPerDegree
    return (degrees * 1e12).rounded() / 1e12
  }
}
