import CFaults
import CMalloc
import Foundation
import LandKit

/// The limit of memory that the run was given (`ulimit -v`, `ulimit -d`), and how it makes do.
///
/// Swift ends the program where memory is refused, and a thread that is refused is waited for without
/// end. So a run with little room takes one worker and no further threads, and what is refused
/// nevertheless ends it by ``Faults``, with nothing left behind.
enum MemoryLimit {
  /// The smaller limit in bytes; nil where there is none.
  static let bytes: Int? = {
    let limit = landctl_memory_limit()
    return limit < 0 ? nil : Int(limit)
  }()

  /// Room that any command needs beyond what is in use when it starts; of ours.
  private static let leastRoom = 24 << 20
  /// Room that a worker more is started for, and room that is left to the work itself; of ours. A
  /// thread's stack is 8 MB, and the buffers of a part some tens.
  private static let roomOfWorker = 64 << 20
  private static let roomOfWork = 256 << 20

  /// Bytes that may still be asked for; nil where there is no limit.
  private static var room: Int? {
    guard let bytes else { return nil }
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").first.flatMap { Int($0) } ?? 0
    return bytes - pages * Int(getpagesize())
  }

  /// Says so, and ends the run, where there is not even room to begin.
  static func check() {
    guard let bytes, let room else { return }
    // Each thread would get an arena of 64 MB of its own.
    mallopt(Int32(landctl_arena_max), 1)
    guard room < leastRoom else { return }
    Terminal.note(text(bytes, .ofLocale))
    Foundation.exit(ExitStatus.machineRefuses.rawValue)
  }

  /// So many workers as wanted, or as there are processors; fewer where memory is limited.
  static func workers(_ wanted: Int?) -> Workers {
    let count = wanted ?? ProcessInfo.processInfo.activeProcessorCount
    guard let room else { return Workers(count: count) }
    return Workers(count: min(count, max(1, (room - roomOfWork) / roomOfWorker)))
  }

  /// What is said of memory that was refused.
  static func text(_ bytes: Int?, _ language: Language) -> String {
    let limit = bytes.map { " \($0 >> 20) MiB" } ?? ""
    return language(
      """
      landctl: 错误: 内存: 内存限制\(limit) 不够(ulimit -v);未留下任何输出
        处理: 请放宽限制,减少 --jobs,或用 --partition-by
      """,
      """
      landctl: error: memory: the limit of\(limit) is too little (ulimit -v); no output is left
        remedy: allow more, take fewer --jobs, or use --partition-by
      """)
  }
}
