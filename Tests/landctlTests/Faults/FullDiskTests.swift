import Foundation
import LandTestSupport
import Testing

/// A disk of some kilobytes; nil where this user may not mount one.
private final class SmallDisk: Sendable {
  let path: String

  init?(_ scratch: Scratch, kilobytes: Int) throws {
    path = scratch.path("disk")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard Self.mount("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path]) else {
      return nil
    }
  }

  deinit { _ = Self.mount("umount", [path]) }

  static let isAllowed: Bool = {
    guard getuid() == 0, let scratch = try? Scratch() else { return false }
    return (try? SmallDisk(scratch, kilobytes: 64)) != nil
  }()

  private static func mount(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/" + program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

@Suite("A full disk", .enabled(if: SmallDisk.isAllowed, "only root may mount a small disk"))
struct FullDiskTests {
  private let scratch: Scratch
  private let parcels: String

  init() throws {
    scratch = try Scratch()
    parcels = try scratch.write("many.geojson", Sample.collection(Sample.parcels(3000)))
  }

  @Test("outputs: 73 with the name, nothing partial, what was there stays")
  func outputs() throws {
    let disk = try #require(try SmallDisk(scratch, kilobytes: 192))
    let old = "mine"
    for name in ["parcels.csv", "made.csv", "made.gpkg", "made.shp"] {
      try scratch.write("disk/" + name, old)
    }
    let before = try scratch.files(in: "disk")
    let audited = scratch.path("audited")
    #expect(
      try runLandctl(["audit", parcels, "--outputs", "data", "--output", audited]).status == 0)
    var commands = ["csv", "gpkg", "shp", "geojson"].map {
      ["convert", parcels, "\(disk.path)/made.\($0)"]
    }
    commands += [
      ["audit", parcels, "--outputs", "data,xlsx", "--output", disk.path],
      ["audit", parcels, "--outputs", "gpkg", "--output", disk.path],
      ["report", audited, "--output", disk.path + "/page.html"],
      [
        "expansion", "prepare", fixtures.appendingPathComponent("expansion/zone.yaml").path,
        "--as-of", "2025-06-30", "--output", disk.path + "/papers/dossier",
      ],
    ]
    for command in commands {
      let run = try runLandctl(command)
      #expect(run.status == 73, "\(command): \(run.status) \(run.stderr)")
      #expect(run.stderr.contains(disk.path) && run.stderr.contains("remedy: "), "\(run.stderr)")
      #expect(try scratch.files(in: "disk") == before, "\(command)")
    }
  }

  @Test("temporary files: 71, and which folder")
  func temporaryFiles() throws {
    let disk = try #require(try SmallDisk(scratch, kilobytes: 64))
    let run = try runLandctl(
      ["audit", "-"], environment: ["TMPDIR": disk.path], stdin: try scratch.text("many.geojson"))
    #expect(run.status == 71, "\(run.status) \(run.stderr)")
    #expect(run.stderr.contains(disk.path) && run.stderr.contains("TMPDIR"))
  }

  @Test("a ledger: 73, and it is as before")
  func ledger() throws {
    let disk = try #require(try SmallDisk(scratch, kilobytes: 400))
    let ledger = disk.path + "/land.gpkg"
    #expect(try runLandctl(["ledger", "init", ledger, "--territory", "369900"]).status == 0)
    let before = try scratch.bytes("disk/land.gpkg")
    let run = try runLandctl([
      "ledger", "update", ledger, "--parcels", parcels, "--as-of", "2025-06-30", "--by", "A",
    ])
    #expect(run.status == 73, "\(run.status) \(run.stderr)")
    #expect(try runLandctl(["ledger", "verify", ledger]).status == 0)
    #expect(try scratch.bytes("disk/land.gpkg") == before)
  }
}
