import Foundation
import LandKit
import LandTestSupport
import Testing

/// The generated set of 1 000 parcels against the figures of geopandas. Tolerances: areas one part
/// in a million plus a little for the last decimals, shares 1e-6; anything else is equal as text.
@Suite struct BenchmarkTests {
  private static let tolerance: [String: (absolute: Double, relative: Double)] = [
    "geodesic_area_m2": (1e-4, 1e-6), "planar_area_m2": (1e-4, 1e-6),
    "footprint_m2": (1e-3, 1e-6), "gross_floor_m2": (1e-2, 1e-6), "density": (1e-6, 1e-6),
    "plot_ratio": (1e-6, 1e-6), "contract_area_m2": (1e-6, 1e-9), "area_diff_m2": (1e-2, 1e-6),
    "area_diff_share": (1e-6, 0), "outside_m2": (1e-2, 1e-6), "outside_share": (1e-6, 0),
    "overlap_m2": (1e-3, 1e-6), "approved_m2": (1e-2, 1e-6), "supplied_m2": (1e-1, 1e-6),
    "remaining_m2": (1e-1, 1e-6),
  ]

  private func audit(workers: Int) throws -> Audited {
    let inputs = try TemporaryFolder()
    func input(_ name: String) throws -> URL {
      let file = inputs.url.appendingPathComponent("\(name).geojson")
      try gunzip(fixtures.appendingPathComponent("benchmark/\(name).geojson.gz"), to: file)
      return file
    }
    return try Audited(
      try input("parcels"), buildings: try input("buildings"), zones: try input("zones")
    ) {
      $0.survey.repair = .linework
      $0.survey.workers = Workers(count: workers)
    }
  }

  /// The work is cut into parts by the parcels alone, so the number of workers leaves no trace; nor
  /// does the folder, which is another one for each run.
  @Test func sameBytesForOneWorkerOrMany() throws {
    let (one, many) = (try audit(workers: 1), try audit(workers: 5))
    for name in AuditDirectory.names {
      let a = try Data(contentsOf: one.folder.url.appendingPathComponent(name))
      let b = try Data(contentsOf: many.folder.url.appendingPathComponent(name))
      #expect(a == b && !a.isEmpty, "\(name)")
    }
  }

  @Test func figures() throws {
    let audited = try audit(workers: 2)
    // idle_status is a measure of the generator's own.
    var differences = try compare(
      "report.csv", with: audited.rows("parcels.csv"), key: ["parcel_id"], without: ["idle_status"])
    differences += try compare(
      "overlaps.csv", with: audited.rows("overlaps.csv"), key: ["parcel_a", "parcel_b"])
    differences += try compare("zones.csv", with: audited.rows("zones.csv"), key: ["zone_id"])
    #expect(differences.isEmpty, "\(differences.prefix(20).joined(separator: "\n"))")
  }

  private func compare(
    _ name: String, with found: [[String: String]], key: [String], without skipped: [String] = []
  ) throws -> [String] {
    func keyed(_ rows: [[String: String]]) -> [String: [String: String]] {
      Dictionary(
        rows.map { row in (key.map { row[$0] ?? "" }.sorted().joined(separator: " "), row) },
        uniquingKeysWith: { first, _ in first })
    }
    let expected = keyed(try csvRows(fixtures.appendingPathComponent("benchmark/\(name)")))
    let found = keyed(found)
    // A pair right at the limit of 1 m² may fall on either side.
    func matters(_ row: [String: String]?) -> Bool {
      row?.number("overlap_m2").map { abs($0 - 1) >= 1e-3 } ?? true
    }
    var differences: [String] = []
    for id in expected.keys.sorted() where found[id] == nil && matters(expected[id]) {
      differences.append("\(name): \(id) is missing")
    }
    for id in found.keys.sorted() where expected[id] == nil && matters(found[id]) {
      differences.append("\(name): \(id) is extra")
    }
    for (id, row) in expected {
      guard let other = found[id] else { continue }
      for (column, value) in row where !key.contains(column) && !skipped.contains(column) {
        guard let result = other[column] else {
          differences.append("\(name): no column \(column)")
          continue
        }
        if !agree(column, value, result) {
          differences.append("\(name): \(id) \(column): expected \(value), found \(result)")
        }
      }
    }
    return differences.sorted()
  }

  private func agree(_ column: String, _ expected: String, _ found: String) -> Bool {
    guard let tolerance = Self.tolerance[column] else {
      return plain(column, expected) == plain(column, found)
    }
    guard let a = Double(expected), let b = Double(found), a.isFinite else {
      return (Double(expected)?.isFinite ?? false) == (Double(found)?.isFinite ?? false)
    }
    return abs(a - b) <= tolerance.absolute + tolerance.relative * abs(a)
  }

  /// A text value; reasons only up to the place, which depends on GEOS's version.
  private func plain(_ column: String, _ value: String) -> String {
    let text = value.trimmingCharacters(in: .whitespaces).lowercased()
    guard column == "reason" || column == "is_valid" else {
      return value.trimmingCharacters(in: .whitespaces)
    }
    let reason = text.prefix { $0 != "[" && $0 != "(" }.trimmingCharacters(in: .whitespaces)
    return reason == "valid geometry" ? "" : reason
  }
}

/// Unpacks a file.
func gunzip(_ packed: URL, to file: URL) throws {
  _ = FileManager.default.createFile(atPath: file.path, contents: nil)
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
  process.arguments = ["-dc", packed.path]
  process.standardOutput = try FileHandle(forWritingTo: file)
  try process.run()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
}
