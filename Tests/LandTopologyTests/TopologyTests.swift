import Foundation
import LandGeometry
import LandTestSupport
import Testing

@testable import LandTopology

/// A closed ring from its corners.
private func ring(_ corners: [(Double, Double)]) -> [Coordinate] {
  (corners + corners.prefix(1)).map { Coordinate(x: $0.0, y: $0.1) }
}

private func columns(_ features: [[[Coordinate]]]) -> PolygonColumns<Plane> {
  var columns = PolygonColumns<Plane>()
  for feature in features {
    columns.appendPolygon(feature)
    columns.endFeature()
  }
  return columns
}

private func square(_ x: Double, _ y: Double, _ side: Double) -> [Coordinate] {
  ring([(x, y), (x + side, y), (x + side, y + side), (x, y + side)])
}

@Suite("Topology") struct TopologyTests {
  @Test("the library names its version")
  func version() {
    #expect(GEOSContext.geosVersion.contains("CAPI"))
  }

  @Test("places are read from the texts GEOS writes")
  func messages() {
    for (message, place) in [
      ("TopologyException: side location conflict at 1.5 -2e3", Coordinate(x: 1.5, y: -2000)),
      (
        "TopologyException: Input geom 0 is invalid: Self-intersection at or near point 3 4 at 3 4",
        Coordinate(x: 3, y: 4)
      ),
      (
        "TopologyException: found non-noded intersection between LINESTRING (0 0, 1 1) and "
          + "LINESTRING (5 6, 7 8) at 0.25 0.75. This can occur if the input is invalid.",
        Coordinate(x: 0.25, y: 0.75)
      ),
      ("Self-intersection[6 7.5]", Coordinate(x: 6, y: 7.5)),
    ] {
      #expect(TopologyError(operation: "GEOSUnion", message: message).near == place, "\(message)")
    }
    let none = "IllegalArgumentException: Invalid number of points in LinearRing found 2"
    #expect(TopologyError(operation: "GEOSUnion", message: none).near == nil)
    let lines = "between LINESTRING (0 0, 1 1) and LINESTRING (5 6, 7 8)"
    #expect(TopologyError(operation: "GEOSUnion", message: lines).near == nil)
  }

  @Test("the error of one call never shows up under another")
  func errorsAreTaken() throws {
    let context = try GEOSContext()
    var open = PolygonColumns<Plane>()
    open.appendPolygon([
      [
        Coordinate(x: 0, y: 0), Coordinate(x: 1, y: 0), Coordinate(x: 1, y: 1),
        Coordinate(x: 5, y: 5),
      ]
    ])
    open.endFeature()
    let error = #expect(throws: TopologyError.self) { _ = try context.validity(of: 0, in: open) }
    #expect(error?.message.contains("closed") == true)
    #expect(try context.validity(of: 0, in: columns([[square(0, 0, 1)]])) == .valid)
    #expect(context.liveGeometries == 0)
  }

  @Test("coordinates and rings that GEOS cannot build are faults all the same")
  func unbuildable() throws {
    let context = try GEOSContext()
    let nan = columns([[ring([(0, 0), (1, .nan), (1, 1), (0, 1)])]])
    guard case .invalid(let reason) = try context.validity(of: 0, in: nan) else {
      Issue.record("valid")
      return
    }
    #expect(reason.fault == .invalidCoordinate && reason.text == "Invalid Coordinate")
    let place = nan.boundaryPlace(nearest: try #require(reason.place), feature: 0)
    #expect(place?.vertex == 1 && place?.ring == 0 && place?.isVertex == true)
    #expect(throws: TopologyError.self) { try context.repaired(0, in: nan, method: .structure) }

    #expect(throws: TopologyError.self) { _ = try context.geometry(of: 0, in: nan) }

    let short = columns([[square(0, 0, 2), ring([(1, 1), (1.5, 1)])]])
    guard case .invalid(let few) = try context.validity(of: 0, in: short) else {
      Issue.record("valid")
      return
    }
    #expect(few.fault == .tooFewPoints && few.place == Coordinate(x: 1, y: 1))
    let repair = try context.repaired(0, in: short, method: .linework)
    #expect(repair.droppedRings == 1 && repair.columns.rings(ofFeature: 0).count == 1)

    let nothing = columns([]).withEmptyFeature
    #expect(try context.validity(of: 0, in: nothing) == .valid)
    #expect(try context.repaired(0, in: nothing, method: .structure).columns.featureCount == 1)
    #expect(context.liveGeometries == 0)
  }

  @Test("a fault is found on its ring, at its vertex or segment")
  func faultPlace() {
    let layer = columns([[square(0, 0, 10), square(2, 2, 3)]])
    let vertex = layer.boundaryPlace(nearest: Coordinate(x: 5, y: 5), feature: 0)
    #expect(vertex == FaultPlace(part: 0, ring: 1, vertex: 2, isVertex: true, distance: 0))
    let segment = layer.boundaryPlace(nearest: Coordinate(x: 10, y: 4), feature: 0)
    #expect(segment == FaultPlace(part: 0, ring: 0, vertex: 1, isVertex: false, distance: 0))
    #expect(
      columns([]).withEmptyFeature.boundaryPlace(nearest: .init(x: 0, y: 0), feature: 0) == nil)
  }

