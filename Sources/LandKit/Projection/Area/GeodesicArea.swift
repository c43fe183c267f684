import LandGeometry

/// The area on the ellipsoid with geodesics for edges.
///
/// Edges up to ``shortEdge`` metres are measured as straight lines in longitude and latitude
/// (Simpson's rule over the authalic strip) and corrected by the sliver between that line and the
/// geodesic, κL³/12 with κ the line's geodesic curvature; what is left out is below 1e-9 of a
/// parcel's area. A ring with a longer edge goes to GeographicLib's routine in PROJ (Karney,
/// "Algorithms for geodesics", J. Geodesy 87, 2013), as every ring does with `exact`.
public struct GeodesicArea: Sendable {
  /// The ellipsoid.
  public let ellipsoid: Ellipsoid
  /// Whether every ring goes through PROJ.
  public let exact: Bool
  /// The longest edge that is measured by the correction, in metres.
  public static let shortEdge = 1000.0

  private let strip: TrapezoidStrip

  /// A measure on an ellipsoid.
  public init(ellipsoid: Ellipsoid = .cgcs2000, exact: Bool = false) {
    self.ellipsoid = ellipsoid
    self.exact = exact
    strip = TrapezoidStrip(ellipsoid)
  }

  /// The geodesic area of a feature in square metres: exteriors less holes, whatever way they run.
  public func area(of feature: Int, in layer: borrowing PolygonColumns<Geographic>) -> Double {
    var total = 0.0
    for polygon in layer.polygons(of: feature) {
      let rings = layer.rings(of: polygon)
      for ring in rings {
        let area = ringArea(layer.vertices(of: ring), in: layer)
        total += ring == rings.lowerBound ? area : -area
      }
    }
    return total
  }

  private func ringArea(
    _ vertices: Range<Int>, in layer: borrowing PolygonColumns<Geographic>
  ) -> Double {
    guard vertices.count >= 4 else { return 0 }
    let first = vertices.lowerBound
    if !exact, let area = shortEdgedArea(vertices, in: layer) { return area.magnitude }
    let count = vertices.count - 1
    return geodesicPolygonArea(
      ellipsoid, longitudes: layer.x[first..<first + count],
      latitudes: layer.y[first..<first + count]
    ).magnitude
  }

  /// The signed area, or nil where an edge is too long or the ring reaches too far.
  private func shortEdgedArea(
    _ vertices: Range<Int>, in layer: borrowing PolygonColumns<Geographic>
  ) -> Double? {
    let x = layer.x.span
    let y = layer.y.span
    let radians = Trigonometry.radiansPerDegree
    let x0 = x[vertices.lowerBound]
    let y0 = y[vertices.lowerBound]
    guard y0.magnitude < 80 else { return nil }
    let (s0, c0) = Trigonometry.sinCos(y0 * radians)
    let local = strip.localQ(sinB0: s0, cosB0: c0)
    let e2 = ellipsoid.eccentricitySquared
    let radii = ellipsoid.radii(sinLatitude: s0)
    var area = 0.0
    var l1 = 0.0
    var u1 = 0.0
    var f1 = 0.0
    for i in vertices.lowerBound + 1..<vertices.upperBound {
      let l2 = (x[i] - x0) * radians
      let u2 = (y[i] - y0) * radians
      // The polynomials reach 0.01 rad; radii and angle vary by less than that share.
      guard l2.magnitude < 0.01, u2.magnitude < 0.01 else { return nil }
      let f2 = l2 * local.slope(u2)
      let lm = (l1 + l2) / 2
      let um = (u1 + u2) / 2
      let dl = l2 - l1
      let du = u2 - u1
      area += du / 6 * (f1 + 4 * lm * local.slope(um) + f2)

      // Sine and cosine at the middle of the edge, from those at the ring's first vertex.
      let sm = s0 + um * (c0 - um * (s0 / 2 + um * c0 / 6))
      let cm = c0 - um * (s0 + um * (c0 / 2 - um * s0 / 6))
      let north = radii.meridian * du
      let east = radii.normal * cm * dl
      let length2 = north * north + east * east
      guard length2 <= Self.shortEdge * Self.shortEdge else { return nil }
      if length2 > 0 {
        // κ = −(sin α / (N cos B)) · [sin B + cos² α · (sin B + 3e²·r·sin B·cos B / W²)],
        // r = N cos B / M: Liouville's formula for a line straight in B and L.
        let w2 = 1 - e2 * sm * sm
        let r = radii.normal * cm / radii.meridian
        let bracket = sm + north * north / length2 * (sm + 3 * e2 * r * sm * cm / w2)
        // κ·L³ with sin α = east / L.
        area -= east * length2 / (radii.normal * cm) * bracket / 12
      }
      l1 = l2
      u1 = u2
      f1 = f2
    }
    return area
  }
}
