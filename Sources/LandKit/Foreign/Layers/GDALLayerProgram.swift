import Foundation
import LandGeoPackage
import LandGeometry
import LandLayers
import LandOutput
import LandPrograms

/// Layers in formats that GDAL's programs read: KML and KMZ, GML, DXF, MapInfo, FileGDB, FlatGeobuf,
/// SpatiaLite, TopoJSON, zipped folders of them, sheets with WKT, and PostGIS.
///
/// `ogr2ogr` writes the layer into a GeoPackage of a private folder, from which it is read with its
/// exact coordinates, its types and the definition of its system. The folder goes with this.
///
/// ```swift
/// let parcels = try GDALLayerProgram("宗地.dxf").read(layer: nil)
/// ```
public struct GDALLayerProgram: ~Copyable {
  private static let lister = OutsideProgram(name: "ogrinfo", package: "gdal-bin")
  private static let converter = OutsideProgram(name: "ogr2ogr", package: "gdal-bin")
  /// Limits of ours: a province's parcels fit, a file made to fill the disk ends there.
  private static let limits = ProgramLimits(
    outputBytes: 16 << 20, memoryBytes: 4 << 30, processorSeconds: 1800, fileBytes: 16 << 30)
  /// Drivers whose formats are read, and what they are called here; another one means that the file
  /// is not what it looks like.
  private static let drivers = [
    "KML": "KML", "LIBKML": "KML", "GML": "GML", "DXF": "DXF", "MapInfo File": "MapInfo",
    "OpenFileGDB": "FileGDB", "FlatGeobuf": "FlatGeobuf", "SQLite": "SpatiaLite",
    "TopoJSON": "TopoJSON", "PostgreSQL": "PostGIS", "XLSX": "XLSX", "ODS": "ODS", "XLS": "XLS",
    "ESRI Shapefile": "Shapefile", "ESRIJSON": "Esri JSON", "GPKG": "GeoPackage",
    "GeoJSON": "GeoJSON",
  ]
  /// Drivers of databases, whose keys name the rows; the numbers of others are GDAL's own.
  private static let keyed: Set<String> = ["OpenFileGDB", "PostgreSQL", "SQLite"]

  /// The file or database as the user named it, without a password.
  public var file: String { source.name }

  private let source: GDALSource
  private let folder: PrivateFolder
  private let environment: [String: String]

  /// Prepares the reading of a file, of a folder (`.gdb`), or of a database (`PG:…`).
  ///
  /// - Parameters:
  ///   - name: the path; only `PG:` at its start is an address.
  ///   - environment: where programs are found (`PATH`); for a database also libpq's variables.
  /// - Throws: ``FormatError``, where the file is missing or an archive that is not let through.
  public init(
    _ name: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(FormatError) {
    let folder: PrivateFolder
    do throws(OutputError) { folder = try PrivateFolder("layer") } catch {
      throw GDALFailure.temporaryFiles(name, error.reason)
    }
    let source = try GDALSource(name, in: folder)
    self.environment = GDALEnvironment.variables(
      environment, home: folder.url.path, hasNetwork: source.isDatabase
    ).merging(source.variables) { $1 }
    self.source = source
    self.folder = folder
  }

  /// The layers and tables in the file.
  ///
  /// - Throws: ``FormatError``, where GDAL is missing or cannot read it.
  public func layers() throws(FormatError) -> [ForeignLayer] { try list().layers }

  /// Reads a layer.
  ///
  /// - Parameter layer: its name; the only one with a geometry where left out.
  /// - Throws: ``FormatError``, where there is no such layer, several and none is named, GDAL is
  ///   missing or cannot read it.
  public func read(layer name: String?) throws(FormatError) -> FeatureLayer {
    let list = try list()
    guard let format = Self.drivers[list.driver] else {
      throw FormatError(
        file: file,
        message: Bilingual(
          zh: "内容是 \(list.driver),不是其名称所示的格式",
          en: "its content is \(list.driver), not what its name says"),
        remedy: Bilingual(
          zh: "请在 QGIS 中导出为 GeoPackage", en: "export it as GeoPackage in QGIS"))
    }
    let chosen = try ForeignChoice(file: file).choose(name, list.layers)
    var layer =
      ["XLSX", "ODS", "XLS"].contains(format)
      ? try sheet(chosen) : try converted(chosen, list.driver)
    layer.format = "\(format) (GDAL)"
    if name == nil, list.layers.count > 1 {
      layer.notes.insert(
        Bilingual(
          zh: "共 \(list.layers.count) 个图层,读取“\(chosen)”",
          en: "\(list.layers.count) layers, the one read is '\(chosen)'"), at: 0)
    }
    if list.driver == "DXF" {
      layer.notes.append(
        Bilingual(
          zh: "DXF 中的弧线由 GDAL 以折线代替", en: "GDAL draws the arcs of a DXF file as straight pieces"))
    }
    return layer
  }

  private func list() throws(FormatError) -> GDALLayerList {
    let output = try run(Self.lister, ["-ro", source.argument])
    return GDALLayerList(String(decoding: output, as: UTF8.self))
  }

  private func converted(_ layer: String, _ driver: String) throws(FormatError) -> FeatureLayer {
    let target = folder.path("read.gpkg")
    try? FileManager.default.removeItem(atPath: target)
    let isKeyed = Self.keyed.contains(driver)
    _ = try run(
      Self.converter,
      [
        "-f", "GPKG", "-nln", "layer", "-lco", "GEOMETRY_NAME=landctl_geometry", "-lco",
        "FID=\(GeoPackageReader.foreignKey)", "-lco", "SPATIAL_INDEX=NO", "-gt", "65536",
        "-unsetFieldWidth",
      ] + (isKeyed ? ["-preserve_fid"] : []) + [target, source.argument, layer])
    var manner = GeoPackageReader.Manner()
    manner.closedLinesAreBoundaries = driver == "DXF"
    manner.keyNamesFeatures = isKeyed
    let reader = try GeoPackageReader(target, named: file)
    guard reader.layers.contains(where: { $0.kind == .features }) else {
      throw FormatError(
        file: file,
        message: Bilingual(zh: "“\(layer)”没有几何", en: "'\(layer)' has no geometry"),
        remedy: Bilingual(zh: "请选择有地块边界的图层", en: "choose the layer that has the boundaries"))
    }
    return try reader.read(layer: nil, manner: manner)
  }

  /// A sheet as delimited text, whose geometry is a column of WKT.
  private func sheet(_ name: String) throws(FormatError) -> FeatureLayer {
    let target = folder.path("read.csv")
    try? FileManager.default.removeItem(atPath: target)
    _ = try run(Self.converter, ["-f", "CSV", target, source.argument, name])
    let bytes = try SourceBytes.open(target).bytes
    return try CSVReader.readLayer(SourceBytes(name: file, bytes: bytes))
  }

  private func run(_ program: OutsideProgram, _ arguments: [String]) throws(FormatError) -> [UInt8]
  {
    let path = folder.url.path
    let output: OutsideProgram.Output
    do throws(ProgramError) {
      output = try program.run(
        arguments, in: folder.url, environment: environment, limits: Self.limits)
    } catch { throw GDALFailure.error(error, source, folder: path) }
    // GDAL says that a row was skipped, and ends well nevertheless.
    guard !output.messages.split(separator: "\n").contains(where: { $0.hasPrefix("ERROR ") }) else {
      throw GDALFailure.error(
        .failed(program: program.name, status: 0, message: output.messages), source, folder: path)
    }
    return output.bytes
  }
}
