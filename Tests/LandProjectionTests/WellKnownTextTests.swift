import LandGeometry
import LandProjection
import Testing

/// What files say of their system in well-known text.
@Suite("well-known text") struct WellKnownTextTests {
  private static func esri(
    _ name: String, _ datum: String, _ spheroid: String, _ a: String, _ f: String,
    method: String = "Gauss_Kruger", meridian: String = "114.0", easting: String = "38500000.0",
    scale: String = "1.0", unit: String = #"UNIT["Meter",1.0]"#
  ) -> String {
    """
    PROJCS["\(name)",GEOGCS["GCS_\(datum)",DATUM["D_\(datum)",\
    SPHEROID["\(spheroid)",\(a),\(f)]],PRIMEM["Greenwich",0.0],\
    UNIT["Degree",0.0174532925199433]],PROJECTION["\(method)"],\
    PARAMETER["False_Easting",\(easting)],PARAMETER["False_Northing",0.0],\
    PARAMETER["Central_Meridian",\(meridian)],PARAMETER["Scale_Factor",\(scale)],\
    PARAMETER["Latitude_Of_Origin",0.0],\(unit)]
    """
  }

  private static func cgcs(
    _ name: String, meridian: String, easting: String, method: String = "Gauss_Kruger",
    scale: String = "1.0"
  ) -> String {
    esri(
      name, "China_2000", "CGCS2000", "6378137.0", "298.257222101", method: method,
      meridian: meridian, easting: easting, scale: scale)
  }

  @Test(
    "Gauss–Krüger planes of CGCS2000, by parameters and not by name",
    arguments: [
      ("CGCS2000_3_Degree_GK_Zone_38", "114.0", "38500000.0", "EPSG:4526"),
      ("CGCS2000_3_Degree_GK_CM_114E", "114.0", "500000.0", "EPSG:4547"),
      ("CGCS2000_GK_Zone_20", "117.0", "20500000.0", "EPSG:4498"),
      ("whatever", "120.0", "40500000.0", "EPSG:4528"),
      ("某市独立坐标系", "114.25", "500000.0", "gk:114.25"),
    ])
  func planes(_ name: String, _ meridian: String, _ easting: String, _ expected: String) throws {
    for method in ["Gauss_Kruger", "Transverse_Mercator"] {
      let text = Self.cgcs(name, meridian: meridian, easting: easting, method: method)
      let system = try CoordinateSystem(name: text)
      #expect(system.name == expected)
      guard case .gaussKruger(let plane, _) = system else {
        Issue.record("no Gauss–Krüger plane")
        continue
      }
      #expect(plane.centralMeridian == Double(meridian))
      #expect(plane.falseEasting == Double(easting))
    }
  }

  @Test("longitude and latitude, Esri and OGC")
  func geographic() throws {
    let esri = """
      GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",\
      SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]]
      """
    #expect(try CoordinateSystem(name: esri).name == "EPSG:4490")
    let wgs = """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],\
      PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]
      """
    #expect(try CoordinateSystem(name: wgs).name == "EPSG:4326")
    let modern = """
      GEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",\
      ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],CS[ellipsoidal,2],\
      AXIS["latitude",north],AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433],\
      ID["EPSG",4490]]
      """
    #expect(try CoordinateSystem(name: modern).name == "EPSG:4490")
  }

  @Test("other projected systems by their code, else by their text")
  func registered() throws {
    let korea = """
      PROJCS["KGD2002_Central_Belt_2010",GEOGCS["KGD2002",DATUM["D_Korea_Geodetic_Datum_2002",\
      SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
      PARAMETER["False_Easting",200000.0],PARAMETER["False_Northing",600000.0],\
      PARAMETER["Central_Meridian",127.0],PARAMETER["Scale_Factor",1.0],\
      PARAMETER["Latitude_Of_Origin",38.0],UNIT["Meter",1.0]]
      """
    let system = try CoordinateSystem(name: korea)
    #expect(system.name == "KGD2002_Central_Belt_2010" && !system.isCGCS2000)
    let coded = korea.dropLast() + #",AUTHORITY["EPSG","5186"]]"#
    #expect(try CoordinateSystem(name: String(coded)).name == "EPSG:5186")
  }

