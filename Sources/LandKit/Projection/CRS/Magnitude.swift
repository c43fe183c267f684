import LandGeometry

/// What the size of a feature's coordinates says about their meaning.
///
/// Bounds: northings of China lie between 0 and 6.2 million metres, eastings without zone number
/// between 100 000 and 900 000, with zone number in the millions of the zone (13–23 six degrees,
/// 25–45 three degrees); longitudes between 73° and 136°, latitudes between 3° and 54°.
public enum Magnitude: Hashable, Sendable {
  /// As the coordinate system says.
  case plausible
  /// Latitude where the longitude belongs, or northing where the easting belongs.
  case axesSwapped
  /// Eastings with the number of a three-degree zone (25–45).
  case threeDegreeZone(Int)
  /// Eastings with the number of a six-degree zone (13–23).
  case sixDegreeZone(Int)
  /// Plane metres without zone number.
  case planeWithoutZone
  /// Degrees, although the system is a plane.
  case degrees
  /// Outside everything the system allows.
  case outOfRange

  /// Judges the box of one feature against the coordinate system it is said to be in.
  public init(_ box: Envelope, in system: CoordinateSystem) {
    guard !box.isEmpty else {
      self = .outOfRange
      return
    }
    let seen = Magnitude.recognise(box)
    switch system {
    case .geographic:
      switch seen {
      case .degrees: self = .plausible
      case .plausible: self = .outOfRange
      default: self = seen
      }
    case .gaussKruger(let plane, _):
      let near = { (east: Double) in (east - plane.falseEasting).magnitude < 450_000 }
      let north = -100_000.0...6_300_000
      if near(box.minX), near(box.maxX), north.contains(box.minY), north.contains(box.maxY) {
        self = .plausible
      } else if near(box.minY), near(box.maxY), north.contains(box.minX), north.contains(box.maxX) {
        self = .axesSwapped
      } else if seen == .axesSwapped, box.maxX <= 180 {
        self = .degrees
      } else {
        self = seen == .plausible ? .outOfRange : seen
      }
    case .projected: self = seen == .degrees ? .degrees : .plausible
    // Local coordinates may be as small as degrees are.
    case .unknownPlane: self = .plausible
    }
  }

  private static func recognise(_ box: Envelope) -> Magnitude {
    let x = box.minX...box.maxX
    let y = box.minY...box.maxY
    func inside(_ inner: ClosedRange<Double>, _ outer: ClosedRange<Double>) -> Bool {
      outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
    }
    let northing = 200_000.0...6_200_000
    if inside(x, -180...180), inside(y, -90...90) {
      // The two ranges of China do not meet: 3–54 against 73–136.
      return inside(x, 3...54) && inside(y, 73...136) ? .axesSwapped : .degrees
    }
    if inside(x, -90...90), inside(y, -180...180) { return .axesSwapped }
    for (first, second, swapped) in [(x, y, false), (y, x, true)] where inside(second, northing) {
      let zone = Int((first.lowerBound / 1_000_000).rounded(.down))
      let within = first.lowerBound - Double(zone) * 1_000_000
      if zone == Int((first.upperBound / 1_000_000).rounded(.down)),
        (50_000...950_000).contains(within)
      {
        if swapped, (13...23).contains(zone) || (25...45).contains(zone) { return .axesSwapped }
        if (25...45).contains(zone) { return .threeDegreeZone(zone) }
        if (13...23).contains(zone) { return .sixDegreeZone(zone) }
      }
    }
    let easting = 50_000.0...950_000
    if inside(x, easting), inside(y, 950_000...6_200_000) { return .planeWithoutZone }
    if inside(y, easting), inside(x, 950_000...6_200_000) { return .axesSwapped }
    if inside(x, easting), inside(y, northing) { return .planeWithoutZone }
    return .outOfRange
  }
}
