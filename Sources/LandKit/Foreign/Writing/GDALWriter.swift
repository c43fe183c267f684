import Foundation
import LandGeometry
import LandLayers
import LandOutput
import LandPrograms

/// Writes formats that GDAL's programs write, from a GeoPackage.
public struct GDALWriter: ~Copyable {
  private static let converter = OutsideProgram(name: "ogr2ogr", package: "gdal-bin")
  /// Limits of ours.
  private static let limits = ProgramLimits(
    outputBytes: 1 << 20, memoryBytes: 8 << 30, processorSeconds: 3600)

  private let folder: PrivateFolder
  private let environment: [String: String]

  /// Prepares a folder in which the GeoPackage is made.
  public init(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(OutputError) {
    folder = try PrivateFolder("convert")
    self.environment = GDALEnvironment.variables(environment, home: folder.url.path)
  }

  /// Where the GeoPackage belongs.
  public var package: String { folder.path("in.gpkg") }

  /// Writes the only layer of the GeoPackage as one of GDAL's formats, and moves what came of it to
  /// its place: of a MapInfo table several files, of a geodatabase a folder.
  ///
  /// - Parameters:
  ///   - driver: what GDAL calls the format.
  ///   - arguments: further arguments of `ogr2ogr`.
  /// - Returns: what GDAL warned of, for people.
  /// - Throws: `FormatError` where the program is missing or fails, `OutputError` where the place
  ///   cannot be written.
  public func write(to path: String, driver: String, arguments: [String]) throws -> [Bilingual] {
    let name = FileName.last(path)
    let suffix = LayerFileName.suffix(path)
    let made = folder.path("made")
    try FileManager.default.createDirectory(atPath: made, withIntermediateDirectories: false)
    let output: OutsideProgram.Output
    do throws(ProgramError) {
      output = try Self.converter.run(
        ["-f", driver, "\(made)/out.\(suffix)", package] + arguments, in: folder.url,
        environment: environment, limits: Self.limits)
    } catch { throw Self.failure(error, path, folder.url.path) }
    try publish(made, as: String(name.dropLast(suffix.count + 1)), beside: path)
    return output.messages.split(separator: "\n").filter(Self.isOfInterest).prefix(5)
      .map { line in
        let text = line.replacing(folder.url.path + "/", with: "")
        return Bilingual(zh: "GDAL:\(text)", en: "GDAL: \(text)")
      }
  }

  /// Whether a line says something of the data: that a driver which is told to stay away is not there,
  /// or that the GeoPackage in between is of a later version, does not.
  private static func isOfInterest(_ line: Substring) -> Bool {
    line.hasPrefix("Warning") && !line.contains("GDAL_SKIP") && !line.contains("user_version")
  }

  /// Copies the files `out.*` to their places under another name.
  private func publish(_ made: String, as stem: String, beside path: String) throws {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let place = String(path[..<slash])
    var finished: [FinishedFile] = []
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: made).sorted() {
        let source = "\(made)/\(name)"
        let target = place + stem + name.dropFirst("out".count)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: source, isDirectory: &isFolder),
          isFolder.boolValue
        {
          try Self.moveFolder(source, to: target)
          continue
        }
        var file = try AtomicFile(target)
        let input = try FileHandle(forReadingFrom: URL(filePath: source))
        while let part = try input.read(upToCount: 1 << 20), !part.isEmpty {
          try file.write(Array(part))
        }
        finished.append(try file.finish())
      }
    } catch {
      for file in finished { file.discard() }
      throw error
    }
    try publishTogether(finished)
  }

  /// A folder comes to its place whole; one that is there is never replaced.
  private static func moveFolder(_ source: String, to target: String) throws {
    guard !FileManager.default.fileExists(atPath: target) else {
      throw OutputError(target, reason: "it is there already and folders are not replaced")
    }
    let hidden = target + ".part"
    do {
      try FileManager.default.copyItem(atPath: source, toPath: hidden)
      try FileManager.default.moveItem(atPath: hidden, toPath: target)
    } catch {
      try? FileManager.default.removeItem(atPath: hidden)
      throw OutputError(target, reason: error.localizedDescription)
    }
  }

  private static func failure(_ error: ProgramError, _ path: String, _ folder: String) -> any Error
  {
    switch error {
    case .missing(let program, let package):
      FormatError(
        kind: .component, file: path,
        message: Bilingual(
          zh: "写出这种格式需要 \(program),本机没有",
          en: "the format is written by \(program), which is not installed"),
        remedy: Bilingual(
          zh: "apt-get install \(package),或改写为 .gpkg、.shp",
          en: "apt-get install \(package), or write .gpkg or .shp"))
    case .failed(_, let status, let messages):
      OutputError(
        path,
        reason: messages.split(separator: "\n").first { $0.hasPrefix("ERROR") }
          .map { String($0.replacing(folder + "/", with: "")) } ?? "ogr2ogr ended with \(status)")
    case .tooMuchOutput: OutputError(path, reason: "ogr2ogr says too much")
    case .temporaryFiles(let reason): OutputError(path, reason: reason)
    }
  }
}
