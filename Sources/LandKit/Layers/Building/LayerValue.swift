/// A value that a reader hands to a ``LayerBuilder``.
public enum LayerValue: Hashable, Sendable {
  /// Known to be nothing, as the file says.
  case null
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite becomes null.
  case real(Double)
  /// A number with the digits it was written with, which must be those of a JSON number.
  case number(literal: String)
  /// True or false.
  case truth(Bool)
}
