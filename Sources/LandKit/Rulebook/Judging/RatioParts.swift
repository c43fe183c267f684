import LandCadastre
import LandGeometry

/// The two sides of a measure that is a quotient, for the question what would have to change.
public struct RatioParts: Hashable, Sendable {
  /// What a side measures, as far as people count it in a unit of their own.
  public enum Quantity: Hashable, Sendable {
    /// m².
    case area
    /// 元.
    case money
    /// Anything else, in its base unit.
    case other
  }

  /// What is divided, in base units (m², 元); nil where it is not known.
  public let numerator: Double?
  /// What it is divided by, in base units.
  public let denominator: Double?
  /// What the numerator measures.
  public let numeratorQuantity: Quantity
  /// What the denominator measures.
  public let denominatorQuantity: Quantity
  /// What the numerator is called.
  public let numeratorLabel: Bilingual
  /// What the denominator is called.
  public let denominatorLabel: Bilingual
  /// Names of the facts behind both.
  public let facts: Set<String>

  /// The sides of a measure for a subject; nil where the measure is no quotient.
  public init?(_ measure: MeasureUse, _ source: some FactSource, year: Int? = nil) {
    var formula = measure.formula
    while case .measure(let named) = formula { formula = named.formula }
    guard case .quotient(let above, let below) = formula else { return nil }
    var evaluation = FormulaEvaluation(source, year: year)
    numerator = evaluation.evaluate(above).number
    denominator = evaluation.evaluate(below).number
    numeratorQuantity = Self.quantity(above)
    denominatorQuantity = Self.quantity(below)
    numeratorLabel = Bilingual(zh: above.words(\.zh), en: above.words(\.en))
    denominatorLabel = Bilingual(zh: below.words(\.zh), en: below.words(\.en))
    facts = Set(evaluation.inputs.map(\.name))
  }

  private static func quantity(_ formula: Formula) -> Quantity {
    switch formula {
    case .fact(let fact): quantity(fact.unit.dimension)
    case .measure(let measure): quantity(measure.unit.dimension)
    case .sum(let a, _), .difference(let a, _), .negated(let a): quantity(a)
    case .product(let a, let b): a.constant == nil ? quantity(a) : quantity(b)
    default: .other
    }
  }

  private static func quantity(_ dimension: Unit.Dimension) -> Quantity {
    if dimension == Unit.Dimension(area: 1) { return .area }
    return dimension == Unit.Dimension(yuan: 1) ? .money : .other
  }
}

extension Unit {
  /// Units in one base unit, as a quotient of whole numbers; nil where it is none.
  public var perBase: (numerator: Int, denominator: Int)? {
    guard let above = Int(exactly: divisor), let below = Int(exactly: multiplier) else {
      return nil
    }
    return (above, below)
  }
}
