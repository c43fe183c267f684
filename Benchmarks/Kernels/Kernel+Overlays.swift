import LandGeometry

extension Kernel {
  /// What is done to find and measure shared ground.
  static let overlays: [Entry] = [
    (
      "index-build",
      { name, ground in
        let boxes = envelopes(of: ground.parcelsOnPlane)
        return Kernel(name, per: .feature, items: boxes.count) {
          var stack: [UInt32] = []
          return PackedIndex(boxes).meets(boxes[0], stack: &stack) ? 1 : 0
        }
      }
    ),
    (
      "index-query",
      { name, ground in
        let boxes = envelopes(of: ground.parcelsOnPlane)
        let index = PackedIndex(boxes)
        return Kernel(name, per: .feature, items: boxes.count) {
          var stack: [UInt32] = []
          var sum = 0
          for box in boxes { index.query(box, stack: &stack) { sum += $0 } }
          return Double(sum)
        }
      }
    ),
    (
      "overlap",
      { name, ground in
        let parcels = ground.parcelsOnPlane
        let boxes = envelopes(of: parcels)
        let pairs = neighbours(boxes)
        return Kernel(name, per: .pair, items: pairs.count) {
          var measure = OverlapMeasure()
          return pairs.reduce(0) { sum, pair in
            let (a, b) = pair
            return sum
              + measure.overlap(a, of: parcels, box: boxes[a], b, of: parcels, box: boxes[b]).area
          }
        }
      }
    ),
  ]

  private static func envelopes(of columns: PolygonColumns<Plane>) -> [Envelope] {
    (0..<columns.featureCount).map { columns.envelope(of: $0) }
  }

  /// Pairs whose boxes meet, each once.
  private static func neighbours(_ boxes: [Envelope]) -> [(Int, Int)] {
    let index = PackedIndex(boxes)
    var stack: [UInt32] = []
    var pairs: [(Int, Int)] = []
    for (i, box) in boxes.enumerated() {
      index.query(box, stack: &stack) { if $0 > i { pairs.append((i, $0)) } }
    }
    return pairs
  }
}
