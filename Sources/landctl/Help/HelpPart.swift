/// One language of a help text.
enum HelpPart {
  /// The English or the Chinese half of "English / 中文"; the whole where it has no halves.
  static func of(_ text: String, _ language: Language) -> String {
    var parts = text.split(separator: " / ", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, last.unicodeScalars.contains(where: isChinese)
    else { return builtIn[text].map { language($0, text) } ?? text }
    if language == .zh { return String(last) }
    parts.removeLast()
    return parts.joined(separator: " / ")
  }

  /// What ArgumentParser says by itself.
  private static let builtIn = [
    "Show the version.": "显示版本。", "Show help information.": "显示帮助。",
  ]

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value)
  }
}
