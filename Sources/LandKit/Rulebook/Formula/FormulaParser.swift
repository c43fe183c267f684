/// Reads formulas: `+ - * /`, brackets, numbers, texts in single quotes, names and calls.
/// A plain recursive descent over characters; formulas are a line long.
struct FormulaParser {
  private let characters: [Character]
  private var position = 0
  private var depth = 0

  /// The syntax of a formula.
  static func parse(_ text: String) throws(FormulaError) -> FormulaSyntax {
    var parser = FormulaParser(characters: Array(text))
    let formula = try parser.sum()
    parser.skipBlanks()
    if let character = parser.peek {
      throw parser.error("多余的“\(character)”", "unexpected “\(character)”")
    }
    return formula
  }

  private init(characters: [Character]) { self.characters = characters }

  private var peek: Character? { position < characters.count ? characters[position] : nil }

  private mutating func skipBlanks() {
    while peek?.isWhitespace == true { position += 1 }
  }

  private func error(_ zh: String, _ en: String) -> FormulaError {
    FormulaError(offset: position, zh: zh, en: en)
  }

  private mutating func sum() throws(FormulaError) -> FormulaSyntax {
    // Brackets and calls come back here; a formula this deep is no formula.
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else { throw error("括号嵌套过深", "too many nested brackets") }
    var left = try product()
    while let (operation, at) = operation(in: [.plus, .minus]) {
      left = .binary(operation, left, try product(), at: at)
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> FormulaSyntax {
    var left = try factor()
    while let (operation, at) = operation(in: [.times, .by]) {
      left = .binary(operation, left, try factor(), at: at)
    }
    return left
  }

  private mutating func operation(
    in expected: [ArithmeticOperator]
  ) -> (ArithmeticOperator, Int)? {
    skipBlanks()
    guard let character = peek else { return nil }
    let folded: Character = character == "×" ? "*" : character == "÷" ? "/" : character
    guard let operation = ArithmeticOperator(rawValue: folded), expected.contains(operation) else {
      return nil
    }
    position += 1
    return (operation, position - 1)
  }

  private mutating func factor() throws(FormulaError) -> FormulaSyntax {
    skipBlanks()
    guard let character = peek else { throw error("公式不完整", "the formula ends too early") }
    if character == "-" {
      let start = position
      position += 1
      depth += 1
      defer { depth -= 1 }
      guard depth <= 50 else { throw error("负号过多", "too many signs") }
      return .negated(try factor(), at: start)
    }
    if character == "(" {
      position += 1
      let inner = try sum()
      try expect(")")
      return inner
    }
    if character == "'" { return .text(try text()) }
    if character.isASCII && character.isNumber { return .number(try number()) }
    if character.isLetter { return try name() }
    throw error("不认识的“\(character)”", "“\(character)” has no meaning here")
  }

  private mutating func expect(_ character: Character) throws(FormulaError) {
    skipBlanks()
    guard peek == character else { throw error("缺少“\(character)”", "“\(character)” is missing") }
    position += 1
  }

  private mutating func text() throws(FormulaError) -> String {
    position += 1
    let start = position
    while let character = peek, character != "'" {
      _ = character
      position += 1
    }
    guard peek == "'" else { throw error("缺少右引号", "the closing quote is missing") }
    position += 1
    return String(characters[start..<(position - 1)])
  }

  private mutating func number() throws(FormulaError) -> Double {
    let start = position
    while let character = peek, character.isASCII, character.isNumber || character == "." {
      position += 1
    }
    guard let number = Double(String(characters[start..<position])) else {
      position = start
      throw error("不是数", "this is not a number")
    }
    return number
  }

  private mutating func name() throws(FormulaError) -> FormulaSyntax {
    let start = position
    while let character = peek, character.isLetter || character.isNumber || character == "_" {
      position += 1
    }
    let name = String(characters[start..<position])
    skipBlanks()
    guard peek == "(" else { return .name(name, at: start) }
    position += 1
    var arguments: [FormulaSyntax] = []
    skipBlanks()
    if peek != ")" {
      arguments.append(try sum())
      skipBlanks()
      while peek == "," {
        position += 1
        arguments.append(try sum())
        skipBlanks()
      }
    }
    try expect(")")
    return .call(name, arguments, at: start)
  }
}
