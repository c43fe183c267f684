import Foundation
import LandKit
import LandTestSupport
import Testing

/// An audit zone after zone writes what one over the whole file writes.
@Suite struct PartitionTests {
  /// Sizes of parts and of what is read at once: each zone alone in small pieces, a few together,
  /// and the defaults.
  static let sizes: [(least: Int, most: Int, chunk: Int)] = [
    (1, 60, 20_000), (30, 300, 50_000), (1 << 14, 1 << 16, 1 << 22),
  ]

  /// The files of a run over the whole and of one in parts; the field that only the latter's
  /// manifest has is taken out.
  static func differences(
    _ paths: AuditPaths, _ size: (least: Int, most: Int, chunk: Int), in scratch: Scratch,
    configure: (inout AuditOptions) -> Void = { _ in }
  ) throws -> [String] {
    var options = AuditOptions(asOf: auditDay)
    configure(&options)
    let run = AuditRun(try AuditInputs(paths, options: options, digests: true), options: options)
    var sink = try AuditOutput(folder: scratch.path("whole"), stream: nil)
    let whole = try run.run(into: &sink)
    try sink.finish(manifest: Manifest(run, whole).json())

    var partition = PartitionOptions()
    (partition.leastParcels, partition.mostParcels, partition.chunk) = size
    let audit = try PartitionedAudit(paths, options: options, partition: partition, digests: true)
    var parts = try AuditOutput(folder: scratch.path("parts"), stream: nil)
    let summary = try audit.run(into: &parts)
    try parts.finish(manifest: audit.manifest(summary))

    var differences: [String] = []
    for name in AuditDirectory.names {
      let (a, b) = (try scratch.text("whole/" + name), try scratch.text("parts/" + name))
      let same = b.replacingOccurrences(of: #","partition_by":"zone_id""#, with: "")
      if a == same && (name != "manifest.json" || b != same) { continue }
      let (left, right) = (a.split(separator: "\n"), same.split(separator: "\n"))
      let line = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }
      differences.append(
        "\(name): \(left.count) and \(right.count) lines; "
          + "\(line.map { "\($0.offset): \($0.element.0) | \($0.element.1)" } ?? "the end")")
    }
    if whole.read != summary.read || whole.findings != summary.findings
      || whole.all != summary.all || whole.overlaps != summary.overlaps
    {
      differences.append("the totals")
    }
    return differences
  }

  private func benchmark(_ scratch: Scratch) throws -> AuditPaths {
    func input(_ name: String) throws -> String {
      let file = scratch.url("\(name).geojson")
      try gunzip(fixtures.appendingPathComponent("benchmark/\(name).geojson.gz"), to: file)
      return file.path
    }
    var paths = AuditPaths(parcels: try input("parcels"))
    paths.buildings = try input("buildings")
    paths.zones = try input("zones")
    return paths
  }

