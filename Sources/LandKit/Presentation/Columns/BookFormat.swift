/// What the values of a column of an audit's tables are, for those who show or store them.
enum BookFormat: Hashable, Sendable {
  /// Words of people.
  case text
  /// An id, a number of a document, a code; digits are kept.
  case code
  /// A word of a fixed list, which has a label.
  case word
  /// Codes or names joined with `;`.
  case list
  /// A number with the decimals that people read.
  case number(Int)
  /// A quotient of 0 to 1 that people read in percent.
  case share
  /// A whole number.
  case count
  /// A day.
  case day
  /// True or false.
  case truth
}
