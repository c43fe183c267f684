import Foundation
import LandLayers
import LandTestSupport
import Testing

/// Files that are read in pieces against the same files read at once.
@Suite struct RecordTests {
  private static func feature(_ i: Int, _ more: String = "") -> String {
    #"{"type":"Feature","properties":{"n":"\#(i),]}\"{["\#(more)},"geometry":{"type":"Polygon","coordinates":[[[\#(i),0],[\#(i),1],[1.5,2],[\#(i),0]]]}}"#
  }

  /// Reads a file in pieces of some bytes, then each record once more by its place.
  private func inPieces(_ path: String, _ size: Int) throws -> (texts: [String], crs: String?) {
    let file = try RecordFile(path)
    var chunks = try RecordChunks(file, digest: true, size: size)
    var index = RecordIndex()
    var names: [String] = []
    var texts: [String] = []
    while let chunk = try chunks.next() {
      let layer = try GeoJSONReader.readRecords(chunk, first: index.count, names: names)
      index.append(RecordIndex.Places(chunk, layer))
      names = layer.attributes.names
      texts += described(layer)
    }
    #expect(chunks.digest?.text == (try SourceBytes.open(path)).sha256())
    let last = index.count - 1
    if last > 3 {
      let some = try index.layer(
        of: [0..<1, 2..<last - 1, last..<last + 1], in: file, chunks.layout, names: names,
        declaredCRS: nil)
      let wanted = [0] + Array(2..<last - 1) + [last]
      // Places are known for the blocks that begin where the line was kept.
      #expect(described(some).map(\.withoutPlace) == wanted.map { texts[$0].withoutPlace })
      #expect(some.feature(number: last) == wanted.count - 1)
    }
    return (texts, chunks.declaredCRS)
  }

  private func described(_ layer: FeatureLayer) -> [String] {
    (0..<layer.featureCount).map { feature in
      var bytes: [UInt8] = []
      _ = layer.appendGeometry(of: feature, to: &bytes)
      let cells = layer.attributes.names.indices.map {
        "\(layer.attributes.names[$0])=\(layer.attributes.value(row: feature, column: $0).text ?? "")"
      }.filter { !$0.hasSuffix("=") }
      let issues = layer.issues.filter { $0.feature == feature }.map {
        "\($0.kind)@\($0.line ?? 0):\($0.column ?? 0)"
      }
      return "\(layer.number(of: feature)) \(layer.state[feature]) \(cells) "
        + String(decoding: bytes, as: UTF8.self) + "|\(issues)"
    }
  }

  private static let bad =
    #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3]]]}}"#

  static let files: [(name: String, text: String)] = [
    ("lines.geojsonl", (0..<9).map { feature($0) + "\n" }.joined()),
    ("no end.ndjson", "\u{FEFF}" + (0..<5).map { feature($0) }.joined(separator: "\r\n")),
    ("faulty.geojsonl", feature(0) + "\n{\n\n" + bad + "\n" + feature(3) + " 1\n  " + feature(4)),
    ("told by content.json", feature(0) + "\n" + feature(1, #","late":2"#) + "\n"),
    (
      "separated.geojsons",
      (0..<7).map { "\u{1E}" + feature($0).replacingOccurrences(of: ",", with: ",\n") + "\n" }
        .joined() + "\u{1E}" + bad
    ),
    (
      "collection.geojson",
      #"{"type":"FeatureCollection","crs":"EPSG:4490","features":[ "#
        + ((0..<9).map { feature($0) } + [bad, "7", "{}"]).joined(separator: ",\n") + "\n]}\n"
    ),
    (
      "words behind.geojson",
      "\n {\"bbox\":[1,{\"features\":[1]}],\"features\":[" + feature(0) + "," + feature(1)
        + "],\n\"type\":\"FeatureCollection\",\"crs\":\"EPSG:4527\"}"
    ),
    ("none.geojson", #"{"type":"FeatureCollection","features":[]}"#),
  ]

  @Test("the same features, issues with their places, and system", arguments: files)
  func same(name: String, text: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(name, text)
    let source = try SourceBytes.open(path)
    let layer = try GeoJSONReader.readLayer(source, isSequence: LayerFileName.isSequence(name))
    for size in [1, 100, 350, 1 << 20] {
      let (found, crs) = try inPieces(path, size)
      #expect(found == described(layer), "\(size)")
      #expect(crs == layer.declaredCRS)
    }
  }

  @Test(
    "the same fault at the same place",
    arguments: [
      #"{"type":"FeatureCollection","features":["# + "\n" + feature(0) + ",\n]}",
      #"{"type":"FeatureCollection","features":["# + "\n" + feature(0)
        + ",\n{\"type\":\"Feature\",,}]}",
      #"{"type":"FeatureCollection","features":["# + feature(0) + "\n" + feature(1) + "]}",
      #"{"type":"FeatureCollection","features":["# + feature(0) + "\n]",
      #"{"type":"FeatureCollection","features":["# + feature(0) + ",\n",
      #"{"type":"FeatureCollection","features":["# + feature(0) + "\n],\n\"type\":1}",
      #"{"type":"FeatureCollection","features":["# + feature(0) + "\n]}\n x",
    ])
  func sameFault(text: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write("faulty.geojson", text)
    let whole = #expect(throws: FormatError.self) {
      try GeoJSONReader.readLayer(try SourceBytes.open(path))
    }
    for size in [1, 100, 1 << 20] {
      let pieces = #expect(throws: FormatError.self) { try inPieces(path, size) }
      #expect(
        pieces?.line == whole?.line && pieces?.column == whole?.column
          && pieces?.message == whole?.message && pieces?.offset == whole?.offset, "\(size)")
    }
  }
}

extension String {
  fileprivate var withoutPlace: String {
    replacingOccurrences(of: "@[0-9]+:[0-9]+", with: "", options: .regularExpression)
  }
}
