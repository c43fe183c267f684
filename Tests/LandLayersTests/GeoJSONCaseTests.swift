import Foundation
import LandGeometry
import LandTestSupport
import Testing

@testable import LandLayers

struct GeoJSONCase: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var `class`: String
  var text: String?
  var base64: String?
  var testDescription: String { name }

  var bytes: [UInt8] {
    if let text { return Array(text.utf8) }
    return base64.flatMap { Data(base64Encoded: $0) }.map { Array($0) } ?? []
  }
}

private let cases: [GeoJSONCase] = (try? jsonLines("geojson/cases.jsonl")) ?? []

func read(_ text: String) throws -> FeatureLayer {
  try GeoJSONReader.readLayer(SourceBytes(name: "test.geojson", bytes: Array(text.utf8)))
}

@Test func allCasesAreThere() { #expect(cases.count == 54) }

@Test(arguments: cases) func publicCaseIsTreatedByItsClass(_ item: GeoJSONCase) throws {
  let source = SourceBytes(name: item.name, bytes: item.bytes)
  let layer = Result { () throws(FormatError) in try GeoJSONReader.readLayer(source) }
  let unreadable = (try? layer.get())?.state.contains(.unreadable) ?? true
  switch item.class {
  case "valid":
    #expect(!unreadable)
    #expect(
      try layer.get().issues.allSatisfy { if case .otherType = $0.kind { true } else { false } })
  case "lenient":
    // Accepted, or the one feature concerned is reported; never a failure of the whole file.
    #expect(throws: Never.self) { try layer.get() }
  case "geometry_error":
    let read = try layer.get()
    let validByShape = read.state.allSatisfy { $0 == .polygon } && read.issues.isEmpty
    #expect(!read.issues.isEmpty || validByShape)
  case "structure_error":
    // A collection without features is no layer; everything else keeps its row and is reported.
    if case .success(let read) = layer { #expect(!read.issues.isEmpty) }
  case "syntax_error":
    #expect(throws: FormatError.self) { try layer.get() }
  default:
    #expect(unreadable)
  }
}

@Test func everyDocumentThatFoundationReadsIsReadAlike() throws {
  // Another parser decides whether mutated text is JSON at all.
  var random = SeededGenerator(seed: 7)
  let seeds = cases.map(\.bytes).filter { (20...3000).contains($0.count) }
  let noise = Array("{}[],:\"\\0123456789.-+eEtfnu \n".utf8) + [0x80, 0xC3, 0x00, 0xFF]
  var rejected = 0
  for _ in 0..<rounds(20_000) {
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[at] = noise.randomElement(using: &random) ?? 0
      case 1: bytes.insert(noise.randomElement(using: &random) ?? 0, at: at)
      default: bytes.remove(at: at)
      }
      if bytes.isEmpty { bytes = [0x20] }
    }
    var scanner = Result { () throws(JSONFault) in
      try SourceBytes(name: "", bytes: bytes).withBytes { buffer throws(JSONFault) in
        var scanner = JSONScanner(buffer)
        try scanner.skipValue()
        _ = scanner.peek()
        if scanner.at < scanner.end { throw scanner.fault("trailing text") }
      }
    }
    let foundation =
      (try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])) != nil
    if case .success = scanner, !foundation {
      // Foundation refuses what RFC 8259 allows: numbers too large, deep nesting.
      let text = String(decoding: bytes, as: UTF8.self)
      let allowed = text.contains { "eE".contains($0) } || bytes.contains(0x00)
      #expect(allowed, "accepted: \(text)")
    }
    if case .failure = scanner {
      rejected += 1
      // Foundation takes some text that RFC 8259 does not allow; it must be one of these kinds.
      if foundation {
        let fault = Result { try scanner.get() }
        scanner = .failure(JSONFault(reason: "", offset: 0))
        #expect(isKnownLenience(bytes), "\(fault)")
      }
    }
    // Whatever the text is, reading it ends in a layer or a positioned error.
    do throws(FormatError) {
      let layer = try GeoJSONReader.readLayer(SourceBytes(name: "", bytes: bytes))
      #expect(layer.state.count == layer.geometry.featureCount)
      #expect(layer.attributes.rowCount == layer.featureCount)
    } catch {
      #expect(error.line != nil && error.column != nil)
    }
  }
  #expect(rejected > rounds(5000))
}

/// What Foundation's reader accepts beyond RFC 8259: a byte order mark, other encodings with NUL
/// bytes, invalid UTF-8 that it repairs, lone surrogates, and one comma before a closing bracket.
private func isKnownLenience(_ bytes: [UInt8]) -> Bool {
  let solid = bytes.filter { !" \n\r\t".utf8.contains($0) }
  let trailingComma = zip(solid, solid.dropFirst()).contains {
    $0 == UInt8(ascii: ",") && ($1 == UInt8(ascii: "]") || $1 == UInt8(ascii: "}"))
  }
  return trailingComma
    || bytes.contains(0x00) || String(validating: bytes, as: UTF8.self) == nil
    || bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.contains(UInt8(ascii: "\\"))
}
