/// The coefficients of the transverse Mercator series for one ellipsoid, to the sixth order in
/// the third flattening n.
///
/// Sources: L. Krüger (1912) as extended by C. F. F. Karney, "Transverse Mercator with an accuracy
/// of a few nanometers", J. Geodesy 85 (2011), equations 35 and 36; the series between geographic
/// and conformal latitude from Karney, "On auxiliary latitudes", Survey Review 56 (2024).
///
/// The coefficients lie in the value itself: a copy counts no references.
struct KrugerSeries: Sendable {
  /// Radius of the rectifying sphere in metres: length of the meridian quadrant ÷ (π/2).
  let rectifyingRadius: Double
  /// Conformal sphere to plane.
  let forward: InlineArray<6, Double>
  /// Plane to conformal sphere.
  let inverse: InlineArray<6, Double>
  /// Geographic to conformal latitude.
  let conformal: InlineArray<6, Double>
  /// Conformal to geographic latitude.
  let geographic: InlineArray<6, Double>

  init(_ ellipsoid: Ellipsoid) {
    let n = ellipsoid.thirdFlattening
    let n2 = n * n, n3 = n2 * n, n4 = n2 * n2, n5 = n4 * n, n6 = n3 * n3
    rectifyingRadius =
      ellipsoid.semiMajorAxis / (1 + n) * (1 + n2 / 4 + n4 / 64 + n6 / 256)
    forward = [
      n / 2 - n2 * 2 / 3 + n3 * 5 / 16 + n4 * 41 / 180 - n5 * 127 / 288 + n6 * 7891 / 37_800,
      n2 * 13 / 48 - n3 * 3 / 5 + n4 * 557 / 1440 + n5 * 281 / 630
        - n6 * 1_983_433 / 1_935_360,
      n3 * 61 / 240 - n4 * 103 / 140 + n5 * 15_061 / 26_880 + n6 * 167_603 / 181_440,
      n4 * 49_561 / 161_280 - n5 * 179 / 168 + n6 * 6_601_661 / 7_257_600,
      n5 * 34_729 / 80_640 - n6 * 3_418_889 / 1_995_840,
      n6 * 212_378_941 / 319_334_400,
    ]
    inverse = [
      n / 2 - n2 * 2 / 3 + n3 * 37 / 96 - n4 / 360 - n5 * 81 / 512 + n6 * 96_199 / 604_800,
      n2 / 48 + n3 / 15 - n4 * 437 / 1440 + n5 * 46 / 105 - n6 * 1_118_711 / 3_870_720,
      n3 * 17 / 480 - n4 * 37 / 840 - n5 * 209 / 4480 + n6 * 5569 / 90_720,
      n4 * 4397 / 161_280 - n5 * 11 / 504 - n6 * 830_251 / 7_257_600,
      n5 * 4583 / 161_280 - n6 * 108_847 / 3_991_680,
      n6 * 20_648_693 / 638_668_800,
    ]
    conformal = [
      -2 * n + n2 * 2 / 3 + n3 * 4 / 3 - n4 * 82 / 45 + n5 * 32 / 45 + n6 * 4642 / 4725,
      n2 * 5 / 3 - n3 * 16 / 15 - n4 * 13 / 9 + n5 * 904 / 315 - n6 * 1522 / 945,
      -n3 * 26 / 15 + n4 * 34 / 21 + n5 * 8 / 5 - n6 * 12_686 / 2835,
      n4 * 1237 / 630 - n5 * 12 / 5 - n6 * 24_832 / 14_175,
      -n5 * 734 / 315 + n6 * 109_598 / 31_185,
      n6 * 444_337 / 155_925,
    ]
    geographic = [
      2 * n - n2 * 2 / 3 - 2 * n3 + n4 * 116 / 45 + n5 * 26 / 45 - n6 * 2854 / 675,
      n2 * 7 / 3 - n3 * 8 / 5 - n4 * 227 / 45 + n5 * 2704 / 315 + n6 * 2323 / 945,
      n3 * 56 / 15 - n4 * 136 / 35 - n5 * 1262 / 105 + n6 * 73_814 / 2835,
      n4 * 4279 / 630 - n5 * 332 / 35 - n6 * 399_572 / 14_175,
      n5 * 4174 / 315 - n6 * 144_838 / 6237,
      n6 * 601_676 / 22_275,
    ]
  }

  /// Σ cⱼ sin 2jθ by Clenshaw's recurrence, from sin 2θ and cos 2θ.
  @inline(__always)
  static func sineSum<V: SIMD>(_ c: InlineArray<6, Double>, sin2: V, cos2: V) -> V
  where V.Scalar == Double {
    let twice = 2 * cos2
    var b1 = V(repeating: 0)
    var b2 = V(repeating: 0)
    for j in stride(from: 5, through: 0, by: -1) {
      let b0 = twice * b1 - b2 + c[j]
      b2 = b1
      b1 = b0
    }
    return b1 * sin2
  }

  /// Σ cⱼ sin 2jζ for a complex ζ = ξ + iη, from sines and cosines of 2ξ and 2η.
  @inline(__always)
  static func complexSineSum<V: SIMD>(
    _ c: InlineArray<6, Double>, sin2: V, cos2: V, sinh2: V, cosh2: V
  ) -> (real: V, imaginary: V) where V.Scalar == Double {
    let cosReal = 2 * cos2 * cosh2
    let cosImaginary = -2 * sin2 * sinh2
    var r1 = V(repeating: 0)
    var i1 = V(repeating: 0)
    var r2 = V(repeating: 0)
    var i2 = V(repeating: 0)
    for j in stride(from: 5, through: 0, by: -1) {
      let r0 = cosReal * r1 - cosImaginary * i1 - r2 + c[j]
      let i0 = cosReal * i1 + cosImaginary * r1 - i2
      r2 = r1
      i2 = i1
      r1 = r0
      i1 = i0
    }
    let sinReal = sin2 * cosh2
    let sinImaginary = cos2 * sinh2
    return (r1 * sinReal - i1 * sinImaginary, r1 * sinImaginary + i1 * sinReal)
  }
}