  @Test("linework and structure differ as they are known to")
  func repairs() throws {
    let context = try GEOSContext()
    let bowTie = columns([[ring([(0, 0), (10, 10), (10, 0), (0, 10)])]])
    let outside = columns([[square(0, 0, 10), ring([(5, 2), (13, 2), (13, 5), (5, 5)])]])
    for (layer, linework, structure) in [(bowTie, 50.0, 50.0), (outside, 94, 85)] {
      for (method, area) in [(RepairMethod.linework, linework), (.structure, structure)] {
        let repair = try context.repaired(0, in: layer, method: method)
        #expect(try context.geometry(of: 0, in: repair.columns).area() == area)
        #expect(try context.validity(of: 0, in: repair.columns).isValid)
      }
    }
    let spike = columns([[ring([(0, 0), (10, 0), (10, 10), (5, 10), (5, 15), (5, 10), (0, 10)])]])
    let kept = try context.repaired(0, in: spike, method: .linework)
    #expect(kept.droppedLines == 1 && kept.droppedParts == 1)
    #expect(context.liveGeometries == 0)
  }

  @Test("inside, equal, shared edge and shared corner")
  func predicates() throws {
    let context = try GEOSContext()
    let layer = columns([
      [square(0, 0, 10)], [square(2, 2, 3)], [square(10, 0, 10)], [square(10, 10, 5)],
      [square(50, 50, 5)],
    ])
    let shape = try context.geometry(of: 0, in: layer)
    let prepared = try GEOSPreparedGeometry(try context.geometry(of: 0, in: layer))
    for (feature, covers, intersects, interior) in [
      (0, true, true, true), (1, true, true, true), (2, false, true, false),
      (3, false, true, false), (4, false, false, false),
    ] {
      let other = try context.geometry(of: feature, in: layer)
      #expect(try prepared.covers(other) == covers)
      #expect(try prepared.intersects(other) == intersects)
      #expect(try shape.interiorIntersects(other) == interior)
    }
  }

  @Test("footprints count once, each is cut to the parcel")
  func clipping() throws {
    let context = try GEOSContext()
    let parcel = try GEOSPreparedGeometry(
      try context.geometry(of: 0, in: columns([[square(0, 0, 10)]])))
    let buildings = columns([
      [square(1, 1, 4)], [square(3, 3, 4)], [square(8, 8, 4)], [square(20, 20, 4)],
    ])
    let cut = try context.clipped([0, 1, 2, 3], in: buildings, to: parcel)
    #expect(cut.areas == [16, 16, 4, 0] && cut.unionArea == 32 && cut.path == .direct)
    #expect(try context.unionArea(of: [0, 1], in: buildings).area == 28)
    #expect(try context.unionArea(of: [0, 3], in: buildings).area == 32)
    #expect(try context.unionArea(of: [], in: buildings).area == 0)
    #expect(try context.unionArea(of: [2, 3], in: buildings, clippedTo: parcel).area == 4)
  }

