import LandGeometry
import LandTestSupport
import Testing

@Suite("Plane measures") struct PlanarAreaTests {
  @Test("start vertex, direction and place change no area")
  func invariance() {
    var random = SeededGenerator(seed: 41)
    var worst = 0.0
    for _ in 0..<rounds(300) {
      let count = Int.random(in: 3...40, using: &random)
      // On a grid of 2⁻²⁰ m, so that moving far away rounds nothing.
      let ring = snapped(
        star(500, 500, radius: .random(in: 5...400, using: &random), count: count, &random),
        to: 0x1p-20)
      let area = layer(ring).planarArea(of: 0)
      let open = Array(ring.dropLast())
      let start = Int.random(in: 0..<count, using: &random)
      for other in [
        layer(closed(Array(open[start...] + open[..<start]))), layer(ring.reversed()),
        layer(ring).moved(x: 40_000_000, y: 3_174_000),
      ] {
        let difference = (other.planarArea(of: 0) - area).magnitude
        worst = max(worst, difference)
        #expect(difference < 1e-6)
      }
      #expect(layer(ring).signedArea(ofRing: 0) > 0)
      #expect(layer(ring.reversed()).signedArea(ofRing: 0) < 0)
    }
    print("plane areas: \(worst)")
  }

  @Test("a big parcel far from the origin, exactly")
  func exactFigures() {
    let triangle = layer(ring([(0, 0), (2000, 300), (700, 1900)])).moved(
      x: 40_000_000, y: 3_174_000)
    #expect(triangle.planarArea(of: 0) == 1_795_000)
    let holed = layer([[rectangle(0, 0, 300, 200), square(100, 80, 20)]])
    #expect(holed.planarArea(of: 0) == 59_600)
    #expect(holed.perimeter(of: 0) == 1080)
    let parts = layer([[square(0, 0, 10)], [square(20, 0, 10), square(22, 2, 1)]])
    #expect(parts.planarArea(of: 0) == 199)
    #expect(layer([] as [[Ring]]).planarArea(of: 0) == 0)
  }

  @Test("the error factor is that of the propagation of errors")
  func errorFactor() {
    // A square of side s: each diagonal is s√2 long, four times 2s², half the root: s√2.
    let side = 100.0
    #expect(
      (layer(square(0, 0, side)).areaErrorFactor(of: 0) - side * 2.0.squareRoot()).magnitude < 1e-9)
    // A hole adds its own points.
    let holed = layer([[square(0, 0, 100), square(10, 10, 20)]])
    #expect((holed.areaErrorFactor(of: 0) - (20_000 + 800).squareRoot()).magnitude < 1e-9)

    // Against differences: the derivative of the area by every coordinate.
    var random = SeededGenerator(seed: 42)
    let columns = layer(star(0, 0, radius: 50, count: 11, &random))
    var sum = 0.0
    for vertex in 0..<11 {
      for axis in 0..<2 {
        var up = columns
        var down = columns
        for (sign, k) in [(1.0, 0), (-1.0, 1)] {
          func shift(_ columns: inout PolygonColumns<Plane>, _ i: Int) {
            if axis == 0 { columns.x[i] += sign * 0.5 } else { columns.y[i] += sign * 0.5 }
          }
          for i in vertex == 0 ? [0, 11] : [vertex] {
            if k == 0 { shift(&up, i) } else { shift(&down, i) }
          }
        }
        let derivative = up.signedArea(ofRing: 0) - down.signedArea(ofRing: 0)
        sum += derivative * derivative
      }
    }
    #expect((columns.areaErrorFactor(of: 0) - sum.squareRoot()).magnitude < 1e-9)
    // σ of a point 5 cm, one axis by √2: the tolerance of a hectare square is 10 m².
    #expect((2 * 0.05 / 2.0.squareRoot() * 100 * 2.0.squareRoot() - 10).magnitude < 1e-12)
  }

  @Test("interiors are turned to the left")
  func orientation() {
    for reversed in 0..<8 {
      func turned(_ ring: Ring, _ bit: Int) -> Ring {
        reversed & bit != 0 ? ring.reversed() : ring
      }
      var columns = layer([
        [turned(square(0, 0, 10), 1), turned(square(2, 2, 2), 2)], [turned(square(20, 0, 5), 4)],
      ])
      let area = columns.planarArea(of: 0)
      columns.orientInteriorLeft(feature: 0)
      #expect(columns.signedArea(ofRing: 0) == 100)
      #expect(columns.signedArea(ofRing: 1) == -4)
      #expect(columns.signedArea(ofRing: 2) == 25)
      #expect(columns.planarArea(of: 0) == area)
      // Still closed.
      for r in 0..<3 {
        let vertices = columns.vertices(of: r)
        #expect(columns.x[vertices.lowerBound] == columns.x[vertices.upperBound - 1])
        #expect(columns.y[vertices.lowerBound] == columns.y[vertices.upperBound - 1])
      }
      var again = columns
      again.orientInteriorLeft(feature: 0)
      #expect(again.x == columns.x && again.y == columns.y)
    }
  }
}
