import Foundation
import LandLayers

/// What the user names as an input: a file, a layer of it behind a colon, standard input, or a
/// database.
public struct InputReference: Hashable, Sendable {
  /// How connections to PostgreSQL begin, as GDAL has them.
  public static let postgres = "PG:"

  /// The text as the user gave it.
  public let text: String
  /// The file or folder; the whole text for a database.
  public let path: String
  /// The layer, where one is named.
  public let layer: String?

  /// Splits a text. One that is a file as it stands has no layer; a layer is what follows the last
  /// colon where the part before it is there.
  public init(_ text: String) {
    self.text = text
    let isThere = FileManager.default.fileExists(atPath: text)
    isDatabase = text.hasPrefix(Self.postgres) && !isThere
    if let colon = text.lastIndex(of: ":"), !isDatabase, !isThere {
      let front = String(text[..<colon])
      let back = String(text[text.index(after: colon)...])
      if !back.isEmpty, FileManager.default.fileExists(atPath: front) {
        (path, layer) = (front, back)
        return
      }
    }
    (path, layer) = (text, nil)
  }

  /// Whether it is a connection to a database; a file may be called so, too.
  public let isDatabase: Bool

  /// All files that belong to it, the one that is named first; those of a shapefile, of a folder.
  /// Nothing for a database.
  public var files: [String] {
    if isDatabase { return [] }
    return (try? InputFile(text))?.files.map(\.name) ?? [path]
  }

  /// The text without a password.
  public var shown: String {
    guard isDatabase else { return text }
    return (try? DatabaseAddress(text))?.text ?? Self.postgres
  }
}
