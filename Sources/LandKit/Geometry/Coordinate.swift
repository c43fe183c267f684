/// One position: `x` east or longitude, `y` north or latitude, in the unit of its space.
public struct Coordinate: Hashable, Sendable {
  /// East in metres, or longitude in degrees.
  public var x: Double
  /// North in metres, or latitude in degrees.
  public var y: Double

  /// A position from its two numbers.
  @inlinable public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
