/// On which side of a directed line a point lies, decided exactly.
///
/// The floating-point determinant is believed where its error bound allows (Shewchuk 1997,
/// "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates", bound
/// `ccwerrboundA`); otherwise the sign comes from an exact sum. Coordinates must be finite and so
/// far from the limits of `Double` that no product overflows or underflows.
public enum Orientation {
  /// The error bound of the plain determinant: (3 + 16ε)ε with ε = 2⁻⁵³.
  @usableFromInline static let errorBound = 3.330_669_073_875_471_6e-16

  /// Twice the signed area of the triangle a, b, c with a trustworthy sign: positive when c lies
  /// left of the line from a to b, zero when exactly on it.
  ///
  /// The magnitude is the rounded one; where the exact sum had to decide it may be tiny.
  @inlinable public static func determinant(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
  ) -> Double {
    let left = (ax - cx) * (by - cy)
    let right = (ay - cy) * (bx - cx)
    let det = left - right
    let bound = errorBound * (left.magnitude + right.magnitude)
    // Equal coordinates make both products exactly zero: shared vertices are decided here.
    if det.magnitude > bound || bound == 0 { return det }
    return exactDeterminant(ax, ay, bx, by, cx, cy)
  }

  /// The determinant from six exact products, summed exactly; returns its leading component.
  @usableFromInline static func exactDeterminant(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
  ) -> Double {
    var sum = ExactSum()
    sum.add(product: ax, by)
    sum.add(product: -ay, bx)
    sum.add(product: bx, cy)
    sum.add(product: -by, cx)
    sum.add(product: cx, ay)
    sum.add(product: -cy, ax)
    return sum.leadingComponent
  }
}

/// A sum of doubles without rounding: a nonoverlapping expansion, smallest component first
/// (Shewchuk's GROW-EXPANSION with zero elimination).
struct ExactSum {
  private var components = InlineArray<12, Double>(repeating: 0)
  private var count = 0

  /// Adds a·b, split without error into a rounded product and its remainder.
  mutating func add(product a: Double, _ b: Double) {
    let high = a * b
    // Dekker's split: the same bits on every processor, with or without a fused multiply-add.
    let splitter = 134_217_729.0
    let ca = splitter * a
    let aHigh = ca - (ca - a)
    let aLow = a - aHigh
    let cb = splitter * b
    let bHigh = cb - (cb - b)
    let bLow = b - bHigh
    let low = aLow * bLow - (((high - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow)
    add(low)
    add(high)
  }

  private mutating func add(_ value: Double) {
    var carry = value
    var kept = 0
    for i in 0..<count {
      let component = components[i]
      let sum = carry + component
      let virtual = sum - carry
      let remainder = (carry - (sum - virtual)) + (component - virtual)
      if remainder != 0 {
        components[kept] = remainder
        kept += 1
      }
      carry = sum
    }
    if carry != 0 {
      components[kept] = carry
      kept += 1
    }
    count = kept
  }

  /// The largest component: it carries the sign of the whole sum.
  var leadingComponent: Double { count == 0 ? 0 : components[count - 1] }
}
