import Foundation
import Glibc
import LandTestSupport
import Testing

/// Files that are no good: a message with the place, exit 65 or 66, no crash.
@Suite("bad files") struct BadFileTests {
  private func refused(_ path: String, _ words: String..., status: Int32 = 65) throws {
    for command in [["audit", path], ["inspect", path]] {
      let run = try runLandctl(command)
      #expect(run.status == status, "\(command): \(run.status) \(run.stderr)")
      #expect(run.stderr.contains("landctl: error: ") && run.stderr.contains("remedy: "))
      for word in words { #expect(run.stderr.contains(word), "\(run.stderr)") }
    }
  }

  @Test("folders, devices and pipes")
  func places() throws {
    let scratch = try Scratch()
    try refused(scratch.folder.path, "it is a folder", status: 66)
    try refused("/dev/zero", "not a regular file", status: 66)
    let pipe = scratch.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    try refused(pipe, "not a regular file", status: 66)
    try refused(scratch.path("nothing.shp"), "No such file", status: 66)
  }

  @Test("empty files of every name")
  func empty() throws {
    let scratch = try Scratch()
    for suffix in ["geojson", "shp", "gpkg", "csv", "wkt", "txt", "kml", "xlsx", "dbf"] {
      try refused(try scratch.write("empty.\(suffix)", ""), "empty.\(suffix)")
    }
  }

  @Test("layers without a feature, and of points and lines only")
  func withoutPolygons() throws {
    let scratch = try Scratch()
    let none = try scratch.write("none.geojson", #"{"type":"FeatureCollection","features":[]}"#)
    let points = try scratch.write(
      "points.geojson",
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[114,28]}}"#)
    for path in [none, points] {
      let run = try runLandctl(["audit", path])
      #expect(run.status == 65 && run.stderr.contains("no readable polygon"))
      for suffix in ["gpkg", "shp"] {
        let other = scratch.path("made.\(suffix)")
        #expect(try runLandctl(["convert", path, other]).status == 0)
        #expect(try runLandctl(["audit", other]).status == 65)
      }
    }
  }

  @Test("files that end in the middle")
  func truncated() throws {
    let scratch = try Scratch()
    for name in [
      "shapefiles/utf8_cpg/parcels.shp", "gpkg/chinese_names.gpkg", "places/bubenec_plots.geojson",
    ] {
      let whole = try Data(contentsOf: fixtures.appendingPathComponent(name))
      let ending = String(name.split(separator: ".").last ?? "")
      try refused(try scratch.write("cut.\(ending)", bytes: Array(whole.prefix(whole.count / 2))))
    }
  }

  @Test("a table whose length is not what its head says")
  func wrongTable() throws {
    let scratch = try Scratch()
    let source = fixtures.appendingPathComponent("shapefiles/utf8_cpg")
    for name in ["parcels.shp", "parcels.shx", "parcels.prj", "parcels.cpg"] {
      try FileManager.default.copyItem(
        at: source.appendingPathComponent(name), to: scratch.url(name))
    }
    let table = try Data(contentsOf: source.appendingPathComponent("parcels.dbf"))
    // Two thousand million rows, of which there are thirty.
    var lying = Array(table)
    (lying[4], lying[5], lying[6], lying[7]) = (0xFF, 0xFF, 0xFF, 0x7F)
    try scratch.write("parcels.dbf", bytes: lying)
    try refused(scratch.path("parcels.shp"), "parcels.dbf")
  }

  @Test("a row of a million columns is read within bounds")
  func wideRows() throws {
    let scratch = try Scratch()
    let wide = String(repeating: "a,", count: 1_000_000)
    try refused(try scratch.write("wide.csv", wide + "\n1\n"), "wide.csv")
    let run = try runLandctl([
      "inspect", try scratch.write("row.csv", "宗地编号,合同编号\n" + wide + "\n1,2\n"),
    ])
    #expect(run.status == 0 && run.stdout.count < 100_000)
  }

  @Test("archives that were made to fill the disk, and files that are not what they are called")
  func disguised() throws {
    let scratch = try Scratch()
    var state = UInt64(42)
    let noise = (0..<4096).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    for suffix in ["geojson", "shp", "gpkg", "txt", "wkt", "kmz", "xlsx", "gz", "dbf", "dxf"] {
      let run = try runLandctl(["audit", try scratch.write("noise.\(suffix)", bytes: noise)])
      #expect(run.status == 65, "\(suffix): \(run.status) \(run.stderr)")
    }
  }
}
