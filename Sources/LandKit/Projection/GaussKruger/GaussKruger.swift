import LandGeometry

/// A Gauss–Krüger projection: transverse Mercator with scale 1 on its central meridian.
///
/// Agrees with PROJ to a few nanometres within ``maximumDistance`` of the meridian and needs no
/// database. x is east, y is north, both in metres.
public struct GaussKruger: Hashable, Sendable {
  /// Central meridian in degrees.
  public let centralMeridian: Double
  /// What is added to every easting, in metres: 500 000, with a zone number n·10⁶ + 500 000.
  public let falseEasting: Double
  /// The ellipsoid.
  public let ellipsoid: Ellipsoid

  private let series: KrugerSeries

  /// How far from the central meridian the series are used, in degrees of longitude.
  public static let maximumDistance = 10.0

  /// A projection about a central meridian (degrees) with a false easting (metres).
  public init(
    centralMeridian: Double, falseEasting: Double = 500_000, ellipsoid: Ellipsoid = .cgcs2000
  ) {
    self.centralMeridian = centralMeridian
    self.falseEasting = falseEasting
    self.ellipsoid = ellipsoid
    series = KrugerSeries(ellipsoid)
  }

  /// The 3-degree zone's central meridian for a longitude, in degrees: 3·⌊λ/3 + ½⌋.
  public static func centralMeridian(forLongitude longitude: Double) -> Double {
    3 * (longitude / 3 + 0.5).rounded(.down)
  }

