import LandKit
import Testing

@Suite("Coordinate systems of layers") struct PlacementTests {
  private let squares: [Drawn] = (0..<5).map { k in
    .box(Double(k) * 20, 0, Double(k) * 20 + 10, 10)
  }
  private let plane = GaussKruger(centralMeridian: 114)

  private func degrees(_ p: Coordinate) -> Coordinate {
    plane.inverse(Coordinate(x: Drawn.corner.x + p.x, y: Drawn.corner.y + p.y))
  }
  private func metres(_ p: Coordinate, prefix: Double = 0) -> Coordinate {
    Coordinate(x: prefix * 1e6 + Drawn.corner.x + p.x, y: Drawn.corner.y + p.y)
  }
  private func swapped(_ p: Coordinate) -> Coordinate { Coordinate(x: p.y, y: p.x) }

  @Test("named by the option, the file, another layer, or not at all")
  func sources() throws {
    let text = squares.text(crs: "EPSG:4547") { metres($0) }
    let declared = try layer("a.geojson", text)
    #expect(declared.systemSource == .file && declared.system.name == "EPSG:4547")
    let named = try layer("a.geojson", text, system: try CoordinateSystem(option: "gk:114"))
    #expect(named.systemSource == .option && !named.findings.contains { $0.code == .crsAssumed })
    let plain = squares.text { degrees($0) }
    let assumed = try layer("a.geojson", plain)
    #expect(assumed.systemSource == .assumed && assumed.system == .cgcs2000)
    #expect(assumed.findings.map(\.code) == [.crsAssumed])
    let follows = try layer("b.geojson", plain, fallback: .cgcs2000)
    #expect(follows.systemSource == .parcels && follows.findings.isEmpty)
    #expect(throws: SurveyError.self) {
      try layer("a.geojson", squares.text(crs: "EPSG:3857") { metres($0) })
    }
  }

  @Test("a file in another system is refused with what to pass")
  func refused() throws {
    let cases: [(String, CoordinateSystem?, Magnitude, String?)] = [
      (squares.text { swapped(degrees($0)) }, nil, .axesSwapped, "--swap-xy"),
      (squares.text { metres($0, prefix: 38) }, nil, .threeDegreeZone(38), "--crs EPSG:4526"),
      (squares.text { metres($0, prefix: 19) }, nil, .sixDegreeZone(19), "--crs EPSG:4497"),
      (squares.text { metres($0) }, nil, .planeWithoutZone, "--crs gk:<central meridian>"),
      (
        squares.text { degrees($0) }, try CoordinateSystem(epsg: 4547), .degrees, "--crs EPSG:4490"
      ),
      (
        squares.text { metres($0, prefix: 38) }, try CoordinateSystem(epsg: 4547),
        .threeDegreeZone(38), "--crs EPSG:4526"
      ),
      (
        squares.text { swapped(metres($0)) }, try CoordinateSystem(epsg: 4547), .axesSwapped,
        "--swap-xy"
      ),
    ]
    for (text, system, expected, suggestion) in cases {
      do {
        _ = try layer("a.geojson", text, system: system)
        Issue.record("\(expected) was not refused")
      } catch SurveyError.coordinates(_, let magnitude, _, let features, let total, let first) {
        #expect(magnitude == expected && magnitude.suggestion == suggestion)
        #expect(features == 5 && total == 5 && first == "#0")
      }
    }
  }

  @Test("exchanged axes can be exchanged back")
  func exchanged() throws {
    let swappedText = squares.text { swapped(degrees($0)) }
    let placed = try layer("a.geojson", swappedText, swapAxes: true)
    #expect(placed.isPlaced.allSatisfy { $0 })
  }

  @Test("single odd features are found, the others are measured")
  func single() throws {
    var text = squares.map { $0.geoJSON { degrees($0) } }
    text[1] = squares[1].geoJSON { swapped(degrees($0)) }
    text[3] = squares[3].geoJSON { metres($0, prefix: 38) }
    let file = #"{"type":"FeatureCollection","features":[\#(text.joined(separator: ","))]}"#
    let placed = try layer("a.geojson", file, system: .cgcs2000)
    #expect(placed.isPlaced == [true, false, true, false, true])
    #expect(placed.findings.map(\.code) == [.axesSwapped, .projectedWithoutCRS])
    #expect(placed.findings.map(\.featureIndex) == [1, 3])
    #expect(placed.findings.map(\.note) == ["axes-swapped", "3-degree-zone:38"])
    let made = Survey(parcels: placed, buildings: nil, zones: nil, options: SurveyOptions())
    #expect(made.parcels.quality == [.ok, .unmeasured, .ok, .unmeasured, .ok])
    #expect(made.parcels.planarArea[1].isNaN && isNear(made.parcels.planarArea[4], 100, 1e-4))
    // Features without geometry are not asked.
    let missing = #"{"type":"Feature","properties":{},"geometry":null}"#
    let mixed = #"{"type":"FeatureCollection","features":[\#(missing),\#(text[0])]}"#
    #expect(try layer("a.geojson", mixed, system: .cgcs2000).isPlaced == [false, true])
  }

  @Test("layers change between degrees and planes without a shift")
  func conversion() throws {
    let inDegrees = try squares.placedInDegrees()
    let onPlane = try squares.placed()
    let prefixed = try layer(
      "c.geojson", squares.text { metres($0, prefix: 38) }, system: try CoordinateSystem(epsg: 4526)
    )
    let other = try CoordinateSystem(epsg: 4548)
    let all = [inDegrees, onPlane, prefixed]
    for from in all {
      for to in all {
        let moved = try from.converted(toSpaceOf: to)
        #expect(moved.system == to.system)
        let (ax, ay) = columns(moved)
        let (bx, by) = columns(to)
        let tolerance = to.system.isGeographic ? 1e-12 : 1e-7
        #expect(zip(ax, bx).allSatisfy { ($0 - $1).magnitude < tolerance })
        #expect(zip(ay, by).allSatisfy { ($0 - $1).magnitude < tolerance })
      }
      // To the plane about 117° and back.
      var target = onPlane
      target.system = other
      let there = try from.converted(toSpaceOf: target)
      let back = try there.converted(toSpaceOf: from)
      #expect(zip(columns(back).0, columns(from).0).allSatisfy { ($0 - $1).magnitude < 1e-6 })
    }
    var unknown = onPlane
    unknown.system = .unknownPlane
    #expect(throws: SurveyError.self) { try unknown.converted(toSpaceOf: inDegrees) }
    #expect(throws: SurveyError.self) { try onPlane.converted(toSpaceOf: unknown) }
    // Names of the same surface need no numbers changed.
    var wgs = inDegrees
    wgs.system = try CoordinateSystem(epsg: 4326)
    #expect(try wgs.converted(toSpaceOf: inDegrees).system == .cgcs2000)
  }

  private func columns(_ placed: PlacedLayer) -> ([Double], [Double]) {
    switch placed.geometry {
    case .geographic(let columns): (columns.x, columns.y)
    case .plane(let columns): (columns.x, columns.y)
    }
  }

  @Test("buildings on a plane meet parcels in degrees")
  func mixed() throws {
    let parcels = try [Drawn.box(0, 0, 100, 100)].placedInDegrees()
    let buildings = try [Drawn.box(90, 10, 110, 30, ["storeys": "2"])]
      .placed("buildings.geojson", .building).converted(toSpaceOf: parcels)
    let made = Survey(parcels: parcels, buildings: buildings, zones: nil, options: SurveyOptions())
    #expect(isNear(made.all()[0].buildings?.footprint, 200, 1e-5))
  }

  @Test("a city's own meridian and height")
  func cityPlane() throws {
    let raised = try CoordinateSystem(option: "gk:114.25,500")
    let level = try CoordinateSystem(option: "gk:114.25")
    let text = squares.text { metres($0) }
    let high = try layer("a.geojson", text, system: raised)
    let low = try layer("a.geojson", text, system: level)
    let (a, b) = (
      Survey(parcels: high, buildings: nil, zones: nil, options: SurveyOptions()).parcels,
      Survey(parcels: low, buildings: nil, zones: nil, options: SurveyOptions()).parcels
    )
    #expect(a.meridian[0] == 114.25)
    // The plane figure is the file's own; the ellipsoid lies 500 m lower, which takes (1 + H/a)².
    #expect(isNear(a.planarArea[0], 100) && isNear(b.planarArea[0], 100))
    let ratio = b.ellipsoidalArea[0] / a.ellipsoidalArea[0]
    let factor = 1 + 500 / 6_378_137.0
    #expect((ratio - factor * factor).magnitude < 1e-7, "\(ratio)")
    #expect(isNear(b.geodesicArea[0], b.ellipsoidalArea[0], 1e-4))
    // Into degrees and back onto the same plane.
    let there = try high.converted(toSpaceOf: try squares.placedInDegrees())
    let back = try there.converted(toSpaceOf: high)
    #expect(zip(columns(back).0, columns(high).0).allSatisfy { ($0 - $1).magnitude < 1e-7 })
    #expect(zip(columns(back).1, columns(high).1).allSatisfy { ($0 - $1).magnitude < 1e-7 })
  }

  @Test("parcels far from their meridian, and a plane of no known system")
  func farAndUnknown() throws {
    let far = squares.text { Coordinate(x: 700_000 + $0.x, y: 3_174_000 + $0.y) }
    let made = Survey(
      parcels: try layer("a.geojson", far, system: try CoordinateSystem(epsg: 4547)),
      buildings: nil,
      zones: nil, options: SurveyOptions())
    #expect(made.findings.map(\.code) == Array(repeating: .farFromMeridian, count: 5))
    let six = Survey(
      parcels: try layer("a.geojson", far, system: try CoordinateSystem(epsg: 4508)),
      buildings: nil,
      zones: nil, options: SurveyOptions())
    #expect(six.findings.isEmpty)
    let none = Survey(
      parcels: try layer("a.geojson", squares.text { metres($0) }, system: .unknownPlane),
      buildings: nil,
      zones: nil, options: SurveyOptions()
    ).parcels
    #expect(isNear(none.planarArea[0], 100) && none.ellipsoidalArea[0].isNaN)
  }
}

