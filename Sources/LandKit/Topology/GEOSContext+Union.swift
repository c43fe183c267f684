// Wraps C: the union functions take one borrowed collection and return a new owned geometry.

import CGEOS
import LandGeometry

/// Several features cut to the shape of another, each by itself and together.
public struct ClippedFeatures: Hashable, Sendable {
  /// The area of each feature inside the clip, in the order asked for; square units of the space.
  public var areas: [Double]
  /// The area that all cover together inside the clip, overlaps counted once.
  public var unionArea: Double
  /// The least direct way that any step took.
  public var path: OverlayPath
}

extension GEOSContext {
  /// The area that features cover together, overlaps counted once (`GEOSUnaryUnion`).
  ///
  /// Boxes that do not overlap are added up without an overlay.
  ///
  /// - Parameter grid: cell of the grid for a second attempt, in units of the space.
  /// - Throws: ``TopologyError`` when a feature cannot be built, or both attempts fail or
  ///   contradict the features' areas.
  public func unionArea<Space>(
    of features: [Int], in columns: PolygonColumns<Space>, grid: Double = defaultGrid
  ) throws(TopologyError) -> OverlayArea {
    var parts = AreaParts(session: session)
    for feature in features {
      let part = try geometry(of: feature, in: columns)
      try parts.append(part)
    }
    return try parts.union(grid: grid)
  }

  /// Cuts features to a clip: the area of each inside it, and of all together.
  ///
  /// A feature that the clip covers is taken whole, without an overlay.
  ///
  /// - Parameters:
  ///   - clip: a valid polygon in the same space, prepared because each feature is tested.
  ///   - grid: cell of the grid for a second attempt, in units of the space.
  /// - Throws: ``TopologyError`` as for the union.
  public func clipped<Space>(
    _ features: [Int], in columns: PolygonColumns<Space>, to clip: borrowing GEOSPreparedGeometry,
    grid: Double = defaultGrid
  ) throws(TopologyError) -> ClippedFeatures {
    var parts = AreaParts(session: session)
    var areas: [Double] = []
    var path = OverlayPath.direct
    for feature in features {
      let whole = try geometry(of: feature, in: columns)
      if try clip.covers(whole) {
        areas.append(try parts.append(whole))
      } else if try clip.intersects(whole) {
        let cut = try overlay(.intersection, whole, clip.geometry, grid: grid)
        path = max(path, cut.path)
        areas.append(try parts.append(cut.takeGeometry()))
      } else {
        areas.append(0)
      }
    }
    let union = try parts.union(grid: grid)
    return ClippedFeatures(areas: areas, unionArea: union.area, path: max(path, union.path))
  }

  /// The area that features cover together inside a clip.
  ///
  /// - Throws: ``TopologyError`` as for the union.
  public func unionArea<Space>(
    of features: [Int], in columns: PolygonColumns<Space>,
    clippedTo clip: borrowing GEOSPreparedGeometry, grid: Double = defaultGrid
  ) throws(TopologyError) -> OverlayArea {
    let result = try clipped(features, in: columns, to: clip, grid: grid)
    return OverlayArea(area: result.unionArea, path: result.path)
  }
}

extension Overlay {
  consuming func takeGeometry() -> GEOSGeometry { geometry }
}

/// Polygons to be united, with what is known of their areas.
struct AreaParts: ~Copyable {
  private var parts: GEOSGeometries
  private var boxes: [Envelope] = []
  private var sum = 0.0
  private var largest = 0.0
  private let session: GEOSSession

  init(session: GEOSSession) {
    self.session = session
    parts = GEOSGeometries(session: session)
  }

  /// Takes a part over; the result is its area.
  @discardableResult
  mutating func append(_ part: consuming GEOSGeometry) throws(TopologyError) -> Double {
    let area = try part.area()
    guard area > 0 else { return 0 }
    boxes.append(try part.envelope())
    parts.append(part)
    sum += area
    largest = max(largest, area)
    return area
  }

  /// The area of the union.
  consuming func union(grid: Double) throws(TopologyError) -> OverlayArea {
    if boxesAreApart { return OverlayArea(area: sum, path: .direct) }
    let united = try united(grid: grid)
    return OverlayArea(area: try united.geometry.area(), path: united.path)
  }

  /// The union itself, its area held against those of the parts.
  consuming func united(grid: Double) throws(TopologyError) -> Overlay {
    let session = session
    let sum = sum
    let largest = largest
    let all = try parts.collection(GEOS_GEOMETRYCOLLECTION)
    let tolerance = 1e-7 * sum
    let failure: TopologyError
    do throws(TopologyError) {
      // NULL on an exception.
      let union = try session.own(
        GEOSUnaryUnion_r(session.handle, all.handle), "GEOSUnaryUnion")
      let area = try union.area()
      if area >= largest - tolerance, area <= sum + tolerance {
        return Overlay(geometry: union, path: .direct)
      }
      failure = .contradiction("GEOSUnaryUnion")
    } catch {
      guard error.isTopologyException else { throw error }
      failure = error
    }
    do throws(TopologyError) {
      let slack = tolerance + AreaBounds.slack(grid * (try all.boundaryLength()), of: sum)
      // NULL on an exception.
      let union = try session.own(
        GEOSUnaryUnionPrec_r(session.handle, all.handle, grid), "GEOSUnaryUnionPrec")
      let area = try union.area()
      if area >= largest - slack, area <= sum + slack {
        return Overlay(geometry: union, path: .fixedGrid)
      }
    } catch {}
    throw failure
  }

  /// Whether no two boxes share more than an edge; not looked into for many parts.
  private var boxesAreApart: Bool {
    if boxes.count > 64 { return false }
    for (position, box) in boxes.enumerated() {
      for other in boxes[(position + 1)...]
      where box.minX < other.maxX && other.minX < box.maxX
        && box.minY < other.maxY && other.minY < box.maxY
      {
        return false
      }
    }
    return true
  }
}
