import Foundation
import LandDifferential
import LandGeometry
import LandTestSupport
import Testing

@testable import LandProjection

@Test func trigonometryAgreesWithTheCLibrary() {
  var random = SeededGenerator(seed: 1)
  for _ in 0..<rounds(100_000) {
    let x = Double.random(in: -Double.pi / 2...Double.pi / 2, using: &random)
    let (s, c) = Trigonometry.sinCos(x)
    #expect((s - sin(x)).magnitude <= 4e-16 && (c - cos(x)).magnitude <= 4e-16)
    let small = SIMD2(repeating: x / 10)
    #expect((Trigonometry.smallAtan(small)[0] - atan(x / 10)).magnitude < 5e-17)
    #expect((Trigonometry.smallAtanh(small)[0] - atanh(x / 10)).magnitude < 6e-17)
    let versine = 2 * pow(sin(x / 20), 2)
    #expect((Trigonometry.smallSinVersine(small).versine[0] - versine).magnitude < 5e-18)
    #expect((Trigonometry.smallSinhCosh(small).sinh[0] - sinh(x / 10)).magnitude < 6e-17)
  }
}

@Test(arguments: [1.5, 3, 9.9])
func projectionAgreesWithPROJ(_ width: Double) throws {
  let outcome = try ProjectionTrial.run(count: 42_000, width: width, seed: 2)
  #expect(outcome.count == 42_000)
  // The easting has the zone's number: a unit in its last place is 7 nm.
  #expect(outcome.plane < 2e-8, "\(width): \(outcome)")
  #expect(outcome.degrees < 2e-13, "\(width): \(outcome)")
}

@Test func inverseUndoesForward() {
  var random = SeededGenerator(seed: 3)
  let zone = GaussKruger(centralMeridian: 117, falseEasting: 39_500_000)
  for _ in 0..<rounds(50_000) {
    let point = Coordinate(
      x: 117 + Double.random(in: -3...3, using: &random),
      y: Double.random(in: 0...60, using: &random))
    let back = zone.inverse(zone.forward(point))
    // The prefixed easting keeps 7 nm; a degree is about 100 km.
    #expect((back.x - point.x).magnitude < 2e-13 && (back.y - point.y).magnitude < 1e-13)
  }
}

@Test func farPointsAreNotProjected() {
  let zone = GaussKruger(centralMeridian: 117)
  #expect(zone.forward(Coordinate(x: 128, y: 30)).x.isNaN)
  #expect(zone.forward(Coordinate(x: 117, y: 91)).y.isNaN)
  #expect(zone.forward(Coordinate(x: .nan, y: 30)).x.isNaN)
}
