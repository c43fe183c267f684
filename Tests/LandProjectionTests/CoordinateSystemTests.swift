import Foundation
import LandGeometry
import LandProjection
import LandTestSupport
import Testing

@Suite("Coordinate systems") struct CoordinateSystemTests {
  private func plane(_ system: CoordinateSystem?) -> (GaussKruger, Int?)? {
    guard case .gaussKruger(let plane, let epsg) = system else { return nil }
    return (plane, epsg)
  }

  @Test("the planes of CGCS2000 by their codes")
  func planes() throws {
    // First and last code of each range, central meridian, zone number in the easting.
    let ranges: [(ClosedRange<Int>, Double, Double, Int?)] = [
      (4491...4501, 75, 6, 13), (4502...4512, 75, 6, nil),
      (4513...4533, 75, 3, 25), (4534...4554, 75, 3, nil),
    ]
    for (codes, first, step, zone) in ranges {
      for (k, code) in codes.enumerated() {
        let (plane, epsg) = try #require(plane(try CoordinateSystem(epsg: code)))
        #expect(epsg == code && plane.centralMeridian == first + step * Double(k))
        #expect(
          plane.falseEasting == 500_000 + (zone.map { Double(($0 + k) * 1_000_000) } ?? 0))
        #expect(try CoordinateSystem(epsg: code).name == "EPSG:\(code)")
      }
      #expect(first + step * Double(codes.count - 1) == 135)
    }
    #expect(CoordinateSystem.cgcs2000Plane(epsg: 4490) == nil)
    #expect(CoordinateSystem.cgcs2000Plane(epsg: 4555) == nil)
    for meridian in stride(from: 75.0, through: 135, by: 3) {
      let code = try #require(CoordinateSystem.threeDegreeCode(centralMeridian: meridian))
      #expect(plane(try CoordinateSystem(epsg: code))?.0.centralMeridian == meridian)
      #expect(plane(try CoordinateSystem(epsg: code))?.0.falseEasting == 500_000)
    }
    #expect(CoordinateSystem.threeDegreeCode(centralMeridian: 72) == nil)
    #expect(CoordinateSystem.threeDegreeCode(centralMeridian: 138) == nil)
  }

  @Test("the meridian for a longitude; the border belongs to the eastern zone")
  func meridians() {
    for (longitude, meridian) in [
      (114, 114), (115.499, 114), (115.5, 117), (112.5, 114), (112.499, 111), (73.5, 75),
    ] as [(Double, Double)] {
      #expect(GaussKruger.centralMeridian(forLongitude: longitude) == meridian)
    }
  }

  @Test("names as files write them")
  func names() throws {
    for name in [
      "EPSG:4490", "epsg:4490", "4490", "urn:ogc:def:crs:EPSG::4490",
      "urn:ogc:def:crs:EPSG:9.9:4490",
      "http://www.opengis.net/def/crs/EPSG/0/4490", "https://www.opengis.net/def/crs/EPSG/0/4490",
    ] {
      #expect(try CoordinateSystem(name: name) == .cgcs2000, "\(name)")
    }
    for name in [
      "urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84", "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
      "EPSG:4326", "EPSG:4979", "urn:ogc:def:crs:OGC::CRS84h",
    ] {
      #expect(try CoordinateSystem(name: name) == .geographic(epsg: 4326, .cgcs2000), "\(name)")
    }
    #expect(try CoordinateSystem(name: "EPSG:4480").isGeographic)
    for name in ["", "CGCS2000", "EPSG:", "ESRI:102100", "EPSG:99999999999999999999", "WGS84"] {
      #expect(throws: ProjectionError.self, "\(name)") { try CoordinateSystem(name: name) }
    }
  }

  @Test("systems that cannot be measured on, and those without public parameters, are refused")
  func refused() {
    for code in [3857, 900_913, 3785, 102_100, 102_113] {
      expect(code, says: "Mercator")
    }
    for code in [4214, 2401, 2422, 2442, 21_413, 21_463] { expect(code, says: "Beijing 1954") }
    for code in [4610, 2327, 2364, 2390] { expect(code, says: "Xian 1980") }
    expect(4479, says: "neither")
    expect(999_999, says: "no 999999")
  }

  private func expect(_ code: Int, says words: String) {
    do {
      let system = try CoordinateSystem(epsg: code)
      Issue.record("EPSG:\(code) was taken as \(system)")
    } catch {
      #expect(error.kind == .refused && error.message.en.contains(words), "\(error.message.en)")
      #expect(!error.message.zh.isEmpty && !error.remedy.zh.isEmpty && !error.remedy.en.isEmpty)
    }
  }

  @Test("the option: a city's own plane, none, and what is not understood")
  func options() throws {
    let city = try #require(plane(try CoordinateSystem(option: "gk:114.25,30")))
    #expect(city.0.centralMeridian == 114.25 && city.0.falseEasting == 500_000 && city.1 == nil)
    #expect(city.0.ellipsoid.semiMajorAxis == 6_378_167)
    #expect(city.0.ellipsoid.flattening == Ellipsoid.cgcs2000.flattening)
    let level = try #require(plane(try CoordinateSystem(option: "GK:117")))
    #expect(level.0.centralMeridian == 117 && level.0.ellipsoid == .cgcs2000)
    #expect(try CoordinateSystem(option: "gk:114.25,-20").ellipsoid == .cgcs2000)
    #expect(try CoordinateSystem(option: "none") == .unknownPlane)
    #expect(CoordinateSystem.unknownPlane.name == "none")
    #expect(CoordinateSystem.unknownPlane.ellipsoid == nil)
    #expect(try CoordinateSystem(option: "EPSG:4490") == .cgcs2000)
    // The name can be given back as an option.
    for option in ["gk:114.25,30", "gk:117", "EPSG:4547", "none"] {
      let system = try CoordinateSystem(option: option)
      #expect(try CoordinateSystem(option: system.name) == system)
    }
    for text in [
      "gk:", "gk:abc", "gk:200", "gk:114,", "gk:114,x", "gk:114,99999", "gk:1,2,3", "gk:nan", "",
    ] {
      #expect(throws: ProjectionError.self, "\(text)") { try CoordinateSystem(option: text) }
    }
  }

  @Test("longitude and latitude of other systems, on their own datum")
  func unprojection() throws {
    // The origins of 28992 (Amersfoort, as EPSG defines it) and 5186 (Korea, central belt).
    for (code, point, longitude, latitude) in [
      (28_992, Coordinate(x: 155_000, y: 463_000), 5.387_638_888_9, 52.156_160_555_6),
      (5186, Coordinate(x: 200_000, y: 600_000), 127, 38),
    ] {
      guard case .projected(let system) = try CoordinateSystem(epsg: code) else {
        Issue.record("\(code)")
        continue
      }
      #expect(system.epsg == code && !system.name.isEmpty)
      let position = try Unprojector(system)(point)
      #expect((position.x - longitude).magnitude < 1e-9 && (position.y - latitude).magnitude < 1e-9)
    }
    let dutch = try CoordinateSystem(epsg: 28_992)
    // Bessel 1841.
    #expect((dutch.ellipsoid?.semiMajorAxis ?? 0) == 6_377_397.155)
    #expect(!dutch.isCGCS2000 && !dutch.isGeographic)
    // UTM, against the projection here with its scale.
    guard case .projected(let utm) = try CoordinateSystem(epsg: 32_650) else {
      Issue.record("32650")
      return
    }
    let own = GaussKruger(centralMeridian: 117, falseEasting: 0, ellipsoid: .wgs84)
      .inverse(Coordinate(x: 40_000 / 0.9996, y: 3_174_000 / 0.9996))
    let theirs = try Unprojector(utm)(Coordinate(x: 540_000, y: 3_174_000))
    #expect((own.x - theirs.x).magnitude < 1e-12 && (own.y - theirs.y).magnitude < 1e-12)
  }
}

