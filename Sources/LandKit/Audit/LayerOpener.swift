import LandGeometry
import LandLayers

/// Opens a layer by what its name and its first bytes say.
public enum LayerOpener {
  /// Reads a layer of polygons: GeoJSON, GeoJSON text sequence, WKT or CSV with a WKT column.
  public static func open(
    _ path: String, workers: Workers = Workers(count: 1)
  ) throws(FormatError) -> FeatureLayer {
    try read(try SourceBytes.open(path), workers: workers)
  }

  /// The same for bytes that are there already.
  public static func read(
    _ source: SourceBytes, workers: Workers = Workers(count: 1)
  ) throws(FormatError) -> FeatureLayer {
    let suffix = source.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch suffix {
    case "wkt": return try WKTReader.readLayer(source)
    case "csv", "tsv": return try CSVReader.readLayer(source)
    case _ where LayerFileName.isSequence(source.name):
      return try GeoJSONReader.readLayer(source, isSequence: true)
    default: break
    }
    switch source.firstByte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), 0x1E:
      return try GeoJSONReader.readLayer(source, workers: workers)
    case UInt8(ascii: "P"), UInt8(ascii: "M"), UInt8(ascii: "S"), UInt8(ascii: "p"),
      UInt8(ascii: "m"), UInt8(ascii: "G"):
      return try WKTReader.readLayer(source)
    case nil:
      throw FormatError(
        file: source.name,
        message: Bilingual(zh: "文件是空的", en: "the file is empty"),
        remedy: Bilingual(zh: "请检查导出步骤", en: "check the export"))
    default:
      // The reader of the commonest format says best what is wrong.
      return try GeoJSONReader.readLayer(source)
    }
  }
}
