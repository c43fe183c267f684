import Foundation
import LandTestSupport
import Testing

/// Workers, locale, time zone, folders, home and mask: none of them shows in any byte of any command.
@Suite("The same bytes in all surroundings") struct SurroundingsTests {
  private struct Surroundings {
    var environment: [String: String]
    var jobs: String
    var isRelative: Bool
    var mask: String
  }

  private static let kinds = [
    Surroundings(environment: ["LC_ALL": "C"], jobs: "1", isRelative: true, mask: "022"),
    Surroundings(
      environment: ["LC_ALL": "zh_CN.UTF-8", "TZ": "Pacific/Kiritimati", "HOME": "/nowhere"],
      jobs: "2", isRelative: false, mask: "077"),
    Surroundings(
      environment: ["LANG": "zh_CN.GB18030", "TZ": "America/Adak"], jobs: "3", isRelative: true,
      mask: "002"),
    Surroundings(
      environment: ["LANG": "", "TZ": "garbage", "TMPDIR": "/var/tmp"], jobs: "7",
      isRelative: false, mask: "000"),
  ]

  /// All that the commands print and write, below folders of the same shape.
  private func everything(_ kind: Surroundings) throws -> [String: [UInt8]] {
    let scratch = try Scratch()
    _ = try Sample.write(into: scratch)
    let zone = try Scratch()
    try GateZone().write(to: zone)
    try FileManager.default.copyItem(at: zone.folder, to: scratch.url("zone"))
    try scratch.write("out/x", "")
    let root = kind.isRelative ? "" : scratch.folder.path + "/"
    func at(_ name: String) -> String { root + name }
    let day = ["--as-of", "2025-06-30"]
    let town = [
      "--buildings", at("buildings.geojson"), "--zones", at("zones.geojson"), "--contracts",
      at("contracts.csv"), "--jobs", kind.jobs,
    ]
    let commands: [[String]] =
      [
        ["audit", at("parcels.geojson"), "--outputs", "all", "--output", at("out/audit")] + town
          + day,
        ["audit", at("parcels.geojson"), "--format", "json"] + town + day,
        ["inspect", at("parcels.geojson"), at("contracts.csv"), "--format", "json"],
        ["expansion", "check", at("zone/zone.yaml"), "--format", "json"] + day,
        ["expansion", "prepare", at("zone/zone.yaml"), "--output", at("out/dossier")] + day,
        ["ledger", "init", at("out/land.gpkg"), "--territory", "369900", "--date", "2025-01-01"],
        ["ledger", "status", at("out/land.gpkg")] + day,
        ["ledger", "export", at("out/land.gpkg"), "--output", at("out/export")],
      ]
      + ["gpkg", "csv", "shp", "geojson", "wkt"].map {
        ["convert", at("parcels.geojson"), at("out/made.\($0)")] + day
      }
    var result: [String: [UInt8]] = [:]
    for command in commands {

      let run = try runLandctl(
        command + ["--lang", "en"],
        environment: kind.environment.merging(["PATH": "/nowhere"]) { $1 }, in: scratch.folder,
        launch: .after("umask \(kind.mask)"))
      #expect(run.status == 0, "\(command): \(run.stderr)")
      let said = run.text + run.stderr
      result[
        "said by " + command[0...1].joined(separator: " ").replacingOccurrences(of: root, with: "")] =
        Array(said.replacingOccurrences(of: scratch.folder.path + "/", with: "").utf8)
    }
    for (name, bytes) in try filesBelow(scratch.url("out")) { result[name] = bytes }
    return result
  }

  @Test("audit, inspect, convert, expansion and ledger")
  func same() throws {
    let first = try everything(Self.kinds[0])
    #expect(first.count > 40)
    for kind in Self.kinds.dropFirst() {
      let other = try everything(kind)
      #expect(Set(other.keys) == Set(first.keys))
      let different = first.keys.filter { first[$0] != other[$0] }.sorted()
      #expect(different.isEmpty, "\(kind): \(different)")
    }
  }
}
