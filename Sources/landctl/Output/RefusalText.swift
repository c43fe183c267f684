import LandKit

/// Why events were not recorded.
struct RefusalText {
  let language: Language
  let entries: [LedgerRecorder.Entry]

  func failure(_ failure: LedgerRecorder.Failure) -> Failure {
    let errors = ErrorText(language: language)
    switch failure {
    case .refused(let index, let faults):
      let reasons = faults.map { Self.line($0, language) }.joined(separator: "\n    ")
      return errors.failure(
        .usage, place(index),
        Bilingual(zh: "不予登记:\n    " + reasons, en: "refused:\n    " + reasons),
        Bilingual(
          zh: "请先补登前序事项;确需登记的,加 --force 并用 --reason 写明理由",
          en: "record what comes before; or --force it and say why with --reason"))
    case .noReason(let index):
      return errors.failure(
        .usage, place(index), Bilingual(zh: "强制登记须写明理由", en: "what is forced needs a reason"),
        Bilingual(zh: "请用 --reason 写明理由", en: "say why with --reason"))
    }
  }

  /// A fault with its clause.
  static func line(_ fault: ProcedureFault, _ language: Language) -> String {
    let clause = fault.article.map { language($0.label) + language(":", ": ") } ?? ""
    return clause + Terminal.plain(language(fault.message))
  }

  private func place(_ index: Int) -> String {
    guard entries.indices.contains(index) else { return "" }
    let entry = entries[index]
    let row = entries.count > 1 ? language("第 \(index + 1) 条 ", "entry \(index + 1) ") : ""
    return row + "\(entry.caseID) \(entry.kind.rawValue) \(entry.day)"
  }
}
