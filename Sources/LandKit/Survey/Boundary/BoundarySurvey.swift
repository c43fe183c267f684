import LandGeometry
import LandProjection
import LandTopology

/// The boundary points (界址点成果) of blocks.
///
/// Every block is put on the plane of its own three-degree zone, that of the middle of its box in
/// longitude. Exteriors run clockwise as seen on the map, holes counter-clockwise. A ring begins at
/// its north-western point: the one nearest to the north-western corner of the ring's box on the
/// plane, where distances that agree to the millimetre count as equal and the more northern, then
/// the more western point goes first. Points are numbered through the block, part by part, the
/// exterior before its holes.
///
/// Points on a straight line and points that occur twice on a ring are kept, because they are part
/// of the boundary; only a point at the very place of the one before it is left out and counted.
public struct BoundarySurvey: Sendable {
  /// The boundaries in the order of the subjects, those without a polygon left out.
  public var blocks: [BlockBoundary] = []
  /// What has to be known beside them.
  public var notices: [BoundaryNotice] = []

  /// Lists the boundaries of some features of a layer in CGCS2000 longitude and latitude or on a
  /// Gauss–Krüger plane.
  public init(
    of subjects: [BoundarySubject], in layer: PlacedLayer
  ) throws(BoundaryError) {
    guard layer.system.isCGCS2000 else { throw .system(layer.system.name) }
    let examiner = FeatureExaminer(repair: nil, exact: false)
    for subject in subjects {
      guard layer.isPlaced.indices.contains(subject.feature), layer.isPlaced[subject.feature] else {
        notices.append(BoundaryNotice(kind: .noPolygon, block: subject.id))
        continue
      }
      let reason: String?
      var ring: BlockRings
      switch layer.geometry {
      case .geographic(let columns):
        reason = examiner.reason(subject.feature, in: columns)
        ring = BlockRings(subject.feature, geographic: columns)
      case .plane(let columns):
        guard case .gaussKruger(let plane, _) = layer.system else {
          throw .system(layer.system.name)
        }
        reason = examiner.reason(subject.feature, in: columns)
        ring = BlockRings(subject.feature, plane: columns, plane)
      }
      if let reason { notices.append(BoundaryNotice(kind: .invalid(reason), block: subject.id)) }
      let centre = ring.box.minX / 2 + ring.box.maxX / 2
      let meridian = GaussKruger.centralMeridian(forLongitude: centre)
      guard (75...135).contains(meridian) else {
        throw .outsideZones(block: subject.id, longitude: centre)
      }
      let beyond = max(ring.box.maxX - meridian, meridian - ring.box.minX) - 1.5
      // A boundary on the meridian between two zones is drawn in degrees of nine decimals.
      if beyond > 1e-9 {
        notices.append(BoundaryNotice(kind: .straddles(degrees: beyond), block: subject.id))
      }
      if ring.repeated > 0 {
        notices.append(BoundaryNotice(kind: .repeatedPoints(ring.repeated), block: subject.id))
      }
      if ring.degenerate > 0 {
        notices.append(BoundaryNotice(kind: .degenerateRings(ring.degenerate), block: subject.id))
      }
      let zone = Int(meridian) / 3
      let parts = ring.parts(zone: zone)
      guard !parts.isEmpty else {
        notices.append(BoundaryNotice(kind: .noPolygon, block: subject.id))
        continue
      }
      blocks.append(
        BlockBoundary(
          subject: subject, zone: zone, parts: parts,
          planarArea: parts.reduce(0) { $0 + $1.planarArea },
          ellipsoidalArea: Self.ellipsoidalArea(of: subject.feature, in: layer),
          perimeter: parts.flatMap(\.rings).flatMap(\.points).reduce(0) { $0 + $1.side }))
    }
  }

  /// Edges are straight where the layer draws them, as for the area of a parcel.
  private static func ellipsoidalArea(of feature: Int, in layer: PlacedLayer) -> Double? {
    let measure = EllipsoidalArea()
    let area: Double
    switch (layer.geometry, layer.system) {
    case (.geographic(let columns), _): area = measure.area(of: feature, in: columns)
    case (.plane(let columns), .gaussKruger(let plane, _)):
      area = measure.area(of: feature, in: columns) { plane.inverse($0) }
    default: return nil
    }
    return area.isFinite ? area : nil
  }
}

extension FeatureExaminer {
  /// Why a feature is invalid as drawn; nil where it is valid.
  fileprivate borrowing func reason<Space>(
    _ feature: Int, in columns: borrowing PolygonColumns<Space>
  ) -> String? {
    let examination = examine(feature, in: columns, readerFault: nil)
    guard !examination.isValid else { return nil }
    return examination.reason?.description ?? examination.failure?.operation ?? ""
  }
}