@Suite("What numbers look like") struct MagnitudeTests {
  private func box(_ x: Double, _ y: Double, _ size: Double = 0.01) -> Envelope {
    Envelope(minX: x, minY: y, maxX: x + size, maxY: y + size)
  }

  @Test("against longitude and latitude")
  func geographic() {
    func seen(_ box: Envelope) -> Magnitude { Magnitude(box, in: .cgcs2000) }
    #expect(seen(box(114, 28)) == .plausible)
    #expect(seen(box(-70, -30)) == .plausible && seen(box(5, 52)) == .plausible)
    #expect(seen(box(28, 114)) == .axesSwapped)
    // Both could be either: as the system says.
    #expect(seen(box(80, 80)) == .plausible && seen(box(53.9, 72.9)) == .plausible)
    #expect(seen(box(30, 80)) == .axesSwapped)
    #expect(seen(box(38_500_000, 3_174_000, 100)) == .threeDegreeZone(38))
    #expect(seen(box(25_500_000, 3_174_000, 100)) == .threeDegreeZone(25))
    #expect(seen(box(45_500_000, 3_174_000, 100)) == .threeDegreeZone(45))
    #expect(seen(box(13_500_000, 3_174_000, 100)) == .sixDegreeZone(13))
    #expect(seen(box(23_500_000, 3_174_000, 100)) == .sixDegreeZone(23))
    #expect(seen(box(24_500_000, 3_174_000, 100)) == .outOfRange)
    #expect(seen(box(3_174_000, 38_500_000, 100)) == .axesSwapped)
    #expect(seen(box(500_000, 3_174_000, 100)) == .planeWithoutZone)
    #expect(seen(box(3_174_000, 500_000, 100)) == .axesSwapped)
    #expect(seen(box(1e9, 1e9)) == .outOfRange)
    #expect(seen(.empty) == .outOfRange)
  }

