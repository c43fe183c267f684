/// A formula as it is written, before its names are known to mean anything.
indirect enum FormulaSyntax: Hashable, Sendable {
  case number(Double)
  case text(String)
  case name(String, at: Int)
  case call(String, [FormulaSyntax], at: Int)
  case negated(FormulaSyntax, at: Int)
  case binary(ArithmeticOperator, FormulaSyntax, FormulaSyntax, at: Int)
}

/// The four operations.
enum ArithmeticOperator: Character, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case by = "/"
}

/// What is wrong with a formula, and at which character of it, from 0.
struct FormulaError: Error, Hashable {
  var offset: Int
  var zh: String
  var en: String
}
