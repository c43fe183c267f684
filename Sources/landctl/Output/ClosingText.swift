import LandKit

/// What would close the gaps, as people read it.
struct ClosingText {
  let language: Language
  let closing: Closing

  /// The lines below the gates; none where nothing is missed.
  func lines() -> [String] {
    let lines = ClosingWords(closing, language: language.ofPaper).sentences()
    guard !lines.isEmpty else { return [] }
    return [language("如何达到", "what would close the gaps")]
      + lines.map { "  " + Terminal.plain($0) } + [""]
  }
}
