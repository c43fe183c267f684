// Whether a zone may apply for expansion, gate by gate, and what would be if more were invested.
//
//     swift run example-expansion-check fixtures/expansion/zone.yaml 2025-06-30 9396.4965
import LandKit

/// An audit of the layers that the zone file names, by the rulebooks in force in its territory.
func run(_ path: String, on day: CalendarDate) throws -> (run: AuditRun, zone: ZoneFile)? {
  let choice = try RuleChoice(rules: [], zones: [path], asOf: day)
  let zone = choice.zoneFiles[0]
  guard let parcels = zone.layers[.parcels]?.text else { return nil }
  var paths = AuditPaths(parcels: parcels)
  paths.zoneFiles = [path]
  paths.takeLayers(of: choice.zoneFiles)
  let options = AuditOptions(asOf: day, rules: choice.selection)
  let inputs = try AuditInputs(
    paths, options: options, digests: false, zoneFiles: choice.zoneFiles)
  return (AuditRun(inputs, options: options), zone)
}

func show(_ check: ActCheck) {
  print("outcome: \(check.outcome.rawValue)")
  for gate in check.gates {
    // Not every gate is a figure: some are statements of an office.
    var figure = ""
    if let trace = gate.deciding, let value = trace.number, let limit = trace.limitNumber {
      let texts = [value, limit].map { FixedDecimal.text($0, 2) }
      figure = "  \(texts[0]) against \(texts[1]) \(trace.unitName)"
    }
    print("  \(gate.rule.id)  \(gate.verdict?.word ?? "-")\(figure)")
    if !gate.missing.isEmpty { print("    lacks \(gate.missing.joined(separator: ", "))") }
  }
}

func compare(_ path: String, on day: CalendarDate, investing amount: String) throws {
  guard let (run, zone) = try run(path, on: day) else { return print("no layer of parcels") }
  for assumed in [[], ["invest=\(amount)"]] {
    let whatIf = try WhatIf(assumed)
    print(assumed.isEmpty ? "as it is" : "with \(amount) 万元 more invested")
    if let application = try run.application(for: .expansion, of: zone, whatIf: whatIf) {
      show(application.check)
    }
  }
}

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.count == 3, let day = CalendarDate(iso: arguments[1]) {
  do { try compare(arguments[0], on: day, investing: arguments[2]) } catch AuditError.format(
    let error)
  {
    print("\(error.file): \(error.message.en): \(error.remedy.en)")
  } catch { print(error) }
} else {
  print("usage: example-expansion-check ZONE DAY AMOUNT")
}