  @Test(
    "old datums are refused by name, whatever their text calls them",
    arguments: [
      ("Xian_1980_3_Degree_GK_Zone_38", "Xian_1980", "Xian_1980", "6378140.0", "298.257"),
      ("Beijing_1954_3_Degree_GK_Zone_38", "Beijing_1954", "Krasovsky_1940", "6378245.0", "298.3"),
      ("local", "unknown", "Krasovsky_1940", "6378245.0", "298.3"),
    ])
  func oldDatums(
    _ name: String, _ datum: String, _ spheroid: String, _ a: String, _ f: String
  ) throws {
    let text = Self.esri(name, datum, spheroid, a, f)
    let error = #expect(throws: ProjectionError.self) { try CoordinateSystem(name: text) }
    let message = try #require(error?.message.zh)
    #expect(message.contains(a.hasPrefix("6378140") ? "1980西安坐标系" : "1954年北京坐标系"))
    #expect(error?.remedy.en.contains("--transform") == true)
  }

  @Test("a plane with another scale is no Gauss–Krüger plane but a projected system of its own")
  func scaled() throws {
    let text = Self.cgcs("UTM-like", meridian: "117.3", easting: "500000.0", scale: "0.9996")
    guard case .projected(let system) = try CoordinateSystem(name: text) else {
      Issue.record("no projected system")
      return
    }
    #expect(system.name == "UTM-like" && system.epsg == nil)
  }

  @Test("feet and nonsense are not taken for a plane in metres")
  func refused() {
    let feet = Self.esri(
      "feet", "China_2000", "CGCS2000", "6378137.0", "298.257222101",
      unit: #"UNIT["Foot_US",0.3048006096012192]"#)
    #expect(throws: ProjectionError.self) { try CoordinateSystem(name: feet) }
    // New York in US feet, by its code.
    #expect(throws: ProjectionError.self) { try CoordinateSystem(name: "EPSG:2263") }
    #expect(throws: ProjectionError.self) { try CoordinateSystem(name: #"PROJCS["cut off"#) }
    #expect(throws: ProjectionError.self) {
      try CoordinateSystem(name: #"LOCAL_CS["drawing",UNIT["m",1]]"#)
    }
  }
}

extension WellKnownTextTests {
  @Test("a system that only its text defines is taken off its plane as PROJ has it")
  func unprojected() throws {
    let text = """
      PROJCS["KGD2002_Central_Belt_2010",GEOGCS["KGD2002",DATUM["D_Korea_Geodetic_Datum_2002",\
      SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
      PARAMETER["False_Easting",200000.0],PARAMETER["False_Northing",600000.0],\
      PARAMETER["Central_Meridian",127.0],PARAMETER["Scale_Factor",1.0],\
      PARAMETER["Latitude_Of_Origin",38.0],UNIT["Meter",1.0]]
      """
    guard case .projected(let own) = try CoordinateSystem(name: text),
      case .projected(let registered) = try CoordinateSystem(epsg: 5186)
    else {
      Issue.record("no projected system")
      return
    }
    let point = Coordinate(x: 203_000, y: 545_000)
    let (a, b) = (try Unprojector(own)(point), try Unprojector(registered)(point))
    #expect((a.x - b.x).magnitude < 1e-12 && (a.y - b.y).magnitude < 1e-12)
    #expect((a.x - 127.034).magnitude < 0.01)
  }

  @Test("Web Mercator is refused under any name")
  func webMercator() {
    let text = """
      PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",\
      SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],\
      PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],\
      PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],\
      PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]
      """
    let error = #expect(throws: ProjectionError.self) { try CoordinateSystem(name: text) }
    #expect(error?.message.zh.contains("Web 墨卡托") == true)
  }
}
