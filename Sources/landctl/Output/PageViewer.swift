import Foundation
import LandKit

/// Shows a page in the browser of the desktop.
enum PageViewer {
  /// Starts `xdg-open`, without a shell in between; what stands in the way is a note, no failure:
  /// the page is written.
  static func show(_ path: String, _ language: Language) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", URL(fileURLWithPath: path).path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus == 0 { return }
    } catch {}
    Terminal.note(
      language(
        "提示：无法打开浏览器，请手动打开 \(path)", "note: no browser could be opened; open \(path) yourself"))
  }
}
