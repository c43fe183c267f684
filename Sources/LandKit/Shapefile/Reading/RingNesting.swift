import LandGeometry

/// Which rings of a record are exteriors and which are holes of which exterior.
///
/// The format says it by direction: exteriors run clockwise, holes counter-clockwise. Many files
/// break this, so rings are told by where they lie: one inside an odd number of others is a hole and
/// belongs to the smallest exterior around it; every other is an exterior.
struct RingNesting {
  /// The rings of each polygon, the exterior first; both in the order of the file.
  private(set) var polygons: [[Int]] = []
  /// How many rings run against the direction that the format asks for.
  private(set) var reversed = 0

  init(_ rings: RecordRings) {
    if rings.count == 1 {
      polygons = [[0]]
      reversed = RingShape(rings, 0).area > 0 ? 1 : 0
      return
    }
    let shapes = (0..<rings.count).map { RingShape(rings, $0) }
    let boxes = PackedIndex(shapes.map(\.box))
    // Larger rings first, so that what lies around a ring is known before it; ties as in the file.
    let order = shapes.indices.sorted {
      (shapes[$1].area.magnitude, $0) < (shapes[$0].area.magnitude, $1)
    }
    var rank = Array(repeating: 0, count: rings.count)
    for (place, ring) in order.enumerated() { rank[ring] = place }
    var around = ContainmentTest(rings, shapes)
    var isHole = Array(repeating: false, count: rings.count)
    var holes: [[Int]] = Array(repeating: [], count: rings.count)
    var stack: [UInt32] = []
    for ring in order {
      var candidates: [Int] = []
      let box = shapes[ring].box
      boxes.query(box, stack: &stack) { other in
        if rank[other] < rank[ring], shapes[other].box.contains(box) { candidates.append(other) }
      }
      let containing = candidates.filter { around.contains(ring, in: $0) }
      guard !containing.count.isMultiple(of: 2),
        let exterior = containing.filter({ !isHole[$0] }).max(by: { rank[$0] < rank[$1] })
      else { continue }
      isHole[ring] = true
      holes[exterior].append(ring)
    }
    for ring in shapes.indices {
      let area = shapes[ring].area
      if isHole[ring] ? area < 0 : area > 0 { reversed += 1 }
      if !isHole[ring] { polygons.append([ring] + holes[ring].sorted()) }
    }
  }
}

/// A ring's box and signed area, positive where it runs counter-clockwise.
struct RingShape {
  var box = Envelope.empty
  var area = 0.0

  init(_ rings: RecordRings, _ ring: Int) {
    let vertices = rings.vertices(ring)
    guard let first = vertices.first else { return }
    // Seen from the first vertex, so that large eastings cost no digits.
    let (x0, y0) = (rings.x[first], rings.y[first])
    var (lastX, lastY) = (0.0, 0.0)
    for i in vertices {
      box.include(x: rings.x[i], y: rings.y[i])
      let (x, y) = (rings.x[i] - x0, rings.y[i] - y0)
      area += lastX * y - x * lastY
      (lastX, lastY) = (x, y)
    }
    area /= 2
  }
}
