// Unsafe because a thread of the system takes its work by a pointer; one retained object goes over.

import Glibc

/// A thread with little room, for work that mostly waits. Unlike Foundation's it says when there is
/// none to be had.
enum SmallThread {
  /// Room for its stack in bytes, of ours: a line of text and a folder to be removed fit well.
  private static let stackBytes = 512 << 10

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts the work; false where the machine refuses a thread.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(&attributes, stackBytes)
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let refusal = pthread_create(
      &thread, &attributes,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    if refusal == 0 { return true }
    work.release()
    return false
  }
}
