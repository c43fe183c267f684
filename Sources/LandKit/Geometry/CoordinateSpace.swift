/// The surface that a pair of numbers lies on.
///
/// A space is a type, never a value: a measure that makes sense on one surface only is an
/// extension for that space, so an area in square degrees cannot be written down.
public protocol CoordinateSpace: Sendable {}

/// Longitude (x, east) and latitude (y, north) in degrees on an ellipsoid.
public enum Geographic: CoordinateSpace {}

/// East (x) and north (y) in metres on a projection plane.
public enum Plane: CoordinateSpace {}

/// Numbers as a file holds them, before their coordinate system is known.
public enum Unplaced: CoordinateSpace {}
