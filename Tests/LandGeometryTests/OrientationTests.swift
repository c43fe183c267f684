import LandGeometry
import LandTestSupport
import Testing

/// Positions as whole numbers of a small unit, so that the determinant has no rounding at all.
private struct Exact {
  let scale: Double

  func callAsFunction(_ value: Double) -> Int128 {
    let scaled = value * scale
    #expect(scaled == scaled.rounded() && scaled.magnitude < 0x1p62)
    return Int128(Int64(scaled))
  }

  func sign(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
    let (cx, cy) = (self(c.x), self(c.y))
    let det = (self(a.x) - cx) * (self(b.y) - cy) - (self(a.y) - cy) * (self(b.x) - cx)
    return Int(det.signum())
  }
}

private func sign(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int {
  let det = Orientation.determinant(a.x, a.y, b.x, b.y, c.x, c.y)
  return det > 0 ? 1 : det < 0 ? -1 : 0
}

/// The sign in all six orders agrees with the exact one.
private func agrees(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ exact: Exact) -> Bool {
  let expected = exact.sign(a, b, c)
  return sign(a, b, c) == expected && sign(b, c, a) == expected && sign(c, a, b) == expected
    && sign(b, a, c) == -expected && sign(a, c, b) == -expected && sign(c, b, a) == -expected
}

@Suite("Orientation") struct OrientationTests {
  @Test("a grid of ulps around a diagonal (Kettner and others 2008)")
  func ulpsAroundADiagonal() {
    let exact = Exact(scale: 0x1p53)
    var wrong = 0
    for i in 0..<64 {
      for j in 0..<64 {
        let a = Coordinate(x: 0.5 + Double(i) * 0x1p-53, y: 0.5 + Double(j) * 0x1p-53)
        for (b, c) in [(12.0, 24.0), (8.8125, 18.25), (17.3, 24.00000000000005)] {
          let (b, c) = (Coordinate(x: b, y: b), Coordinate(x: c, y: c))
          if !agrees(a, b, c, exact) { wrong += 1 }
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test("points on a line and an ulp beside it", arguments: [0, 500_000, 40_000_000])
  func pointsOnALine(east: Double) {
    let exact = Exact(scale: 0x1p36)
    var random = SeededGenerator(seed: 11)
    var zeros = 0
    var wrong = 0
    func rounded(_ value: Double) -> Double { (value * 0x1p28).rounded() * 0x1p-28 }
    for _ in 0..<rounds(20_000) {
      let a = Coordinate(
        x: rounded(east + .random(in: 0...1000, using: &random)),
        y: rounded(.random(in: 3_174_000...3_175_000, using: &random)))
      let dx = rounded(.random(in: -9...9, using: &random))
      let dy = rounded(.random(in: -9...9, using: &random))
      let m = Double(Int.random(in: 1...20, using: &random))
      let n = Double(Int.random(in: -20...20, using: &random))
      let b = Coordinate(x: a.x + m * dx, y: a.y + m * dy)
      var c = Coordinate(x: a.x + n * dx, y: a.y + n * dy)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: c.x += max(c.x.ulp, 0x1p-36)
      case 1: c.y = c.y.nextDown
      case 2: c = a
      default: break
      }
      if exact.sign(a, b, c) == 0 { zeros += 1 }
      if !agrees(a, b, c, exact) { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(zeros > rounds(20_000) / 4)
  }

  @Test("midpoints of long edges, where the plain determinant is wrong")
  func midpoints() {
    let exact = Exact(scale: 0x1p32)
    var random = SeededGenerator(seed: 12)
    var wrong = 0
    var plainWrong = 0
    for _ in 0..<rounds(20_000) {
      func value(_ range: ClosedRange<Double>) -> Double {
        (Double.random(in: range, using: &random) * 0x1p20).rounded() * 0x1p-20
      }
      let a = Coordinate(x: value(39_000_000...41_000_000), y: value(2_000_000...4_000_000))
      let b = Coordinate(x: value(39_000_000...41_000_000), y: value(2_000_000...4_000_000))
      var c = Coordinate(x: a.x / 2 + b.x / 2, y: a.y / 2 + b.y / 2)
      if Bool.random(using: &random) { c.y = c.y.nextUp }
      let plain = a.x * b.y - a.y * b.x + b.x * c.y - b.y * c.x + c.x * a.y - c.y * a.x
      if (plain > 0 ? 1 : plain < 0 ? -1 : 0) != exact.sign(a, b, c) { plainWrong += 1 }
      if !agrees(a, b, c, exact) { wrong += 1 }
    }
    #expect(wrong == 0)
    // The cases are hard ones.
    #expect(plainWrong > rounds(1000))
  }

  @Test("an easy triangle gives twice its area")
  func magnitude() {
    #expect(Orientation.determinant(0, 0, 4, 0, 0, 3) == 12)
    #expect(Orientation.determinant(0, 0, 0, 3, 4, 0) == -12)
    #expect(Orientation.determinant(1, 1, 1, 1, 5, 7) == 0)
  }
}
