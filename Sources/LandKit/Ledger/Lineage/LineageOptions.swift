/// From where on two surveys show the same ground. All limits are ours, none is a figure of the
/// law.
public struct LineageOptions: Hashable, Sendable {
  /// Part of either parcel that the other must hold to be the same ground.
  public var sameGroundShare = 0.98
  /// How far a boundary may move by being drawn again, m. Where the ground of either parcel that the
  /// other does not hold is no more than a strip of this width along its boundary, it is the same
  /// ground, however narrow the parcel. 0.10 m: twice the point error of the first class of
  /// 城镇地籍调查规程.
  public var redrawnWidth = 0.10
  /// Part of either parcel that the other must hold after being moved back, to be the same shape.
  public var sameShapeShare = 0.99
  /// The farthest that a drawing may have been shifted, m. Shifts between datums used in China stay
  /// well below; the same number farther away was given anew.
  public var maximumShift = 1_000.0
  /// Part of the smaller of two parcels from which on ground they share counts.
  public var partShare = 0.05
  /// Area from which on ground that two parcels share counts, m².
  public var minimumArea = 1.0
  /// The largest difference of coordinates that is left over from a change of coordinate system,
  /// degrees; 1e-9 is a tenth of a millimetre.
  public var coordinateNoise = 1e-9

  /// The defaults.
  public init() {}

  /// Whether two parcels hold the same ground.
  ///
  /// - Parameters:
  ///   - shared: area in both, m².
  ///   - areas: their areas, m².
  ///   - perimeters: their perimeters, m.
  ///   - share: the part that counts as all.
  func isSame(
    shared: Double, areas: (Double, Double), perimeters: (Double, Double), share: Double
  ) -> Bool {
    func holds(_ area: Double, _ perimeter: Double) -> Bool {
      guard area > 0, shared >= area / 2 else { return false }
      return shared >= share * area || area - shared <= redrawnWidth * perimeter
    }
    return holds(areas.0, perimeters.0) && holds(areas.1, perimeters.1)
  }

  /// Whether ground that two parcels share is more than noise along a border.
  func counts(shared: Double, areas: (Double, Double)) -> Bool {
    shared >= max(minimumArea, partShare * min(areas.0, areas.1))
  }
}
