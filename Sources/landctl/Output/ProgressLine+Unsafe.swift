// Unsafe because the width of a terminal is asked for through a C structure.

import Foundation
import LandKit
import Synchronization

/// One line on the terminal that says how far a long run is; it goes when the run ends. Where standard
/// error is no terminal, or one that cannot rewrite a line, there is none.
final class ProgressLine: Sendable {
  /// What the run tells.
  let progress = AuditProgress()
  private let language: Language
  private let started = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var isDrawn = false
    var isEnded = false
    var phase = AuditProgress.Phase.reading
    var phaseStarted = ContinuousClock.now
  }

  /// Begins to draw; nil where nobody could see it.
  static func begun(_ language: Language) -> ProgressLine? {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    guard isatty(2) == 1, !terminal.isEmpty, terminal != "dumb" else { return nil }
    let line = ProgressLine(language)
    Interruption.beforeEnd { line.end() }
    Thread.detachNewThread {
      // Short runs show nothing.
      Thread.sleep(forTimeInterval: 1)
      while line.draw() { Thread.sleep(forTimeInterval: 0.25) }
    }
    return line
  }

  private init(_ language: Language) { self.language = language }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      state.isEnded = true
      if state.isDrawn { Self.put("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }

  private static func put(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Draws the line as things stand; false once the run has ended.
  private func draw() -> Bool {
    let now = progress.state
    return state.withLock { state in
      if state.isEnded { return false }
      if state.phase != now.phase {
        state.phase = now.phase
        state.phaseStarted = .now
      }
      let seconds = Self.seconds(since: state.phaseStarted)
      let text = Terminal.padded(
        ProgressText(language: language).text(now, seconds: seconds), Self.width - 1)
      Self.put("\r" + text.trimmedEnd + "\u{1B}[K")
      state.isDrawn = true
      return true
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }

  /// Columns of the terminal.
  private static var width: Int {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }
}

extension String {
  fileprivate var trimmedEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
  }
}
