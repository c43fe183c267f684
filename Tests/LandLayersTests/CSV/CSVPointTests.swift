import LandGeometry
import LandTestSupport
import Testing

@testable import LandLayers

/// Tables with one boundary point a row.
@Suite("CSV with a point a row") struct CSVPointTests {
  private static func read(_ text: String) throws -> FeatureLayer {
    try CSVReader.readLayer(SourceBytes(name: "points.csv", bytes: Array(text.utf8)))
  }

  /// The rows of a square of 100 m with these columns behind its id.
  private static func rows(_ id: String, _ row: (Double, Double, Int) -> String) -> String {
    let corners = [(3_174_000.0, 38_520_000.0), (3_174_100, 38_520_000), (3_174_100, 38_520_100)]
    return (corners + [(3_174_000, 38_520_100)]).enumerated().map { index, corner in
      "\(id),\(row(corner.0, corner.1, index + 1))\n"
    }.joined()
  }

  private static func isSquare(_ layer: FeatureLayer, _ feature: Int = 0) -> Bool {
    let box = layer.geometry.envelope(of: feature)
    let plane = layer.geometry.placed(in: Plane.self)
    return layer.state[feature] == .polygon && box.minY == 3_174_000 && box.minX == 38_520_000
      && plane.planarArea(of: feature) == 10_000
  }

  @Test(
    "the easting is known by its name, or by magnitude where the name does not say",
    arguments: [
      ("北坐标,东坐标", false, 1), ("东坐标,北坐标", true, 1), ("northing,easting", false, 1),
      ("X坐标,Y坐标", false, 2), ("x,y", true, 2), ("X(m),Y(m)", false, 2),
      ("纵坐标X(米),横坐标Y(米)", false, 1), ("X(北),Y(东)", false, 1), ("Ｘ,Ｙ", false, 2),
    ])
  func axes(header: String, eastFirst: Bool, notes: Int) throws {
    let text =
      "宗地编号,\(header)\n"
      + Self.rows("DK01") { north, east, _ in eastFirst ? "\(east),\(north)" : "\(north),\(east)" }
    let layer = try Self.read(text)
    #expect(Self.isSquare(layer))
    #expect(layer.issues.isEmpty)
    #expect(layer.notes.count == notes)
    #expect(layer.notes[0].en.contains("EPSG:4526"))
    #expect(layer.attributes.names == ["宗地编号"])
    #expect(layer.attributes.value(row: 0, column: 0) == .text("DK01"))
  }

  @Test("degrees", arguments: ["经度,纬度", "lon,lat", "X,Y"])
  func degrees(header: String) throws {
    let layer = try Self.read(
      "parcel_id,\(header)\nA,114.2,28.68\nA,114.203,28.68\nA,114.203,28.682\nA,114.2,28.68\n")
    #expect(layer.geometry.x == [114.2, 114.203, 114.203, 114.2])
    #expect(layer.geometry.y == [28.68, 28.68, 28.682, 28.68])
    #expect(layer.declaredCRS == nil)
  }

  @Test("several parcels, rows in any order, attributes of the first row")
  func parcels() throws {
    let a = Self.rows("A") { north, east, number in
      "\(number == 4 ? "商服" : number == 1 ? "工业" : ""),J\(number),\(north),\(east)"
    }.split(separator: "\n")
    let b = Self.rows("B") { north, east, number in "住宅,J\(number),\(north),\(east)" }
      .split(separator: "\n")
    // Points 3 and 2 of A change places, B stands between.
    let lines = [a[0], b[0], a[2], b[1], a[1], b[2], b[3], a[3], b[0]]
    let layer = try Self.read(
      "地块编号,用途,点号,X,Y\n" + lines.joined(separator: "\n") + "\n")
    #expect(layer.featureCount == 2)
    #expect(Self.isSquare(layer, 0) && Self.isSquare(layer, 1))
    #expect(layer.attributes.value(row: 0, column: 1) == .text("工业"))
    #expect(layer.issues.map(\.kind) == [.ignored("用途: '商服' where the parcel has '工业'")])
    #expect(layer.issues[0].line == 9)
    #expect(layer.notes.contains { $0.en.hasPrefix("1 rings were put in order") })
  }

