import Foundation
import LandKit
import LandTestSupport
import Synchronization
import Testing

@Suite("Ways of surveying") struct SurveyModeTests {
  /// A town of parcels with slips of the pen, buildings across borders, and four zones.
  private func town(seed: UInt64) -> (parcels: [Drawn], buildings: [Drawn], zones: [Drawn]) {
    var random = SeededGenerator(seed: seed)
    func slip() -> Double {
      Int.random(in: 0..<4, using: &random) == 0 ? .random(in: -3...3, using: &random) : 0
    }
    var parcels: [Drawn] = []
    var buildings: [Drawn] = []
    for k in 0..<64 {
      let (x, y) = (Double(k % 8) * 50, Double(k / 8) * 50)
      let id = ["parcel_id": "\"P\(k)\""]
      parcels.append(
        k % 17 == 16
          ? .bowTie(x, y, id)
          : Drawn([(x + slip(), y), (x + 50, y + slip()), (x + 50, y + 50), (x, y + 50)], id))
      for b in 0..<3 {
        let (u, v) = (
          Double.random(in: -5...40, using: &random), Double.random(in: -5...40, using: &random)
        )
        buildings.append(
          k % 13 == 12 && b == 0
            ? .bowTie(x + u, y + v)
            : .box(
              x + u, y + v, x + u + 15, y + v + 12,
              ["storeys": "\(b + 1)", "kind": b == 2 ? "\"yard\"" : "\"building\""]))
      }
    }
    let zones = (0..<4).map { k in
      let (x, y) = (Double(k % 2) * 200, Double(k / 2) * 200)
      return Drawn.box(x, y, x + 200, y + 200, ["zone_id": "\"Z\(k)\""])
    }
    return (parcels, buildings, zones)
  }

  private func made(
    _ town: (parcels: [Drawn], buildings: [Drawn], zones: [Drawn]), degrees: Bool,
    exact: Bool = false, workers: Int = 1, repair: RepairMethod? = nil
  ) throws -> Survey {
    var options = SurveyOptions.ofLaw
    options.exact = exact
    options.workers = Workers(count: workers)
    options.repair = repair
    if degrees {
      return Survey(
        parcels: try town.parcels.placedInDegrees(),
        buildings: try town.buildings.placedInDegrees("buildings.geojson", .building),
        zones: try town.zones.placedInDegrees("zones.geojson", .zone), options: options)
    }
    return try survey(
      parcels: town.parcels, buildings: town.buildings, zones: town.zones, options: options)
  }

