// Unsafe because signal handlers are compared by address and signal sets are lent to C calls.

import Foundation
import LandKit
import Synchronization

/// What happens when a run is stopped from outside: its temporary files go, then the signal does
/// what it always does.
enum Interruption {
  /// Lets a write beyond the limit on the size of files (`ulimit -f`) fail like one to a full disk,
  /// with a message and nothing lost, instead of ending the program. To be called first of all.
  static func surviveFileLimit() { signal(SIGXFSZ, SIG_IGN) }

  private static let endings = Mutex<[@Sendable () -> Void]>([])

  /// Something to be done before a signal ends the run.
  static func beforeEnd(_ body: @escaping @Sendable () -> Void) {
    endings.withLock { $0.append(body) }
  }

  /// To be called before other threads are made, so that they all leave these signals to the one
  /// that waits for them.
  static func watch() {
    // A reader of standard output that goes away is noticed by the thread that writes, in the
    // middle of no work of ours, so the handler may tidy up itself.
    signal(SIGPIPE) { number in
      OpenFiles.removeAll()
      signal(number, SIG_DFL)
      raise(number)
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU] {
      var before = sigaction()
      sigaction(number, nil, &before)
      // Whoever started the run with a signal ignored meant it.
      let isIgnored = unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1
      if !isIgnored { sigaddset(&signals, number) }
    }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let waited = signals
    if !SmallThread.start({ wait(for: waited) }) {
      // No thread to be had: the signals end the run as they always do.
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
  }

  private static func wait(for signals: sigset_t) {
    var waited = signals
    var number: Int32 = 0
    guard sigwait(&waited, &number) == 0 else { return }
    for body in endings.withLock({ $0 }) { body() }
    OpenFiles.removeAll {
      // Swift's tracer catches SIGQUIT, too, and would wait for threads that wait for this one.
      signal(number, SIG_DFL)
      pthread_sigmask(SIG_UNBLOCK, &waited, nil)
      raise(number)
    }
  }
}
