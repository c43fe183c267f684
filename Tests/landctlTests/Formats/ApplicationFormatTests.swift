import Foundation
import LandTestSupport
import Testing

/// An application whose layers lie in one GeoPackage and whose tables are a workbook and JSON.
@Suite("an application in other formats") struct ApplicationFormatTests {
  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) \(arguments)")
  }

  @Test("the same check, the same dossier, which verifies")
  func application() throws {
    let scratch = try Scratch()
    let source = fixtures.appendingPathComponent("expansion")
    let folder = scratch.url("zone")
    try FileManager.default.copyItem(at: source, to: folder)
    let package = folder.appendingPathComponent("all.gpkg").path
    let layers = [
      "parcels", "buildings", "zones", "not_suppliable", "ready", "approved_land", "use_before",
      "use_after", "proposed_blocks", "scope", "scope_2006",
    ]
    for (index, layer) in layers.enumerated() {
      let file = folder.appendingPathComponent(layer + ".geojson").path
      try Self.run(
        "ogr2ogr", (index == 0 ? [] : ["-update"]) + ["-f", "GPKG", "-nln", layer, package, file])
    }
    for (from, to) in [
      ("contracts.csv", "contracts.xlsx"), ("enterprises.csv", "enterprises.json"),
    ] {
      let run = try runLandctl(
        ["convert", from, to, "--as", String(from.dropLast(4))], in: folder)
      try #require(run.status == 0, "\(run.stderr)")
    }
    var text = try String(
      contentsOf: folder.appendingPathComponent("zone.yaml"), encoding: .utf8)
    for layer in layers { text = text.replacing(" \(layer).geojson", with: " all.gpkg:\(layer)") }
    text = text.replacing("contracts.csv", with: "contracts.xlsx")
      .replacing("enterprises.csv", with: "enterprises.json")
    try #require(!text.contains(".geojson") && !text.contains(".csv"))
    try text.write(
      to: folder.appendingPathComponent("other.yaml"), atomically: true, encoding: .utf8)

    func check(_ file: String) throws -> String {
      let run = try runLandctl(
        ["expansion", "check", file, "--as-of", "2025-06-30"], in: folder)
      #expect(run.status == 0, "\(run.stderr)")
      return run.text
    }
    #expect(try check("other.yaml") == check("zone.yaml"))
    let prepared = try runLandctl(
      ["expansion", "prepare", "other.yaml", "--as-of", "2025-06-30", "--output", "dossier"],
      in: folder)
    #expect(prepared.status == 0, "\(prepared.stderr)")
    let verified = try runLandctl(["verify", "dossier"], in: folder)
    #expect(verified.status == 0, "\(verified.text) \(verified.stderr)")
    let changed = try runLandctl(
      ["convert", "zone.geojson", "all.gpkg"], in: folder)
    #expect(changed.status == 66)
  }
}
