import LandGeometry

/// One thing that landctl uses, and whether it is there.
public struct HealthCheck: Hashable, Sendable {
  /// How a thing was found.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// There, and it works.
    case ok
    /// Not there.
    case missing
    /// There, and older than the oldest version that landctl is tested with.
    case tooOld = "too_old"
    /// There, and it does not work.
    case unusable
    /// Nothing here can tell.
    case unknown
  }

  /// Its name in machine files; never changes.
  public let id: String
  /// Its name for people.
  public let name: Bilingual
  /// How it was found.
  public var state: State
  /// Whether landctl does not work without it.
  public var isNecessary = false
  /// Its version as it says itself; nil where it has none or does not say.
  public var version: String?
  /// The oldest version that landctl is tested with: a limit of ours; nil where any will do.
  public var oldest: String?
  /// Where it is; nil where it is nowhere, or part of the program.
  public var place: String?
  /// Room on the disk there, in bytes; nil for anything but folders.
  public var freeBytes: Int?
  /// The command or format that needs it.
  public let purpose: Bilingual
  /// What was wrong; nil where nothing was, or there is no more to say than the state.
  public var reason: Bilingual?
  /// The command that brings it, for a shell on Debian or Ubuntu.
  public let remedy: String

  /// Whether something is to be done.
  public var isFaulty: Bool { state != .ok }
}
