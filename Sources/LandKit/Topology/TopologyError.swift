import LandGeometry

/// A topological operation that GEOS could not carry out.
///
/// It says nothing about the rest of a run: the caller turns it into a finding about the features
/// concerned and goes on.
public struct TopologyError: Error, Hashable, Sendable {
  /// The operation, as the name of the C function, `GEOSIntersection`.
  public var operation: String
  /// The text that GEOS gave, unchanged; English.
  public var message: String
  /// The place that the text names, in the space of the operands; nil when it names none.
  public var near: Coordinate?

  /// An error whose place is read from the message.
  public init(operation: String, message: String) {
    self.operation = operation
    self.message = message
    near = Coordinate(namedIn: message)
  }

  /// An error with a place of its own.
  public init(operation: String, message: String, near: Coordinate?) {
    self.operation = operation
    self.message = message
    self.near = near
  }

  /// Whether the overlay lost the way among nearly coincident edges; a fixed grid may help.
  var isTopologyException: Bool { message.hasPrefix("TopologyException") }
}

extension Coordinate {
  /// The place a GEOS message names: `at or near point X Y`, `at X Y`, `[X Y]`; nil for none.
  init?(namedIn message: String) {
    let words = message.split { " \t\n[](),".contains($0) }.map(Self.trimmed)
    for position in words.indices.reversed() {
      let pair = position + 1
      guard pair < words.count, let x = Double(words[position]), let y = Double(words[pair]),
        x.isFinite, y.isFinite
      else { continue }
      // The corners of segments are pairs of numbers too; the place follows "at" or a bracket.
      let before = position == 0 ? "" : words[position - 1]
      if before == "at" || before == "point" || message.hasSuffix("]") {
        self.init(x: x, y: y)
        return
      }
    }
    return nil
  }

  /// A word without the full stop that ends its sentence.
  private static func trimmed(_ word: Substring) -> Substring {
    word.last == "." ? word.dropLast() : word
  }
}
