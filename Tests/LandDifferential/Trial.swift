import LandGeometry
import LandTestSupport
import LandTopology

/// Judges made cases both ways: by the shortcuts that an audit takes, and by GEOS. One belongs to
/// one worker.
public struct Trial: ~Copyable {
  private let context: GEOSContext
  private var measure = OverlapMeasure()

  /// A trial with a GEOS of its own.
  public init() throws { context = try GEOSContext() }

  /// Judges the case of a seed.
  public mutating func judge(
    _ kind: RingKind, seed: UInt64, places: RealPlaces, _ tally: inout Tally
  ) {
    let made = kind.made(seed: seed, places: places)
    let (a, b) = (Self.columns(made.a), Self.columns(made.b))
    tally.rings += 2
    var fault = Fault(
      subject: .validity, seed: seed, ours: 0, theirs: 0, slack: 0)
    let isValid = (
      self.isValid(a, &fault, &tally), self.isValid(b, &fault, &tally)
    )
    guard isValid.0, isValid.1 else { return }
    tally.pairs += 1
    compare(a, b, &fault, &tally)
  }

  private static func columns(_ polygons: [[Ring]]) -> PolygonColumns<Plane> {
    var columns = PolygonColumns<Plane>()
    for polygon in polygons { columns.appendPolygon(polygon) }
    columns.endFeature()
    return columns
  }

  /// Whether GEOS calls a polygon valid, held against the shortcut; the areas likewise.
  private borrowing func isValid(
    _ columns: PolygonColumns<Plane>, _ fault: inout Fault, _ tally: inout Tally
  ) -> Bool {
    let isCertain = columns.isCertainlyValid(feature: 0)
    let isValid = (try? context.validity(of: 0, in: columns).isValid) ?? false
    if isCertain { tally.certain += 1 }
    if isValid { tally.valid += 1 }
    if isCertain, !isValid {
      fault.subject = .validity
      tally.note(fault)
    }
    guard let theirs = try? context.geometry(of: 0, in: columns).area() else { return isValid }
    let box = columns.envelope(of: 0)
    let extent =
      (box.maxX - box.minX) * (box.maxX - box.minX)
      + (box.maxY - box.minY) * (box.maxY - box.minY)
    let ours = columns.planarArea(of: 0)
    // The product of two differences rounds by half a unit in the last place, each sum likewise.
    let slack = extent * 0x1p-52 * Double(columns.vertexCount)
    if extent > 0 { tally.worstArea = max(tally.worstArea, (ours - theirs).magnitude / extent) }
    if isValid, (ours - theirs).magnitude > slack {
      (fault.subject, fault.ours, fault.theirs, fault.slack) = (.area, ours, theirs, slack)
      tally.note(fault)
    }
    return isValid
  }

  private mutating func compare(
    _ a: PolygonColumns<Plane>, _ b: PolygonColumns<Plane>, _ fault: inout Fault,
    _ tally: inout Tally
  ) {
    var (a, b) = (a, b)
    let areas = (a.orientInteriorLeft(feature: 0), b.orientInteriorLeft(feature: 0))
    let boxes = (a.envelope(of: 0), b.envelope(of: 0))
    let ours = measure.overlap(0, of: a, box: boxes.0, 0, of: b, box: boxes.1)
    let turned = measure.overlap(0, of: b, box: boxes.1, 0, of: a, box: boxes.0)
    // A place of crossing is off by some units in the last place, and with it a strip as long as
    // the boundaries.
    let largest =
      [boxes.0, boxes.1].map {
        max($0.minX.magnitude, $0.maxX.magnitude, $0.minY.magnitude, $0.maxY.magnitude)
      }.max() ?? 0
    let slack =
      8 * largest.ulp * (a.perimeter(of: 0) + b.perimeter(of: 0))
      + 1e-12 * (areas.0 + areas.1)
    if ours.area > slack { tally.overlapping += 1 }
    (fault.ours, fault.theirs, fault.slack) = (ours.area, turned.area, slack)
    if !((ours.area - turned.area).magnitude <= slack) {
      fault.subject = .order
      tally.note(fault)
    }
    fault.theirs = areas.0
    if ours.firstInsideSecond, !((ours.area - areas.0).magnitude <= slack) {
      fault.subject = .inside
      tally.note(fault)
    }
    guard
      let first = try? context.geometry(of: 0, in: a),
      let second = try? context.geometry(of: 0, in: b),
      let theirs = try? context.intersectionArea(first, second).area
    else {
      tally.refused += 1
      return
    }
    if (ours.area - theirs).magnitude <= slack {
      tally.worstShared = max(tally.worstShared, (ours.area - theirs).magnitude)
    } else {
      (fault.subject, fault.theirs) = (.shared, theirs)
      tally.note(fault)
    }
  }
}

extension Trial {
  /// Judges `count` cases of a kind from a seed on, shared among workers. A case depends on its
  /// seed alone.
  public static func run(
    _ kind: RingKind, cases count: Int, from seed: UInt64, places: RealPlaces, workers: Workers
  ) -> Tally {
    var total = Tally(kind)
    let parts = workers.map(count, size: 2048) { range -> Tally in
      var tally = Tally(kind)
      guard var trial = try? Trial() else { return tally }
      for index in range {
        trial.judge(kind, seed: seed &+ UInt64(index), places: places, &tally)
      }
      return tally
    }
    for part in parts { total.add(part) }
    return total
  }
}

extension [[Ring]] {
  /// The polygons as WKT.
  public var wkt: String {
    let parts = map { polygon in
      let rings = polygon.map { ring in
        "(" + ring.map { "\($0.x) \($0.y)" }.joined(separator: ", ") + ")"
      }
      return "(" + rings.joined(separator: ", ") + ")"
    }
    return "MULTIPOLYGON (" + parts.joined(separator: ", ") + ")"
  }
}
