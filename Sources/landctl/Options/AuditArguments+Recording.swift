import LandKit

extension AuditArguments {
  /// The options that make the same audit again, those at their defaults left out. The day is the
  /// one that was used, as the default is today.
  func recorded(asOf: CalendarDate) -> [DossierArgument] {
    var all: [DossierArgument] = [DossierArgument("--as-of", asOf.description)]
    func file(_ option: String, _ path: String?) {
      if let path { all.append(DossierArgument(option, path, isPath: true)) }
    }
    func value(_ option: String, _ text: String?) {
      if let text { all.append(DossierArgument(option, text)) }
    }
    file("--buildings", buildings)
    file("--zones", zones)
    file("--contracts", contracts)
    file("--enterprises", enterprises)
    for zone in zoneFiles { file("--zone", zone) }
    for rule in rules {
      if RuleChoice.isPath(rule) { file("--rules", rule) } else { value("--rules", rule) }
    }
    value("--crs", crs)
    value("--empty-start", emptyStart == "unknown" ? nil : emptyStart)
    value("--empty-suspension", emptySuspension == "unknown" ? nil : emptySuspension)
    value("--repair", repair)
    value("--max-area-change", maximumAreaChange.map { "\($0)" })
    value("--min-overlap-area", minimumOverlapArea == 1 ? nil : "\(minimumOverlapArea)")
    for (flag, isSet) in [("--swap-xy", swapXY), ("--exact", exact)] where isSet {
      all.append(DossierArgument(flag, ""))
    }
    return all
  }
}