  private func same(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-6) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): (a - b).magnitude <= tolerance || a.isNaN && b.isNaN
    default: false
    }
  }

  @Test("exactly, everything comes out the same", arguments: [false, true])
  func exact(degrees: Bool) throws {
    let town = town(seed: 91)
    for repair in [nil, RepairMethod.structure] {
      let quick = try made(town, degrees: degrees, repair: repair)
      let exact = try made(town, degrees: degrees, exact: true, repair: repair)
      #expect(quick.parcels.quality == exact.parcels.quality)
      #expect(quick.findings == exact.findings)
      for k in 0..<quick.parcels.count {
        #expect(same(quick.parcels.planarArea[k], exact.parcels.planarArea[k]))
        #expect(same(quick.parcels.ellipsoidalArea[k], exact.parcels.ellipsoidalArea[k]))
        // GeographicLib's sum over a small ring is itself good to about 3e-5 m².
        #expect(same(quick.parcels.geodesicArea[k], exact.parcels.geodesicArea[k], 1e-4))
      }
      for (q, e) in zip(quick.all(), exact.all()) {
        #expect(q.membership == e.membership)
        #expect(same(q.outside, e.outside))
        #expect(q.buildings?.count == e.buildings?.count)
        #expect(q.buildings?.missing == e.buildings?.missing)
        #expect(same(q.buildings?.footprint, e.buildings?.footprint))
        #expect(same(q.buildings?.grossFloor, e.buildings?.grossFloor))
        #expect(same(q.buildings?.countedFloor, e.buildings?.countedFloor))
        #expect(same(q.buildings?.coefficientArea, e.buildings?.coefficientArea))
        #expect(q.findings.map(\.code) == e.findings.map(\.code))
      }
      // GEOS finds slivers of less than a square micrometre where borders are drawn alike.
      let ours = quick.overlaps().overlaps.filter { $0.area > 1e-6 }
      let theirs = exact.overlaps().overlaps.filter { $0.area > 1e-6 }
      #expect(ours.map { [$0.first, $0.second] } == theirs.map { [$0.first, $0.second] })
      for (a, b) in zip(ours, theirs) {
        #expect(
          same(a.area, b.area) && same(a.boundaryLength, b.boundaryLength, 1e-4), "\(a) \(b)")
      }
      #expect(ours.count > 10)
    }
  }

  @Test("the number of workers changes nothing", arguments: [false, true])
  func workers(degrees: Bool) throws {
    // Enough parcels for several ranges.
    var town = town(seed: 92)
    for k in 0..<1500 {
      let (x, y) = (Double(k % 50) * 9, 500 + Double(k / 50) * 9)
      town.parcels.append(k % 97 == 0 ? .bowTie(x, y) : .box(x, y, x + 9.5, y + 9))
    }
    let one = try made(town, degrees: degrees, workers: 1, repair: .linework)
    let four = try made(town, degrees: degrees, workers: 4, repair: .linework)
    #expect(one.parcels.count == 1564)
    #expect(one.findings == four.findings)
    #expect(one.parcels.planarArea.map(\.bitPattern) == four.parcels.planarArea.map(\.bitPattern))
    #expect(
      one.parcels.ellipsoidalArea.map(\.bitPattern)
        == four.parcels.ellipsoidalArea.map(\.bitPattern))
    #expect(one.parcels.plane.x == four.parcels.plane.x)
    #expect(one.parcels.invalidity == four.parcels.invalidity)
    #expect(one.overlaps().overlaps == four.overlaps().overlaps)
    let a = one.all()
    let b = four.options.workers.map(four.parcels.count, size: 64) { range in
      four.measures(
        of: range, hints: range.map { _ in ParcelHints(zoneID: nil, isIndustrial: nil) })
    }.flatMap { $0 }
    #expect(a.count == b.count)
    for (a, b) in zip(a, b) {
      #expect(a.outside == b.outside && a.findings == b.findings)
      #expect(a.buildings?.footprint == b.buildings?.footprint)
      #expect(a.buildings?.countedFloor == b.buildings?.countedFloor)
    }
  }

  @Test("invalid parcels: as drawn, and by either repair")
  func repairs() throws {
    let parcels = [Drawn.bowTie(0, 0, ["parcel_id": "\"P1\""]), .box(20, 0, 30, 10)]
    let plain = try survey(parcels: parcels)
    #expect(plain.parcels.quality == [.doubtful, .ok])
    #expect(isNear(plain.parcels.planarArea[0], 0))
    #expect(plain.findings.map(\.code) == [.selfIntersection])
    #expect(plain.findings[0].place.coordinate.map { isNear($0.x, 500_005) } == true)
    #expect(plain.areaTolerance(of: 0) == nil)
    // A square of 10 m with points good to 5 cm: 2 · 0.05/√2 · 10·√2.
    #expect(isNear(plain.areaTolerance(of: 1), 1))
    var options = SurveyOptions.ofLaw
    options.repair = .structure
    let repaired = try survey(parcels: parcels, options: options)
    #expect(repaired.parcels.quality == [.repaired, .ok])
    #expect(isNear(repaired.parcels.planarArea[0], 50))
    #expect(repaired.findings.map(\.code) == [.selfIntersection, .repaired])
    options.maximumAreaChange = 49
    let refused = try survey(parcels: parcels, options: options)
    #expect(refused.parcels.quality == [.doubtful, .ok])
    #expect(refused.findings.map(\.code) == [.selfIntersection, .repairRefused])
  }

  @Test("work is done once each and handed back in order", arguments: [0, 1, 2, 4, 9])
  func workerOrder(count: Int) {
    let workers = Workers(count: count)
    #expect(workers.count == max(1, count))
    for total in [0, 1, 7, 64, 1001] {
      for size in [1, 8, 64] {
        let ranges = workers.map(total, size: size) { $0 }
        #expect(ranges.flatMap { Array($0) } == Array(0..<total))
        #expect(ranges.allSatisfy { !$0.isEmpty && $0.count <= size })
        var consumed: [Int] = []
        let calls = Mutex(0)
        workers.forEach(total, size: size) { range in
          calls.withLock { $0 += 1 }
          return range
        } consume: {
          consumed += Array($0)
        }
        #expect(consumed == Array(0..<total))
        #expect(calls.withLock { $0 } == (total + size - 1) / size)
      }
    }
  }

  private struct Enough: Error {}

  @Test("a consumer that throws ends the work")
  func workerStop() {
    // Often, because what is left over is let go on another thread, at any time.
    for _ in 0..<50 {
      var seen = 0
      #expect(throws: Enough.self) {
        try Workers(count: 2).forEach(10_000, size: 1) {
          $0
        } consume: { (_: Range<Int>) throws(Enough) in
          seen += 1
          if seen == 5 { throw Enough() }
        }
      }
      #expect(seen == 5)
    }
  }
}
