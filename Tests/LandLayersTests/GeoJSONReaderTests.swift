import Foundation
import LandGeometry
import LandTestSupport
import Testing

@testable import LandLayers

private let square = "[[[115,28],[115.1,28],[115.1,28.1],[115,28.1],[115,28]]]"

private func feature(_ properties: String, _ geometry: String = square) -> String {
  """
  {"type":"Feature","properties":\(properties),"geometry":{"type":"Polygon","coordinates":\(geometry)}}
  """
}

@Test func collectionBecomesColumns() throws {
  let layer = try read(
    """
    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},
    "features":[\(feature(#"{"parcel_id":"A","n":1.5}"#)),\(feature(#"{"n":2,"parcel_id":"B"}"#))]}
    """)
  #expect(layer.featureCount == 2)
  #expect(layer.declaredCRS == "urn:ogc:def:crs:EPSG::4490")
  #expect(layer.geometry.x.count == 10)
  let id = try #require(layer.attributes.column(named: "parcel_id"))
  let n = try #require(layer.attributes.column(named: "n"))
  #expect(layer.attributes.value(row: 1, column: id) == .text("B"))
  #expect(layer.attributes.value(row: 0, column: n) == .number(1.5, literal: "1.5"))
}

@Test func membersMayComeInAnyOrder() throws {
  let layer = try read(
    """
    {"features":[{"geometry":{"coordinates":\(square),"type":"Polygon"},"id":7,"type":"Feature"}],
     "type":"FeatureCollection"}
    """)
  #expect(layer.state == [.polygon])
  #expect(layer.identifierOffset[0] != 0)
}

@Test func bareGeometryAndCollectionOfPolygonsAreFeatures() throws {
  #expect(try read("{\"type\":\"Polygon\",\"coordinates\":\(square)}").state == [.polygon])
  let both = try read(
    """
    {"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":\(square)},
     {"type":"MultiPolygon","coordinates":[\(square)]}]}
    """)
  #expect(both.state == [.polygon])
  #expect(both.geometry.polygons(of: 0).count == 2)
  let mixed = try read(
    """
    {"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":\(square)},
     {"type":"Point","coordinates":[1,2]}]}
    """)
  #expect(mixed.state == [.otherType])
  #expect(mixed.geometry.x.isEmpty)
}

@Test(arguments: ["\n", "\n\u{1E}", "\r\n"]) func sequencesKeepGoodRecordsBesideBadOnes(
  separator: String
) throws {
  let text =
    [feature(#"{"parcel_id":"A"}"#), #"{"type":"Feature","#, feature(#"{"parcel_id":"B"}"#)]
    .map { separator + $0 }.joined()
  let layer = try GeoJSONReader.readLayer(
    SourceBytes(name: "x.geojsonl", bytes: Array(text.utf8)), isSequence: true)
  #expect(layer.state == [.polygon, .unreadable, .polygon])
  #expect(layer.issues.count == 1)
  // A record cut short is noticed where the next one begins.
  #expect((3...4).contains(layer.issues[0].line ?? 0))
}

@Test func sequenceIsRecognisedWithoutBeingNamed() throws {
  let layer = try read(feature("{}") + "\n" + feature("{}") + "\n")
  #expect(layer.format == "GeoJSONSeq" && layer.featureCount == 2)
}

@Test(
  arguments: [
    ("{\"type\":\"FeatureCollection\",\"features\":[],}", "trailing comma"),
    ("{\"type\":\"FeatureCollection\",\"features\":[NaN]}", "NaN"),
    ("{\"type\":\"FeatureCollection\",\"type\":\"Feature\"}", "duplicate member"),
    ("{\"type\":\"FeatureCollection\",\"features\":[]} x", "text behind the end"),
    ("{\"type\":\"FeatureCollection\",\"a\":01,\"features\":[]}", "leading zero"),
    ("{\"type\":\"FeatureCollection\",\"a\":\"\u{1}\",\"features\":[]}", "control character"),
    ("{\"type\":\"FeatureCollection\",\"a\":\"\\ud800\",\"features\":[]}", "half a surrogate"),
    ("", "empty"),
    ("{\"type\":\"FeatureCollection\",\"features\":[", "truncated"),
  ] as [(String, String)])
func faultyTextIsAPositionedError(text: String, what: String) throws {
  #expect {
    _ = try read(text)
  } throws: { error in
    guard let error = error as? FormatError else { return false }
    return error.line == 1 && error.column != nil && error.offset != nil
  }
}

@Test func invalidUTF8IsAPositionedError() {
  var bytes = Array("{\"type\":\"FeatureCollection\",\"a\":\"".utf8)
  bytes.append(contentsOf: [0xC3, 0x28])
  bytes.append(contentsOf: Array("\",\"features\":[]}".utf8))
  #expect(throws: FormatError.self) {
    try GeoJSONReader.readLayer(SourceBytes(name: "x", bytes: bytes))
  }
}

