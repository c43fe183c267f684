/// Gives sheets names that the format takes: at most 31 characters (UTF-16 units, as Excel
/// counts), none of `[]:*?/\`, no apostrophe at either end, different without regard to case.
struct SheetNames {
  private var taken: Set<String> = []

  init() {}

  /// The name of the next sheet; a suffix `(2)` tells it from one that has it already.
  mutating func name(for caption: String) -> String {
    var base = String(
      caption.map { character in
        let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        return isControl || "[]:*?/\\".contains(character) ? "_" : character
      })
    base = Self.trimmed(base)
    // Excel keeps this name for itself.
    if base.isEmpty || base.lowercased() == "history" { base = base.isEmpty ? "Sheet" : base + "_" }
    var number = 1
    while true {
      let suffix = number == 1 ? "" : "(\(number))"
      let name = Self.trimmed(Self.cut(base, to: SheetLimits.name - suffix.utf16.count)) + suffix
      if taken.insert(name.lowercased()).inserted { return name }
      number += 1
    }
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while let first = rest.first, first == "'" || first == " " { rest.removeFirst() }
    while let last = rest.last, last == "'" || last == " " { rest.removeLast() }
    return String(rest)
  }

  /// Whole characters only.
  private static func cut(_ text: String, to units: Int) -> String {
    var result = ""
    var count = 0
    for character in text {
      count += character.utf16.count
      if count > units { break }
      result.append(character)
    }
    return result
  }
}
