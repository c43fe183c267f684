import LandCadastre
import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

/// The first look at a file of parcels: where each is, which zone it names, its box and a hash of its
/// id. About thirty bytes a parcel are kept.
struct ParcelPass: Sendable {
  private(set) var indexed: IndexedFile
  private(set) var boxes: [SmallBox] = []
  /// Where another zone begins: parcels without one go with those before them.
  private(set) var zoneStarts: [Int] = []
  /// A hash of each parcel's own id, 0 without one.
  private(set) var ids: [UInt64] = []
  private(set) var hasPolygon = false
  private var lastZone: String?
  private var chosen = Set<Choice>()

  /// Which columns the id and the zone were taken from.
  private struct Choice: Hashable, Sendable {
    var id: String?
    var zone: String?

    init(_ names: [String]) {
      let map = FieldMap(names: names, role: .parcels)
      id = map[.parcelID].map { names[$0.column] }
      zone = map[.zoneID].map { names[$0.column] }
    }
  }

  /// What a worker finds out about a chunk.
  private struct Facts: Sendable {
    var names: [String]
    var choice: Choice
    var places: RecordIndex.Places
    var boxes: [SmallBox]
    var zones: [(start: Int, id: String)] = []
    var ids: [UInt64]
    var heightsDropped: Int
    var tally: PlacementTally
    var hasPolygon: Bool
    var byteCount: Int
  }

  /// Goes through a file of parcels.
  init(
    _ path: String, _ options: AuditOptions, _ partition: PartitionOptions, digest: Bool,
    progress: AuditProgress?
  ) throws(AuditError) {
    do throws(FormatError) {
      let file = try RecordFile(path)
      let chunks = try RecordChunks(file, digest: digest, size: partition.chunk)
      indexed = IndexedFile(file, chunks.layout)
      try read(chunks, declaredCRS: chunks.declaredCRS, names: [], options, progress)
      let columns = Choice(indexed.names)
      // Names or a coordinate system that come late in the file may change what earlier parts
      // mean: they are read again with what is known now.
      if chosen != [columns] || indexed.declaredCRS != chunks.declaredCRS {
        let known = indexed
        indexed = IndexedFile(file, chunks.layout)
        (boxes, zoneStarts, ids, lastZone) = ([], [], [], nil)
        try read(
          try RecordChunks(file, digest: digest, size: partition.chunk),
          declaredCRS: known.declaredCRS, names: known.names, options, progress)
      }
      guard columns.zone != nil else {
        throw FormatError(
          file: path,
          message: Bilingual(
            zh: "没有字段“\(partition.field)”(开发区编号),无法按开发区分区",
            en: "no column is \(partition.field), the zone of a parcel"),
          remedy: Bilingual(
            zh: "请补充该字段,或去掉 --partition-by;用 landctl inspect 查看识别到的字段",
            en:
              "add the column or leave --partition-by out; landctl inspect shows what is recognised"
          ))
      }
    } catch { throw .format(error) }
    guard hasPolygon else { throw .noPolygons(path) }
  }

  private mutating func read(
    _ chunks: RecordChunks, declaredCRS: String?, names: [String], _ options: AuditOptions,
    _ progress: AuditProgress?
  ) throws(FormatError) {
    progress?.begin(.indexing, total: indexed.file.byteCount)
    let source = ChunkSource(chunks)
    var known = Set<String>()
    indexed.add(names: names, known: &known)
    try options.survey.workers.stream {
      source.next()
    } _: { chunk in
      Result { () throws(FormatError) in
        try Self.facts(try chunk.get(), declaredCRS, names, options)
      }
    } consume: { (facts) throws(FormatError) in
      let facts = try facts.get()
      take(facts, &known)
      progress?.add(facts.byteCount, bytes: facts.byteCount)
    }
    indexed.declaredCRS = source.end.declaredCRS
    indexed.sha256 = source.end.digest?.text
  }

  private static func facts(
    _ chunk: RecordChunk, _ declaredCRS: String?, _ names: [String], _ options: AuditOptions
  ) throws(FormatError) -> Facts {
    var layer = try GeoJSONReader.readRecords(chunk, first: 0, names: names)
    layer.declaredCRS = declaredCRS
    let names = layer.attributes.names
    let choice = Choice(names)
    let ids = FeatureNames(layer, field: .parcelID)
    var facts = Facts(
      names: names, choice: choice, places: RecordIndex.Places(chunk, layer), boxes: [],
      ids: (0..<layer.featureCount).map { ids.name(of: $0).map(Self.hash) ?? 0 },
      heightsDropped: layer.heightsDropped, tally: PlacementTally(),
      hasPolygon: layer.state.contains(.polygon), byteCount: chunk.source.count)
    if let column = choice.zone.flatMap(layer.attributes.column(named:)) {
      for row in 0..<layer.featureCount {
        guard let zone = layer.attributes.value(row: row, column: column).trimmedText(),
          !zone.isEmpty, zone != facts.zones.last?.id
        else { continue }
        facts.zones.append((row, zone))
      }
    }
    // A system that cannot be used is reported with the frame of the file, once.
    if let placed = try? AuditInputs.place(
      layer, system: options.survey.system, swapAxes: options.survey.swapAxes, fallback: nil,
      subject: .parcel, field: .parcelID, isPart: true)
    {
      facts.boxes = placed.smallBoxes
      facts.tally = placed.tally
    } else {
      facts.boxes = Array(repeating: SmallBox(.empty), count: layer.featureCount)
    }
    return facts
  }

  private mutating func take(_ facts: Facts, _ known: inout Set<String>) {
    let first = indexed.records.count
    indexed.add(names: facts.names, known: &known)
    // A chunk without any features has no columns to choose from.
    if !facts.ids.isEmpty { chosen.insert(facts.choice) }
    indexed.records.append(facts.places)
    indexed.heightsDropped += facts.heightsDropped
    indexed.tally.add(facts.tally, offset: first)
    boxes += facts.boxes
    ids += facts.ids
    hasPolygon = hasPolygon || facts.hasPolygon
    for (start, zone) in facts.zones where zone != lastZone {
      lastZone = zone
      zoneStarts.append(first + start)
    }
  }

  /// FNV-1a over the bytes of an id; never 0. Equal hashes are looked at again.
  static func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return max(1, hash)
  }

  /// Lets go of boxes and hashes once nobody needs them.
  mutating func forget() { (boxes, ids) = ([], []) }
}
