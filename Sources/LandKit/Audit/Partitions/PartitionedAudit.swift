import LandCadastre
import LandCompliance
import LandForeign
import LandGeometry
import LandLayers
import LandProjection
import LandReport
import LandRulebook
import LandSurvey

/// An audit in bounded memory: the parcels are read zone after zone, and what is written is the same
/// as from a run over the whole file.
///
/// A first look at the files keeps some thirty bytes a parcel and eight a building: where each is,
/// what box it has, which zone it names. Then each part, one zone or several small ones, is audited
/// with the parcels of other parts that may meet its own and the buildings that may stand on them.
/// Zones, contracts and their tables stay in memory whole.
public struct PartitionedAudit: Sendable {
  /// The files, with layers of parcels and buildings that say all but hold no feature.
  public let inputs: AuditInputs
  /// How it is made.
  public let options: AuditOptions
  /// How many parts the parcels have.
  public var partCount: Int { plan.parts.count }
  /// How many parcels there are.
  public var parcelCount: Int { parcels.indexed.records.count }
  /// How many buildings there are.
  public var buildingCount: Int { buildings?.indexed.records.count ?? 0 }

  let partition: PartitionOptions
  let parcels: ParcelPass
  let buildings: BuildingPass?
  let plan: PartitionPlan
  /// For each part the parcels of others that may meet its own.
  let neighbours: [[Int]]
  /// Parcels whose id an earlier one has, ascending.
  let duplicates: [(parcel: Int, first: Int)]
  /// Planar areas of the parcels of contracts that cover several, m².
  let areas: [String: Double]
  let zones: SurveyedZones?
  /// A run without parcels: what is to be said of the files as such.
  let frame: AuditRun
  let basis: AuditBasis
  let progress: AuditProgress?

  /// Goes through parcels and buildings once and reads the other files.
  public init(
    _ paths: AuditPaths, options: AuditOptions, partition: PartitionOptions = PartitionOptions(),
    digests: Bool, zoneFiles: [ZoneFile] = [], progress: AuditProgress? = nil
  ) throws(AuditError) {
    try Self.check(paths, options, zoneFiles)
    var parcels = try ParcelPass(
      paths.parcels, options, partition, digest: digests, progress: progress)
    let head = try AuditInputs.place(
      parcels.indexed.frame, system: options.survey.system, swapAxes: options.survey.swapAxes,
      fallback: nil, subject: .parcel, field: .parcelID, isPart: true)
    if let refusal = parcels.indexed.tally.refusal(
      file: parcels.indexed.file.name, system: head.system)
    {
      throw .survey(refusal)
    }
    let plan = PartitionPlan(
      count: parcels.indexed.records.count, zoneStarts: parcels.zoneStarts, partition)
    let grid = PartitionGrid(
      isGeographic: head.system.isGeographic, plan: plan, boxes: parcels.boxes)
    neighbours = grid.neighbours(plan, parcels.boxes)
    var frames = ["parcels": parcels.indexed.frame]
    var frameDigests = parcels.indexed.digest("parcels")
    if let path = paths.buildings {
      let pass = try BuildingPass(
        path, of: head, grid, parts: plan.parts.count, options, partition, digest: digests,
        progress: progress)
      frames["buildings"] = pass.indexed.frame
      frameDigests += pass.indexed.digest("buildings")
      buildings = pass
    } else {
      buildings = nil
    }
    let inputs = try AuditInputs(
      paths, options: options, digests: digests, zoneFiles: zoneFiles, frames: frames,
      frameDigests: frameDigests)
    if let pass = buildings, let layer = inputs.buildings,
      let refusal = pass.indexed.tally.refusal(
        file: pass.indexed.file.name, system: layer.system)
    {
      throw .survey(refusal)
    }
    do throws(FormatError) { duplicates = try parcels.duplicates() } catch {
      throw .format(error)
    }
    areas = try parcels.areas(of: inputs.contracts?.sharedParcelIDs ?? [], options)
    parcels.forget()
    let zones = inputs.zones.map { SurveyedZones($0, options: options.survey) }
    let survey = Survey(
      parcels: inputs.parcels, buildings: inputs.buildings, zones: zones,
      structuresAndYards: buildings?.knowsStructuresAndYards, options: options.survey)
    let basis = AuditBasis(inputs, options, survey)
    frame = AuditRun(
      inputs, options, survey, survey.overlaps(), basis, earlier: [], areas: [:])
    self.inputs = inputs
    self.options = options
    self.partition = partition
    self.parcels = parcels
    self.plan = plan
    self.zones = zones
    self.basis = basis
    self.progress = progress
  }

  /// What needs all parcels at once is refused before anything is read.
  private static func check(
    _ paths: AuditPaths, _ options: AuditOptions, _ zoneFiles: [ZoneFile]
  ) throws(AuditError) {
    if paths.enterprises != nil {
      throw .needsWhole(
        Bilingual(
          zh: "企业表要与全部宗地对照,不能与 --partition-by 同用",
          en: "enterprises are held against all parcels, which --partition-by does not do"))
    }
    if options.opening.fields != nil || options.opening.shift != nil {
      throw .needsWhole(
        Bilingual(
          zh: "--fields 和 --transform 不能与 --partition-by 同用;请先用 landctl convert 转换",
          en: "--partition-by takes neither --fields nor --transform; landctl convert applies them")
      )
    }
    let book = ZoneBook(files: zoneFiles, records: [], layerFile: "", asOf: options.asOf)
    if Compliance(options.rules, zones: book, figures: options.allVerdicts).isActive {
      throw .needsWhole(
        Bilingual(
          zh: "所选规则库要对项目、企业和开发区作整体判定,不能与 --partition-by 同用",
          en: "the chosen rulebooks judge projects, enterprises and zones as a whole, which "
            + "--partition-by does not do"))
    }
  }

  /// Audits all parcels and hands everything to a sink, in the order of the file.
  public func run(into sink: inout AuditOutput) throws(AuditError) -> AuditSummary {
    var work = PartitionWork(self, format: sink.format)
    return try work.run(into: &sink)
  }

  /// Makes sure that nobody has written to a file since it was opened; to be asked before anything
  /// is published.
  public func checkUnchanged() throws(AuditError) {
    do throws(FormatError) {
      try parcels.indexed.file.checkUnchanged()
      try buildings?.indexed.file.checkUnchanged()
    } catch { throw .format(error) }
    try inputs.checkUnchanged()
  }

  /// The manifest of the finished run.
  public func manifest(_ summary: AuditSummary) -> [UInt8] {
    Manifest(
      inputs, options, summary,
      features: [
        "parcels": parcelCount, "buildings": buildingCount, "zones": inputs.zones?.count ?? 0,
      ], partitionField: partition.field
    ).json()
  }
}
