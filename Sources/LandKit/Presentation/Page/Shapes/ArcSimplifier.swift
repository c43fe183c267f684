/// Leaves out points of boundaries that a map does not need, the same ones for all that share a
/// boundary: neighbours stay neighbours, without a gap, because whether a point stays is decided
/// once for each place.
///
/// Where boundaries part is a junction, and stays. Between junctions a boundary is one arc, however
/// many rings run along it and in which direction; it is thinned by the method of Douglas and
/// Peucker in one fixed direction. A ring keeps three different points.
struct ArcSimplifier {
  private let shapes: GridShapes
  private let kx: Double
  private let ky: Double
  private let tolerance2: Double
  /// The number of the place of each point.
  private var place: [Int32]
  private var stays: [Bool]
  private var isDone: [Bool]

  /// The shapes without the points that lie within a tolerance in metres of the line that is left.
  static func simplified(_ shapes: GridShapes, on grid: ShapeGrid, tolerance: Double) -> GridShapes
  {
    var simplifier = ArcSimplifier(shapes, grid, tolerance)
    simplifier.thinArcs()
    simplifier.holdRingsOpen()
    return simplifier.result()
  }

  private init(_ shapes: GridShapes, _ grid: ShapeGrid, _ tolerance: Double) {
    self.shapes = shapes
    kx = grid.kx
    ky = grid.ky
    tolerance2 = tolerance * tolerance
    let numbering = PlaceNumbers(shapes.x, shapes.y)
    place = numbering.number
    stays = Self.junctions(shapes, numbering)
    isDone = [Bool](repeating: false, count: numbering.count)
  }

  /// Which places are junctions: their neighbours are not the same two in all rings.
  private static func junctions(_ shapes: GridShapes, _ places: PlaceNumbers) -> [Bool] {
    var isJunction = [Bool](repeating: false, count: places.count)
    var low = [Int32](repeating: -1, count: places.count)
    var high = [Int32](repeating: -1, count: places.count)
    for ring in 0..<shapes.ringCount {
      let points = shapes.ringStart[ring]..<shapes.ringStart[ring + 1]
      for point in points {
        let here = Int(places.number[point])
        let before = places.number[point == points.lowerBound ? points.upperBound - 1 : point - 1]
        let after = places.number[point + 1 == points.upperBound ? points.lowerBound : point + 1]
        let (a, b) = (min(before, after), max(before, after))
        if points.count < 3 {
          isJunction[here] = true
        } else if low[here] < 0 {
          (low[here], high[here]) = (a, b)
        } else if low[here] != a || high[here] != b {
          isJunction[here] = true
        }
      }
    }
    return isJunction
  }

  private mutating func thinArcs() {
    var arc: [Int] = []
    for ring in 0..<shapes.ringCount {
      let points = shapes.ringStart[ring]..<shapes.ringStart[ring + 1]
      let count = points.count
      guard count > 3 else {
        for point in points { stays[Int(place[point])] = true }
        continue
      }
      let isWhole = !points.contains { stays[Int(place[$0])] }
      // A ring without junctions begins at the place with the least number: all rings along the
      // same line have the same one.
      guard
        let start = isWhole
          ? points.min(by: { place[$0] < place[$1] })
          : points.first(where: { stays[Int(place[$0])] })
      else { continue }
      if isWhole { stays[Int(place[start])] = true }
      arc.removeAll(keepingCapacity: true)
      for offset in 0...count {
        let point = points.lowerBound + (start - points.lowerBound + offset) % count
        arc.append(point)
        // What `stays` by an earlier arc is an inner point of none here: its arc is done.
        guard arc.count > 1, isEnd(point) || offset == count else { continue }
        thin(arc)
        arc.removeAll(keepingCapacity: true)
        arc.append(point)
      }
    }
  }

  /// Whether arcs end at a point: it stays and was not decided on as the inner point of an arc.
  private func isEnd(_ point: Int) -> Bool {
    let number = Int(place[point])
    return stays[number] && !isDone[number]
  }

  private mutating func thin(_ arc: [Int]) {
    guard arc.count > 2, !isDone[Int(place[arc[1]])] else { return }
    for point in arc[1..<arc.count - 1] { isDone[Int(place[point])] = true }
    // One direction for all rings along the arc, whichever way they run.
    let isForward =
      (place[arc[0]], place[arc[1]])
      <= (place[arc[arc.count - 1]], place[arc[arc.count - 2]])
    let line = isForward ? arc : arc.reversed()
    var ranges = [(0, line.count - 1)]
    while let (first, last) = ranges.popLast() {
      guard last - first > 1 else { continue }
      var (farthest, distance) = (first, tolerance2)
      for i in first + 1..<last {
        let d = distance2(line[i], from: line[first], to: line[last])
        if d > distance { (farthest, distance) = (i, d) }
      }
      guard farthest > first else { continue }
      stays[Int(place[line[farthest]])] = true
      ranges.append((first, farthest))
      ranges.append((farthest, last))
    }
  }

  /// Puts points back into rings that have fewer than three different ones left.
  private mutating func holdRingsOpen() {
    for ring in 0..<shapes.ringCount {
      let points = shapes.ringStart[ring]..<shapes.ringStart[ring + 1]
      while true {
        var kept: [Int] = []
        for point in points where stays[Int(place[point])] {
          if !kept.contains(where: { place[$0] == place[point] }) { kept.append(point) }
          if kept.count >= 3 { break }
        }
        guard kept.count < 3, let first = kept.first, let last = kept.last else { break }
        var (farthest, distance) = (-1, -1.0)
        for point in points where !stays[Int(place[point])] {
          let d = distance2(point, from: first, to: last)
          if d > distance { (farthest, distance) = (point, d) }
        }
        guard farthest >= 0 else { break }
        stays[Int(place[farthest])] = true
      }
    }
  }

  private func result() -> GridShapes {
    var result = GridShapes()
    for feature in 0..<shapes.featureCount {
      for ring in shapes.featureStart[feature]..<shapes.featureStart[feature + 1] {
        for point in shapes.ringStart[ring]..<shapes.ringStart[ring + 1]
        where stays[Int(place[point])] {
          result.x.append(shapes.x[point])
          result.y.append(shapes.y[point])
        }
        result.ringStart.append(result.x.count)
      }
      result.endFeature()
    }
    return result
  }

  /// The square of the distance of a point from a piece of line, m².
  private func distance2(_ point: Int, from: Int, to: Int) -> Double {
    let (x, y) = difference(point, from)
    let (dx, dy) = difference(to, from)
    let length2 = dx * dx + dy * dy
    let share = length2 > 0 ? min(1, max(0, (x * dx + y * dy) / length2)) : 0
    let (ex, ey) = (x - share * dx, y - share * dy)
    return ex * ex + ey * ey
  }

  private func difference(_ a: Int, _ b: Int) -> (Double, Double) {
    (
      Double(Int(shapes.x[a]) - Int(shapes.x[b])) * kx,
      Double(Int(shapes.y[a]) - Int(shapes.y[b])) * ky
    )
  }
}
