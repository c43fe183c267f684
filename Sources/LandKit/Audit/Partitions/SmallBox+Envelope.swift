import LandGeometry
import LandSurvey

extension SmallBox {
  init(_ box: Envelope) {
    func below(_ value: Double) -> Float {
      let near = Float(value)
      return Double(near) > value ? near.nextDown : near
    }
    func above(_ value: Double) -> Float {
      let near = Float(value)
      return Double(near) < value ? near.nextUp : near
    }
    minX = below(box.minX)
    minY = below(box.minY)
    maxX = above(box.maxX)
    maxY = above(box.maxY)
  }
}

extension PlacedLayer {
  /// The boxes of all features; empty where a feature takes part in no overlay.
  var smallBoxes: [SmallBox] {
    (0..<count).map { feature in
      guard isPlaced[feature] else { return SmallBox(.empty) }
      switch geometry {
      case .geographic(let columns): return SmallBox(columns.envelope(of: feature))
      case .plane(let columns): return SmallBox(columns.envelope(of: feature))
      }
    }
  }
}
