import Foundation
import LandGeoPackage
import LandGeometry
import LandLayers

/// What a report is about, known by what a path holds and not by its name.
public enum ReportSubject: String, Hashable, Sendable, CaseIterable {
  /// The folder of an audit.
  case audit
  /// A ledger: a SQLite file with the application id of a GeoPackage.
  case ledger
  /// What is known of a zone: a text that is no JSON, no HTML and no XML.
  case zone

  /// What is at a path. Whether a ledger or zone file is sound is for its reader to say.
  ///
  /// - Throws: `FormatError` for a path that cannot be opened, and for a file that is none of the
  ///   three.
  public static func at(_ path: String) throws(FormatError) -> ReportSubject {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return .audit
    }
    let start = try SourceBytes.open(path).prefix(lookedAt)
    guard let subject = ReportSubject(start: start) else { throw none(path) }
    return subject
  }

  /// How much of a file is looked at: a limit of ours, enough for SQLite's header of 100 bytes.
  private static let lookedAt = 4096

  /// What a file begins like; nil for none of the subjects.
  init?(start: [UInt8]) {
    if start.starts(with: Array("SQLite format 3\0".utf8)) {
      // The application id is the big-endian number at offset 68 of SQLite's header.
      guard start.count >= 72 else { return nil }
      let id = start[68..<72].reduce(0) { $0 << 8 | Int($1) }
      guard id == GeoPackageSchema.applicationID else { return nil }
      self = .ledger
      return
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = start.starts(with: mark) ? start.dropFirst(mark.count) : start[...]
    let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let others = ["{", "[", "<"].flatMap { Array($0.utf8) }
    guard let first, !others.contains(first), !text.contains(0) else { return nil }
    self = .zone
  }

  private static func none(_ path: String) -> FormatError {
    FormatError(
      file: path,
      message: Bilingual(
        zh: "不是审查结果文件夹、台账（.gpkg）或开发区文件（zone.yaml）",
        en: "not the folder of an audit, a ledger (.gpkg) or a zone file (zone.yaml)"),
      remedy: Bilingual(
        zh: "请指定 landctl audit --output 的文件夹、landctl ledger init 建立的文件或 zone.yaml",
        en: "name a folder of landctl audit --output, a file of landctl ledger init, or a zone.yaml"
      ))
  }
}
