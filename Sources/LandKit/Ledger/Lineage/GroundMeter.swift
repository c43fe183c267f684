import LandGeometry
import LandTopology

/// Measures ground that two features share; belongs to one worker.
struct GroundMeter: ~Copyable {
  private var measure = OverlapMeasure()
  private let context: GEOSContext?

  init() { context = try? GEOSContext() }

  /// Whether a feature is valid on its plane: by exact predicates, else as GEOS judges it. Where
  /// there is no judge it is not known to be.
  borrowing func isValid(_ feature: Int, of columns: GroundColumns) -> Bool {
    guard columns.isPlaced(feature) else { return false }
    if columns.plane.isCertainlyValid(feature: feature) { return true }
    switch context {
    case .some(let context):
      do throws(TopologyError) {
        return try context.validity(of: feature, in: columns.plane).isValid
      } catch { return false }
    case .none: return false
    }
  }

  /// The area in m² that two valid features share, on the plane of the first; nil where neither we
  /// nor GEOS can say.
  mutating func shared(
    _ a: Int, of columnsA: GroundColumns, _ b: Int, of columnsB: GroundColumns
  ) -> Double? {
    let meridian = columnsA.meridian[a]
    if columnsB.meridian[b] != meridian {
      let moved = columnsB.single(b, meridian: meridian)
      return shared(
        a, of: columnsA.plane, box: columnsA.planeBox[a], 0, of: moved, box: moved.envelope(of: 0),
        areas: (columnsA.area[a], moved.planarArea(of: 0)))
    }
    return shared(
      a, of: columnsA.plane, box: columnsA.planeBox[a],
      b, of: columnsB.plane, box: columnsB.planeBox[b],
      areas: (columnsA.area[a], columnsB.area[b]))
  }

  /// The same for features on one plane.
  mutating func shared(
    _ a: Int, of planeA: borrowing PolygonColumns<Plane>, box boxA: Envelope,
    _ b: Int, of planeB: borrowing PolygonColumns<Plane>, box boxB: Envelope,
    areas: (Double, Double)
  ) -> Double? {
    let most = min(areas.0, areas.1)
    let area = measure.overlap(a, of: planeA, box: boxA, b, of: planeB, box: boxB).area
    // More than the smaller one can hold is not an area; GEOS has to say.
    if area.isFinite, area <= most + 1e-6 * (1 + most) { return min(area, most) }
    switch context {
    case .some(let context):
      do throws(TopologyError) {
        let first = try context.geometry(of: a, in: copy planeA)
        let second = try context.geometry(of: b, in: copy planeB)
        return try context.intersectionArea(first, second).area
      } catch { return nil }
    case .none: return nil
    }
  }
}
