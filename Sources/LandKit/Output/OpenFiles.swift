import CFaults
import Foundation
import Glibc
import Synchronization

/// The temporary files of this run and the folders it made, so that a run that fails or is stopped by a
/// signal can remove them.
public enum OpenFiles {
  /// Each with the number under which a fault would remove it.
  private static let paths = Mutex<[String: Int32]>([:])
  private static let folders = Mutex<Set<String>>([])
  /// Folders made for outputs, those above first.
  private static let made = Mutex<[String]>([])

  private static let moving = Mutex<Void>(())

  /// Moves files that belong together to their places; a signal in the meantime waits, so that all
  /// or none of them appear.
  static func whileMoving<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    // The lock's own closure form does not carry a typed error through.
    let outcome = moving.withLock { _ in
      Result { () throws(Failure) in try body() }
    }
    try outcome.get()
  }

  /// Removes all temporary files and ends the run by `end`, which does not return: until then no new
  /// one is made and none is moved.
  public static func removeAll(thenEnd end: () -> Void) {
    moving.withLock { _ in
      paths.withLock { open in
        for path in open.keys {
          unlink(path)
          // What SQLite may have begun beside it.
          unlink(path + "-journal")
        }
        removeFolders()
        removeMade()
        end()
      }
    }
  }

  /// To be called before the file is made, so that none is made once the run is being ended.
  static func add(_ path: String) {
    paths.withLock { if $0[path] == nil { $0[path] = landctl_remember(path) } }
  }

  static func remove(_ path: String) {
    paths.withLock { if let number = $0.removeValue(forKey: path) { landctl_forget(number) } }
  }

  /// The same for a private folder with all in it.
  static func add(folder: String) { folders.withLock { _ = $0.insert(folder) } }
  static func remove(folder: String) { folders.withLock { _ = $0.remove(folder) } }

  /// A folder made for outputs: it goes with them where nothing is in it at the end of a failed run.
  static func add(made folder: String) { made.withLock { $0.append(folder) } }

  private static func removeMade() {
    made.withLock { folders in
      // One that holds something is refused, and stays.
      for folder in folders.reversed() { rmdir(folder) }
      folders.removeAll()
    }
  }

  private static func removeFolders() {
    folders.withLock { open in
      for folder in open { try? FileManager.default.removeItem(atPath: folder) }
      open.removeAll()
    }
  }

  /// Removes all temporary files that are still there, and the folders made for them.
  public static func removeAll() {
    paths.withLock { open in
      for (path, number) in open {
        unlink(path)
        landctl_forget(number)
      }
      open.removeAll()
    }
    removeMade()
  }
}
