import LandGeometry

/// Whole records of a file, as they are read from it.
public struct RecordChunk: Sendable {
  /// Their bytes.
  public let source: SourceBytes
  /// Where they start in the file, in bytes.
  public let start: Int
  /// Line and column of the start.
  let place: TextPosition
  /// The layout of the file they are from.
  public let layout: RecordLayout
  /// Whether the file ends here in the middle of its features.
  var isOpen = false
}

/// Cuts a file into chunks of whole records, from its beginning to its end, and takes its digest on
/// the way.
public struct RecordChunks: Sendable {
  /// The file.
  public let file: RecordFile
  /// How it holds its features.
  public let layout: RecordLayout
  /// The coordinate system that the file names; known once all is read, where it stands behind the
  /// features.
  public private(set) var declaredCRS: String?
  /// The digest of what has been read.
  public private(set) var digest: RunningDigest?

  private let size: Int
  private var rest: [UInt8] = []
  /// Where `rest` starts, and how far the file is read.
  private var start: Int
  private var readTo: Int
  private var place: TextPosition
  private var isDone = false

  /// The chunks of a file, of about so many bytes each.
  public init(
    _ file: RecordFile, digest: Bool, size: Int = 1 << 22
  ) throws(FormatError) {
    self.file = file
    self.size = size
    let layout = try RecordLayout(file)
    self.layout = layout
    start = layout.start
    readTo = layout.start
    var head: [UInt8] = []
    try file.read(0..<layout.start, into: &head)
    if digest {
      var running = RunningDigest()
      running.add(head[...])
      self.digest = running
    }
    place =
      SourceBytes(name: file.name, bytes: head)
      .positions(of: [], from: TextPosition(line: 1, column: 1)).end
    if case .collection(let head) = layout.kind {
      // What the file names before its features; the whole of it is looked at when it has been read.
      let names = SourceBytes(name: file.name, bytes: head + Array("]}".utf8))
      declaredCRS = (try? GeoJSONReader.readLayer(names))?.declaredCRS
    }
  }

  /// The next chunk; nil at the end of the file.
  public mutating func next() throws(FormatError) -> RecordChunk? {
    if isDone { return nil }
    var wanted = size
    while true {
      let end = min(file.byteCount, max(readTo, start + wanted))
      if end > readTo {
        let known = rest.count
        try file.read(readTo..<end, into: &rest)
        digest?.add(rest[known...])
        readTo = end
      }
      let source = SourceBytes(name: file.name, bytes: rest)
      let atEnd = readTo == file.byteCount
      switch layout.kind {
      case .sequence:
        let cut = atEnd ? rest.count : source.endOfWholeRecords(separated: layout.isSeparated)
        if atEnd { isDone = true }
        if cut > 0 || atEnd { return take(cut) }
      case .collection(let head):
        let whole = source.wholeElements(afterComma: start > layout.start)
        if whole.isLast {
          try finish(head, source, whole.end)
          isDone = true
          return take(whole.end)
        }
        if whole.end > 0 { return take(whole.end) }
        // The reader says best what is wrong with an element that has no end.
        if atEnd || rest.count >= RecordLimit.bytes { throw fault(source) }
      }
      if rest.count >= RecordLimit.bytes { throw fault(source) }
      wanted = 2 * max(wanted, rest.count)
    }
  }

  private mutating func take(_ count: Int) -> RecordChunk {
    let chunk = RecordChunk(
      source: SourceBytes(name: file.name, bytes: Array(rest[..<count])), start: start,
      place: place, layout: layout)
    place = chunk.source.positions(of: [], from: place).end
    start += count
    rest.removeFirst(count)
    return chunk
  }

  /// Reads what stands around the features like a document without any.
  private mutating func finish(
    _ head: [UInt8], _ source: SourceBytes, _ end: Int
  ) throws(FormatError) {
    var tail = Array(rest[end...])
    if readTo < file.byteCount {
      let known = tail.count
      try file.read(readTo..<file.byteCount, into: &tail)
      digest?.add(tail[known...])
      readTo = file.byteCount
    }
    let frame = SourceBytes(name: file.name, bytes: head + tail)
    do throws(FormatError) {
      let layer = try GeoJSONReader.readLayer(frame)
      declaredCRS = layer.declaredCRS
    } catch {
      guard let offset = error.offset, offset >= head.count else { throw error }
      let place = source.positions(of: [end], from: place).places[0]
      let behind = SourceBytes(name: file.name, bytes: tail)
        .positions(of: [offset - head.count], from: place).places[0]
      throw FormatError(
        file: error.file, offset: start + end + offset - head.count, line: behind.line,
        column: behind.column, message: error.message, remedy: error.remedy)
    }
  }

  /// What is wrong with the first record of the rest.
  private func fault(_ source: SourceBytes) -> FormatError {
    do throws(FormatError) {
      let chunk = RecordChunk(
        source: source, start: start, place: place, layout: layout,
        isOpen: readTo == file.byteCount)
      _ = try GeoJSONReader.readRecords(chunk, first: 0, names: [])
    } catch { return error }
    return FormatError(
      file: file.name, offset: start, line: place.line, column: place.column,
      message: Bilingual(
        zh: "单个要素超过 256 MiB", en: "a feature is larger than 256 MiB"),
      remedy: Bilingual(zh: "请检查导出是否完整", en: "check whether the export is complete"))
  }
}
