import LandAudit
import LandLayers
import LandProjection
import LandReport
import LandRulebook
import LandTopology

/// `manifest.json` of a dossier: what it was made from and with, and the hash of every file, so that
/// somebody else can say whether it still holds.
struct DossierManifest {
  /// The version of the schema.
  static let schema = "landctl.dossier/1"

  let application: Application
  let arguments: [DossierArgument]
  let inputs: [DossierInput]
  /// The folder that paths are seen from.
  let folder: String
  /// Programs that made some of the files, by name and version.
  let programs: [(name: String, version: String)]

  /// The JSON text with a line end, for the files made.
  func json(_ files: [DossierFile]) -> [UInt8] {
    let check = application.check
    var json = JSONObject()
    json.set("schema", .code(Self.schema))
    json.set("landctl", .code(LandctlVersion.text))
    json.set("geos", .code(GEOSContext.geosVersion))
    json.set("proj", .code(ProjDatabase.version))
    json.objects(
      "programs",
      programs.map { program in
        var json = JSONObject()
        json.set("name", .code(program.name))
        json.set("version", .code(program.version))
        return json
      })
    json.set("act", .code(check.act.rawValue))
    json.set("zone", .text(check.zone))
    json.set("as_of", .day(check.asOf))
    json.set("outcome", .code(check.outcome.rawValue))
    json.set("assumed", .truth(!check.assumed.isEmpty))
    json.objects("rulebook_files", application.run.options.rules.all.map(\.digestJSON))
    json.objects("arguments", arguments.map(argument))
    json.objects("inputs", inputs.map(input))
    json.objects(
      "outputs",
      files.map { file in
        var json = JSONObject()
        json.set("name", .code(file.name))
        json.set("bytes", .integer(file.bytes.count))
        json.set("sha256", .code(file.sha256))
        return json
      })
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func argument(_ argument: DossierArgument) -> JSONObject {
    var json = JSONObject()
    if !argument.option.isEmpty { json.set("option", .code(argument.option)) }
    if argument.isPath {
      json.set("path", .code(RelativePath.path(to: argument.value, from: folder)))
    } else {
      json.set("value", .code(argument.value))
    }
    return json
  }

  /// A file that cannot be opened is listed without its hash.
  private func input(_ input: DossierInput) -> JSONObject {
    var json = JSONObject()
    json.set("role", .code(input.role))
    json.set("path", .code(RelativePath.path(to: input.path, from: folder)))
    if let digest = FileDigest(input.path) {
      json.set("bytes", .integer(digest.byteCount))
      json.set("sha256", .code(digest.sha256))
    }
    return json
  }
}

/// Size and hash of a file on disk.
struct FileDigest: Hashable, Sendable {
  /// In bytes.
  var byteCount: Int
  /// SHA-256 in hexadecimal.
  var sha256: String

  /// Nil where the file cannot be opened.
  init?(_ path: String) {
    do throws(FormatError) {
      let source = try SourceBytes.openPlain(path)
      byteCount = source.count
      sha256 = source.sha256()
    } catch { return nil }
  }
}
