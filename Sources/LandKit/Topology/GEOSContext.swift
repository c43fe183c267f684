// Wraps C: the context handle and its message handler are raw pointers by nature. They stay in
// `GEOSSession`, which frees the handle when the last owner goes.

import CGEOS
import LandGeometry
import Synchronization

/// One GEOS context: made by a worker, used by that worker alone.
///
/// It is neither copyable nor `Sendable`, so the compiler keeps it where it was made. Every
/// geometry keeps its context's memory alive by itself.
public struct GEOSContext: ~Copyable {
  let session: GEOSSession

  /// A context of one's own; costs well under a microsecond.
  ///
  /// - Throws: ``TopologyError`` when there is no memory for it.
  public init() throws(TopologyError) {
    session = try GEOSSession()
  }

  /// The GEOS library in use, as `3.11.1-CAPI-1.17.1`.
  public static var geosVersion: String { String(cString: GEOSversion()) }

  /// How many geometries of this context exist; 0 when none was leaked and none is in use.
  public var liveGeometries: Int { session.liveGeometries }

  /// How many contexts exist in the process, those kept by a geometry included.
  public static var liveContexts: Int { GEOSSession.live.load(ordering: .relaxed) }
}

/// The C context and the last error text; shared by a context and its geometries, all of which
/// belong to one worker.
final class GEOSSession {
  static let live = Atomic<Int>(0)

  let handle: GEOSContextHandle_t
  private let errorText: ErrorText
  var liveGeometries = 0

  /// Where the error handler puts its text; a class, so that its address stays.
  private final class ErrorText {
    var text: String?
  }

  init() throws(TopologyError) {
    // NULL on failure.
    guard let handle = GEOS_init_r() else {
      throw TopologyError(operation: "GEOS_init", message: "no context", near: nil)
    }
    self.handle = handle
    errorText = ErrorText()
    landctl_geos_handlers(
      handle,
      { message, box in
        guard let message, let box else { return }
        Unmanaged<ErrorText>.fromOpaque(box).takeUnretainedValue().text = String(cString: message)
      }, Unmanaged.passUnretained(errorText).toOpaque())
    Self.live.add(1, ordering: .relaxed)
  }

  deinit {
    // Every owner of a geometry keeps the session; one that is left belongs to nobody.
    assert(liveGeometries == 0, "\(liveGeometries) geometries of GEOS were not freed")
    GEOS_finish_r(handle)
    Self.live.subtract(1, ordering: .relaxed)
  }

  /// The last error, taken out so that it never shows up under a later one.
  private func takeError(_ operation: StaticString) -> TopologyError {
    let text = errorText.text ?? "no message"
    errorText.text = nil
    return TopologyError(operation: "\(operation)", message: text)
  }

  /// For functions that return NULL on an exception.
  func pointer(
    _ result: OpaquePointer?, _ operation: StaticString
  ) throws(TopologyError) -> OpaquePointer {
    guard let result else { throw takeError(operation) }
    return result
  }

  /// For functions that return 0 on an exception.
  func status(_ result: Int32, _ operation: StaticString) throws(TopologyError) {
    if result == 0 { throw takeError(operation) }
  }

  /// For predicates that return 0, 1, and 2 on an exception.
  func flag(_ result: CChar, _ operation: StaticString) throws(TopologyError) -> Bool {
    if result != 0 && result != 1 { throw takeError(operation) }
    return result == 1
  }

  /// For counts and type numbers that are -1 on an exception.
  func count(_ result: Int32, _ operation: StaticString) throws(TopologyError) -> Int {
    if result < 0 { throw takeError(operation) }
    return Int(result)
  }

  /// A new geometry with its owner.
  func own(
    _ result: OpaquePointer?, _ operation: StaticString
  ) throws(TopologyError) -> GEOSGeometry {
    GEOSGeometry(owning: try pointer(result, operation), session: self)
  }
}
