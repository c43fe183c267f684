/// The figures of the rules on how floor area counts.
public struct BuildingRules: Hashable, Sendable {
  /// Name of the rulebook.
  public var name: String
  /// Height in metres above which a storey of industry or storage counts twice for the plot ratio;
  /// exactly this height does not.
  public var doubleStoreyHeight: Limit<Double>

  /// The figures of a book of control indicators.
  public init(_ book: Rulebook) throws(BindingError) {
    name = book.id
    doubleStoreyHeight = try BoundFigures(book).limit(.doubleStoreyHeight)
  }
}