  @Test("the generated set", arguments: sizes)
  func generated(least: Int, most: Int, chunk: Int) throws {
    let scratch = try Scratch()
    let found = try Self.differences(
      try benchmark(scratch), (least, most, chunk), in: scratch
    ) { $0.survey.repair = .linework }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test("zones that come back, in a sequence: parcels and buildings in any order")
  func shuffled() throws {
    let scratch = try Scratch()
    var paths = try benchmark(scratch)
    var random = SeededGenerator(seed: 7)
    func lines(_ path: String, _ name: String) throws -> String {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let features = text.split(separator: "\n").filter { $0.hasPrefix(#"{"type":"Feature","#) }
        .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
      return try scratch.write(
        name, features.shuffled(using: &random).joined(separator: "\n") + "\n")
    }
    paths.parcels = try lines(paths.parcels, "parcels.geojsonl")
    paths.buildings = try lines(paths.buildings ?? "", "buildings.geojsonl")
    let found = try Self.differences(paths, (120, 200, 20_000), in: scratch)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test("dirty parcels", arguments: sizes)
  func dirty(least: Int, most: Int, chunk: Int) throws {
    let scratch = try Scratch()
    let paths = AuditPaths(
      parcels: fixtures.appendingPathComponent("dirty/parcels_dirty.geojson").path)
    let found = try Self.differences(paths, (least, most, chunk), in: scratch)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  /// Squares of about a hectare in rows; those of two zones that share ground, with an id that
  /// comes twice, ids that are missing, converted cells, a height, a record that is none, and
  /// buildings across the borders of parcels and zones.
  private func corner(_ scratch: Scratch) throws -> AuditPaths {
    func square(_ x: Double, _ y: Double, _ side: Double = 0.001) -> String {
      "[[\(x),\(y)],[\(x + side),\(y)],[\(x + side),\(y + side)],[\(x),\(y + side)],[\(x),\(y)]]"
    }
    func feature(_ properties: String, _ ring: String) -> String {
      #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }
    var parcels: [String] = []
    for i in 0..<600 {
      let zone = i / 200
      let (x, y) = (114.1 + 0.00095 * Double(i % 25), 28.1 + 0.0011 * Double(i / 25))
      let id = i == 450 ? #""parcel_id":"P20","# : i % 97 == 5 ? "" : #""parcel_id":"P\#(i)","#
      let name = i % 31 == 3 ? "" : #""zone_id":"Z\#(zone)","#
      let late = i == 300 ? #","late":1"# : ""
      parcels.append(
        feature(
          #"\#(id)\#(name)"supply_date":"2015/3/\#(1 + i % 27)","contract_area_mu":16"# + late,
          square(x, y)))
      if i == 199 {
        parcels.append(#"{"type":"Feature","properties":{"zone_id":"Z0"},"geometry":"#)
      }
      if i == 399 {
        parcels.append(feature(#""zone_id":"Z9","name":"no such zone""#, square(114.13, 28.1)))
      }
    }
    parcels.append(
      feature(
        #""zone_id":"Z2","parcel_id":"H""#,
        "[[114.2,28.2,5],[114.201,28.2,5],[114.201,28.201,5],[114.2,28.2,5]]"))
    let buildings = (0..<900).map { i in
      feature(
        #""building_id":"B\#(i)","floors":\#(i % 7),"height":"x""#,
        square(114.0999 + 0.0008 * Double(i % 30), 28.0999 + 0.0009 * Double(i / 30), 0.0003))
    }
    let zones = (0..<4).map { i in
      feature(#""zone_id":"Z\#(i)""#, square(114.0995, 28.0995 + 0.0085 * Double(i), 0.03))
    }
    var paths = AuditPaths(
      parcels: try scratch.write("p.geojsonl", parcels.joined(separator: "\n") + "\n"))
    paths.buildings = try scratch.write("b.ndjson", buildings.joined(separator: "\n"))
    paths.zones = try scratch.write(
      "z.geojson",
      #"{"type":"FeatureCollection","features":["# + zones.joined(separator: ",") + "]}")
    return paths
  }

  @Test("overlaps and buildings across borders, faulty records, late columns", arguments: sizes)
  func corners(least: Int, most: Int, chunk: Int) throws {
    let scratch = try Scratch()
    let found = try Self.differences(try corner(scratch), (least, most, chunk), in: scratch)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test("one contract for parcels of several zones: shares by area, rows without parcels")
  func contracts() throws {
    let scratch = try Scratch()
    var paths = try corner(scratch)
    paths.contracts = try scratch.write(
      "c.csv",
      """
      contract_no,parcel_id,land_price,agreed_start_date
      甲-1,P1,100,2020-01-01
      甲-1,P333,100,2020-01-01
      甲-1,#490,100,2020-01-01
      甲-2,P590,50,2020-01-01
      甲-3,P9999,50,2020-01-01

      """)
    let found = try Self.differences(paths, (1, 50, 9000), in: scratch)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    #expect(try scratch.text("parts/parcel_contracts.csv").contains("甲-1"))
  }

  @Test("parcels on a plane, buildings in degrees; records between separators")
  func spaces() throws {
    let scratch = try Scratch()
    func feature(_ i: Int, _ scale: Double, _ x: Double, _ y: Double, _ id: String) -> String {
      let side = 90 * scale
      let (w, s) = (x + 100 * scale * Double(i % 20), y + 100 * scale * Double(i / 20))
      return """
        {"type":"Feature","properties":{"\(id)":"N\(i)","zone_id":"Z\(i / 60)"},
         "geometry":{"type":"Polygon","coordinates":[[[\(w),\(s)],[\(w + side),\(s)],
         [\(w + side),\(s + side)],[\(w),\(s)]]]}}
        """
    }
    let parcels = (0..<300).map { feature($0, 1, 39_400_000, 3_100_000, "parcel_id") }
    let buildings = (0..<300).map { feature($0, 0.00001, 115.97, 28.01, "building_id") }
    let separated = { (all: [String]) in all.map { "\u{1E}" + $0 + "\n" }.joined() }
    var paths = AuditPaths(parcels: try scratch.write("p.geojsons", separated(parcels)))
    paths.buildings = try scratch.write(
      "b.json",
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":["#
        + buildings.joined(separator: ",") + "]}")
    let found = try Self.differences(paths, (1, 40, 4000), in: scratch) {
      $0.survey.system = try? CoordinateSystem(option: "EPSG:4527")
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    #expect(try scratch.text("parts/parcels.csv").contains("N299"))
  }

  @Test("the coordinate system behind the features, and columns that are only named late")
  func lateWords() throws {
    let scratch = try Scratch()
    let features = (0..<40).map { i in
      #"{"type":"Feature","properties":{"\#(i < 20 ? "宗地代码" : "parcel_id")":"N\#(i)","zone_id":"Z"},"geometry":{"type":"Polygon","coordinates":[[[39400000,\#(3_100_000 + 90 * i)],[39400100,\#(3_100_000 + 90 * i)],[39400100,\#(3_100_100 + 90 * i)],[39400000,\#(3_100_000 + 90 * i)]]]}}"#
    }
    let text =
      #"{"features":["# + features.joined(separator: ",\n")
      + #"],"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4527"}}}"#
    let paths = AuditPaths(parcels: try scratch.write("p.geojson", text))
    let found = try Self.differences(paths, (1, 10, 1000), in: scratch)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
