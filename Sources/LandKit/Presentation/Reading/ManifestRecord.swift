import Foundation
import LandCadastre
import LandGeometry
import LandLayers

/// What `manifest.json` says, as far as a report shows it.
public struct ManifestRecord: Sendable {
  /// A file that was read.
  public struct Input: Sendable, Decodable {
    /// `parcels`, `buildings`, `zones`, `contracts`, `enterprises`, `zone`.
    public let role: String
    /// Its name without the folder.
    public let name: String
    /// Size in bytes.
    public let bytes: Int
    /// SHA-256, hexadecimal.
    public let sha256: String
    /// The format that was recognised; nil for a table.
    public let format: String?
    /// Features in it; nil for a table.
    public let features: Int?
  }
  /// A rulebook that was judged by.
  public struct Rulebook: Sendable, Decodable {
    /// Its id.
    public let id: String
    /// Its file.
    public let file: String
    /// SHA-256 of its text, hexadecimal.
    public let sha256: String
    /// Number of the document, `国土资源部令第53号`; nil where it has none.
    public let number: String?
    /// How sure its texts are: `official`, `secondary`, `ours` and others.
    public let verification: String?
  }
  /// Overlaps of one class, listed or not.
  public struct OverlapClass: Sendable, Decodable {
    /// `noise`, `check`, `real`.
    public let `class`: String
    /// Pairs of parcels.
    public let pairs: Int
    /// Those that `overlaps.csv` lists.
    public let listed: Int
    /// Sum of their areas, m².
    public let areaM2: Double
  }

  /// Version of the program that made the audit.
  public let version: String
  /// The day of the audit.
  public let asOf: CalendarDate
  /// Rulebooks that were judged by.
  public let rulebooks: [Rulebook]
  /// Files that were read.
  public let inputs: [Input]
  /// Counts by name: `read`, `audited`, `reported`, `invalid`, `idle_suspected` and others.
  public let counts: [String: Int]
  /// How many findings there are of each code.
  public let findings: [String: Int]
  /// Overlaps by class; empty in a manifest that does not say.
  public let overlapClasses: [OverlapClass]
  /// How it was measured, by the names of the manifest.
  public let measures: [String: String]
  /// The coordinate system of the parcels.
  public let crs: String
  /// Versions of the libraries that measured.
  public let geos: String
  /// Version of PROJ.
  public let proj: String

  /// The input of a role.
  public func input(_ role: String) -> Input? { inputs.first { $0.role == role } }

  /// The members as the file has them.
  private struct File: Decodable {
    var schema: String
    var landctl: String
    var geos: String
    var proj: String
    var asOf: String
    var rulebookFiles: [Rulebook]
    var inputs: [Input]
    var options: Options
    var counts: [String: Int]
    var overlapClasses: [OverlapClass]?
    var findings: [String: Int]
    var measures: [String: Measure]?
    struct Options: Decodable { var crs: String }
  }

  /// A text, or a number as people write it.
  private struct Measure: Decodable {
    var text: String
    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let text = try? value.decode(String.self) {
        self.text = text
      } else {
        text = "\(try value.decode(Decimal.self))"
      }
    }
  }

  static func read(_ path: String) throws(AuditBookError) -> ManifestRecord {
    // Opened by our own reader first: it says best why a file cannot be opened.
    do throws(FormatError) { _ = try SourceBytes.open(path) } catch { throw .format(error) }
    let file: File
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      file = try decoder.decode(File.self, from: Data(contentsOf: URL(filePath: path)))
    } catch { throw .manifest(file: path, reason: "\(error)") }
    guard file.schema == "landctl.manifest/1" else {
      throw .manifest(file: path, reason: "schema \(file.schema)")
    }
    guard let asOf = CalendarDate(iso: file.asOf) else {
      throw .manifest(file: path, reason: "as_of \(file.asOf)")
    }
    return ManifestRecord(
      version: file.landctl, asOf: asOf, rulebooks: file.rulebookFiles, inputs: file.inputs,
      counts: file.counts, findings: file.findings,
      overlapClasses: file.overlapClasses ?? [],
      measures: (file.measures ?? [:]).mapValues(\.text), crs: file.options.crs,
      geos: file.geos, proj: file.proj)
  }
}