  @Test("rings are holes or further parts by where they lie; parts may be numbered")
  func rings() throws {
    func square(_ parcel: String, _ north: Double, _ east: Double, _ side: Double) -> String {
      [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)]
        .map { "\(parcel),\(north + $0.0),\(east + $0.1)\n" }.joined()
    }
    let shell = square("A,1", 3_174_000, 38_520_000, 100)
    let hole = square("A,2", 3_174_010, 38_520_010, 10)
    let beside = square("A,3", 3_174_000, 38_520_200, 10)
    let layer = try Self.read("宗地代码,圈号,X,Y\n" + hole + shell + beside)
    // Ring 1 comes first, wherever its rows stand.
    #expect(layer.geometry.polygons(of: 0).count == 2)
    #expect(layer.geometry.rings(of: 0).count == 2)
    #expect(layer.geometry.placed(in: Plane.self).planarArea(of: 0) == 10_000)
    let parts = try Self.read(
      "宗地代码,part,圈号,X,Y\n"
        + (shell + beside).split(separator: "\n").map {
          "A,\($0.dropFirst(2).first ?? "1")" + $0.dropFirst() + "\n"
        }
        .joined())
    #expect(parts.geometry.polygons(of: 0).count == 2)
    #expect(parts.attributes.names == ["宗地代码"])
  }

  @Test("cells left blank by merging belong to the row above")
  func merged() throws {
    let rows = Self.rows("A") { "\($0),\($1),\($2)" }.split(separator: "\n")
    let text = "宗地号,北坐标,东坐标,点号\n\(rows[0])\n" + rows[1...].map { $0.dropFirst() + "\n" }.joined()
    let layer = try Self.read(text)
    #expect(layer.featureCount == 1)
    #expect(Self.isSquare(layer))
    #expect(layer.notes.contains { $0.en.hasPrefix("3 rows name no parcel") })
  }

  @Test("a point that cannot be read spoils its parcel only")
  func unreadable() throws {
    let layer = try Self.read(
      "宗地号,X,Y\nA,3174000,38520000\nA,3174000米,38520100\nA,3174100,38520000\n"
        + Self.rows("B") { north, east, _ in "\(north),\(east)" })
    #expect(layer.state == [.unreadable, .polygon])
    #expect(layer.issues.map(\.kind) == [.structure("X: '3174000米' is no number")])
    #expect(layer.issues[0].line == 3)
  }

  @Test("without a column of parcels, points with numbers make one; others are refused")
  func onlyPoints() throws {
    let rows = Self.rows("J1") { north, east, _ in "\(north),\(east)" }
    #expect(Self.isSquare(try Self.read("界址点号,X,Y\n" + rows)))
    for header in ["企业,X,Y\n", "序号,X,Y\n"] {
      #expect(throws: FormatError.self) { try Self.read(header + rows) }
    }
    let error = try #require(throws: FormatError.self) { try Self.read("企业,X,Y\n" + rows) }
    #expect(error.remedy.zh.contains("宗地编号"))
  }

  @Test(
    "what does not tell its easting is refused",
    arguments: [
      // Local coordinates, the names against the numbers, two ways in one file.
      "宗地号,X,Y\nA,1000,2000\nA,1100,2000\nA,1100,2100\n",
      "宗地号,北坐标,东坐标\nA,38520000,3174000\nA,38520000,3174100\nA,38520100,3174100\n",
      "宗地号,X,Y\nA,3174000,38520000\nA,38520000,3174100\nA,3174100,38520100\n",
    ])
  func ambiguous(text: String) throws {
    let error = try #require(throws: FormatError.self) { try Self.read(text) }
    #expect(error.line == 2)
    #expect(error.remedy.zh.contains("北坐标"))
    #expect(error.remedy.en.contains("northing"))
  }

  @Test("a column of WKT counts more than coordinates; without either the table is refused")
  func others() throws {
    let layer = try Self.read("宗地号,X,Y,wkt\nA,1,2,\"POLYGON((0 0,1 0,1 1,0 0))\"\n")
    #expect(layer.state == [.polygon])
    #expect(layer.attributes.names == ["宗地号", "X", "Y"])
    #expect(throws: FormatError.self) { try Self.read("宗地号,X\nA,1\n") }
    #expect(throws: FormatError.self) { try Self.read("宗地号,X,Y\n") }
  }

  @Test(
    "a table is a layer where parcels have several rows, not where each has one place",
    arguments: [
      ("宗地号,X,Y\nA,1,2\nA,1,3\nA,2,3\n", true), ("宗地号,X,Y\nA,1,2\n,1,3\n,2,3\n", true),
      ("宗地号,X,Y\nA,1,2\nB,1,3\nC,2,3\n", false), ("宗地号,面积\nA,1\nA,2\nA,3\n", false),
      ("宗地号,X,Y\nA,1,2\n", false), ("wkt\nPOLYGON EMPTY\n", true),
    ])
  func hasGeometry(text: String, expected: Bool) throws {
    let table = try CSVReader.readTable(SourceBytes(name: "x.csv", bytes: Array(text.utf8)))
    #expect(table.hasGeometry == expected)
  }
}
