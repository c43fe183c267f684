import Glibc
import Synchronization

/// The temporary files of this run, so that a run stopped by a signal can remove them.
public enum OpenFiles {
  private static let paths = Mutex<Set<String>>([])

  static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }
  static func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Removes all temporary files that are still there.
  public static func removeAll() {
    paths.withLock { open in
      for path in open { unlink(path) }
      open.removeAll()
    }
  }
}
