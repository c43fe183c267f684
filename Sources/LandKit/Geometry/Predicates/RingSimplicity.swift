extension PolygonColumns {
  /// Whether a feature is certainly valid by the OGC rules, found without GEOS.
  ///
  /// True only for one polygon of one ring whose edges meet nowhere but at their common vertices,
  /// decided with exact predicates. False means "not certain", never "invalid": repeated points,
  /// holes, several parts, long rings and everything suspicious are left to GEOS.
  /// Quadratic in the vertex count, which is bounded by `limit`.
  public func isCertainlyValid(feature: Int, limit: Int = 128) -> Bool {
    let rings = rings(ofFeature: feature)
    guard rings.count == 1 else { return false }
    let vertices = vertices(of: rings.lowerBound)
    // Three edges at least, closed.
    guard vertices.count >= 4, vertices.count <= limit else { return false }
    let first = vertices.lowerBound
    let last = vertices.upperBound - 1
    let x = x.span
    let y = y.span
    guard x[first] == x[last], y[first] == y[last] else { return false }
    for i in first..<last {
      let ax = x[i], ay = y[i], bx = x[i + 1], by = y[i + 1]
      guard ax.isFinite, ay.isFinite, ax != bx || ay != by else { return false }
      // The corner at b: straight on is fine, straight back is a spike.
      let next = i + 2 > last ? first + 1 : i + 2
      let cx = x[next], cy = y[next]
      if Orientation.determinant(ax, ay, bx, by, cx, cy) == 0,
        (ax - bx) * (cx - bx) + (ay - by) * (cy - by) > 0
      {
        return false
      }
      let minX = min(ax, bx), maxX = max(ax, bx), minY = min(ay, by), maxY = max(ay, by)
      // Edges that share no vertex with this one must not touch it.
      let end = i == first ? last - 1 : last
      var j = i + 2
      while j < end {
        let px = x[j], py = y[j], qx = x[j + 1], qy = y[j + 1]
        if max(px, qx) >= minX, min(px, qx) <= maxX, max(py, qy) >= minY, min(py, qy) <= maxY {
          let p = Orientation.determinant(ax, ay, bx, by, px, py)
          let q = Orientation.determinant(ax, ay, bx, by, qx, qy)
          if !((p > 0 && q > 0) || (p < 0 && q < 0)) {
            let a = Orientation.determinant(px, py, qx, qy, ax, ay)
            let b = Orientation.determinant(px, py, qx, qy, bx, by)
            if !((a > 0 && b > 0) || (a < 0 && b < 0)) { return false }
          }
        }
        j += 1
      }
    }
    return true
  }
}
