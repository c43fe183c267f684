import Foundation
import LandTestSupport
import Testing

/// What may stand in an output's place.
@Suite("Links, devices and pipes in an output's place") struct PlaceTests {
  private let scratch: Scratch
  private let parcels: String

  init() throws {
    scratch = try Scratch()
    parcels = try scratch.write("parcels.geojson", Sample.parcels)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path(name), withDestinationPath: target)
  }

  private func isLink(_ name: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: scratch.path(name))) != nil
  }

  @Test("a link is replaced, what it leads to stays", arguments: ["there.txt", "nowhere.txt"])
  func replaced(target: String) throws {
    try scratch.write("there.txt", "mine")
    for name in ["made.csv", "made.gpkg"] {
      try link(name, to: scratch.path(target))
      let run = try runLandctl(["convert", parcels, scratch.path(name)])
      #expect(run.status == 0, "\(run.stderr)")
      #expect(!isLink(name))
      #expect(try scratch.text("there.txt") == "mine")
      #expect(!FileManager.default.fileExists(atPath: scratch.path("nowhere.txt")))
    }
  }

  @Test("a folder that is a link is used; one that leads nowhere, or to itself, is refused")
  func folders() throws {
    try scratch.write("real/x", "")
    try link("out", to: scratch.path("real"))
    let arguments = ["audit", parcels, "--outputs", "data", "--output"]
    #expect(try runLandctl(arguments + [scratch.path("out")]).status == 0)
    #expect(isLink("out"))
    #expect(try Set(scratch.files(in: "real").keys) == Sample.dataFiles.union(["x"]))
    try link("nothing", to: scratch.path("missing"))
    try link("loop", to: scratch.path("loop"))
    for name in ["nothing", "loop"] {
      let run = try runLandctl(arguments + [scratch.path(name)])
      #expect(run.status == 73 && run.stderr.contains(name), "\(run.stderr)")
    }
  }

  @Test("an input may be a link; one that leads to itself is refused")
  func inputs() throws {
    try link("parcels", to: parcels)
    #expect(try runLandctl(["audit", scratch.path("parcels")]).status == 0)
    try link("round.geojson", to: scratch.path("round.geojson"))
    #expect(try runLandctl(["audit", scratch.path("round.geojson")]).status == 66)
  }

  @Test("devices, pipes and descriptors are never replaced by a file")
  func devices() throws {
    let pipe = scratch.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    try link("null", to: "/dev/null")
    try link("stdout", to: "/proc/self/fd/1")
    for path in [pipe, scratch.path("null"), scratch.path("stdout"), "/dev/null"] {
      for format in ["csv", "gpkg"] {
        let run = try runLandctl(["convert", parcels, path, "--format", format])
        #expect(run.status == 73 && run.stderr.contains("device"), "\(path): \(run.stderr)")
      }
    }
    var status = stat()
    #expect(lstat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test("a link that waits under the name of the temporary file leads nowhere")
  func planted() throws {
    try scratch.write("victim.txt", "mine")
    let run = try runLandctl(
      ["convert", parcels, "made.csv"], in: scratch.folder,
      launch: .after("ln -s victim.txt .made.csv.$$.part"))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(try scratch.text("victim.txt") == "mine" && !isLink("made.csv"))
  }

  @Test("a file keeps the permissions of the one it replaces; a new one has those of the mask")
  func permissions() throws {
    func mode(_ name: String) throws -> Int {
      let facts = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
      return facts[.posixPermissions] as? Int ?? -1
    }
    try scratch.write("kept.csv", "")
    chmod(scratch.path("kept.csv"), 0o600)
    let ledger = scratch.path("land.gpkg")
    for (name, mask, expected) in [
      ("kept.csv", "022", 0o600), ("new.csv", "022", 0o644), ("closed.csv", "077", 0o600),
      ("new.gpkg", "027", 0o640),
    ] {
      let run = try runLandctl(
        ["convert", parcels, scratch.path(name)], launch: .after("umask \(mask)"))
      #expect(try run.status == 0 && mode(name) == expected, "\(name)")
    }
    #expect(
      try runLandctl(
        ["ledger", "init", ledger, "--territory", "369900"], launch: .after("umask 077")
      ).status == 0)
    #expect(try mode("land.gpkg") == 0o600)
  }
}
