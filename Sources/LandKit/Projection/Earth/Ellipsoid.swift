/// An ellipsoid of revolution.
public struct Ellipsoid: Hashable, Sendable {
  /// Semi-major axis in metres.
  public let semiMajorAxis: Double
  /// Flattening, (a − b) / a.
  public let flattening: Double

  /// An ellipsoid from its semi-major axis (metres) and inverse flattening.
  public init(semiMajorAxis: Double, inverseFlattening: Double) {
    self.semiMajorAxis = semiMajorAxis
    flattening = 1 / inverseFlattening
  }

  /// CGCS2000 (GB 22021-2008): a = 6 378 137 m, 1/f = 298.257222101.
  public static let cgcs2000 = Ellipsoid(
    semiMajorAxis: 6_378_137, inverseFlattening: 298.257_222_101)
  /// WGS 84: a = 6 378 137 m, 1/f = 298.257223563.
  public static let wgs84 = Ellipsoid(
    semiMajorAxis: 6_378_137, inverseFlattening: 298.257_223_563)

  /// Semi-minor axis in metres.
  public var semiMinorAxis: Double { semiMajorAxis * (1 - flattening) }
  /// First eccentricity squared.
  public var eccentricitySquared: Double { flattening * (2 - flattening) }
  /// Third flattening, (a − b) / (a + b).
  public var thirdFlattening: Double { flattening / (2 - flattening) }

  /// The same shape with the semi-major axis grown by a height: the surface that a city system
  /// with a projection height of its own is defined on.
  ///
  /// - Parameter metres: projection height above the ellipsoid.
  public func raised(by metres: Double) -> Ellipsoid {
    Ellipsoid(semiMajorAxis: semiMajorAxis + metres, inverseFlattening: 1 / flattening)
  }
}
