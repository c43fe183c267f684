import Foundation
import LandGeometry
import LandTestSupport
import Testing

@testable import LandLayers

/// Reading an array of features in pieces must not show: not in what is read, not in what is said
/// of a fault, not in where.
@Suite("GeoJSON read in pieces") struct GeoJSONPieceTests {
  /// Everything that reading comes to, or the fault that ended it.
  private func outcome(_ bytes: [UInt8], pieceLength: Int, workers: Int) -> String {
    let source = SourceBytes(name: "pieces.geojson", bytes: bytes)
    do throws(FormatError) {
      let layer = try GeoJSONReader.readLayer(
        source,
        sharing: GeoJSONSharing(workers: Workers(count: workers), pieceLength: pieceLength))
      let table = layer.attributes
      return """
        \(layer.format) \(layer.declaredCRS ?? "-") \(layer.heightsDropped) \(layer.state)
        \(layer.geometry.x.map(\.bitPattern)) \(layer.geometry.y.map(\.bitPattern))
        \(layer.geometry.ringStart) \(layer.geometry.polygonStart) \(layer.geometry.featureStart)
        \(table.names.map { Array($0.utf8) }) \(table.cells) \(table.base)
        \(layer.identifierOffset) \(layer.geometryBytes) \(layer.propertyBytes)
        \(layer.issues)
        """
    } catch {
      return "\(error)"
    }
  }

  /// Whether pieces of different lengths, down to one a feature, come to what one go does.
  private func isAlike(_ bytes: [UInt8], _ name: String) -> Bool {
    let whole = outcome(bytes, pieceLength: 1 << 40, workers: 1)
    for (length, workers) in [(1, 2), (97, 3), (700, 2), (5000, 4)]
    where outcome(bytes, pieceLength: length, workers: workers) != whole {
      Issue.record("\(name): pieces of \(length) bytes")
      return false
    }
    return true
  }

  /// The GeoJSON files among the fixtures, the large ones left out.
  private func files() throws -> [(name: String, bytes: [UInt8])] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: fixtures.path).sorted()
    return try all.filter { $0.hasSuffix(".geojson") }.compactMap { path in
      let bytes = Array(try Data(contentsOf: fixtures.appendingPathComponent(path)))
      return bytes.count < 60_000 ? (path, bytes) : nil
    }
  }

  @Test("every fixture")
  func everyFixture() throws {
    let files = try files()
    #expect(files.count > 80)
    for file in files { #expect(isAlike(file.bytes, file.name)) }
    for item in try jsonLines("geojson/cases.jsonl", as: GeoJSONCase.self) {
      #expect(isAlike(item.bytes, item.name))
    }
  }

  @Test("mutated fixtures: bytes changed, left out, doubled, moved")
  func mutated() throws {
    var random = SeededGenerator(seed: 41)
    let files = try files().filter { (400...9000).contains($0.bytes.count) }
    let noise = Array("{}[],:\"\\0 ".utf8) + [0xFF]
    let feature = Array(#"},{"type":"Feature","properties":{"é":1},"geometry":null}"#.utf8)
    var faulty = 0
    for round in 0..<rounds(500) {
      let file = files[Int.random(in: 0..<files.count, using: &random)]
      var bytes = file.bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, at + Int.random(in: 0...400, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = noise.randomElement(using: &random) ?? 0
        case 1: bytes.removeSubrange(at..<end)
        case 2: bytes.insert(contentsOf: bytes[at..<end], at: end)
        case 3: bytes.insert(contentsOf: feature, at: at)
        default: bytes.removeSubrange(end...)
        }
        if bytes.isEmpty { break }
      }
      let whole = outcome(bytes, pieceLength: 1 << 40, workers: 1)
      if whole.hasPrefix("FormatError") { faulty += 1 }
      for length in [1, 300] where outcome(bytes, pieceLength: length, workers: 2) != whole {
        Issue.record("round \(round), \(file.name): pieces of \(length) bytes")
      }
    }
    #expect(faulty > rounds(100) && (faulty < rounds(500) || rounds(500) < 50))
  }

  private func collection(_ features: [String], _ space: String = "") -> [UInt8] {
    Array(
      "{\"type\":\"FeatureCollection\",\(space)\"features\":[\(features.joined(separator: ",\(space)"))]}"
        .utf8)
  }

  @Test("objects within a feature that look like features")
  func lookalikes() {
    let inner = #"{"type":"Feature","properties":{"n":1},"geometry":null}"#
    let nested =
      #"{"type":"Feature","properties":{"list":[{},\#(Array(repeating: inner, count: 9).joined(separator: ","))],"text":"},{\"type\":\"Feature\"},"},"geometry":null}"#
    let features = (0..<40).map { $0 % 3 == 0 ? nested : inner }
    #expect(isAlike(collection(features), "nested"))
    #expect(isAlike(collection(features, "\n  "), "nested, spaced"))
    // The array ends within what was guessed to be a run of features.
    let text = String(decoding: collection(features), as: UTF8.self).dropLast()
    #expect(isAlike(Array("\(text),\"more\":[\(nested),\(inner)]}".utf8), "behind the array"))
    #expect(isAlike(Array("\(text),\"features\":[\(nested)]}".utf8), "two arrays"))
    #expect(isAlike(Array(text.dropLast().utf8), "no end"))
    #expect(isAlike(Array("\(text.dropLast()),]}".utf8), "a comma too many"))
  }

  @Test("names that come late, are equal in other letters, or are too many")
  func names() {
    func feature(_ properties: String) -> String {
      #"{"id":7,"type":"Feature","properties":{\#(properties)},"geometry":null}"#
    }
    let composed = "\"\u{E9}\":1"
    let decomposed = "\"e\u{301}\":2"
    var features = (0..<60).map { feature("\"a\($0 % 7)\":\($0),\"b\($0 / 9)\":[{},{}]") }
    features[10] = feature(composed)
    features[30] = feature("\(decomposed),\(decomposed)")
    features[31] = feature("\"\\u00e9\":3,\"\":4,\"\":5")
    features[50] = feature(#""a1":1,"a1":2"#)
    #expect(isAlike(collection(features), "late names"))
    let many = (0..<30).map { f in
      feature((0..<200).map { "\"n\(f * 190 + $0)\":1" }.joined(separator: ","))
    }
    #expect(isAlike(collection(many + many), "too many names"))
  }
}
