import LandKit

/// What was written, and what is still to be seen to, on one screen.
struct DossierText {
  let language: Language
  let dossier: Dossier
  let folder: String

  func text() -> String {
    let check = dossier.application.check
    var lines = [
      language(check.act.label) + " · " + Terminal.plain(check.zone) + " · "
        + language("截止日 \(check.asOf)", "as of \(check.asOf)") + " · "
        + language(check.outcome.label)
    ]
    if !check.assumed.isEmpty {
      lines.append(
        language("假设结果,不是现状:", "what would be, not what is: ")
          + check.assumed.texts.joined(separator: ", "))
    }
    lines.append(
      language("已写入 \(folder):", "written to \(folder):"))
    for file in dossier.files {
      lines.append(
        "  " + Terminal.padded(file.name, 34)
          + Terminal.padded(size(file.bytes.count), 10, right: true))
    }
    lines.append("  manifest.json")
    for note in dossier.notes { lines.append(language("提示:", "note: ") + language(note)) }
    return lines.joined(separator: "\n")
  }

  private func size(_ bytes: Int) -> String {
    bytes < 10_000 ? "\(bytes) B" : "\((bytes + 512) / 1024) KB"
  }
}
