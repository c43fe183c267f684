import ArgumentParser
import Foundation
import LandDifferential
import LandGeometry

/// Holds the shortcuts of an audit against GEOS and PROJ, on as many cases as there is time for.
@main struct Differential: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Holds the shortcuts of an audit against GEOS and PROJ.",
    subcommands: [Polygons.self, Earth.self], defaultSubcommand: Polygons.self)
}

/// Polygons, alone and in pairs, against GEOS.
struct Polygons: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judges near-degenerate polygons with and without GEOS and counts disagreements.")

  @Argument(help: "How many polygons, over all kinds.") var rings = 1_000_000
  @Option(help: "Only this kind.") var kind: RingKind?
  @Option(help: "The seed of the first case of each kind.") var seed: UInt64 = 1
  @Option(help: "Workers.") var jobs = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "A file for the disagreements, one JSON value a line.") var record: String?

  func run() throws {
    let places = try RealPlaces()
    let kinds = kind.map { [$0] } ?? RingKind.allCases
    var lines: [String] = []
    var totals: [Fault.Subject: Int] = [:]
    print(
      "kind rings valid certain pairs overlapping refused worst_area worst_shared_m2 "
        + Fault.Subject.allCases.map(\.rawValue).joined(separator: " "))
    for kind in kinds {
      let tally = Trial.run(
        kind, cases: rings / kinds.count / 2, from: seed, places: places,
        workers: Workers(count: jobs))
      let faults = Fault.Subject.allCases.map { tally.faults[$0] ?? 0 }
      print(
        kind.rawValue, tally.rings, tally.valid, tally.certain, tally.pairs, tally.overlapping,
        tally.refused, tally.worstArea, tally.worstShared,
        faults.map(String.init).joined(separator: " "))
      for (subject, count) in tally.faults { totals[subject, default: 0] += count }
      for fault in tally.first {
        let made = kind.made(seed: fault.seed, places: places)
        lines.append(
          """
          {"kind":"\(kind.rawValue)","seed":\(fault.seed),"about":"\(fault.subject.rawValue)",\
          "ours":\(fault.ours),"theirs":\(fault.theirs),"slack":\(fault.slack),\
          "a":"\(made.a.wkt)","b":"\(made.b.wkt)"}
          """)
      }
    }
    if let record {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: record))
    }
    if totals[.validity, default: 0] + totals[.inside, default: 0] > 0 { throw ExitCode(1) }
  }
}

extension RingKind: ExpressibleByArgument {}

/// Positions and parcels on the ellipsoid, against PROJ.
struct Earth: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Projects positions and takes geodesic areas with and without PROJ.")

  @Argument(help: "How many positions, and how many parcels, over all kinds.") var cases = 1_000_000
  @Option(help: "The seed.") var seed: UInt64 = 1

  func run() throws {
    print("projection width_degrees positions worst_plane_m worst_degrees")
    for width in [1.5, 3, 9.9] {
      let outcome = try ProjectionTrial.run(count: cases / 3, width: width, seed: seed)
      print("projection", width, outcome.count, outcome.plane, outcome.degrees)
    }
    print("geodesic extent_m parcels largest_m2 worst_m2 worst_share")
    for extent in GeodesicTrial.extents {
      let outcome = GeodesicTrial.run(
        count: cases / GeodesicTrial.extents.count, extent: extent, seed: seed)
      print(
        "geodesic", extent, outcome.count, outcome.largest, outcome.worst, outcome.worstShare)
    }
  }
}
