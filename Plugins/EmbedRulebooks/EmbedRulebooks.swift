import Foundation
import PackagePlugin

/// Compiles the rulebooks into the program: every `.yaml` in the target's folder `Rulebooks`
/// becomes a string in generated Swift, so that one binary carries the law it was tested with.
///
/// The package manager's own `.embedInCode` writes an array literal of bytes, which takes the
/// compiler minutes for files of this size; a string literal takes it no time.
@main
struct EmbedRulebooks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Rulebooks")
    let books = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRulebooks.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(books.count) rulebooks",
        executable: try context.tool(named: "embed-rulebooks").url,
        arguments: [output.path] + books.map(\.path), inputFiles: books, outputFiles: [output])
    ]
  }
}
