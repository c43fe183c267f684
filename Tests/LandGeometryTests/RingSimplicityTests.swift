import Foundation
import LandGeometry
import LandTestSupport
import LandTopology
import Testing

private struct RecordedValidity: Decodable {
  var name: String
  var wkt: String
  var readable: Bool
  var isValid: Bool?

  enum CodingKeys: String, CodingKey {
    case name, wkt, readable
    case isValid = "is_valid"
  }
}

@Suite("Rings that are certainly valid") struct RingSimplicityTests {
  /// Runs random rings past GEOS; gives back how many GEOS calls valid, how many we do.
  private func judge(
    _ count: Int, seed: UInt64, _ make: (inout SeededGenerator) -> Ring
  ) throws -> (valid: Int, certain: Int) {
    let context = try GEOSContext()
    var random = SeededGenerator(seed: seed)
    var valid = 0
    var certain = 0
    for _ in 0..<rounds(count) {
      let columns = layer(make(&random))
      let isCertain = columns.isCertainlyValid(feature: 0)
      let isValid = try context.validity(of: 0, in: columns).isValid
      if isCertain { certain += 1 }
      if isValid { valid += 1 }
      #expect(!isCertain || isValid, "\(columns.wkt)")
    }
    return (valid, certain)
  }

  @Test("rings of a few points on a tiny grid: touches, spikes, overlaps, repeated points")
  func tinyGrid() throws {
    let (valid, certain) = try judge(12_000, seed: 21) { random in
      let count = Int.random(in: 3...7, using: &random)
      let size = Int.random(in: 2...5, using: &random)
      return closed(
        (0..<count).map { _ in
          Coordinate(
            x: Double(Int.random(in: 0...size, using: &random)),
            y: Double(Int.random(in: 0...size, using: &random)))
        })
    }
    // Both kinds occur often.
    #expect(valid > rounds(500) && valid < rounds(11_500))
    // GEOS lets repeated points pass; all other valid rings are recognised.
    #expect(certain > rounds(500))
  }

  @Test("rings of points on a turned grid, so that touches miss by an ulp")
  func turnedGrid() throws {
    let (valid, certain) = try judge(8_000, seed: 22) { random in
      let turn = Double.random(in: 0...1, using: &random)
      let east: Double = [0, 500_000, 39_500_000].randomElement(using: &random) ?? 0
      let count = Int.random(in: 4...8, using: &random)
      return closed(
        (0..<count).map { _ in
          let x = Double(Int.random(in: 0...4, using: &random))
          let y = Double(Int.random(in: 0...4, using: &random))
          return Coordinate(
            x: east + x * cos(turn) - y * sin(turn), y: x * sin(turn) + y * cos(turn))
        })
    }
    #expect(valid > rounds(200) && certain > rounds(100))
  }

  @Test("random rings")
  func randomRings() throws {
    _ = try judge(5_000, seed: 23) { random in
      let count = Int.random(in: 3...8, using: &random)
      return closed(
        (0..<count).map { _ in
          Coordinate(
            x: .random(in: 0...100, using: &random), y: .random(in: 0...100, using: &random))
        })
    }
  }

  @Test("ordinary rings are recognised", arguments: [0, 39_500_000])
  func ordinaryRings(east: Double) throws {
    for inner in [1.0, 0.3] {
      let (valid, certain) = try judge(400, seed: 24) { random in
        star(
          east, 3_174_000, radius: 100, count: .random(in: 3...40, using: &random), inner: inner,
          &random)
      }
      #expect(valid == rounds(400) && certain == valid)
    }
    let lattice = try judge(400, seed: 25) { random in
      Lattice(size: 5, step: 10, jitter: 0.2, &random).outline(skipping: 0, &random)
    }
    #expect(lattice.valid == rounds(400) && lattice.certain == lattice.valid)
  }

  @Test("straight corners are fine, the reader's doubtful rings are not")
  func single() {
    func certain(_ points: [(Double, Double)]) -> Bool {
      layer(ring(points)).isCertainlyValid(feature: 0)
    }
    #expect(certain([(0, 0), (5, 0), (10, 0), (10, 10), (0, 10)]))
    #expect(certain([(5, 0), (10, 0), (10, 10), (0, 10), (0, 0)]))
    // Spike, spike at the start vertex, repeated point, touch, crossing.
    #expect(!certain([(0, 0), (10, 0), (15, 0), (10, 0), (10, 10), (0, 10)]))
    #expect(!certain([(15, 0), (10, 0), (10, 10), (0, 10), (0, 0), (10, 0)]))
    #expect(!certain([(0, 0), (10, 0), (10, 0), (10, 10), (0, 10)]))
    #expect(!certain([(0, 0), (10, 0), (10, 10), (5, 0), (0, 10)]))
    #expect(!certain([(0, 0), (10, 10), (10, 0), (0, 10)]))
    #expect(!certain([(0, 0), (10, 0), (20, 0)]))
    #expect(!certain([(0, 0), (10, 0), (.nan, 10)]))
    #expect(!certain([(0, 0), (10, 0), (5, .infinity)]))
    // Holes and parts are left to GEOS.
    let hole = layer([[square(0, 0, 10), square(2, 2, 2)]])
    #expect(!hole.isCertainlyValid(feature: 0))
    #expect(!layer([[square(0, 0, 1)], [square(5, 5, 1)]]).isCertainlyValid(feature: 0))
    // So are long rings, and a feature without geometry.
    var random = SeededGenerator(seed: 26)
    let long = layer(star(0, 0, radius: 10, count: 130, &random))
    #expect(!long.isCertainlyValid(feature: 0))
    #expect(long.isCertainlyValid(feature: 0, limit: 131))
    #expect(!layer([] as [[Ring]]).isCertainlyValid(feature: 0))
  }

  @Test("recorded cases", arguments: CaseSource.allCases)
  func recorded(source: CaseSource) throws {
    var seen = 0
    var certain = 0
    for test in try source.cases(RecordedValidity.self, in: "geometry/validity.jsonl")
    where test.readable && test.wkt.uppercased().contains("POLYGON") && !test.wkt.contains(" Z") {
      guard let isValid = test.isValid, !test.wkt.uppercased().hasPrefix("GEOMETRY") else {
        continue
      }
      let columns = PolygonColumns<Plane>(wkt: test.wkt)
      let isCertain = columns.isCertainlyValid(feature: 0)
      seen += 1
      if isCertain { certain += 1 }
      #expect(!isCertain || isValid, "\(test.name)")
    }
    print("validity \(source): \(certain) certain of \(seen)")
    if source == .fixtures { #expect(seen > 40 && certain > 10) }
  }
}
