import Foundation

/// A new folder in the temporary folder that only this user can enter; it goes with its owner.
public struct PrivateFolder: ~Copyable {
  /// The folder.
  public let url: URL

  /// Makes an empty folder.
  ///
  /// - Parameter purpose: a word in its name, for who finds it after a crash.
  public init(_ purpose: String) throws(OutputError) {
    url = FileManager.default.temporaryDirectory
      .appending(path: "landctl-\(purpose)-\(UUID().uuidString)")
    OpenFiles.add(folder: url.path)
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      OpenFiles.remove(folder: url.path)
      throw OutputError(url.path, reason: error.localizedDescription)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
    OpenFiles.remove(folder: url.path)
  }

  /// The path of a file in it.
  public func path(_ name: String) -> String { url.appending(path: name).path }
}
