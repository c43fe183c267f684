/// Sine, cosine and the like from additions, multiplications and divisions alone.
///
/// The C library picks other code on other processors and may differ in the last bit; these give
/// the same bits everywhere, and work on several lanes at once. Errors stay within 2 units in the
/// last place on the ranges stated (tested against the C library).
enum Trigonometry {
  static let radiansPerDegree = Double.pi / 180

  /// Sine and cosine for |angle| ≤ π/4: minimax polynomials of the Cephes library (Moshier 1989).
  @inline(__always)
  private static func sinCosReduced<V: SIMD>(_ x: V) -> (sin: V, cos: V) where V.Scalar == Double {
    let z = x * x
    var s = V(repeating: 1.589_623_015_765_465_680_60e-10)
    s = s * z - 2.505_074_776_285_780_728_66e-8
    s = s * z + 2.755_731_362_138_572_452_13e-6
    s = s * z - 1.984_126_982_958_953_859_96e-4
    s = s * z + 8.333_333_333_322_118_588_78e-3
    s = s * z - 1.666_666_666_666_663_072_95e-1
    var c = V(repeating: -1.135_853_652_138_768_173_00e-11)
    c = c * z + 2.087_570_084_197_473_167_78e-9
    c = c * z - 2.755_731_417_929_673_881_12e-7
    c = c * z + 2.480_158_728_885_170_453_48e-5
    c = c * z - 1.388_888_888_887_305_641_16e-3
    c = c * z + 4.166_666_666_666_659_292_18e-2
    return (x + x * z * s, 1 - z * 0.5 + z * z * c)
  }

  /// Sine and cosine for |angle| ≤ π/2, through the half angle.
  @inline(__always)
  static func sinCos<V: SIMD>(_ angle: V) -> (sin: V, cos: V) where V.Scalar == Double {
    let half = sinCosReduced(angle * 0.5)
    return (2 * half.sin * half.cos, 1 - 2 * half.sin * half.sin)
  }

  /// Sine and cosine of one angle, |angle| ≤ π/2.
  static func sinCos(_ angle: Double) -> (sin: Double, cos: Double) {
    let both = sinCos(SIMD2<Double>(angle, angle))
    return (both.sin[0], both.cos[0])
  }

  /// Sine and 1 − cosine for a small angle, |angle| ≤ 0.2, by Taylor series.
  @inline(__always)
  static func smallSinVersine<V: SIMD>(_ x: V) -> (sin: V, versine: V) where V.Scalar == Double {
    let z = x * x
    var s = V(repeating: -1 / 39_916_800.0)
    s = s * z + 1 / 362_880.0
    s = s * z - 1 / 5040.0
    s = s * z + 1 / 120.0
    s = s * z - 1 / 6.0
    var v = V(repeating: 1 / 479_001_600.0)
    v = v * z - 1 / 3_628_800.0
    v = v * z + 1 / 40_320.0
    v = v * z - 1 / 720.0
    v = v * z + 1 / 24.0
    return (x + x * z * s, z * (0.5 - z * v))
  }

  /// Inverse hyperbolic tangent for |x| ≤ 0.2, by its series.
  @inline(__always)
  static func smallAtanh<V: SIMD>(_ x: V) -> V where V.Scalar == Double {
    oddSeries(x, x * x)
  }

  /// Inverse tangent for |x| ≤ 0.2, by its series.
  @inline(__always)
  static func smallAtan<V: SIMD>(_ x: V) -> V where V.Scalar == Double {
    oddSeries(x, -(x * x))
  }

  /// x · Σ zᵏ / (2k + 1): atanh for z = x², atan for z = −x².
  @inline(__always)
  private static func oddSeries<V: SIMD>(_ x: V, _ z: V) -> V where V.Scalar == Double {
    var sum = V(repeating: 1 / 23.0)
    sum = sum * z + 1 / 21.0
    sum = sum * z + 1 / 19.0
    sum = sum * z + 1 / 17.0
    sum = sum * z + 1 / 15.0
    sum = sum * z + 1 / 13.0
    sum = sum * z + 1 / 11.0
    sum = sum * z + 1 / 9.0
    sum = sum * z + 1 / 7.0
    sum = sum * z + 1 / 5.0
    sum = sum * z + 1 / 3.0
    return x + x * z * sum
  }

  /// Hyperbolic sine and cosine for |x| ≤ 0.4, by Taylor series.
  @inline(__always)
  static func smallSinhCosh<V: SIMD>(_ x: V) -> (sinh: V, cosh: V) where V.Scalar == Double {
    let z = x * x
    var s = V(repeating: 1 / 6_227_020_800.0)
    s = s * z + 1 / 39_916_800.0
    s = s * z + 1 / 362_880.0
    s = s * z + 1 / 5040.0
    s = s * z + 1 / 120.0
    s = s * z + 1 / 6.0
    var c = V(repeating: 1 / 87_178_291_200.0)
    c = c * z + 1 / 479_001_600.0
    c = c * z + 1 / 3_628_800.0
    c = c * z + 1 / 40_320.0
    c = c * z + 1 / 720.0
    c = c * z + 1 / 24.0
    return (x + x * z * s, 1 + z * (0.5 + z * c))
  }
}
