import LandKit

/// An explanation as people read it at a terminal.
struct ExplanationText {
  let language: Language

  func text(_ page: Explanation) -> String {
    var lines = [Terminal.plain(page.id + "  " + language(page.title))]
    let width = 1 + (page.entries.map { Terminal.width(language($0.label)) }.max() ?? 0)
    for entry in page.entries {
      for (index, line) in entry.lines.enumerated() {
        let label = index == 0 ? language(entry.label) : ""
        lines.append("  " + Terminal.padded(label, width) + " " + Terminal.plain(language(line)))
      }
    }
    return lines.joined(separator: "\n")
  }
}
