import LandGeometry

/// Bytes of records that stand one after the other in a file.
struct RecordBlock {
  /// Where they are in the source that is read.
  var bytes: Range<Int>
  /// Number of the first feature.
  var first: Int
  /// Line and column of the first byte in the file.
  var place: TextPosition
}

extension GeoJSONReader {
  /// Reads the records of a chunk.
  ///
  /// - Parameters:
  ///   - first: number of its first feature in the file.
  ///   - names: the columns to begin with, so that all parts of a file have them in one order.
  public static func readRecords(
    _ chunk: RecordChunk, first: Int, names: [String]
  ) throws(FormatError) -> FeatureLayer {
    let block = RecordBlock(bytes: 0..<chunk.source.count, first: first, place: chunk.place)
    return try readRecords(
      chunk.source, [block], chunk.layout, names: names, start: chunk.start, isOpen: chunk.isOpen)
  }

  /// Reads blocks of records; `start` is where the source's bytes start in the file, for errors.
  static func readRecords(
    _ source: SourceBytes, _ blocks: [RecordBlock], _ layout: RecordLayout, names: [String],
    start: Int = 0, isOpen: Bool = false
  ) throws(FormatError) -> FeatureLayer {
    let (parsed, fault) = source.withBytes { bytes -> (FeatureLayer, JSONFault?) in
      var parser = GeoJSONParser(
        bytes, source: source, sharing: GeoJSONSharing(workers: Workers(count: 1)))
      parser.names.begin(with: names, table: &parser.attributes)
      var fault: JSONFault?
      for block in blocks {
        let before = parser.state.count
        parser.scanner.at = block.bytes.lowerBound
        parser.scanner.end = block.bytes.upperBound
        do throws(JSONFault) {
          if layout.isSequence {
            try parser.parseSequence()
          } else {
            try parser.parseElements(isOpen: isOpen)
          }
        } catch { fault = fault ?? error }
        let count = parser.state.count - before
        parser.attributes.numbers.append(block.first..<block.first + count)
      }
      parser.format = layout.format
      return (parser.finish(), fault)
    }
    var layer = parsed
    let placed = layer.issues.indices.filter { layer.issues[$0].offset != nil }
    let offsets = placed.map { layer.issues[$0].offset ?? 0 } + (fault.map { [$0.offset] } ?? [])
    guard !offsets.isEmpty else { return layer }
    let places = positions(of: offsets, in: source, blocks)
    for (i, place) in zip(placed, places) {
      (layer.issues[i].line, layer.issues[i].column) = (place.line, place.column)
    }
    if let fault, let place = places.last {
      throw FormatError.notGeoJSON(
        source.name, fault.reason, offset: start + fault.offset, place)
    }
    return layer
  }

  /// Lines and columns in the file of offsets in the source.
  private static func positions(
    of offsets: [Int], in source: SourceBytes, _ blocks: [RecordBlock]
  ) -> [TextPosition] {
    let starts = blocks.map(\.bytes.lowerBound)
    let local = source.positions(of: offsets + starts)
    return offsets.indices.map { i in
      let block = starts.partition(upTo: offsets[i])
      let (place, from) = (local[i], local[offsets.count + block])
      let origin = blocks[block].place
      return TextPosition(
        line: origin.line + place.line - from.line,
        column: place.line == from.line
          ? origin.column + place.column - from.column : place.column)
    }
  }

  /// A layer of a file without any feature: what it says of itself, with the columns it has.
  public static func frame(
    _ name: String, _ layout: RecordLayout, names: [String], declaredCRS: String?,
    heightsDropped: Int
  ) -> FeatureLayer {
    var table = AttributeTable(syntax: .json, source: SourceBytes(name: name, bytes: []))
    table.names = names
    table.cells = names.map { _ in [] }
    var layer = FeatureLayer(format: layout.format, attributes: table)
    layer.declaredCRS = declaredCRS
    layer.heightsDropped = heightsDropped
    return layer
  }
}

extension FormatError {
  /// Text that is no GeoJSON.
  static func notGeoJSON(
    _ file: String, _ reason: String, offset: Int, _ place: TextPosition
  ) -> FormatError {
    FormatError(
      file: file, offset: offset, line: place.line, column: place.column,
      message: Bilingual(zh: "不是有效的 GeoJSON:\(reason)", en: "not valid GeoJSON: \(reason)"),
      remedy: Bilingual(
        zh: "请在该行该列修正文件,或重新导出", en: "mend the file at that line and column, or export it again"))
  }
}
