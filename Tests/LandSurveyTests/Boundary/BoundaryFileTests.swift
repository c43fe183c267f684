import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite("Files of boundary points") struct BoundaryFileTests {
  private func made(_ drawn: [Drawn] = [blockWithHole]) throws -> BoundarySurvey {
    try BoundarySurvey(
      of: drawn.indices.map {
        BoundarySubject(
          feature: $0, id: "DK0\($0 + 1)", name: "示例地块,一", use: "工业用地", landClass: "0601")
      }, in: drawn.placed())
  }

  @Test("the tables in both languages")
  func tables() throws {
    let survey = try made([blockWithHole, .box(0, 0, 100, 100)])
    let zh = BoundaryTables(language: .zh)
    let points = zh.points(of: survey)
    #expect(points.columns.map(\.heading).prefix(5) == ["地块编号", "点号", "圈号", "X(北)(米)", "Y(东)(米)"])
    #expect(points.rows.count == 12 && points.rows.allSatisfy { $0.count == points.columns.count })
    guard case .code("J1") = points.rows[3][8].value else { return #expect(Bool(false)) }
    let areas = zh.areas(of: survey)
    #expect(areas.rows.count == 2 && areas.totals[0].count == areas.columns.count)
    guard case .number(let hectares, 4) = areas.rows[0][6].value,
      case .number(let mu, 2) = areas.rows[0][7].value
    else { return #expect(Bool(false)) }
    #expect(isNear(hectares, 5.96) && isNear(mu, 89.4))
    let en = BoundaryTables(language: .en).areas(of: survey)
    #expect(en.caption == "Areas of blocks" && en.note.contains("clockwise"))
  }

  @Test("GeoJSON holds blocks and points in degrees")
  func geoJSON() throws {
    let text = String(decoding: try made().geoJSON(name: "boundary"), as: UTF8.self)
    #expect(text.components(separatedBy: #""type":"Point""#).count == 9)
    #expect(text.components(separatedBy: #""type":"MultiPolygon""#).count == 2)
    #expect(
      text.contains(#""planar_area_m2":59600.00"#) && text.contains(#""y_east_m":38520000.000"#))
  }

  @Test("GeoPackage holds the layers blocks and points")
  func geoPackage() throws {
    let scratch = try Scratch()
    let layers = try made().geoPackageLayers()
    #expect(layers.map(\.name) == ["blocks", "points"] && layers[1].rows.count == 8)
    let package = GeoPackage(day: CalendarDate(dayNumber: 19_800), layers: layers)
    try package.write(to: scratch.path("a.gpkg"))
    #expect(try scratch.bytes("a.gpkg").starts(with: Array("SQLite format 3\0".utf8)))
  }

  @Test("the exchange file of the sample, to the letter")
  func sample() throws {
    let text = try #require(
      try made().exchangeTexts(
        producer: "示例县自然资源局", day: "2024-05-20", precision: .centimetre
      ).first)
    let bytes = try ExchangeTextWriter().bytes(of: text)
    let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    #expect(
      lines == """
        [属性描述]
        格式版本号=1.01版本
        数据产生单位=示例县自然资源局
        数据产生日期=2024-05-20
        坐标系=2000国家大地坐标系
        几度分带=3
        投影类型=高斯克吕格
        计量单位=米
        带号=38
        精度=0.01
        转换参数=0,0,0,0,0,0,0
        [地块坐标]
        10,5.9600,DK01,示例地块,一,面,,工业用地,0601,@
        J1,1,3174200.00,38520000.00
        J2,1,3174200.00,38520300.00
        J3,1,3174000.00,38520300.00
        J4,1,3174000.00,38520000.00
        J1,1,3174200.00,38520000.00
        J5,2,3174100.00,38520100.00
        J6,2,3174080.00,38520100.00
        J7,2,3174080.00,38520120.00
        J8,2,3174100.00,38520120.00
        J5,2,3174100.00,38520100.00

        """)
    #expect(bytes.count { $0 == 0x0D } == bytes.count { $0 == 0x0A })
  }

  @Test("a file for each zone, a record for each part")
  func zones() throws {
    let far = GaussKruger(centralMeridian: 114).forward(Coordinate(x: 117, y: 28.67))
    let (x, y) = (far.x - Drawn.corner.x, far.y - Drawn.corner.y)
    let twoParts = Drawn([
      [[(0, 0), (10, 0), (10, 10), (0, 10)]], [[(50, 0), (60, 0), (60, 10)]],
    ])
    let texts = try made([.box(x, y, x + 50, y + 50), twoParts]).exchangeTexts(
      producer: "", day: "")
    #expect(texts.map(\.zone) == [38, 39])
    #expect(texts[0].records.map(\.id) == ["DK02-1", "DK02-2"])
    #expect(texts[0].records.map(\.area) == [100, 50])
    #expect(texts[0].records[1].rings[0].map(\.number) == [5, 6, 7])
  }

  @Test("what is read back lies within half of the last digit", arguments: [2, 3])
  func roundTrip(decimals: Int) throws {
    var random = SeededGenerator(seed: UInt64(decimals))
    let precision = try #require(ExchangeText.Precision(rawValue: decimals))
    for _ in 0..<40 {
      let count = Int.random(in: 3...40, using: &random)
      let (cx, cy) = (
        Double.random(in: -90_000...90_000, using: &random),
        Double.random(in: 0...90_000, using: &random)
      )
      // A star about a centre, with a triangle as a hole in its kernel.
      let outer = (0..<count).map { k in
        let angle = 2 * Double.pi * Double(k) / Double(count)
        let radius = Double.random(in: 200...400, using: &random)
        let (sine, cosine) = Self.turn(angle)
        return (cx + radius * cosine, cy + radius * sine)
      }
      let hole = [(cx, cy + 20), (cx + 17.3, cy - 10), (cx - 17.3, cy - 10)]
      let survey = try made([Drawn([[outer, hole]])])
      let block = survey.blocks[0]
      let text = survey.exchangeTexts(producer: "p", day: "2024-05-20", precision: precision)[0]
      let read = try ReadBack(ExchangeTextWriter().bytes(of: text))
      #expect(read.zone == 38 && read.rings.count == 2)
      let half = 0.5 * (decimals == 2 ? 0.01 : 0.001) + 1e-8
      for (ring, points) in zip(block.parts[0].rings, read.rings) {
        #expect(points.count == ring.points.count + 1 && points.first == points.last)
        for (a, b) in zip(ring.points, points) {
          #expect((a.north - b.y).magnitude <= half && (a.east - b.x).magnitude <= half)
        }
      }
      // Each coordinate may move the area by half a digit times half the neighbours' distance.
      let bound = half * 2 * block.perimeter
      #expect((read.area - block.planarArea).magnitude <= bound)
      #expect((read.hectares * 10_000 - block.planarArea).magnitude <= 0.5 + 1e-6)
    }
  }

  /// Sine and cosine to what a drawing needs.
  private static func turn(_ angle: Double) -> (Double, Double) {
    var (sine, cosine) = (0.0, 1.0)
    // Small steps of a rotation; the radius stays within a thousandth.
    let steps = 20_000
    let step = angle / Double(steps)
    for _ in 0..<steps { (sine, cosine) = (sine + cosine * step, cosine - sine * step) }
    return (sine, cosine)
  }
}

/// What a simple program finds in an exchange file of one parcel.
private struct ReadBack {
  var zone = 0
  var hectares = 0.0
  var rings: [[Coordinate]] = []

  init(_ bytes: [UInt8]) throws {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("带号=") { zone = Int(line.dropFirst(3)) ?? 0 }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if fields.last == "@" {
        hectares = try #require(Double(fields[1]))
      } else if fields.count == 4, fields[0].hasPrefix("J") {
        let ring = try #require(Int(fields[1]))
        while rings.count < ring { rings.append([]) }
        rings[ring - 1].append(
          Coordinate(x: try #require(Double(fields[3])), y: try #require(Double(fields[2]))))
      }
    }
  }

  /// The first ring less the others.
  var area: Double {
    var columns = PolygonColumns<Plane>()
    columns.appendPolygon(rings)
    columns.endFeature()
    return columns.planarArea(of: 0)
  }
}
