import Foundation
import LandGeometry
import LandLayers

/// The manifest of a dossier as it is read back.
public struct DossierRecord: Codable, Sendable {
  /// A program that made some of the files.
  public struct Program: Codable, Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String
  }
  /// An option; exactly one of `value` and `path` is there.
  public struct Argument: Codable, Sendable {
    /// The option with its dashes; nil for an argument without one.
    public var option: String?
    /// Its value.
    public var value: String?
    /// A path seen from the dossier.
    public var path: String?
  }
  /// A file that the dossier was made from.
  public struct Input: Codable, Sendable {
    /// What it was used for.
    public var role: String
    /// Seen from the dossier.
    public var path: String
    /// SHA-256; nil where it was not there.
    public var sha256: String?
  }
  /// A file of the dossier.
  public struct Output: Codable, Sendable {
    /// Its name.
    public var name: String
    /// SHA-256.
    public var sha256: String
  }

  /// The schema.
  public var schema: String
  /// The version of landctl that made it.
  public var landctl: String
  /// Versions of the libraries that measured.
  public var geos: String
  /// The same.
  public var proj: String
  /// Programs that made some of the files.
  public var programs: [Program]
  /// The act.
  public var act: String
  /// The zone.
  public var zone: String
  /// The day.
  public var asOf: String
  /// The verdict.
  public var outcome: String
  /// How it was asked for.
  public var arguments: [Argument]
  /// What it was made from.
  public var inputs: [Input]
  /// What it is made of.
  public var outputs: [Output]

  private enum CodingKeys: String, CodingKey {
    case schema, landctl, geos, proj, programs, act, zone, outcome, arguments, inputs, outputs
    case asOf = "as_of"
  }

  /// Reads the manifest of a dossier.
  public static func read(folder: String) throws(FormatError) -> DossierRecord {
    let path = folder + "/manifest.json"
    let remedy = Bilingual(
      zh: "请指定 landctl expansion prepare 写出的文件夹",
      en: "name a folder that landctl expansion prepare has written")
    let source: SourceBytes
    do throws(FormatError) { source = try SourceBytes.open(path) } catch {
      var error = error
      error.remedy = remedy
      throw error
    }
    func fault(_ zh: String, _ en: String) -> FormatError {
      FormatError(
        file: path, line: 1, message: Bilingual(zh: zh, en: en), remedy: remedy)
    }
    let data = Data(source.bytes)
    struct Head: Decodable { var schema: String }
    guard let head = try? JSONDecoder().decode(Head.self, from: data) else {
      throw fault("不是清单文件", "this is no manifest")
    }
    guard head.schema == DossierManifest.schema else {
      throw fault(
        "这是 \(head.schema),不是 \(DossierManifest.schema)",
        "this is \(head.schema), not \(DossierManifest.schema)")
    }
    guard let record = try? JSONDecoder().decode(DossierRecord.self, from: data) else {
      throw fault("清单不完整", "the manifest is not complete")
    }
    // Files of a dossier lie in it: a manifest of somebody else's must not ask about others.
    if let name = record.outputs.map(\.name).first(where: leadsOut) {
      throw fault(
        "清单所列文件不在文件夹内:\(name)", "a file of the manifest is not in the folder: \(name)")
    }
    return record
  }

  /// Whether the name of a file leads out of the folder.
  private static func leadsOut(_ name: String) -> Bool {
    name.isEmpty || name.hasPrefix("/") || name.split(separator: "/").contains("..")
  }

  /// The command line that makes the dossier again, with its files seen from a folder.
  public func commandLine(from folder: String) -> [String] {
    arguments.flatMap { argument -> [String] in
      let value = argument.path.map { RelativePath.resolve($0, from: folder) } ?? argument.value
      return [argument.option, value].compactMap { $0 }
    }
  }
}
