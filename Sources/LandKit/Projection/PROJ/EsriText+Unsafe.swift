// Unsafe because PROJ is a C library; texts that it hands out belong to its objects and are copied at
// once.

import CPROJ
import LandGeometry

extension CoordinateSystem {
  /// The system as well-known text of Esri's kind, which `.prj` files hold; nil for a plane of no
  /// known system.
  public func esriText() throws(ProjectionError) -> String? {
    switch self {
    case .unknownPlane: return nil
    case .gaussKruger(let plane, nil):
      // A city system stands on an ellipsoid of its own where it has a projection height, which no
      // text tells.
      guard plane.ellipsoid == .cgcs2000 else { return nil }
      return """
        PROJCS["CGCS2000_GK_CM_\(plane.centralMeridian)",\
        GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",\
        SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
        UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],\
        PARAMETER["False_Easting",\(plane.falseEasting)],PARAMETER["False_Northing",0.0],\
        PARAMETER["Central_Meridian",\(plane.centralMeridian)],PARAMETER["Scale_Factor",1.0],\
        PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """
    case .geographic(let code, _): return try Self.esriText("EPSG:\(code)")
    case .gaussKruger(_, let code?): return try Self.esriText("EPSG:\(code)")
    case .projected(let system): return try Self.esriText(system.definition)
    }
  }

  private static func esriText(_ definition: String) throws(ProjectionError) -> String? {
    try ProjDatabase.check()
    let context = try ProjContext()
    guard let object = ProjObject(proj_create(context.pointer, definition)) else { return nil }
    let text = "MULTILINE=NO".withCString { option in
      proj_as_wkt(context.pointer, object.pointer, PJ_WKT1_ESRI, [option, nil])
    }
    return text.map { String(cString: $0) }
  }
}
