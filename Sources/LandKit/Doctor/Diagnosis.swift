import LandGeometry
import LandReport

/// What landctl finds when it looks at itself and at the machine. Nothing goes to the network, and
/// nothing is written but a probe file in two folders, which has no name while it is there.
public struct Diagnosis: Sendable {
  /// The version of landctl.
  public let version: String
  /// All checks: libraries, folders and settings, programs.
  public let checks: [HealthCheck]

  /// Looks at everything; takes about a second, since programs are started to tell their versions.
  ///
  /// - Parameters:
  ///   - version: the version of landctl.
  ///   - environment: the variables of the process, `PATH` and `TMPDIR` among them.
  ///   - folder: the current folder.
  public init(version: String, environment: [String: String], folder: String) {
    self.version = version
    checks =
      LibraryChecks.all() + MachineChecks(environment: environment, folder: folder).all()
      + ProgramChecks(probe: ProgramProbe(environment: environment)).all()
  }

  /// Whether all that is necessary works. What is older than the tests know works until it fails.
  public var works: Bool {
    checks.allSatisfy { !$0.isNecessary || $0.state == .ok || $0.state == .tooOld }
  }

  /// The schema `landctl.doctor/1`. Members that say nothing are left out.
  public var json: JSONObject {
    var object = JSONObject()
    object.set("schema", .code("landctl.doctor/1"))
    object.set("landctl", .code(version))
    object.set("works", .truth(works))
    object.objects("checks", checks.map(\.json))
    return object
  }
}

extension HealthCheck {
  /// One entry of `checks`.
  var json: JSONObject {
    var object = JSONObject()
    object.set("id", .code(id))
    object.set("state", .code(state.rawValue))
    object.set("necessary", .truth(isNecessary))
    object.set("version", version.map { .code($0) } ?? .empty)
    object.set("oldest_tested", oldest.map { .code($0) } ?? .empty)
    object.set("place", place.map { .text($0) } ?? .empty)
    object.set("free_bytes", freeBytes.map { .integer($0) } ?? .empty)
    object.object("needed_for", purpose.json)
    if let reason { object.object("reason", reason.json) }
    object.set("remedy", .text(remedy))
    return object
  }
}

extension Bilingual {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object.set("zh", .text(zh))
    object.set("en", .text(en))
    return object
  }
}
