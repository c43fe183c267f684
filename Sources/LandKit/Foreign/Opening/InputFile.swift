import Foundation
import LandCadastre
import LandGeoPackage
import LandGeometry
import LandLayers
import LandShapefile

/// An input that is open: what it is, and the bytes of all its files.
public struct InputFile: Sendable {
  /// What the user named.
  public let reference: InputReference
  /// Its format.
  public let format: InputFormat
  /// The bytes of the file, then those of the files that belong to it (of a shapefile its `.dbf`,
  /// `.prj`, …; of a folder all in it); nothing for a database.
  public let files: [SourceBytes]

  /// Opens an input and recognises it.
  ///
  /// - Throws: `FormatError` where it is not there, a folder that is no geodatabase, no regular
  ///   file, or packed and damaged.
  public init(_ text: String) throws(FormatError) {
    let reference = InputReference(text)
    self.reference = reference
    if reference.isDatabase {
      (format, files) = (.postGIS, [])
      return
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: reference.path, isDirectory: &isFolder),
      isFolder.boolValue, let inside = Self.geodatabase(reference.path)
    {
      format = .fileGeodatabase
      var files: [SourceBytes] = []
      for name in inside { files.append(try SourceBytes.openPlain(name)) }
      self.files = files
      return
    }
    let source = try SourceBytes.open(reference.path)
    format = InputFormat(source.prefix(InputFormat.lookedAt), name: source.name)
    var files = [source]
    if format == .shapefile {
      for part in try ShapefileReader(source.name).parts where part != source.name {
        files.append(try SourceBytes.openPlain(part))
      }
    }
    self.files = files
  }

  /// The size of all its files.
  public var byteCount: Int { files.reduce(0) { $0 + $1.fileSize } }

  /// Whether it has rows but no shapes.
  public var isTable: Bool {
    get throws(FormatError) {
      switch format {
      case .dbf, .json, .workbook: return true
      case .csv:
        guard let source else { return false }
        return try !CSVReader.hasGeometry(source)
      case .geoPackage: return try GeoPackageReader(reference.path).isTable(reference.layer)
      default: return false
      }
    }
  }

  /// The file itself; nil for a database.
  public var source: SourceBytes? { files.first }

  /// The files of a folder that is a geodatabase of Esri's; nil for another one.
  private static func geodatabase(_ folder: String) -> [String]? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard names.contains(where: { $0.hasSuffix(".gdbtable") }) else { return nil }
    return names.filter { !$0.hasSuffix(".lock") }.sorted().map { "\(folder)/\($0)" }
  }

  /// Reads it as a layer.
  ///
  /// - Parameter role: what it holds, which decides what its columns are.
  /// - Throws: `FormatError` where it cannot be read.
  public func layer(_ role: Field.Role, _ options: OpeningOptions) throws(FormatError)
    -> FeatureLayer
  {
    var layer = try plainLayer(options)
    if let fields = options.fields {
      layer.attributes = layer.attributes.renaming(fields.renaming(role))
    }
    if format == .shapefile { layer.notes += Self.complete(&layer.attributes, role) }
    if let shift = options.shift { layer = try layer.shifted(by: shift) }
    return layer
  }

  /// The layer as the file has it.
  func plainLayer(_ options: OpeningOptions) throws(FormatError) -> FeatureLayer {
    guard let source, !format.needsGDAL else { return try foreign(options) }
    if source.firstByte == nil {
      throw FormatError(
        file: source.name,
        message: Bilingual(zh: "文件是空的", en: "the file is empty"),
        remedy: Bilingual(zh: "请检查导出步骤", en: "check the export"))
    }
    try refuseLayer()
    switch format {
    case .geoJSON, .json:
      return try GeoJSONReader.readLayer(
        source, isSequence: LayerFileName.isSequence(source.name), workers: options.workers)
    case .wkt: return try WKTReader.readLayer(source)
    case .csv: return try CSVReader.readLayer(source)
    case .exchangeText: return try ExchangeTextReader.readLayer(source)
    case .geoPackage:
      return try GeoPackageReader(reference.path).read(layer: reference.layer)
    case .shapefile:
      return try ShapefileReader(reference.path, encoding: options.encoding).read()
    case .dbf:
      throw FormatError(
        file: source.name,
        message: Bilingual(zh: ".dbf 只有属性,没有图形", en: "a .dbf has attributes but no shapes"),
        remedy: Bilingual(zh: "请给出同名的 .shp", en: "name the .shp of the same name"))
    default: return try foreign(options)
    }
  }

  /// Gives columns their names back that the format cut off; says so.
  static func complete(_ table: inout AttributeTable, _ role: Field.Role) -> [Bilingual] {
    let whole = CutNames.whole(of: table.names, role: role)
    guard !whole.isEmpty else { return [] }
    let pairs = table.names.compactMap { name in whole[name].map { "\(name) → \($0)" } }
    table = table.renaming(whole)
    return [
      Bilingual(
        zh: "列名被截断为 10 字节,按全名读取:\(pairs.joined(separator: "、"))",
        en: "names cut at ten bytes, read as the whole ones: \(pairs.joined(separator: ", "))")
    ]
  }
}
