import Foundation
import LandTestSupport
import Testing

/// Texts nested ten thousand and a million times, and lines without end.
@Suite("Nesting and long lines") struct NestingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func refused(_ arguments: [String], _ words: String) throws {
    let run = try runLandctl(arguments)
    #expect(run.status == 65, "\(arguments): \(run.status) \(run.stderr)")
    #expect(run.stderr.contains(words) && run.stderr.contains(":"), "\(arguments): \(run.stderr)")
    #expect(!run.stderr.contains("yaml_set_max_nest_level"))
  }

  @Test("a message with the place, 65, no stack that runs out", arguments: [10_000, 1_000_000])
  func nested(depth: Int) throws {
    let array = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let deep = "nested deeper than"
    let parcels = try scratch.write("parcels.geojson", Sample.parcels)
    let coordinates = try scratch.write(
      "coordinates.geojson", #"{"type":"Polygon","coordinates":"# + array + "}")
    try refused(["audit", coordinates], deep)
    try refused(["inspect", coordinates], deep)
    let property = try scratch.write(
      "property.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":"#
        + array + "}}]}")
    try refused(["convert", property, scratch.path("made.csv")], deep)
    let table = try scratch.write("table.json", "[{\"a\":" + array + "}]")
    try refused(["audit", parcels, "--contracts", table], deep)
    let yaml = try scratch.write("deep.yaml", "schema: 1\nzone: " + array + "\n")
    try refused(["expansion", "check", yaml], deep)
    try refused(["rules", "check", yaml], deep)
    try refused(["audit", parcels, "--fields", yaml], deep)
    let blocks = try scratch.write(
      "blocks.yaml", "schema: 1\nzone:\n" + String(repeating: "- ", count: depth) + "1\n")
    try refused(["audit", parcels, "--zone", blocks], deep)
    try refused(
      [
        "audit",
        try scratch.write(
          "deep.wkt",
          String(repeating: "GEOMETRYCOLLECTION(", count: depth)
            + String(repeating: ")", count: depth)),
      ], "no readable polygon")
    try scratch.write("dossier/manifest.json", array)
    try refused(["verify", scratch.path("dossier")], "no manifest")
  }

  @Test("one line of eight megabytes of each text that is read")
  func longLine() throws {
    let long = String(repeating: "x", count: 8 << 20)
    let geojson = try scratch.write(
      "long.geojson",
      Sample.collection([Sample.feature(#""parcel_id":"\#(long)""#, Sample.squareOne)]))
    #expect(try runLandctl(["convert", geojson, scratch.path("made.csv")]).status == 0)
    #expect(try scratch.bytes("made.csv").count > 8 << 20)
    let wide = try scratch.write("long.csv", "parcel_id,name\n1," + long + "\n")
    #expect(try runLandctl(["inspect", wide]).status == 0)
    let yaml = try scratch.write("long.yaml", "schema: 1\nzone: [" + long + long + "]\n")
    let run = try runLandctl(["expansion", "check", yaml])
    #expect(run.status == 65 && run.stderr.count < 2000 && run.stderr.contains("too large"))
  }
}