  @Test("against a plane")
  func planes() throws {
    let plain = try CoordinateSystem(epsg: 4547)
    let prefixed = try CoordinateSystem(epsg: 4526)
    #expect(Magnitude(box(500_000, 3_174_000, 100), in: plain) == .plausible)
    #expect(Magnitude(box(38_500_000, 3_174_000, 100), in: prefixed) == .plausible)
    #expect(Magnitude(box(38_500_000, 3_174_000, 100), in: plain) == .threeDegreeZone(38))
    #expect(Magnitude(box(39_500_000, 3_174_000, 100), in: prefixed) == .threeDegreeZone(39))
    #expect(Magnitude(box(500_000, 3_174_000, 100), in: prefixed) == .planeWithoutZone)
    #expect(Magnitude(box(3_174_000, 38_500_000, 100), in: prefixed) == .axesSwapped)
    #expect(Magnitude(box(3_174_000, 500_000, 100), in: plain) == .axesSwapped)
    #expect(Magnitude(box(114, 28), in: prefixed) == .degrees)
    #expect(Magnitude(box(28, 114), in: prefixed) == .degrees)
    // Local coordinates may be as small as degrees are.
    #expect(Magnitude(box(114, 28), in: .unknownPlane) == .plausible)
    #expect(Magnitude(box(1234, 5678, 100), in: .unknownPlane) == .plausible)
  }
}
