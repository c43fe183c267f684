import Foundation
import LandTestSupport
import Testing

@testable import LandDossier

@Suite struct RelativePathTests {
  @Test(
    "paths seen from a folder",
    arguments: [
      ("/none/a/b.csv", "/none/a", "b.csv"), ("/none/a/b.csv", "/none/a/out", "../b.csv"),
      ("/none/x/b.csv", "/none/a/out", "../../x/b.csv"),
      ("/none/a/./c/../b.csv", "/none/a/", "b.csv"), ("/other/b", "/none/a", "../../other/b"),
      ("/none/ab/f", "/none/a", "../ab/f"), ("/none/地块/宗地.csv", "/none/材料", "../地块/宗地.csv"),
    ])
  func path(file: String, folder: String, expected: String) {
    #expect(RelativePath.path(to: file, from: folder) == expected)
    let back = URL(fileURLWithPath: file).standardizedFileURL.path
    #expect(RelativePath.resolve(expected, from: folder) == back)
  }

  @Test("an absolute path stays; a path with dots is followed")
  func resolve() {
    #expect(RelativePath.resolve("/none/b", from: "/none/a") == "/none/b")
    #expect(RelativePath.resolve("./x/.././y", from: "/none/a") == "/none/a/y")
    #expect(RelativePath.resolve("../../../../y", from: "/none/a") == "/y")
  }

  @Test("a folder behind a symbolic link gives the same before and after it is made")
  func links() throws {
    let scratch = try Scratch()
    let real = scratch.url("real/deep")
    try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: scratch.url("link"), withDestinationURL: real)
    let file = try scratch.write("real/zone.yaml", "x")
    let folder = scratch.path("link/dossier")
    let before = RelativePath.path(to: file, from: folder)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    #expect(before == "../../zone.yaml")
    #expect(RelativePath.path(to: file, from: folder) == before)
    let back = RelativePath.resolve(before, from: folder)
    #expect(FileManager.default.fileExists(atPath: back))
  }
}
