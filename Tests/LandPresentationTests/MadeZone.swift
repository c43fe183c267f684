import Foundation
import LandKit
import LandTestSupport

/// The made zone of the fixtures, which shows every status, audited into a folder.
enum MadeZone {
  /// 2025-06-30.
  static let asOf = CalendarDate(dayNumber: 20_269)

  /// Its zones, placed.
  static func zones() throws -> PlacedLayer? {
    let file = fixtures.appendingPathComponent("zone/zones.geojson").path
    return try PlacedLayer(LayerOpener.open(file), system: nil, swapAxes: false, subject: .zone) {
      "#\($0)"
    }
  }

  static func audit(into folder: String) throws {
    let path = { (name: String) in fixtures.appendingPathComponent("zone/" + name).path }
    var paths = AuditPaths(parcels: path("parcels.geojson"))
    paths.buildings = path("buildings.geojson")
    paths.zones = path("zones.geojson")
    paths.contracts = path("contracts.csv")
    let options = AuditOptions(asOf: asOf)
    let run = AuditRun(
      try AuditInputs(paths, options: options, digests: true), options: options)
    var sink = try AuditOutput(folder: folder, stream: nil)
    let summary = try run.run(into: &sink)
    try sink.finish(manifest: Manifest(run, summary).json())
  }
}
