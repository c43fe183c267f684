import LandGeometry

/// How a file of GeoJSON holds its features one after the other.
public struct RecordLayout: Sendable {
  /// The two ways.
  enum Kind: Sendable {
    /// Records line by line or between record separators.
    case sequence
    /// The features of a collection; what stands before the first of them is kept.
    case collection(head: [UInt8])
  }
  var kind: Kind
  /// Where the first record may begin.
  var start: Int
  /// Whether a record separator stands before each record of a sequence.
  var isSeparated = false

  /// The format, as layers name it.
  var format: String {
    if case .sequence = kind { "GeoJSONSeq" } else { "GeoJSON" }
  }

  var isSequence: Bool {
    if case .sequence = kind { true } else { false }
  }

  /// Looks at the beginning of a file. Sequences are told by the name, a record separator, or by
  /// the first object being none that has `features`.
  init(_ file: RecordFile) throws(FormatError) {
    var bytes: [UInt8] = []
    try file.read(0..<min(file.byteCount, 1 << 22), into: &bytes)
    let source = SourceBytes(name: file.name, bytes: bytes)
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = source.firstByte else {
      throw FormatError(
        file: file.name, message: Bilingual(zh: "文件是空的", en: "the file is empty"),
        remedy: Bilingual(zh: "请检查导出步骤", en: "check the export"))
    }
    if LayerFileName.isSequence(file.name) || first == 0x1E {
      (kind, start) = (.sequence, mark)
      isSeparated = first == 0x1E
      return
    }
    guard first == UInt8(ascii: "{") else {
      throw FormatError(
        file: file.name,
        message: Bilingual(
          zh: "分区处理只读取 GeoJSON 序列(每行一个要素)和 FeatureCollection",
          en: "partitions are read from GeoJSON sequences (a feature a line) and FeatureCollections"
        ),
        remedy: Bilingual(
          zh: "请转换成 GeoJSON,或去掉 --partition-by",
          en: "convert the file to GeoJSON, or leave --partition-by out"))
    }
    if let features = source.startOfFeatures(from: mark) {
      (kind, start) = (.collection(head: Array(bytes[..<features])), features)
    } else {
      (kind, start) = (.sequence, mark)
    }
  }
}

/// What the name of a layer's file says of its format.
public enum LayerFileName {
  private static let sequences = [
    "geojsonl", "geojsonseq", "geojsons", "ndjson", "jsonl", "ndgeojson",
  ]

  /// Whether the file holds a record a line.
  public static func isSequence(_ name: String) -> Bool {
    sequences.contains(suffix(name))
  }

  /// The end of a name behind its last full stop, in small letters; of a packed file the one before
  /// `.gz`.
  public static func suffix(_ name: String) -> String {
    var parts = FileName.last(name).lowercased().split(separator: ".")
    if parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 ? parts.last.map(String.init) ?? "" : ""
  }
}
