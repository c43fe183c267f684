// Unsafe because the path is C text that belongs to the context; it is copied while that lives.

import CPROJ
import LandGeometry

extension ProjDatabase {
  /// The path of proj.db that is in use.
  ///
  /// - Throws: ``ProjectionError`` of the kind `component` where there is none, or it cannot be read.
  public static func location() throws(ProjectionError) -> String {
    try check()
    let context = try ProjContext()
    return proj_context_get_database_path(context.pointer).map { String(cString: $0) } ?? ""
  }
}
