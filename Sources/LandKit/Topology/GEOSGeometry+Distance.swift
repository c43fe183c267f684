// Wraps C: two borrowed pointers and a result by address.

import CGEOS

extension GEOSGeometry {
  /// The shortest distance to another geometry in units of the space; 0 where they meet or one
  /// lies in the other.
  public func distance(to other: borrowing GEOSGeometry) throws(TopologyError) -> Double {
    var distance = 0.0
    // 0 on an exception.
    try session.status(
      GEOSDistance_r(session.handle, handle, other.handle, &distance), "GEOSDistance")
    return distance
  }
}
