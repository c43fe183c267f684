import LandCadastre
import LandGeometry
import LandLayers
import LandRulebook
import LandSurvey

/// One part, read and measured, with the parcels and buildings around it.
struct PartitionUnit: Sendable {
  let part: PartitionPlan.Part
  let run: AuditRun
  /// What the reader noted, and what features lack.
  let issues: [Finding]
  let features: [Finding]
  let duplicates: [Finding]
  /// The parcels of the part among all that were read.
  let ownRows: Range<Int>
  /// Bytes that were read for it.
  let byteCount: Int

  init(_ audit: PartitionedAudit, _ index: Int) throws(AuditError) {
    let part = audit.plan.parts[index]
    self.part = part
    let others = audit.neighbours[index]
    let before = others.prefix { $0 < part.own.lowerBound }
    let parcelRuns = runs(of: before) + [part.own] + runs(of: others[before.count...])
    let buildingRuns = audit.buildings.map { runs(of: $0.ofPart[index].lazy.map { Int($0) }) }
    let parcelFile = audit.parcels.indexed
    let buildingFile = audit.buildings?.indexed
    // The two files are read at once.
    let loaded = audit.options.survey.workers.map(buildingFile == nil ? 1 : 2, size: 1) { range in
      Result { () throws(FormatError) -> FeatureLayer? in
        if range.lowerBound == 0 { return try parcelFile.layer(of: parcelRuns) }
        return try buildingFile?.layer(of: buildingRuns ?? [])
      }
    }
    var layers: [FeatureLayer] = []
    do throws(FormatError) {
      for result in loaded { if let layer = try result.get() { layers.append(layer) } }
    } catch { throw .format(error) }
    let layer = layers[0]
    byteCount =
      parcelRuns.reduce(0) { $0 + parcelFile.records.byteCount(of: $1) }
      + (buildingRuns ?? []).reduce(0) { $0 + (buildingFile?.records.byteCount(of: $1) ?? 0) }
    ownRows = before.count..<before.count + part.own.count

    issues = ReadingFindings.ofIssues(layer, subject: .parcel)
    features = ReadingFindings.ofFeatures(layer, subject: .parcel)
    let options = audit.options
    let parcels = try AuditInputs.place(
      layer, system: options.survey.system, swapAxes: options.survey.swapAxes, fallback: nil,
      subject: .parcel, field: .parcelID, isPart: true)
    var buildings: PlacedLayer?
    if layers.count > 1 {
      buildings = try AuditInputs.companion(
        layers[1], of: parcels, subject: .building, field: .buildingID, isPart: true)
    }
    let inputs = AuditInputs(part: parcels, buildings, of: audit.inputs)
    let survey = Survey(
      parcels: parcels, buildings: buildings, zones: audit.zones,
      structuresAndYards: audit.buildings?.knowsStructuresAndYards, options: options.survey)
    let overlaps = survey.overlaps()
    let duplicates = Self.duplicates(audit, part.own, survey, ownRows.lowerBound)
    self.duplicates = duplicates
    run = AuditRun(
      inputs, options, survey, overlaps, audit.basis,
      earlier: issues + features + parcels.findings + survey.parcels.findings
        + overlaps.findings + duplicates, areas: audit.areas)
  }

  private static func duplicates(
    _ audit: PartitionedAudit, _ own: Range<Int>, _ survey: Survey, _ firstRow: Int
  ) -> [Finding] {
    let all = audit.duplicates
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].parcel < own.lowerBound { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { $0.parcel < own.upperBound }.map { parcel, first in
      AuditRun.duplicate(
        survey.parcelID(firstRow + parcel - own.lowerBound), parcel, first: first,
        file: audit.inputs.parcels.layer.file)
    }
  }
}
