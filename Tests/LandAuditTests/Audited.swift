import Foundation
import LandKit
import LandTestSupport

/// An audit whose files were written to a folder of their own.
struct Audited {
  let folder: TemporaryFolder
  let summary: AuditSummary

  /// Audits files; `configure` sets what is not the default. The day is 2025-06-30.
  init(
    _ parcels: URL, buildings: URL? = nil, zones: URL? = nil, contracts: URL? = nil,
    configure: (inout AuditOptions) throws -> Void = { _ in }
  ) throws {
    var paths = AuditPaths(parcels: parcels.path)
    paths.buildings = buildings?.path
    paths.zones = zones?.path
    paths.contracts = contracts?.path
    var options = AuditOptions(asOf: auditDay)
    try configure(&options)
    folder = try TemporaryFolder()
    var sink = try AuditOutput(folder: folder.url.path, stream: nil)
    let run = AuditRun(try AuditInputs(paths, options: options, digests: true), options: options)
    summary = try run.run(into: &sink)
    try sink.finish(manifest: Manifest(run, summary).json())
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
