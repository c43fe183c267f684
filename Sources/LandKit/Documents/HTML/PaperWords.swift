import LandGeometry

/// The words that papers need beside those of their documents, in one language.
struct PaperWords: Sendable {
  private let language: Document.Language

  init(_ language: Document.Language) { self.language = language }

  /// The one of two texts that the paper is in.
  func choose(_ text: Bilingual) -> String { language == .zh ? text.zh : text.en }

  var contents: String { choose(Bilingual(zh: "目录", en: "Contents")) }
  var unknown: String { choose(Bilingual(zh: "未知", en: "unknown")) }
  var nothing: String { choose(Bilingual(zh: "无", en: "none")) }
  var colon: String { choose(Bilingual(zh: "：", en: ":")) }

  /// What stands between a heading and its unit: in English a line may end there, in Chinese it may
  /// end anywhere.
  var space: String { choose(Bilingual(zh: "", en: " ")) }

  /// What an unknown value is missing for.
  func missing(_ input: String) -> String {
    choose(Bilingual(zh: "缺：\(input)", en: "missing: \(input)"))
  }

  /// What the sign of a tone is read out as.
  func meaning(of tone: Tone) -> String {
    switch tone {
    case .plain: ""
    case .good: choose(Bilingual(zh: "符合", en: "met"))
    case .bad: choose(Bilingual(zh: "不符合", en: "not met"))
    case .attention: choose(Bilingual(zh: "需说明", en: "needs attention"))
    case .unknown: unknown
    }
  }
}

extension Tone {
  /// The sign that stands for it beside its colour; nil for a plain text.
  var sign: String? {
    switch self {
    case .plain: nil
    case .good: "✓"
    case .bad: "✗"
    case .attention: "!"
    case .unknown: "?"
    }
  }
}
