extension PolygonColumns where Space == Plane {
  /// The signed area of a ring in square metres by the shoelace formula, positive when the ring
  /// runs counter-clockwise (TD/T 1008-2007 §9, 界址点坐标法).
  ///
  /// Summed about the ring's first vertex, so that eastings of 40 000 000 m cost no precision.
  public func signedArea(ofRing ring: Int) -> Double {
    let vertices = vertices(of: ring)
    guard vertices.count >= 4 else { return 0 }
    let x = x.span
    let y = y.span
    let ox = x[vertices.lowerBound]
    let oy = y[vertices.lowerBound]
    var sum = 0.0
    var px = 0.0
    var py = 0.0
    for i in vertices.lowerBound + 1..<vertices.upperBound {
      let qx = x[i] - ox
      let qy = y[i] - oy
      sum += px * qy - qx * py
      px = qx
      py = qy
    }
    return sum / 2
  }

  /// The area of a feature in square metres: exteriors less holes, whatever way the rings run.
  public func planarArea(of feature: Int) -> Double {
    var total = 0.0
    for polygon in polygons(of: feature) {
      let rings = rings(of: polygon)
      for ring in rings {
        let area = signedArea(ofRing: ring).magnitude
        total += ring == rings.lowerBound ? area : -area
      }
    }
    return total
  }

  /// The area of one polygon in square metres, the same way.
  public func planarArea(ofPolygon polygon: Int) -> Double {
    let rings = rings(of: polygon)
    var total = 0.0
    for ring in rings {
      let area = signedArea(ofRing: ring).magnitude
      total += ring == rings.lowerBound ? area : -area
    }
    return total
  }

  /// The length of a feature's boundary in metres, holes included.
  public func perimeter(of feature: Int) -> Double {
    var sum = 0.0
    for ring in rings(ofFeature: feature) {
      let vertices = vertices(of: ring)
      for i in vertices.dropLast() {
        let dx = x[i + 1] - x[i]
        let dy = y[i + 1] - y[i]
        sum += (dx * dx + dy * dy).squareRoot()
      }
    }
    return sum
  }

  /// The standard deviation factor of a feature's area from point errors, in metres:
  /// σ_A = `factor` · σ with σ the error of one coordinate axis.
  ///
  /// σ_A² = ¼ · σ² · Σ d²(i−1, i+1), d the distance between the neighbours of each point:
  /// propagation of independent point errors through the shoelace formula.
  public func areaErrorFactor(of feature: Int) -> Double {
    var sum = 0.0
    let x = x.span
    let y = y.span
    for ring in rings(ofFeature: feature) {
      let vertices = vertices(of: ring)
      guard vertices.count >= 4 else { continue }
      // The last vertex repeats the first: before the first comes the one but last.
      var before = vertices.upperBound - 2
      for at in vertices.dropLast() {
        let dx = x[at + 1] - x[before]
        let dy = y[at + 1] - y[before]
        sum += dx * dx + dy * dy
        before = at
      }
    }
    return sum.squareRoot() / 2
  }

  /// Turns the rings of a feature so that the interior lies left of every edge: exteriors
  /// counter-clockwise, holes clockwise. The overlap measures need this order.
  ///
  /// - Returns: the feature's ``planarArea(of:)``, which the turning finds on its way.
  @discardableResult
  public mutating func orientInteriorLeft(feature: Int) -> Double {
    var total = 0.0
    for polygon in polygons(of: feature) {
      let rings = rings(of: polygon)
      for ring in rings {
        var area = signedArea(ofRing: ring)
        if ring == rings.lowerBound ? area < 0 : area > 0 {
          let vertices = vertices(of: ring)
          x[vertices].reverse()
          y[vertices].reverse()
          // Summed the other way round it may differ in its last bit.
          area = signedArea(ofRing: ring)
        }
        total += ring == rings.lowerBound ? area.magnitude : -area.magnitude
      }
    }
    return total
  }
}
