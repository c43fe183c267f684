import LandCadastre
import LandGeometry
import LandLayers
import LandReport
import LandSurvey

/// The first look at a file of buildings: which part each belongs to, and everything that is to be
/// said of buildings themselves, in the order of the file.
struct BuildingPass: Sendable {
  private(set) var indexed: IndexedFile
  /// The buildings of each part, in ascending order; one at a border belongs to several.
  private(set) var ofPart: [[UInt32]]
  /// Whether the layer says which features are structures and yards, and holds any.
  private(set) var knowsStructuresAndYards = false

  private struct Facts: Sendable {
    var names: [String]
    var places: RecordIndex.Places
    var boxes: [SmallBox]
    var heightsDropped: Int
    var tally: PlacementTally
    var knowsStructuresAndYards: Bool
    var byteCount: Int
  }

  /// What is said of the buildings of a chunk.
  struct Findings: Sendable {
    var issues: [Finding] = []
    var features: [Finding] = []
    var placed: [Finding] = []
    var measured: [Finding] = []
    var values: [Finding] = []
  }

  /// Goes through a file of buildings twice: for what it says of itself, and for its findings.
  init(
    _ path: String, of parcels: PlacedLayer, _ grid: PartitionGrid, parts: Int,
    _ options: AuditOptions, _ partition: PartitionOptions, digest: Bool,
    progress: AuditProgress?
  ) throws(AuditError) {
    do throws(FormatError) {
      let file = try RecordFile(path)
      let chunks = try RecordChunks(file, digest: digest, size: partition.chunk)
      indexed = IndexedFile(file, chunks.layout)
      ofPart = Array(repeating: [], count: parts)
      try read(chunks, chunks.declaredCRS, parcels, grid, options, progress)
      if indexed.declaredCRS != chunks.declaredCRS {
        // The system stands behind the features.
        let declared = indexed.declaredCRS
        indexed = IndexedFile(file, chunks.layout)
        ofPart = Array(repeating: [], count: parts)
        try read(
          try RecordChunks(file, digest: digest, size: partition.chunk), declared, parcels, grid,
          options, progress)
      }
    } catch { throw .format(error) }
  }

  private mutating func read(
    _ chunks: RecordChunks, _ declaredCRS: String?, _ parcels: PlacedLayer,
    _ grid: PartitionGrid, _ options: AuditOptions, _ progress: AuditProgress?
  ) throws(FormatError) {
    progress?.begin(.indexingBuildings, total: indexed.file.byteCount)
    let source = ChunkSource(chunks)
    var known = Set<String>()
    try options.survey.workers.stream {
      source.next()
    } _: { chunk in
      Result { () throws(FormatError) in
        try Self.facts(try chunk.get(), declaredCRS, parcels)
      }
    } consume: { (facts) throws(FormatError) in
      let facts = try facts.get()
      let first = indexed.records.count
      indexed.add(names: facts.names, known: &known)
      indexed.records.append(facts.places)
      indexed.heightsDropped += facts.heightsDropped
      indexed.tally.add(facts.tally, offset: first)
      knowsStructuresAndYards = knowsStructuresAndYards || facts.knowsStructuresAndYards
      for (place, box) in facts.boxes.enumerated() {
        for part in grid.parts(meeting: box) { ofPart[Int(part)].append(UInt32(first + place)) }
      }
      progress?.add(facts.byteCount, bytes: facts.byteCount)
    }
    indexed.declaredCRS = source.end.declaredCRS
    indexed.sha256 = source.end.digest?.text
  }

  private static func facts(
    _ chunk: RecordChunk, _ declaredCRS: String?, _ parcels: PlacedLayer
  ) throws(FormatError) -> Facts {
    var layer = try GeoJSONReader.readRecords(chunk, first: 0, names: [])
    layer.declaredCRS = declaredCRS
    let columns = BuildingColumns(layer, workers: Workers(count: 1))
    var facts = Facts(
      names: layer.attributes.names, places: RecordIndex.Places(chunk, layer), boxes: [],
      heightsDropped: layer.heightsDropped, tally: PlacementTally(),
      knowsStructuresAndYards: columns.knowsStructuresAndYards,
      byteCount: chunk.source.count)
    // A system that cannot be used is reported with the frame of the file, once.
    if let placed = try? AuditInputs.companion(
      layer, of: parcels, subject: .building, field: .buildingID, isPart: true)
    {
      facts.boxes = placed.smallBoxes
      facts.tally = placed.tally
    }
    return facts
  }

  /// What is said of the buildings themselves, chunk after chunk.
  func findings(
    of parcels: PlacedLayer, _ options: AuditOptions, progress: AuditProgress?,
    consume: (Findings) throws(OutputError) -> Void
  ) throws(AuditError) {
    let step = 1 << 13
    let total = indexed.records.count
    progress?.begin(.checkingBuildings, total: total)
    let indexed = indexed
    let serial = Workers(count: 1)
    try options.survey.workers.forEach(total, size: step) { range in
      Result { () throws(AuditError) in
        try Self.findings(of: range, indexed, parcels, options, serial)
      }
    } consume: { (found) throws(AuditError) in
      let found = try found.get()
      do throws(OutputError) { try consume(found) } catch { throw .output(error) }
      progress?.add(step)
    }
  }

  private static func findings(
    of run: Range<Int>, _ indexed: IndexedFile, _ parcels: PlacedLayer, _ options: AuditOptions,
    _ serial: Workers
  ) throws(AuditError) -> Findings {
    let layer: FeatureLayer
    do throws(FormatError) { layer = try indexed.layer(of: [run]) } catch { throw .format(error) }
    var findings = Findings()
    findings.issues = ReadingFindings.ofIssues(layer, subject: .building)
    findings.features = ReadingFindings.ofFeatures(layer, subject: .building)
    let placed = try AuditInputs.companion(
      layer, of: parcels, subject: .building, field: .buildingID, isPart: true)
    findings.placed = placed.findings.filter { $0.featureIndex != nil }
    var alone = options.survey
    alone.workers = serial
    findings.measured = Survey.buildingFindings(placed, options: alone)
    findings.values = BuildingColumns(placed.layer, workers: serial).rowFindings
    return findings
  }
}
