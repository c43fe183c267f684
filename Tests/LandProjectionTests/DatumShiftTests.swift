import CPROJ
import Foundation
import LandGeometry
import LandProjection
import Testing

/// Transformations from old datums by parameters that a file gives.
@Suite("datum shifts") struct DatumShiftTests {
  private typealias Seven = DatumShift.SevenParameters
  private static let seven = Seven(
    tx: -12.5, ty: 83.25, tz: 41.125, rx: 0.75, ry: -1.25, rz: 2.5, scale: -3.5,
    convention: .positionVector)

  @Test("seven parameters between planes are those of PROJ's whole pipeline")
  func sevenParameters() throws {
    for convention in Seven.Convention.allCases {
      var parameters = Self.seven
      parameters.convention = convention
      let shift = try DatumShift(from: 2362, to: nil, method: .sevenParameters(parameters))
      #expect(shift.to.name == "EPSG:4526")
      let shifter = try DatumShifter(shift)
      let context = proj_context_create()
      defer { proj_context_destroy(context) }
      let text = """
        +proj=pipeline +step +inv +proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 \
        +a=6378140 +rf=298.257 +step +proj=cart +a=6378140 +rf=298.257 \
        +step +proj=helmert +x=-12.5 +y=83.25 +z=41.125 +rx=0.75 +ry=-1.25 +rz=2.5 +s=-3.5 \
        +convention=\(convention.rawValue) +step +inv +proj=cart +a=6378137 +rf=298.257222101 \
        +step +proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +a=6378137 \
        +rf=298.257222101
        """
      let pipeline = try #require(proj_create(context, text))
      defer { proj_destroy(pipeline) }
      for _ in 0..<200 {
        let point = Coordinate(
          x: .random(in: 38_380_000...38_620_000), y: .random(in: 2_000_000...5_500_000))
        let expected = proj_trans(pipeline, PJ_FWD, proj_coord(point.x, point.y, 0, 0)).xy
        let moved = shifter(point)
        #expect((moved.x - expected.x).magnitude < 1e-6)
        #expect((moved.y - expected.y).magnitude < 1e-6)
        // The parameters do move points, by tens of metres.
        #expect((moved.x - point.x).magnitude > 1)
      }
    }
  }

  @Test("the conventions of rotation differ")
  func conventions() throws {
    var other = Self.seven
    other.convention = .coordinateFrame
    let point = Coordinate(x: 38_500_000, y: 3_000_000)
    let a = try DatumShifter(
      DatumShift(from: 2362, to: nil, method: .sevenParameters(Self.seven)))(point)
    let b = try DatumShifter(DatumShift(from: 2362, to: nil, method: .sevenParameters(other)))(
      point)
    #expect((a.x - b.x).magnitude > 1)
  }

  @Test("longitude and latitude come to CGCS2000")
  func geographic() throws {
    let shift = try DatumShift(from: 4610, to: nil, method: .sevenParameters(Self.seven))
    #expect(shift.to.name == "EPSG:4490")
    let moved = try DatumShifter(shift)(Coordinate(x: 114, y: 30))
    #expect((moved.x - 114).magnitude < 0.01 && (moved.y - 30).magnitude < 0.01)
    #expect(moved.x != 114)
  }

  @Test("four parameters: northing and easting by the formula")
  func fourParameters() throws {
    let parameters = DatumShift.FourParameters(dx: 100, dy: -50, rotation: 3600, scale: 1e5)
    let shift = try DatumShift(from: 2362, to: 4547, method: .fourParameters(parameters))
    let moved = try DatumShifter(shift)(Coordinate(x: 2000, y: 1000))
    // X = 1000 north, Y = 2000 east, α = 1°, 1 + m = 1.1.
    let (sine, cosine) = (sin(Double.pi / 180), cos(Double.pi / 180))
    #expect((moved.y - (100 + 1.1 * (1000 * cosine - 2000 * sine))).magnitude < 1e-9)
    #expect((moved.x - (-50 + 1.1 * (1000 * sine + 2000 * cosine))).magnitude < 1e-9)
  }

  @Test("systems that are not old, targets that are not CGCS2000 and half a way are refused")
  func refused() {
    func shift(_ from: Int, _ to: Int?, _ method: DatumShift.Method) throws -> DatumShift {
      try DatumShift(from: from, to: to, method: method)
    }
    let seven = DatumShift.Method.sevenParameters(Self.seven)
    let four = DatumShift.Method.fourParameters(
      DatumShift.FourParameters(dx: 0, dy: 0, rotation: 0, scale: 0))
    #expect(throws: ProjectionError.self) { try shift(4547, 4547, seven) }
    #expect(throws: ProjectionError.self) { try shift(2362, 2362, seven) }
    #expect(throws: ProjectionError.self) { try shift(2362, 32650, seven) }
    #expect(throws: ProjectionError.self) { try shift(2362, nil, four) }
    #expect(throws: ProjectionError.self) { try shift(4610, 4547, four) }
  }

  @Test("whether a layer is in the old system, by code or text")
  func applies() throws {
    let shift = try DatumShift(from: 2362, to: nil, method: .sevenParameters(Self.seven))
    #expect(try shift.applies(to: "EPSG:2362") == true)
    #expect(try shift.applies(to: "urn:ogc:def:crs:EPSG::4547") == false)
    #expect(try shift.applies(to: "EPSG:2385") == nil)
    let text = """
      PROJCS["Xian_1980_3_Degree_GK_Zone_38",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",\
      SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],\
      PARAMETER["False_Easting",38500000.0],PARAMETER["False_Northing",0.0],\
      PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],\
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
      """
    #expect(try shift.applies(to: text) == true)
  }
}
