// Unsafe because limits of another process have no form in Foundation: the system call takes the
// address of a small structure, which lives until the call is over.

import CLimits
import Glibc

/// How much a program may take; nil is without limit.
public struct ProgramLimits: Hashable, Sendable {
  /// The most bytes it may write to standard output.
  public var outputBytes: Int?
  /// The most bytes of memory it may ask for.
  public var memoryBytes: Int?
  /// The most seconds of the processor it may use.
  public var processorSeconds: Int?
  /// The most bytes that a file it writes may have.
  public var fileBytes: Int?

  /// Limits; none where nothing is said.
  public init(
    outputBytes: Int? = nil, memoryBytes: Int? = nil, processorSeconds: Int? = nil,
    fileBytes: Int? = nil
  ) {
    self.outputBytes = outputBytes
    self.memoryBytes = memoryBytes
    self.processorSeconds = processorSeconds
    self.fileBytes = fileBytes
  }

  /// Holds a running program to them. Where it has ended already, nothing happens.
  func apply(to process: Int32) {
    set(memoryBytes, Int32(landctl_limit_memory), of: process)
    set(fileBytes, Int32(landctl_limit_file), of: process)
    set(processorSeconds, Int32(landctl_limit_processor), of: process)
  }

  private func set(_ most: Int?, _ resource: Int32, of process: Int32) {
    guard let most, most > 0 else { return }
    var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
    _ = prlimit(process, resource, &limit, nil)
  }
}
