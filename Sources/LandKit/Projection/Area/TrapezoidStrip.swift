/// The area between parallels on an ellipsoid, by the national formula (国土调查办发〔2008〕32号;
/// the same in TD/T 1055-2019):
///
/// `S = 2b²·ΔL·[A·sin((B2−B1)/2)·cos Bm − B·sin(3(B2−B1)/2)·cos 3Bm + C·… − D·… + E·…]`
///
/// Written as ΔL·(Q(B2) − Q(B1)) with Q(B) = b²·(A sin B − B sin 3B + C sin 5B − D sin 7B +
/// E sin 9B), which is the same sum.
struct TrapezoidStrip: Sendable {
  /// b²·A, −b²·B, b²·C, −b²·D, b²·E in square metres, for sin B, sin 3B … sin 9B.
  let coefficients: InlineArray<5, Double>

  init(_ ellipsoid: Ellipsoid) {
    let e2 = ellipsoid.eccentricitySquared
    let e4 = e2 * e2, e6 = e4 * e2, e8 = e4 * e4
    let b2 = ellipsoid.semiMinorAxis * ellipsoid.semiMinorAxis
    coefficients = [
      b2 * (1 + e2 * 3 / 6 + e4 * 30 / 80 + e6 * 35 / 112 + e8 * 630 / 2304),
      -b2 * (e2 / 6 + e4 * 15 / 80 + e6 * 21 / 112 + e8 * 420 / 2304),
      b2 * (e4 * 3 / 80 + e6 * 7 / 112 + e8 * 180 / 2304),
      -b2 * (e6 / 112 + e8 * 45 / 2304),
      b2 * (e8 * 5 / 2304),
    ]
  }

  /// Q about a latitude B0 as a polynomial in u = B − B0 (radians), without its constant term.
  ///
  /// Differences of Q within a parcel then lose nothing to cancellation. Good to 1e-6 m² per
  /// degree of longitude for |u| ≤ 0.02 rad (about 127 km).
  func localQ(sinB0: Double, cosB0: Double) -> LocalQ {
    var c = InlineArray<8, Double>(repeating: 0)
    // sin jB0, cos jB0 for odd j by turning twice by B0 each time.
    let sin2 = 2 * sinB0 * cosB0
    let cos2 = 1 - 2 * sinB0 * sinB0
    var s = sinB0
    var k = cosB0
    for index in coefficients.indices {
      let j = Double(2 * index + 1)
      var power = coefficients[index] * j
      var factorial = 1.0
      // Derivatives of sin jB: j cos, −j² sin, −j³ cos, j⁴ sin, …
      for order in 1...7 {
        factorial *= Double(order)
        let value =
          switch order & 3 {
          case 1: k
          case 2: -s
          case 3: -k
          default: s
          }
        c[order] += power * value / factorial
        power *= j
      }
      let nextS = s * cos2 + k * sin2
      k = k * cos2 - s * sin2
      s = nextS
    }
    return LocalQ(c: c)
  }

  /// Q over a sphere-like polynomial about one latitude.
  struct LocalQ {
    let c: InlineArray<8, Double>

    /// Q(B0 + u) − Q(B0) in square metres per radian of longitude.
    @inline(__always) func value(_ u: Double) -> Double {
      u * (c[1] + u * (c[2] + u * (c[3] + u * (c[4] + u * (c[5] + u * (c[6] + u * c[7]))))))
    }
    /// dQ/dB at B0 + u.
    @inline(__always) func slope(_ u: Double) -> Double {
      c[1] + u
        * (2 * c[2] + u
          * (3 * c[3] + u * (4 * c[4] + u * (5 * c[5] + u * (6 * c[6] + u * 7 * c[7])))))
    }
  }
}
