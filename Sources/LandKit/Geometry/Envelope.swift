/// An axis-parallel box; empty when `minX > maxX`.
@frozen public struct Envelope: Hashable, Sendable {
  /// Western edge.
  public var minX: Double
  /// Southern edge.
  public var minY: Double
  /// Eastern edge.
  public var maxX: Double
  /// Northern edge.
  public var maxY: Double

  /// The box with the four edges given.
  @inlinable public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The box that holds nothing.
  @inlinable public static var empty: Envelope {
    Envelope(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
  }

  /// Whether the box holds nothing.
  @inlinable public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }

  /// The middle of the box.
  @inlinable public var centre: Coordinate {
    Coordinate(x: minX + (maxX - minX) / 2, y: minY + (maxY - minY) / 2)
  }

  /// Grows the box to hold a point.
  @inlinable public mutating func include(x: Double, y: Double) {
    minX = min(minX, x)
    minY = min(minY, y)
    maxX = max(maxX, x)
    maxY = max(maxY, y)
  }

  /// Grows the box to hold another.
  @inlinable public mutating func include(_ other: Envelope) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// Whether the boxes share a point; a shared edge or corner counts.
  @inlinable public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether the other box lies inside this one; touching edges count as inside.
  @inlinable public func contains(_ other: Envelope) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  /// The common box, empty when there is none.
  @inlinable public func intersection(_ other: Envelope) -> Envelope {
    Envelope(
      minX: max(minX, other.minX), minY: max(minY, other.minY),
      maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY))
  }
}