@Test func deepNestingIsAnErrorNotACrash() {
  let deep = String(repeating: "[", count: 100_000)
  #expect(throws: FormatError.self) {
    _ = try read("{\"type\":\"FeatureCollection\",\"a\":\(deep)")
  }
  let collections = String(
    repeating: "{\"type\":\"GeometryCollection\",\"geometries\":[", count: 20_000)
  #expect(throws: FormatError.self) { _ = try read(collections) }
}

@Test func oneBadFeatureKeepsItsRow() throws {
  let good = feature("{}")
  let bad: [(String, GeometryState)] = [
    ("{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}", .missing),
    (feature("{}", "[]"), .empty), (feature("{}", "[[]]"), .empty),
    (feature("{}", "[[[1,2],[3,4],[1,2]]]"), .tooFewPoints),
    (feature("{}", "[[[1,2],[3,\"4\"],[1,2]]]"), .unreadable),
    (feature("{}", "[[[1,2],[3,1e999],[5,6],[1,2]]]"), .unreadable),
    (feature("{}", "[[1,2]]"), .unreadable),
    ("null", .unreadable), ("{}", .unreadable),
    ("{\"type\":\"Other\",\"geometry\":null}", .unreadable),
  ]
  let text = bad.map { good + "," + $0.0 }.joined(separator: ",")
  let layer = try read("{\"type\":\"FeatureCollection\",\"features\":[\(text),\(good)]}")
  #expect(layer.featureCount == 2 * bad.count + 1)
  for (index, item) in bad.enumerated() {
    #expect(layer.state[2 * index] == .polygon)
    #expect(layer.state[2 * index + 1] == item.1, "\(item.0)")
  }
  #expect(layer.geometry.x.count == 5 * (bad.count + 1))
}

@Test func openRingIsClosedAndReported() throws {
  let layer = try read(feature("{}", "[[[1,1],[2,1],[2,2],[1,2]]]"))
  #expect(layer.geometry.x == [1, 2, 2, 1, 1])
  #expect(layer.issues.map(\.kind) == [.ringNotClosed])
}

@Test func duplicateMembersLeaveTheValueUnknown() throws {
  let layer = try read(feature(#"{"parcel_id":"A","x":1,"parcel_id":"B"}"#))
  let id = try #require(layer.attributes.column(named: "parcel_id"))
  #expect(layer.attributes.value(row: 0, column: id) == .null)
  #expect(layer.issues.map(\.kind) == [.duplicateMember("parcel_id")])
}

@Test func escapesAndHeightsAreRead() throws {
  let layer = try read(
    feature(
      #"{"名称":"\u4f01\u4e1a\n\"甲\" \ud83d\ude00"}"#,
      "[[[1,1,5],[2,1,5],[2,2,5],[1,1,5]]]"))
  #expect(layer.attributes.value(row: 0, column: 0) == .text("企业\n\"甲\" 😀"))
  #expect(layer.heightsDropped == 1)
}
