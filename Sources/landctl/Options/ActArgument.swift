import LandKit

/// The value of `--act`, refused in the user's language.
enum ActArgument {
  /// The act of a name; one that there is not is a usage error that lists them.
  static func act(_ text: String, _ errors: ErrorText) throws -> ZoneAct {
    if let act = ZoneAct(rawValue: text) { return act }
    if let near = SpellingAid.nearest(to: text, among: ZoneAct.allCases.map(\.rawValue)) {
      throw Terminal.said(
        errors.failure(
          .usage, "--act \(text)", Bilingual(zh: "没有这个申请事项", en: "there is no such act"),
          SpellingAid.remedy(for: near, among: [near])))
    }
    let known = ZoneAct.allCases.map { "\($0.rawValue) \(errors.language($0.label))" }
    throw Terminal.said(
      errors.failure(
        .usage, "--act \(text)", Bilingual(zh: "没有这个申请事项", en: "there is no such act"),
        Bilingual(
          zh: "可用:" + known.joined(separator: "、"), en: "known: " + known.joined(separator: ", "))))
  }
}
