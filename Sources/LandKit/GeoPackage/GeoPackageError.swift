import GRDB
import LandGeometry
import LandOutput

/// Why a GeoPackage cannot be written.
public struct GeoPackageError: Error, Hashable, Sendable {
  /// What kind of failure; decides the exit status.
  public enum Kind: Hashable, Sendable {
    /// A name or a row does not fit its table: a fault of the caller's.
    case content
    /// The file cannot be written (exit status 73).
    case output
  }
  /// What kind of failure.
  public var kind: Kind
  /// The file.
  public var path: String
  /// What is wrong.
  public var message: Bilingual
  /// What the user can do.
  public var remedy: Bilingual

  /// An error with its remedy.
  public init(_ kind: Kind, path: String, message: Bilingual, remedy: Bilingual) {
    self.kind = kind
    self.path = path
    self.message = message
    self.remedy = remedy
  }

  /// Content that the format has no room for.
  static func content(_ path: String, zh: String, en: String) -> GeoPackageError {
    GeoPackageError(
      .content, path: path, message: Bilingual(zh: zh, en: en),
      remedy: Bilingual(zh: "请改用其他名称或数据", en: "use another name or other data"))
  }

  /// What SQLite or the system says.
  static func output(_ path: String, _ reason: String) -> GeoPackageError {
    GeoPackageError(
      .output, path: path,
      message: Bilingual(zh: "无法写入 \(path):\(reason)", en: "cannot write \(path): \(reason)"),
      remedy: Bilingual(
        zh: "请检查文件夹的权限和剩余空间", en: "check the folder's permissions and free space"))
  }

  init(_ path: String, _ error: any Error) {
    switch error {
    case let error as GeoPackageError:
      self = error
      self.path = path
    case let error as OutputError: self = .output(error.path, error.reason)
    case let error as DatabaseError:
      self = .output(path, error.message ?? "SQLite \(error.resultCode.rawValue)")
    default: self = .output(path, "\(error)")
    }
  }
}
