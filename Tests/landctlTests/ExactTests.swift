import Foundation
import LandTestSupport
import Testing

/// Two audits of the same files, one with `--exact`: every shortcut against GEOS and GeographicLib.
@Suite("The same with every shortcut left out") struct ExactTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Sets of inputs, by their folder among the fixtures.
  enum Inputs: String, CaseIterable {
    case benchmark, dirty, bubenec, seoul, planeOfOtherDatum, zone, expansion
  }

  private func arguments(_ inputs: Inputs) throws -> [String] {
    func file(_ path: String) -> String { fixtures.appendingPathComponent(path).path }
    func folder(_ name: String) -> [String] {
      [
        file("\(name)/parcels.geojson"), "--buildings", file("\(name)/buildings.geojson"),
        "--zones", file("\(name)/zones.geojson"), "--contracts", file("\(name)/contracts.csv"),
      ]
    }
    switch inputs {
    case .benchmark:
      for name in ["parcels", "buildings", "zones"] {
        try unpack("benchmark/\(name).geojson.gz", to: "\(name).geojson")
      }
      return [
        scratch.path("parcels.geojson"), "--buildings", scratch.path("buildings.geojson"),
        "--zones", scratch.path("zones.geojson"), "--repair", "linework",
      ]
    case .dirty: return [file("dirty/parcels_dirty.geojson"), "--repair", "structure"]
    case .bubenec:
      return [
        file("places/bubenec_plots.geojson"), "--buildings",
        file("places/bubenec_buildings.geojson"),
      ]
    case .seoul: return [file("places/seoul_nonhyeon_parcels.geojson")]
    case .planeOfOtherDatum:
      return [file("places/nl_plots_28992.wkt"), "--crs", "EPSG:28992"]
    case .zone: return folder("zone")
    case .expansion: return folder("expansion")
    }
  }

  private func unpack(_ fixture: String, to name: String) throws {
    let unpacked = FileManager.default
    try scratch.write(name, "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
    process.arguments = ["-dc", fixtures.appendingPathComponent(fixture).path]
    let output = try FileHandle(forWritingTo: scratch.url(name))
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    try output.close()
    #expect(process.terminationStatus == 0 && unpacked.fileExists(atPath: scratch.path(name)))
  }

  /// A text cut into its numbers and what stands between them.
  private struct Pieces {
    var numbers: [String] = []
    var between: [String] = []

    init(_ bytes: some Collection<UInt8>) {
      var number: [UInt8] = []
      var other: [UInt8] = []
      for byte in bytes {
        if (0x30...0x39).contains(byte) || (byte == 0x2E && !number.isEmpty) {
          if number.isEmpty {
            between.append(String(decoding: other, as: UTF8.self))
            other = []
          }
          number.append(byte)
        } else {
          if !number.isEmpty {
            numbers.append(String(decoding: number, as: UTF8.self))
            number = []
          }
          other.append(byte)
        }
      }
      if !number.isEmpty { numbers.append(String(decoding: number, as: UTF8.self)) }
      between.append(String(decoding: other, as: UTF8.self))
    }
  }

  /// The most that a geodesic area may differ, m²: GeographicLib adds areas between edges and the
  /// equator, of which a parcel is a hundred millionth, in doubles. What the ordinary run writes is
  /// right to the last place, see `fixtures/area/geodesic.jsonl`.
  private static let geodesicLimit = 2e-4

  /// Whether two numbers are the same but for one unit in the last place that is written.
  private func isNear(_ a: String, _ b: String, limit: Double) -> Bool {
    guard let x = Double(a), let y = Double(b), let point = a.firstIndex(of: ".") else {
      return false
    }
    let places = a.distance(from: point, to: a.endIndex) - 1
    return (x - y).magnitude <= max(limit, 1.01 * pow(10, -Double(places)))
  }

  @Test("the same bytes but for a last digit", arguments: Inputs.allCases)
  func sameBytes(inputs: Inputs) throws {
    let arguments = try arguments(inputs)
    for (out, more) in [("quick", []), ("exact", ["--exact"])] {
      let run = try runLandctl(
        ["audit"] + arguments + more
          + ["--as-of", "2025-06-30", "--outputs", "data", "--output", scratch.path(out)])
      #expect(run.status == 0, "\(run.stderr)")
    }
    let quick = try scratch.files(in: "quick")
    let exact = try scratch.files(in: "exact")
    #expect(Set(quick.keys) == Set(exact.keys) && quick.count >= 6)
    // The manifest says which of the two it was, and has the digests of the files.
    #expect(quick["manifest.json"] != exact["manifest.json"])
    var straddling: [String: Int] = [:]
    var geodesic = 0
    var numbers = 0
    for (name, bytes) in quick where name != "manifest.json" {
      let rows = (bytes.split(separator: 0x0A), (exact[name] ?? []).split(separator: 0x0A))
      #expect(rows.0.count == rows.1.count, "\(name)")
      let header =
        name.hasSuffix(".csv")
        ? String(decoding: rows.0[0], as: UTF8.self).split(separator: ",") : []
      for (a, b) in zip(rows.0, rows.1) {
        let (a, b) = (Pieces(a), Pieces(b))
        numbers += a.numbers.count
        guard a.between == b.between else {
          Issue.record("\(name): \(a.between) \(b.between)")
          continue
        }
        for (k, pair) in zip(a.numbers, b.numbers).enumerated() where pair.0 != pair.1 {
          let column = place(of: k, in: a, header)
          let isGeodesic = column == "geodesic_area_m2"
          #expect(
            isNear(pair.0, pair.1, limit: isGeodesic ? Self.geodesicLimit : 0),
            "\(name) \(column): \(pair)")
          if isGeodesic { geodesic += 1 } else { straddling["\(name) \(column)", default: 0] += 1 }
        }
      }
    }
    let count = straddling.values.reduce(0, +)
    print("exact \(inputs.rawValue): \(numbers) numbers, \(geodesic) geodesic, \(straddling)")
    #expect(numbers > 500)
    // A figure straddles a border between two last digits once in some thousands.
    #expect(count * 1000 <= numbers)
  }

  /// The column or member that a number stands in.
  private func place(of number: Int, in pieces: Pieces, _ header: [Substring]) -> String {
    // Names have digits, too: `geodesic_area_m2`.
    var before = ""
    for k in 0...number { before += pieces.between[k] + (k < number ? pieces.numbers[k] : "") }
    if header.isEmpty {
      return before.split(separator: "\"").dropLast().last.map(String.init) ?? ""
    }
    var quoted = false
    var column = 0
    for byte in before.utf8 {
      if byte == 0x22 { quoted.toggle() }
      if byte == 0x2C, !quoted { column += 1 }
    }
    return column < header.count ? String(header[column]) : ""
  }
}
