import LandKit

extension ErrorText {
  /// Rulebooks that cannot be chosen.
  func failure(_ error: RuleSelection.Failure) -> Failure {
    switch error {
    case .unknown(let name, let nearest):
      failure(
        .usage, "--rules \(name)",
        Bilingual(zh: "没有这个规则库", en: "no rulebook has this name"),
        nearest.map { Bilingual(zh: "是否应为 \($0)?", en: "did you mean \($0)?") }
          ?? Bilingual(
            zh: "landctl rules list 列出规则库;文件名须含 / 或以 .yaml 结尾",
            en: "landctl rules list names them; a file has a / in its name or ends in .yaml"))
    case .notInForce(let name, let day, let from, let until):
      failure(
        .usage, "--rules \(name)",
        Bilingual(
          zh: "\(day) 不在其有效期内(\(from) 起\(until.map { "至 \($0)" } ?? ""))",
          en: "not in force on \(day) (from \(from)\(until.map { " to \($0)" } ?? ""))"),
        Bilingual(
          zh: "请改 --as-of 或换用当时有效的规则库", en: "change --as-of or name the book of that time"))
    case .noLaw(let family, let day, let first):
      failure(
        .usage, "--as-of \(day)",
        Bilingual(
          zh: "该日没有有效的 \(family) 规则库\(first.map { "(最早自 \($0) 起)" } ?? "")",
          en: "no rulebook of the family \(family) is in force on that day"
            + (first.map { " (the first from \($0))" } ?? "")),
        Bilingual(
          zh: "请改 --as-of,或用 --rules 给出当时的规则库文件",
          en: "change --as-of, or give a rulebook of that time with --rules FILE"))
    case .binding(let error):
      failure(
        .inputUnusable, error.file, error.message,
        Bilingual(
          zh: "在该规则库的比较上写明 binds,见 docs/rulebooks.md",
          en: "write binds on the comparison, see docs/rulebooks.md"))
    }
  }
}
