import Foundation
import PackagePlugin

/// Compiles text files into the program, so that one binary carries the law it was tested with and
/// the templates of its papers: each of the target's folders `Rulebooks`, `Templates` and `PageFiles`
/// becomes an enum, `EmbeddedRulebooks` and so on, whose `files` are the names and texts in it. A
/// file that is no text (`.docx`) is embedded as base64.
///
/// The package manager's own `.embedInCode` writes an array literal of bytes, which takes the
/// compiler minutes for files of this size; a string literal takes it no time.
@main
struct EmbedTexts: BuildToolPlugin {
  /// The folders that are embedded where a target has them.
  static let folders = ["Rulebooks", "Templates", "PageFiles"]
  /// What is embedded of them; a note or a script beside the files is not.
  static let kinds: Set<String> = ["yaml", "mustache", "css", "js", "lua", "docx"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    try Self.folders.compactMap { name in
      let folder = target.directoryURL.appending(path: name)
      guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
      let files = try FileManager.default
        .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { Self.kinds.contains($0.pathExtension) }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
      let type = "Embedded" + name
      let output = context.pluginWorkDirectoryURL.appending(path: type + ".swift")
      return .buildCommand(
        displayName: "Embedding \(files.count) files of \(name)",
        executable: try context.tool(named: "embed-texts").url,
        arguments: [output.path, type] + files.map(\.path), inputFiles: files,
        outputFiles: [output])
    }
  }
}
