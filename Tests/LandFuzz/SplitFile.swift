import Foundation

/// The parts of a shapefile in one run of bytes: .shp, .shx, .dbf and .cpg with a mark between them.
/// A part that is missing at the end is no file, an empty one likewise.
public struct SplitFile {
  /// What stands between two parts. Changes of the bytes seldom hit it.
  public static let mark = Array("\u{0}|part|\u{0}".utf8)

  static let endings = ["shp", "shx", "dbf", "cpg"]
  /// In memory, where the system has such a folder: a case takes microseconds.
  private static let folder: String = {
    let memory = "/dev/shm"
    let base =
      FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    let path = "\(base)/landctl-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }()

  let parts: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) {
    parts = bytes.split(separator: Self.mark, omittingEmptySubsequences: false)
  }

  func write() {
    for (ending, number) in zip(Self.endings, 0...) {
      let part = number < parts.count ? parts[number] : []
      if part.isEmpty, number > 0 {
        unlink(Self.path(ending))
      } else {
        Self.write(Array(part), ending)
      }
    }
  }

  static func path(_ ending: String) -> String { "\(folder)/fuzz.\(ending)" }

  static func write(_ bytes: [UInt8], _ ending: String) {
    let isWritten = FileManager.default.createFile(atPath: path(ending), contents: Data(bytes))
    precondition(isWritten, "cannot write to \(path(ending))")
  }
}