@Suite("The national formula on the plane") struct NationalFormulaTests {
  /// A polygon about central meridian 114°, northing 3 174 000.
  private func area(_ polygons: [[[(Double, Double)]]], east: Double, piece: Double) -> Double {
    var plane = PolygonColumns<Plane>()
    for polygon in polygons {
      plane.appendPolygon(
        polygon.map { ring in
          (ring + [ring[0]]).map { Coordinate(x: 500_000 + east + $0.0, y: 3_174_000 + $0.1) }
        })
    }
    plane.endFeature()
    return EllipsoidalArea(pieceLength: piece)
      .area(of: 0, in: plane, unproject: GaussKruger(centralMeridian: 114).inverse)
  }

  @Test(
    "a large triangle, whole edges and cut ones",
    arguments: [
      (20_000, .infinity, 1_794_897.81), (20_000, 70, 1_794_980.56), (20_000, 1, 1_794_980.65),
      (145_000, .infinity, 1_793_973.71), (145_000, 70, 1_794_057.55), (145_000, 1, 1_794_057.64),
    ] as [(Double, Double, Double)])
  func triangle(east: Double, piece: Double, expected: Double) {
    let found = area([[[(0, 0), (2000, 300), (700, 1900)]]], east: east, piece: piece)
    #expect((found - expected).magnitude < 0.005, "\(found)")
  }

  @Test("a rectangle with a hole, zone number in the easting")
  func hole() {
    var plane = PolygonColumns<Plane>()
    func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Coordinate] {
      [(0, 0), (width, 0), (width, height), (0, height), (0, 0)].map {
        Coordinate(x: 38_520_000 + x + $0.0, y: 3_174_000 + y + $0.1)
      }
    }
    plane.appendPolygon([box(0, 0, 300, 200), box(100, 80, 20, 20)])
    plane.endFeature()
    #expect(plane.planarArea(of: 0) == 59_600)
    let zone = GaussKruger(centralMeridian: 114, falseEasting: 38_500_000)
    let found = EllipsoidalArea().area(of: 0, in: plane, unproject: zone.inverse)
    #expect((found - 59_599.40).magnitude < 0.005, "\(found)")
  }
}
