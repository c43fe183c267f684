import Foundation
import LandGeometry
import LandTestSupport
import Testing

@testable import LandLayers

/// Every form in which exchange files are met; see `fixtures/exchange-text/ORIGIN.md`.
@Suite("Exchange text is read") struct ExchangeTextReaderTests {
  struct Case: Decodable, CustomTestStringConvertible {
    struct Parcel: Decodable {
      var id: String?
      var state: String
      var area: Double
      var polygons: Int
      var rings: Int
      var hectares: String?
      var use: String?
      var name: String?
      var extra: [String: String]?
    }
    var file: String
    var crs: String?
    var encoding: String
    var parcels: [Parcel]
    var notes: [String]
    var issues: [String]
    var testDescription: String { file }
  }

  struct Refusal: Decodable, CustomTestStringConvertible {
    var file: String
    var line: Int
    var message: String
    var testDescription: String { file }
  }

  static let cases = Result { try jsonLines("exchange-text/expected.jsonl", as: Case.self) }
  static let refusals = Result { try jsonLines("exchange-text/refused.jsonl", as: Refusal.self) }

  static func read(_ file: String) throws -> FeatureLayer {
    try ExchangeTextReader.readLayer(
      SourceBytes.open(fixtures.appending(path: "exchange-text/\(file)").path))
  }

