import Foundation
import LandKit
import LandTestSupport

/// An audit whose files were written to a folder of their own.
struct Audited {
  let folder: TemporaryFolder
  let summary: AuditSummary

  /// Audits files; `configure` sets what is not the default. The day is 2025-06-30. Where rules or
  /// zone files are named the books are chosen as the command line does.
  init(
    _ parcels: URL, buildings: URL? = nil, zones: URL? = nil, contracts: URL? = nil,
    enterprises: URL? = nil, zoneFiles: [URL] = [], rules: [String] = [],
    asOf: CalendarDate = auditDay, configure: (inout AuditOptions) throws -> Void = { _ in }
  ) throws {
    let run = try Self.run(
      parcels, buildings: buildings, zones: zones, contracts: contracts, enterprises: enterprises,
      zoneFiles: zoneFiles, rules: rules, asOf: asOf, configure: configure)
    folder = try TemporaryFolder()
    var sink = try AuditOutput(folder: folder.url.path, stream: nil)
    summary = try run.run(into: &sink)
    try sink.finish(manifest: Manifest(run, summary).json())
  }

  /// The audit without its output.
  static func run(
    _ parcels: URL, buildings: URL? = nil, zones: URL? = nil, contracts: URL? = nil,
    enterprises: URL? = nil, zoneFiles: [URL] = [], rules: [String] = [],
    asOf: CalendarDate = auditDay, configure: (inout AuditOptions) throws -> Void = { _ in }
  ) throws -> AuditRun {
    var paths = AuditPaths(parcels: parcels.path)
    paths.buildings = buildings?.path
    paths.zones = zones?.path
    paths.contracts = contracts?.path
    paths.enterprises = enterprises?.path
    paths.zoneFiles = zoneFiles.map(\.path)
    var options = AuditOptions(asOf: asOf)
    var files: [ZoneFile] = []
    if !rules.isEmpty || !zoneFiles.isEmpty {
      let choice = try RuleChoice(rules: rules, zones: paths.zoneFiles, asOf: asOf)
      options = AuditOptions(asOf: asOf, rules: choice.selection)
      files = choice.zoneFiles
    }
    try configure(&options)
    return AuditRun(
      try AuditInputs(paths, options: options, digests: true, zoneFiles: files), options: options)
  }

  /// The rows of one of the files.
  func rows(_ name: String) throws -> [[String: String]] {
    try csvRows(folder.url.appendingPathComponent(name))
  }
}

/// The day of all audits here: 2025-06-30.
let auditDay = CalendarDate(dayNumber: 20_269)

extension [String: String] {
  /// A number of a row; nil where the field is empty or missing.
  func number(_ column: String) -> Double? { self[column].flatMap(Double.init) }
}
