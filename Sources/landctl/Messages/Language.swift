import ArgumentParser
import Foundation
import LandKit

/// The language people are spoken to in. Machine files never change with it.
enum Language: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  /// What the locale asks for: Chinese for `zh…`, else English.
  static var ofLocale: Language {
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment[name], !value.isEmpty {
        return value.lowercased().hasPrefix("zh") ? .zh : .en
      }
    }
    return .en
  }

  /// What a command line asks for that has not been read, or cannot be: `--lang`, else the locale.
  static func asked(by words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      let value =
        word.hasPrefix("--lang=")
        ? String(word.dropFirst(7))
        : word == "--lang" && index + 1 < words.count ? words[index + 1] : ""
      if let language = Language(rawValue: value) { return language }
    }
    return .ofLocale
  }

  func callAsFunction(_ text: Bilingual) -> String { self == .zh ? text.zh : text.en }
  func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }
}
