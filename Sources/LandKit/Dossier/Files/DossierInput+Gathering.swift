import LandAudit
import LandCadastre

extension DossierInput {
  /// All files of an application, each use once: those of the audit, the rulebooks of the user's and
  /// everything that the zone file names.
  public static func all(
    paths: AuditPaths, rules: [String], zoneFile: ZoneFile
  ) -> [DossierInput] {
    var inputs: [DossierInput] = []
    func add(_ role: String, _ path: String?) {
      guard let path, !path.isEmpty else { return }
      let input = DossierInput(role: role, path: path)
      if !inputs.contains(input) { inputs.append(input) }
    }
    for path in paths.zoneFiles { add("zone", path) }
    for path in rules.filter(RuleChoice.isPath) { add("rulebook", path) }
    add("parcels", paths.parcels)
    add("buildings", paths.buildings)
    add("zones", paths.zones)
    add("contracts", paths.contracts)
    add("enterprises", paths.enterprises)
    // Layers that the command line overrides are not read, so they are no inputs.
    let read: [ZoneLayer] = [
      .notSuppliable, .ready, .approvedLand, .useBefore, .useAfter, .proposedBlocks,
    ]
    for layer in read { add(layer.rawValue, zoneFile.layers[layer]?.path) }
    for (index, approval) in (zoneFile.approvals ?? []).enumerated() {
      add("approvals[\(index + 1)].scope", approval.scope?.path)
      add("approvals[\(index + 1)].evidence", approval.evidence?.path)
    }
    for cluster in zoneFile.clusters ?? [] {
      add("clusters.\(cluster.name.value)", cluster.evidence?.path)
    }
    for paper in zoneFile.materials ?? [] {
      add("materials.\(paper.id.value.rawValue)", paper.file?.path)
    }
    return inputs
  }
}
