import LandAudit
import LandCadastre
import LandForeign

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
    // A layer may be one of several in its file, or lie in several files.
    func addLayer(_ role: String, _ text: String?) {
      guard let text else { return }
      for file in InputReference(text).files { add(role, file) }
    }
    for path in paths.zoneFiles { add("zone", path) }
    for path in rules.filter(RuleChoice.isPath) { add("rulebook", path) }
    addLayer("parcels", paths.parcels)
    addLayer("buildings", paths.buildings)
    addLayer("zones", paths.zones)
    addLayer("contracts", paths.contracts)
    addLayer("enterprises", paths.enterprises)
    // Layers that the command line overrides are not read, so they are no inputs.
    let read: [ZoneLayer] = [
      .notSuppliable, .ready, .approvedLand, .useBefore, .useAfter, .proposedBlocks,
    ]
    for layer in read { addLayer(layer.rawValue, zoneFile.layers[layer]?.text) }
    for (index, approval) in (zoneFile.approvals ?? []).enumerated() {
      addLayer("approvals[\(index + 1)].scope", approval.scope?.text)
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
