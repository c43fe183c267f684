import Foundation
import LandTestSupport
import Testing

@Suite("landctl audit --partition-by zone_id") struct PartitionCommandTests {
  private let scratch: Scratch
  private let arguments: [String]

  init() throws {
    scratch = try Scratch()
    arguments = try Sample.write(into: scratch)
  }

  private static let names = [
    "parcels.csv", "parcel_contracts.csv", "findings.csv", "overlaps.csv", "zones.csv",
    "parcels.geojson",
  ]

  @Test("the same files and the same table")
  func sameFiles() throws {
    let whole = try runLandctl(
      arguments + ["--output", scratch.path("whole"), "--outputs", "data"])
    let parts = try runLandctl(
      arguments + ["--output", scratch.path("parts"), "--partition-by", "zone_id"])
    #expect(parts.status == 0 && parts.text == whole.text)
    for name in Self.names {
      #expect(try scratch.bytes("parts/" + name) == scratch.bytes("whole/" + name), "\(name)")
    }
    let manifest = try scratch.text("parts/manifest.json")
    #expect(
      manifest.replacingOccurrences(of: #","partition_by":"zone_id""#, with: "")
        == (try scratch.text("whole/manifest.json")))
    #expect(try scratch.files(in: "parts").count == 7)
  }

  @Test("the same on standard output", arguments: ["csv", "json", "geojson"])
  func sameStream(format: String) throws {
    let whole = try runLandctl(arguments + ["--format", format])
    let parts = try runLandctl(arguments + ["--format", format, "--partition-by", "zone_id"])
    #expect(parts.status == 0 && parts.stderr.isEmpty)
    let text = parts.text.replacingOccurrences(of: #","partition_by":"zone_id""#, with: "")
    #expect(text == whole.text && !text.isEmpty)
  }

  @Test("standard input to standard output, through a pipe")
  func pipe() throws {
    let lines = [
      Sample.feature(#""parcel_id":"P1","zone_id":"Z1""#, Sample.squareOne),
      Sample.feature(#""parcel_id":"P2","zone_id":"Z1""#, Sample.squareTwo),
      Sample.feature(#""parcel_id":"P3","zone_id":"Z2""#, Sample.bowTie),
    ]
    try scratch.write("-", lines.joined(separator: "\n") + "\n")
    let whole = try runLandctl(
      ["audit", "./-", "--format", "geojson", "--as-of", "2025-06-30"], in: scratch.folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.currentDirectoryURL = scratch.folder
    process.arguments = [
      "-c",
      "cat ./- | \"$0\" audit - --partition-by zone_id --format geojson --as-of 2025-06-30 > out",
      landctlBinary.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && whole.status == 0)
    #expect(try scratch.bytes("out") == whole.stdout)
    #expect(whole.text.contains("P3"))
  }

  @Test("a faulty record is a finding, and the rest is audited")
  func faultyRecord() throws {
    let path = try scratch.write(
      "faulty.geojsonl",
      Sample.feature(#""parcel_id":"A","zone_id":"Z1""#, Sample.squareOne) + "\n{\"type\":\n"
        + Sample.feature(#""parcel_id":"B","zone_id":"Z2""#, Sample.squareTwo) + "\n")
    let run = try runLandctl(
      ["audit", path, "--partition-by", "zone_id", "--output", scratch.path("out")])
    #expect(run.status == 0)
    let findings = try Table(scratch.bytes("out/findings.csv"))
    #expect(findings["source"].contains { $0.hasPrefix("faulty.geojsonl:2:") })
    #expect(try Table(scratch.bytes("out/parcels.csv"))["parcel_id"] == ["A", "#1", "B"])
  }

  @Test("what cannot be read ends the run where it would without parts")
  func brokenCollection() throws {
    let broken = Sample.parcels.replacingOccurrences(of: #""P2","#, with: #""P2",,"#)
    let path = try scratch.write("broken.geojson", broken)
    let whole = try runLandctl(["audit", path])
    let parts = try runLandctl(
      ["audit", path, "--partition-by", "zone_id", "--output", scratch.path("out")])
    #expect(whole.status == 65 && parts.status == 65 && parts.stderr == whole.stderr)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }

  @Test(
    "files that hold no zones",
    arguments: [
      ("", "the file is empty"), ("\n\n", "the file is empty"),
      (Sample.feature(#""parcel_id":"A""#, Sample.squareOne) + "\n", "no column is zone_id"),
      ("POLYGON((1 2,3 4,5 6,1 2))\n", "GeoJSON sequences"),
      (
        #"{"type":"Feature","properties":{"zone_id":"Z"},"geometry":null}"# + "\n",
        "no readable polygon"
      ),
    ])
  func unusable(text: String, message: String) throws {
    let path = try scratch.write("input.json", text)
    let run = try runLandctl(["audit", path, "--partition-by", "zone_id"])
    #expect(run.status == 65 && run.stderr.contains(message), "\(run.stderr)")
  }

  @Test("what needs all parcels at once, or is no machine file, is refused")
  func refused() throws {
    let cases: [([String], String)] = [
      (["--partition-by", "name"], "zone_id"),
      (["--partition-by", "zone_id", "--output", "x", "--outputs", "data,report"], "data only"),
      (["--partition-by", "zone_id", "--rules", "jiangxi-2018"], "as a whole"),
      (["--partition-by", "zone_id", "--enterprises", "e.csv"], "all parcels"),
    ]
    for (more, message) in cases {
      let run = try runLandctl(arguments + more, in: scratch.folder)
      #expect(run.status == 64 && run.stderr.contains(message), "\(more): \(run.stderr)")
    }
    let input = try runLandctl(["audit", "-"], stdin: "")
    #expect(input.status == 65 && input.stderr.contains("empty"), "\(input.stderr)")
    let twice = try runLandctl(["audit", "-", "--buildings", "-"], stdin: "")
    #expect(twice.status == 64 && twice.stderr.contains("standard input"))
    let missing = try runLandctl(["audit", "nowhere.geojson", "--partition-by", "zone_id"])
    #expect(missing.status == 66)
  }
}