  /// Equal when meridian, false easting and ellipsoid are.
  public static func == (a: GaussKruger, b: GaussKruger) -> Bool {
    a.centralMeridian == b.centralMeridian && a.falseEasting == b.falseEasting
      && a.ellipsoid == b.ellipsoid
  }
  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(centralMeridian)
    hasher.combine(falseEasting)
    hasher.combine(ellipsoid)
  }

  /// Longitude and latitude in degrees to east and north in metres; NaN farther than
  /// ``maximumDistance`` from the meridian or outside ±90° of latitude.
  public func forward(_ position: Coordinate) -> Coordinate {
    let lanes = forward(
      longitude: SIMD2(repeating: position.x), latitude: SIMD2(repeating: position.y))
    return Coordinate(x: lanes.x[0], y: lanes.y[0])
  }

  /// East and north in metres to longitude and latitude in degrees.
  public func inverse(_ position: Coordinate) -> Coordinate {
    let lanes = inverse(east: SIMD2(repeating: position.x), north: SIMD2(repeating: position.y))
    return Coordinate(x: lanes.x[0], y: lanes.y[0])
  }

  /// Projects a range of vertices from one layer's columns onto the end of another's.
  public func forward(
    _ source: borrowing PolygonColumns<Geographic>, _ vertices: Range<Int>,
    appendingTo target: inout PolygonColumns<Plane>
  ) {
    forward(source.x.span, source.y.span, vertices, &target.x, &target.y)
  }

  private func forward(
    _ fromX: Span<Double>, _ fromY: Span<Double>, _ vertices: Range<Int>,
    _ east: inout [Double], _ north: inout [Double]
  ) {
    guard !vertices.isEmpty else { return }
    let first = vertices.lowerBound
    // A ring's last vertex is where its first one is, without being projected again.
    let isClosed =
      vertices.count > 1 && fromX[first] == fromX[vertices.upperBound - 1]
      && fromY[first] == fromY[vertices.upperBound - 1]
    let last = isClosed ? vertices.upperBound - 2 : vertices.upperBound - 1
    let start = east.count
    east.append(contentsOf: repeatElement(0, count: vertices.count))
    north.append(contentsOf: repeatElement(0, count: vertices.count))
    var toX = east.mutableSpan
    var toY = north.mutableSpan
    var i = first
    while i <= last {
      // Lanes beyond the end repeat the last vertex.
      let (b, c, d) = (min(i + 1, last), min(i + 2, last), min(i + 3, last))
      let lanes = forward(
        longitude: SIMD4(fromX[i], fromX[b], fromX[c], fromX[d]),
        latitude: SIMD4(fromY[i], fromY[b], fromY[c], fromY[d]))
      for k in 0..<min(4, last - i + 1) {
        toX[start + i - first + k] = lanes.x[k]
        toY[start + i - first + k] = lanes.y[k]
      }
      i += 4
    }
    if isClosed {
      toX[start + vertices.count - 1] = toX[start]
      toY[start + vertices.count - 1] = toY[start]
    }
  }

  @inline(__always)
  func forward<V: SIMD>(longitude: V, latitude: V) -> (x: V, y: V)
  where V.Scalar == Double {
    let distance = longitude - V(repeating: centralMeridian)
    let lambda = distance * Trigonometry.radiansPerDegree
    let phi = latitude * Trigonometry.radiansPerDegree
    let (sinPhi, cosPhi) = Trigonometry.sinCos(phi)
    let delta = KrugerSeries.sineSum(
      series.conformal, sin2: 2 * sinPhi * cosPhi, cos2: (cosPhi - sinPhi) * (cosPhi + sinPhi))
    let (sinDelta, versineDelta) = Trigonometry.smallSinVersine(delta)
    let sinChi = sinPhi - sinPhi * versineDelta + cosPhi * sinDelta
    let cosChi = cosPhi - cosPhi * versineDelta - sinPhi * sinDelta

    let (sinLambda, versineLambda) = Trigonometry.smallSinVersine(lambda)
    let cosLambda = 1 - versineLambda
    let s = sinLambda * cosChi
    let s2 = s * s
    let h2 = 1 - s2
    let cosChiCosLambda = cosChi * cosLambda
    let sin2 = 2 * sinChi * cosChiCosLambda / h2
    let cos2 = (cosChiCosLambda * cosChiCosLambda - sinChi * sinChi) / h2
    // ξ′ is χ and a small angle, so no general inverse tangent is needed.
    let turn = Trigonometry.smallAtan(
      sinChi * cosChi * versineLambda / (cosChi * cosChiCosLambda + sinChi * sinChi))
    let sum = KrugerSeries.complexSineSum(
      series.forward, sin2: sin2, cos2: cos2, sinh2: 2 * s / h2, cosh2: (1 + s2) / h2)
    let xi = phi + (delta + (turn + sum.real))
    let eta = Trigonometry.smallAtanh(s) + sum.imaginary
    var x = eta * series.rectifyingRadius + falseEasting
    var y = xi * series.rectifyingRadius
    let outside =
      (distance .> Self.maximumDistance) .| (distance .< -Self.maximumDistance)
      .| (latitude .> 90) .| (latitude .< -90)
    x.replace(with: .nan, where: outside)
    y.replace(with: .nan, where: outside)
    return (x, y)
  }

  @inline(__always)
  func inverse<V: SIMD>(east: V, north: V) -> (x: V, y: V) where V.Scalar == Double {
    let xi = north / series.rectifyingRadius
    let eta = (east - falseEasting) / series.rectifyingRadius
    let (sinXi, cosXi) = Trigonometry.sinCos(xi)
    let (sinh2, cosh2) = Trigonometry.smallSinhCosh(2 * eta)
    let sum = KrugerSeries.complexSineSum(
      series.inverse, sin2: 2 * sinXi * cosXi, cos2: (cosXi - sinXi) * (cosXi + sinXi),
      sinh2: sinh2, cosh2: cosh2)
    let xiPrime = xi - sum.real
    let (sinX, cosX) = Trigonometry.sinCos(xiPrime)
    let (sinhE, _) = Trigonometry.smallSinhCosh(eta - sum.imaginary)
    let lambda = Trigonometry.smallAtan(sinhE / cosX)
    let (_, versine) = Trigonometry.smallSinVersine(lambda)
    let turn = Trigonometry.smallAtan(
      sinX * cosX * versine / (cosX * cosX + sinX * sinX * (1 - versine)))
    let chi = xiPrime - turn
    let (sinChi, cosChi) = Trigonometry.sinCos(chi)
    let phi =
      chi
      + KrugerSeries.sineSum(
        series.geographic, sin2: 2 * sinChi * cosChi,
        cos2: (cosChi - sinChi) * (cosChi + sinChi))
    var longitude = lambda / Trigonometry.radiansPerDegree + centralMeridian
    var latitude = phi / Trigonometry.radiansPerDegree
    let outside = (sinhE .> 0.19 * cosX) .| (sinhE .< -0.19 * cosX) .| (xi .> 1.57) .| (xi .< -1.57)
    longitude.replace(with: .nan, where: outside)
    latitude.replace(with: .nan, where: outside)
    return (longitude, latitude)
  }
}
