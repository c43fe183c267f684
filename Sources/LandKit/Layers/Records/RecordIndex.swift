import LandGeometry

/// Where the records of a file are: four bytes a record, so that millions can be found again.
public struct RecordIndex: Sendable {
  /// Every how many records the line is kept.
  public static let stride = 256

  /// The places of a chunk's records, made by whoever reads the chunk.
  public struct Places: Sendable {
    let start: Int
    let end: Int
    let offsets: [UInt32]
    let positions: [TextPosition]

    /// The places of the records that were read from a chunk.
    public init(_ chunk: RecordChunk, _ layer: FeatureLayer) {
      start = chunk.start
      end = chunk.start + chunk.source.count
      offsets = layer.attributes.base.map { UInt32(truncatingIfNeeded: $0) }
      positions = chunk.source.positions(of: layer.attributes.base, from: chunk.place).places
    }
  }

  /// The lower half of each record's offset in the file.
  private var low: [UInt32] = []
  /// The records from which on the upper half is one more.
  private var wraps: [Int] = []
  private var end = 0
  private var marks: [TextPosition] = []

  /// Of no records yet.
  public init() {}

  /// The number of records.
  public var count: Int { low.count }

  /// Adds the records of the next chunk.
  public mutating func append(_ places: Places) {
    for (i, offset) in places.offsets.enumerated() {
      let at = places.start + Int(offset)
      if low.count.isMultiple(of: Self.stride) { marks.append(places.positions[i]) }
      while at >> 32 > wraps.count { wraps.append(low.count) }
      low.append(UInt32(truncatingIfNeeded: at))
    }
    end = places.end
  }

  /// The offset of a record in the file; the end of the last one for ``count``.
  private func offset(_ record: Int) -> Int {
    guard record < low.count else { return end }
    let high = wraps.prefix { $0 <= record }.count
    return high << 32 | Int(low[record])
  }

  /// Bytes that runs of records take in the file.
  public func byteCount(of run: Range<Int>) -> Int {
    offset(run.upperBound) - offset(run.lowerBound)
  }

  /// Reads runs of records, in ascending order, into one layer.
  ///
  /// - Parameters:
  ///   - names: the columns of the whole file.
  ///   - declaredCRS: the coordinate system that the file names.
  public func layer(
    of runs: [Range<Int>], in file: RecordFile, _ layout: RecordLayout, names: [String],
    declaredCRS: String?
  ) throws(FormatError) -> FeatureLayer {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(runs.reduce(0) { $0 + byteCount(of: $1) + 1 })
    var blocks: [RecordBlock] = []
    for run in runs where !run.isEmpty {
      let start = bytes.count
      if layout.isSeparated { bytes.append(0x1E) }
      try file.read(offset(run.lowerBound)..<offset(run.upperBound), into: &bytes)
      var place = TextPosition(line: 1, column: 1)
      if run.lowerBound.isMultiple(of: Self.stride) {
        place = marks[run.lowerBound / Self.stride]
        if layout.isSeparated { place.column -= 1 }
      }
      blocks.append(
        RecordBlock(bytes: start..<bytes.count, first: run.lowerBound, place: place))
    }
    var layer = try GeoJSONReader.readRecords(
      SourceBytes(name: file.name, bytes: bytes), blocks, layout, names: names)
    layer.declaredCRS = declaredCRS
    guard layer.featureCount == runs.reduce(0, { $0 + $1.count }) else {
      throw FormatError(
        file: file.name,
        message: Bilingual(zh: "读取过程中文件被改动", en: "the file changed while it was read"),
        remedy: Bilingual(zh: "请等文件写完后重试", en: "try again once the file is complete"))
    }
    return layer
  }
}
