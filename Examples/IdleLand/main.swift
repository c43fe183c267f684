// Audits parcels with their contracts and lists the land that is idle, or may be, with the clause.
//
//     swift run example-idle-land fixtures/zone/parcels.geojson fixtures/zone/contracts.csv 2025-06-30
import LandKit

func list(_ parcels: String, _ contracts: String, on day: CalendarDate) throws {
  var paths = AuditPaths(parcels: parcels)
  paths.contracts = contracts
  let options = AuditOptions(asOf: day)
  let run = AuditRun(
    try AuditInputs(paths, options: options, digests: false), options: options)

  let survey = run.surveyed()
  for row in survey.rows {
    let idle = row.idle
    switch idle.state {
    case .identified, .suspected:
      // A figure that is not known is nil, and the inputs it lacks are named.
      let area = idle.idleArea.map { FixedDecimal.text($0, 2) + " m²" } ?? "area unknown"
      let since = idle.idleSince.map { "since \($0)" } ?? "since when is unknown"
      let clause = idle.clause?.label.en ?? "no clause"
      print("\(row.id)  \(idle.state.label.en)  \(clause)  \(since)  \(area)")
      if !idle.missing.isEmpty { print("    lacks \(idle.missing.joined(separator: ", "))") }
    case .unknown:
      print("\(row.id)  unknown  lacks \(idle.missing.joined(separator: ", "))")
    case .notApplicable, .notIdle, .dueSoon, .disposed: break
    }
  }
  let summary = survey.summary
  print("\(summary.audited) of \(summary.read) parcels audited")
}

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.count == 3, let day = CalendarDate(iso: arguments[2]) {
  do { try list(arguments[0], arguments[1], on: day) } catch AuditError.format(let error) {
    print("\(error.file): \(error.message.en): \(error.remedy.en)")
  } catch { print(error) }
} else {
  print("usage: example-idle-land PARCELS CONTRACTS DAY")
}
