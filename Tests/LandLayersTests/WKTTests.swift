import Foundation
import LandGeometry
import LandTestSupport
import Testing

@testable import LandLayers

private struct WKTCase: Decodable {
  var name: String
  var wkt: String
  var expect: String
  var type: String?
  var area: Double?
  var coordinates: Int?

  enum CodingKeys: String, CodingKey {
    case name, wkt, expect, type, area
    case coordinates = "n_coords"
  }
}

/// The sum of |shell| − |holes| over all polygons of a feature, about its first vertex.
private func area(of feature: Int, in columns: PolygonColumns<Unplaced>) -> Double {
  var total = 0.0
  for polygon in columns.polygons(of: feature) {
    for (position, ring) in columns.rings(of: polygon).enumerated() {
      let vertices = columns.vertices(of: ring)
      guard let origin = vertices.first else { continue }
      var twice = 0.0
      for vertex in vertices.dropLast() {
        let ax = columns.x[vertex] - columns.x[origin]
        let ay = columns.y[vertex] - columns.y[origin]
        let bx = columns.x[vertex + 1] - columns.x[origin]
        let by = columns.y[vertex + 1] - columns.y[origin]
        twice += ax * by - bx * ay
      }
      total += (position == 0 ? 1 : -1) * abs(twice) / 2
    }
  }
  return total
}

@Suite("WKT") struct WKTTests {
  @Test("every case is accepted or refused as it must be", arguments: CaseSource.allCases)
  func cases(source: CaseSource) throws {
    var wrong: [String] = []
    for test in try source.cases(WKTCase.self, in: "wkt/cases.jsonl") {
      do throws(FormatError) {
        let geometry = try WKTReader.parse(test.wkt)
        if test.expect == "reject" { wrong.append("\(test.name) accepted: \(test.wkt)") }
        guard test.expect == "accept" else { continue }
        if geometry.type != test.type { wrong.append("\(test.name) is \(geometry.type)") }
        if geometry.coordinateCount != test.coordinates {
          wrong.append("\(test.name) has \(geometry.coordinateCount) positions")
        }
        let found = area(of: 0, in: geometry.polygons)
        let expected = test.area ?? 0
        if abs(found - expected) > 1e-9 * max(1, abs(expected)) {
          wrong.append("\(test.name) area \(found), not \(expected)")
        }
      } catch {
        if test.expect == "accept" { wrong.append("\(test.name) refused: \(error) \(test.wkt)") }
        if error.offset == nil || error.line == nil { wrong.append("\(test.name) without a place") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  private func layer(_ text: String) throws -> FeatureLayer {
    try WKTReader.readLayer(SourceBytes(name: "made.wkt", bytes: Array(text.utf8)))
  }

  @Test("one geometry a line, every line counted, none stops the file")
  func lines() throws {
    let layer = try layer(
      """
      # plots
      SRID=4490;POLYGON((0 0,1 0,1 1,0 0))

      POLYGON((0 0,2 0,2 2,0 2))\r
      POLYGON((0 0,1 x,1 1,0 0))
      POINT Z (1 2 3)
      POLYGON EMPTY
      POLYGON((0 0,1 1,0 0))
      POLYGON((0 0,nan 0,1 1,0 0))
      GEOMETRYCOLLECTION(POLYGON((0 0,1 0,1 1,0 0)),MULTIPOLYGON(((5 5,6 5,6 6,5 5))))
      GEOMETRYCOLLECTION(POLYGON((0 0,1 0,1 1,0 0)),POINT(0 0))
      """)
    #expect(
      layer.state == [
        .polygon, .polygon, .unreadable, .otherType, .empty, .unreadable, .unreadable, .polygon,
        .otherType,
      ])
    #expect(layer.geometry.featureCount == 9 && layer.attributes.rowCount == 9)
    #expect(layer.declaredCRS == "EPSG:4490" && layer.format == "WKT")
    #expect(layer.heightsDropped == 1)
    #expect(layer.geometry.vertices(ofFeature: 1).count == 5)
    #expect(layer.geometry.polygons(of: 7).count == 2)
    #expect(layer.geometry.polygons(of: 8).isEmpty)
    #expect(
      layer.issues.map(\.kind) == [
        .ringNotClosed, .structure("WKT: expected a number"), .otherType("Point"),
        .tooFewPoints(3), .invalidNumber, .otherType("GeometryCollection"),
      ])
    #expect(layer.issues.map(\.feature) == [1, 2, 3, 5, 6, 8])
    let number = layer.issues[1]
    #expect(number.line == 5 && number.column == 16)
  }

  @Test("real plots are read whole")
  func plots() throws {
    guard let folder = CaseSource.external.folder else { return }
    let path = folder.appendingPathComponent("parcels/nl_plots_28992.wkt").path
    let layer = try WKTReader.readLayer(SourceBytes.open(path))
    #expect(layer.featureCount == 316 && layer.issues.isEmpty)
    #expect(layer.state.allSatisfy { $0 == .polygon })
  }

  @Test("collections nested without end are an error, not a crash")
  func deepNesting() {
    let text = String(repeating: "GEOMETRYCOLLECTION(", count: 100_000)
    #expect(throws: FormatError.self) { try WKTReader.parse(text) }
    let brackets = "MULTICURVE" + String(repeating: "(", count: 100_000)
    #expect(throws: FormatError.self) { try WKTReader.parse(brackets) }
  }

  @Test("random changes never crash the reader and never lose a line")
  func mutations() throws {
    var random = SeededGenerator(seed: 7)
    let seeds = try CaseSource.fixtures.cases(WKTCase.self, in: "wkt/cases.jsonl")
      .map { Array($0.wkt.utf8.filter { $0 != UInt8(ascii: "\n") && $0 < 0x80 }) }
    for _ in 0..<rounds(20_000) {
      var bytes = try #require(seeds.randomElement(using: &random))
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: at)
        default: bytes[at] = UInt8.random(in: 32...126, using: &random)
        }
      }
      let layer = try WKTReader.readLayer(SourceBytes(name: "mutated", bytes: bytes))
      #expect(layer.state.count == layer.geometry.featureCount)
      #expect(layer.state.count <= 1)
    }
  }
}
