import LandGeometry

/// The rings of one parcel whose format does not say which of them are holes, told apart and put
/// into polygons.
struct NestedRings {
  /// East and north of all points, as the layer will have them.
  let x: [Double]
  let y: [Double]
  /// The points of each ring, the closing one included where the file has it.
  private(set) var rings: [Range<Int>] = []

  /// - Parameter runs: the points of each run of one ring number. A run that comes back to its first
  ///   point and goes on with three points or more holds a second ring, as files have it that number
  ///   all outer rings 1.
  init(x: [Double], y: [Double], runs: [Range<Int>]) {
    self.x = x
    self.y = y
    for run in runs {
      var start = run.lowerBound
      var at = start + 3
      while at < run.upperBound {
        if x[at] == x[start], y[at] == y[start], run.upperBound - at > 3 {
          rings.append(start..<at + 1)
          start = at + 1
          at = start + 3
        } else {
          at += 1
        }
      }
      rings.append(start..<run.upperBound)
    }
  }

  /// How many rings have their closing point in the file.
  var closedCount: Int {
    rings.count { ring in
      guard let first = ring.first, let last = ring.last, ring.count > 1 else { return false }
      return x[first] == x[last] && y[first] == y[last]
    }
  }

  /// The rings of each polygon, the outer one first. A ring belongs to the first polygon in whose
  /// outer ring any of its points lies; whether it wholly does is for the check of validity to say.
  var polygons: [[Range<Int>]] {
    var polygons: [(box: Envelope, rings: [Range<Int>])] = []
    for ring in rings {
      let box = box(of: ring)
      let home = polygons.firstIndex { polygon in
        polygon.box.intersects(box)
          && polygon.rings.first.map { isInside(ring, $0, polygon.box) } ?? false
      }
      if let home {
        polygons[home].rings.append(ring)
      } else {
        polygons.append((box, [ring]))
      }
    }
    return polygons.map(\.rings)
  }

  private func box(of ring: Range<Int>) -> Envelope {
    var box = Envelope.empty
    for point in ring { box.include(x: x[point], y: y[point]) }
    return box
  }

  private enum Side { case inside, outside, boundary }

  /// Whether a ring reaches into another: one of its points does, or, where all are on its
  /// boundary, the middle of one of its edges.
  private func isInside(_ ring: Range<Int>, _ shell: Range<Int>, _ box: Envelope) -> Bool {
    var onlyTouches = true
    for point in ring {
      switch side(x[point], y[point], of: shell, box) {
      case .inside: return true
      case .outside: onlyTouches = false
      case .boundary: break
      }
    }
    guard onlyTouches else { return false }
    return ring.dropLast().contains { point in
      let middle = ((x[point] + x[point + 1]) / 2, (y[point] + y[point + 1]) / 2)
      return side(middle.0, middle.1, of: shell, box) == .inside
    }
  }

  /// Where a point lies, by the parity of the edges east of it; decided exactly.
  private func side(
    _ px: Double, _ py: Double, of shell: Range<Int>, _ box: Envelope
  ) -> Side {
    guard px >= box.minX, px <= box.maxX, py >= box.minY, py <= box.maxY else { return .outside }
    var isInside = false
    var previous = shell.upperBound - 1
    for point in shell {
      let (x0, y0, x1, y1) = (x[previous], y[previous], x[point], y[point])
      previous = point
      if max(y0, y1) < py || min(y0, y1) > py || max(x0, x1) < px { continue }
      let turn = Orientation.determinant(x0, y0, x1, y1, px, py)
      if turn == 0 {
        if px >= min(x0, x1), px <= max(x0, x1) { return .boundary }
        continue
      }
      if (y0 > py) != (y1 > py), (turn > 0) == (y1 > y0) { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }
}

extension NestedRings {
  /// The area that a ring encloses, summed about its first point.
  func area(of ring: Range<Int>) -> Double {
    var sum = 0.0
    var previous = ring.upperBound - 1
    for point in ring {
      let (ox, oy) = (x[ring.lowerBound], y[ring.lowerBound])
      sum += (x[previous] - ox) * (y[point] - oy) - (x[point] - ox) * (y[previous] - oy)
      previous = point
    }
    return (sum / 2).magnitude
  }
}
