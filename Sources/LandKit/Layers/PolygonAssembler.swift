import LandGeometry

/// Puts the rings of one feature into the columns, closing what is open and leaving out what
/// encloses nothing, each with an issue; can take back a feature that turns out unreadable.
///
/// All readers of geometry end here, so that a fault is treated alike in every format.
struct PolygonAssembler {
  /// The columns of all features so far.
  var columns = PolygonColumns<Unplaced>()
  /// The feature being read.
  private(set) var feature = 0
  /// What is wrong with the features so far.
  var issues: [FeatureIssue] = []

  private var ringsInPolygon = 0
  private var droppedExterior = false
  private var part = 0
  private var sawRing = false
  private var sawShortExterior = false

  /// Where the columns stood when the feature began.
  private var mark = (vertices: 0, rings: 0, polygons: 0)

  mutating func beginFeature() {
    mark = (columns.x.count, columns.ringStart.count, columns.polygonStart.count)
    part = 0
    ringsInPolygon = 0
    sawRing = false
    sawShortExterior = false
    droppedExterior = false
  }

  @inline(__always)
  mutating func beginRing() -> Int { columns.x.count }

  /// Ends a ring that started at vertex `start`.
  mutating func endRing(from start: Int, offset: Int?) {
    let ring = ringsInPolygon
    ringsInPolygon += 1
    let count = columns.x.count - start
    guard count > 0 else {
      if ring == 0 { droppedExterior = true }
      return
    }
    sawRing = true
    if columns.x[start] != columns.x[columns.x.count - 1]
      || columns.y[start] != columns.y[columns.y.count - 1]
    {
      issue(.ringNotClosed, ring: ring, offset: offset)
      columns.appendVertex(x: columns.x[start], y: columns.y[start])
    }
    let closed = columns.x.count - start
    if closed < 4 || droppedExterior {
      if closed < 4 { issue(.tooFewPoints(closed), ring: ring, offset: offset) }
      if ring == 0 {
        droppedExterior = true
        sawShortExterior = true
      }
      columns.x.removeLast(closed)
      columns.y.removeLast(closed)
    } else {
      columns.endRing()
    }
  }

  mutating func endPolygon() {
    if Int(columns.polygonStart[columns.polygonStart.count - 1]) < columns.ringStart.count - 1 {
      columns.endPolygon()
    }
    part += 1
    ringsInPolygon = 0
    droppedExterior = false
  }

  /// Ends the feature and tells what its geometry came to.
  mutating func endFeature(_ state: GeometryState?) -> GeometryState {
    let result =
      state
      ?? (columns.polygonStart.count > mark.polygons
        ? .polygon : sawShortExterior ? .tooFewPoints : .empty)
    if result != .polygon { takeBack() }
    columns.endFeature()
    feature += 1
    return result
  }

  /// Removes what the current feature has put into the columns.
  mutating func takeBack() {
    columns.x.removeLast(columns.x.count - mark.vertices)
    columns.y.removeLast(columns.y.count - mark.vertices)
    columns.ringStart.removeLast(columns.ringStart.count - mark.rings)
    columns.polygonStart.removeLast(columns.polygonStart.count - mark.polygons)
    ringsInPolygon = 0
    droppedExterior = false
  }

  /// Appends features that were assembled elsewhere, with what is wrong with them.
  mutating func append(_ features: borrowing PolygonColumns<Unplaced>, issues new: [FeatureIssue]) {
    columns.append(features)
    for var issue in new {
      issue.feature += feature
      issues.append(issue)
    }
    feature += features.featureCount
  }

  /// Notes something wrong with the current feature.
  mutating func issue(_ kind: FeatureIssue.Kind, ring: Int? = nil, offset: Int? = nil) {
    issues.append(
      FeatureIssue(
        feature: feature, kind: kind, part: ring == nil ? nil : part, ring: ring, offset: offset))
  }
}
