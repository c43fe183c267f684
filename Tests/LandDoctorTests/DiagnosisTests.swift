import Foundation
import LandGeometry
import LandTestSupport
import Testing

@testable import LandDoctor

@Suite("What a look at the machine finds") struct DiagnosisTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A program of the path that prints a line and ends with a status.
  private func program(_ name: String, says line: String, status: Int = 0) throws {
    let path = try scratch.write("bin/" + name, "#!/bin/sh\necho '\(line)'\nexit \(status)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private func look(_ environment: [String: String] = [:]) -> [String: HealthCheck] {
    let all = ["PATH": scratch.path("bin"), "TMPDIR": scratch.folder.path].merging(environment) {
      $1
    }
    let checks = Diagnosis(version: "1.2.3", environment: all, folder: scratch.folder.path).checks
    return Dictionary(uniqueKeysWithValues: checks.map { ($0.id, $0) })
  }

  @Test("a version is held against the oldest that is tested")
  func versions() throws {
    try program("ogr2ogr", says: "GDAL 2.4.0, released 2018/12/14")
    try program("ogrinfo", says: "GDAL 3.10.1, released 2025/01/08")
    try program("pandoc", says: "pandoc 2.17", status: 3)
    try program("google-chrome", says: "Google Chrome 140.0.1.2")
    let checks = look()
    #expect(checks["ogr2ogr"]?.state == .tooOld && checks["ogr2ogr"]?.version == "2.4.0")
    #expect(checks["ogrinfo"]?.state == .ok && checks["ogrinfo"]?.version == "3.10.1")
    #expect(checks["pandoc"]?.state == .unusable && checks["pandoc"]?.reason != nil)
    #expect(checks["chromium"]?.version == "140.0.1.2")
    #expect(checks["chromium"]?.place == scratch.path("bin/google-chrome"))
    #expect(checks["soffice"]?.state == .missing)
  }

  @Test("without fc-list nobody knows the fonts; with it there are some or none")
  func fonts() throws {
    #expect(look()["chinese_font"]?.state == .unknown)
    try program("fc-list", says: "")
    #expect(look()["chinese_font"]?.state == .missing)
    try program("fc-list", says: "/usr/share/fonts/b.ttc: B\n/usr/share/fonts/a.ttc: A")
    #expect(look()["chinese_font"]?.place == "/usr/share/fonts/a.ttc")
  }

  @Test(
    "only a locale of UTF-8 is fine, and LC_ALL goes first",
    arguments: [
      (["LANG": "zh_CN.UTF-8"], HealthCheck.State.ok), (["LANG": "C.utf8"], .ok), ([:], .missing),
      (["LANG": "zh_CN.GB18030"], .unusable), (["LANG": "C.UTF-8", "LC_ALL": "C"], .unusable),
    ])
  func locale(environment: [String: String], state: HealthCheck.State) {
    #expect(look(environment)["locale"]?.state == state)
  }

  @Test("a look leaves nothing behind")
  func nothingLeft() throws {
    try FileManager.default.createDirectory(
      at: scratch.url("bin"), withIntermediateDirectories: true)
    let checks = look()
    #expect(checks["temporary_folder"]?.state == .ok && checks["current_folder"]?.state == .ok)
    #expect((checks["temporary_folder"]?.freeBytes ?? 0) > 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["bin"])
  }
}