  @Test("each form", arguments: try cases.get())
  func form(_ expected: Case) throws {
    let layer = try Self.read(expected.file)
    #expect(layer.declaredCRS == expected.crs)
    #expect(layer.encoding == expected.encoding)
    #expect(layer.format == "ExchangeText")
    #expect(layer.featureCount == expected.parcels.count)
    func value(_ feature: Int, _ name: String) -> String? {
      layer.attributes.column(named: name).flatMap {
        layer.attributes.value(row: feature, column: $0).text
      }
    }
    let plane = layer.geometry.placed(in: Plane.self)
    for (feature, parcel) in expected.parcels.enumerated() {
      #expect("\(layer.state[feature])" == parcel.state)
      #expect(value(feature, "地块编号") == parcel.id)
      #expect(value(feature, "地块面积(公顷)") == parcel.hectares)
      #expect(value(feature, "地块用途") == parcel.use)
      if let name = parcel.name { #expect(value(feature, "地块名称") == name) }
      for (column, text) in parcel.extra ?? [:] { #expect(value(feature, column) == text) }
      guard layer.state[feature] == .polygon else { continue }
      #expect(layer.geometry.polygons(of: feature).count == parcel.polygons)
      #expect(layer.geometry.rings(ofFeature: feature).count == parcel.rings)
      #expect(abs(plane.planarArea(of: feature) - parcel.area) < 1e-6)
      // East first, north second, whatever the file does.
      let box = layer.geometry.envelope(of: feature)
      #expect(box.minX < 180 ? box.minX == 114.2 : box.minY == 3_174_000)
    }
    let notes = layer.notes.map { "\($0.zh) \($0.en)" }.joined(separator: "\n")
    for words in expected.notes { #expect(notes.contains(words)) }
    let issues = layer.issues.map { issue in
      switch issue.kind {
      case .otherType(let type): "type:\(type)"
      case .tooFewPoints(let count): "points:\(count)"
      case .structure(let reason), .ignored(let reason): reason
      default: "\(issue.kind)"
      }
    }
    for words in expected.issues { #expect(issues.contains { $0.contains(words) }) }
    #expect(issues.count == expected.issues.count, "\(issues)")
    #expect(layer.issues.allSatisfy { $0.line != nil })
  }

  @Test(
    "files without parcels and with two systems are refused, with the line",
    arguments: try refusals.get())
  func refused(_ refusal: Refusal) throws {
    let error = try #require(throws: FormatError.self) { try Self.read(refusal.file) }
    #expect(error.line == refusal.line)
    #expect("\(error.message.zh) \(error.message.en)".contains(refusal.message))
    #expect(!error.remedy.zh.isEmpty && !error.remedy.en.isEmpty)
  }

  @Test("coordinates are the numbers of the file, rings closed, issues at their lines")
  func numbers() throws {
    let layer = try Self.read("made/ring-open.txt")
    #expect(layer.geometry.x == [38_520_000, 38_520_300, 38_520_300, 38_520_000, 38_520_000])
    #expect(layer.geometry.y == [3_174_000, 3_174_000, 3_174_200, 3_174_200, 3_174_000])
    #expect(layer.issues.isEmpty)
    let unreadable = try Self.read("made/point-unreadable.txt")
    #expect(unreadable.issues.map(\.line) == [16])
    #expect(try Self.read("made/heights.txt").heightsDropped == 1)
  }

  @Test("files by others, against the areas that they state")
  func given() throws {
    struct Expected: Decodable {
      struct Parcel: Decodable {
        var no: String
        var name: String
        var epsg: Int
        var planarArea: Double
        enum CodingKeys: String, CodingKey {
          case no, name, epsg
          case planarArea = "planar_area_m2"
        }
      }
      var file: String
      var parcels: [Parcel]
    }
    for expected in try jsonLines("exchange-text/given/expected.jsonl", as: Expected.self) {
      let layer = try Self.read("given/\(expected.file)")
      let plane = layer.geometry.placed(in: Plane.self)
      #expect(layer.encoding == "GB18030 (not valid UTF-8)")
      guard !expected.parcels.isEmpty else {
        #expect(layer.state == [.unreadable])
        #expect(layer.issues.map(\.line) == [14, 15])
        continue
      }
      for (feature, parcel) in expected.parcels.enumerated() {
        #expect(layer.declaredCRS == "EPSG:\(parcel.epsg)")
        #expect(layer.attributes.value(row: feature, column: 2) == .text(parcel.no))
        #expect(layer.attributes.value(row: feature, column: 3) == .text(parcel.name))
        #expect(abs(plane.planarArea(of: feature) - parcel.planarArea) < 5e-5)
      }
    }
  }

  @Test("a file is known by its sections, in every encoding; others are not")
  func looksLike() throws {
    for expected in try Self.cases.get() {
      let file = fixtures.appending(path: "exchange-text/\(expected.file)")
      #expect(ExchangeTextReader.looksLike(Array(try Data(contentsOf: file).prefix(4096))))
    }
    for text in ["", "{\"属性描述\":1}", "a,b\n[1,2", "POLYGON((0 0"] {
      #expect(!ExchangeTextReader.looksLike(Array(text.utf8)))
    }
  }

  @Test("any cut of a file is read or refused with a line; nothing is lost without a word")
  func cuts() throws {
    let whole = try Data(
      contentsOf: fixtures.appending(path: "exchange-text/made/standard.txt"))
    for end in 0..<whole.count {
      let source = SourceBytes(name: "cut.txt", bytes: Array(whole.prefix(end)))
      do throws(FormatError) {
        let layer = try ExchangeTextReader.readLayer(source)
        #expect(layer.featureCount == 1)
      } catch {
        #expect(error.line != nil || error.offset != nil)
      }
    }
  }

  @Test("changed bytes are read or refused with a place; every parcel keeps its row")
  func mutations() throws {
    let whole = Array(
      try Data(contentsOf: fixtures.appending(path: "exchange-text/made/line.txt")))
    var random = SeededGenerator(seed: 84)
    for _ in 0..<rounds(2000) {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let signs = Array(",@\n[]J.9- =".utf8)
        bytes[at] = signs[Int.random(in: 0..<signs.count, using: &random)]
      }
      do throws(FormatError) {
        let layer = try ExchangeTextReader.readLayer(SourceBytes(name: "m.txt", bytes: bytes))
        #expect(layer.featureCount >= 1)
        #expect(layer.geometry.featureCount == layer.featureCount)
        #expect(layer.attributes.rowCount == layer.featureCount)
      } catch {
        #expect(error.line != nil || error.offset != nil)
      }
    }
  }
}
