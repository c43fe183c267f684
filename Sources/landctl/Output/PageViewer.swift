import ArgumentParser
import Foundation
import LandKit

/// Shows a page in the browser of the desktop.
enum PageViewer {
  private static let program = OutsideProgram(name: "xdg-open", package: "xdg-utils")

  /// Starts `xdg-open` of the path, without a shell in between. The page is written already: that no
  /// browser opens is a note; that there is no such program ends the run with status 69.
  static func show(_ path: String, _ language: Language) throws {
    let viewer: URL
    do throws(ProgramError) {
      viewer = try program.location(on: ProcessInfo.processInfo.environment["PATH"] ?? "")
    } catch {
      throw Terminal.said(
        ErrorText(language: language).failure(
          .componentMissing, "xdg-open",
          Bilingual(
            zh: "没有安装，无法打开浏览器；\(path) 已写好",
            en: "not installed, so no browser was opened; \(path) is written"),
          Bilingual(
            zh: "安装：sudo apt-get install \(program.package)",
            en: "sudo apt-get install \(program.package)")))
    }
    let process = Process()
    process.executableURL = viewer
    process.arguments = [URL(fileURLWithPath: path).path]
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