  @Test("parts that overlap by a hundredth of a millimetre fail directly and go on the grid")
  func fixedGrid() throws {
    let context = try GEOSContext()
    var layer = PolygonColumns<Plane>()
    layer.appendPolygon([ring([(0, 0), (5.00001, 0), (5.00001, 10), (0, 10)])])
    layer.appendPolygon([ring([(5, 0), (10, 0), (10, 10), (5, 10)])])
    layer.endFeature()
    layer.appendFeature(0, of: columns([[square(4, 4, 10)]]))
    let a = try context.geometry(of: 0, in: layer)
    let b = try context.geometry(of: 1, in: layer)
    #expect(try !context.validity(of: a).isValid)
    for (operation, area) in [
      (OverlayOperation.intersection, 36.0), (.union, 164), (.difference, 64),
      (.symmetricDifference, 128),
    ] {
      let result = try context.overlay(operation, a, b)
      #expect(result.path == .fixedGrid, "\(operation)")
      #expect(try abs(result.geometry.area() - area) < 1e-3, "\(operation)")
    }
    // A grid too fine to mend it, and one too coarse to leave anything of it.
    #expect(throws: TopologyError.self) { try context.intersectionArea(a, b, grid: 1e-7) }
    let error = #expect(throws: TopologyError.self) {
      try context.intersectionArea(a, b, grid: 1e3)
    }
    #expect(error?.near != nil)
  }

  @Test("an overlay of what crosses itself is an error with a place, not a number")
  func invalidOverlay() throws {
    let context = try GEOSContext()
    let layer = columns([[ring([(0, 0), (10, 10), (10, 0), (0, 10)])], [square(1, 1, 8)]])
    let a = try context.geometry(of: 0, in: layer)
    let b = try context.geometry(of: 1, in: layer)
    #expect(throws: TopologyError.self) { try context.intersectionArea(a, b) }
  }
}

extension PolygonColumns {
  fileprivate var withEmptyFeature: PolygonColumns {
    var copy = self
    copy.endFeature()
    return copy
  }
}

@Suite("Topology on random polygons") struct TopologyPropertyTests {
  /// A star around a centre: simple whatever the radii are.
  private func star(
    _ centre: (Double, Double), _ radius: Double, using random: inout SeededGenerator
  ) -> [Coordinate] {
    let count = Int.random(in: 3...40, using: &random)
    return ring(
      (0..<count).map { step in
        let angle = (Double(step) + .random(in: 0..<0.9, using: &random)) / Double(count) * 2 * .pi
        let length = radius * .random(in: 0.2...1, using: &random)
        return (centre.0 + length * cos(angle), centre.1 + length * sin(angle))
      })
  }

  @Test("A∪B + A∩B = A + B, near and 40 000 km from the origin", arguments: [0, 40_000_000.0])
  func inclusionExclusion(shift: Double) throws {
    let context = try GEOSContext()
    var random = SeededGenerator(seed: 99)
    for _ in 0..<500 {
      let layer = columns([
        [star((shift, shift), 100, using: &random)],
        [star((shift + 50, shift - 20), 100, using: &random)],
      ])
      let a = try context.geometry(of: 0, in: layer)
      let b = try context.geometry(of: 1, in: layer)
      let sum = try a.area() + b.area()
      let common = try context.intersectionArea(a, b).area
      let union = try context.unionArea(a, b).area
      let rest = try context.differenceArea(a, b).area
      let either = try context.symmetricDifferenceArea(a, b).area
      let tolerance = 1e-9 * sum + shift * 1e-12
      #expect(abs(union + common - sum) < tolerance)
      #expect(try abs(rest + common - a.area()) < tolerance)
      #expect(abs(either + common - union) < tolerance)
      #expect(try abs(context.unionArea(of: [0, 1], in: layer).area - union) < tolerance)
    }
    #expect(context.liveGeometries == 0)
  }

  @Test("columns come back from GEOS as they went in")
  func roundTrip() throws {
    let context = try GEOSContext()
    var random = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let layer = columns([[star((0, 0), 50, using: &random), square(-1, -1, 2)]])
      let back = try context.geometry(of: 0, in: layer).arealParts(in: Plane.self)
      #expect(back.columns.x == layer.x && back.columns.y == layer.y)
      #expect(back.columns.ringStart == layer.ringStart && back.droppedLines == 0)
    }
  }

  @Test("contexts and geometries are freed, errors included")
  func nothingLeaks() throws {
    let context = try GEOSContext()
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let layer = columns([
        [star((0, 0), 100, using: &random)], [star((9, 9), 100, using: &random)],
        [ring([(0, 0), (10, 10), (10, 0), (0, 10)])],
      ])
      let a = try context.geometry(of: 0, in: layer)
      let b = try context.geometry(of: 2, in: layer)
      _ = try? context.unionArea(a, b)
      _ = try? context.unionArea(of: [0, 1, 2], in: layer)
      _ = try context.clipped([1], in: layer, to: try GEOSPreparedGeometry(a))
      _ = try context.repaired(2, in: layer, method: .structure)
    }
    #expect(context.liveGeometries == 0)
  }
}
