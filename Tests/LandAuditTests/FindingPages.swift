import Foundation
import LandKit

/// The pages of `docs/findings`, made from the table of codes and the list of fixtures.
struct FindingPages {
  let fixtures: FindingFixtures

  /// What the letters mean, in the order of the codes.
  private static let families: [(letter: Character, title: Bilingual)] = [
    ("G", Bilingual(zh: "图形", en: "geometry")),
    ("D", Bilingual(zh: "属性与合同", en: "attributes and contracts")),
    ("R", Bilingual(zh: "判定", en: "verdicts")),
    ("C", Bilingual(zh: "坐标系", en: "coordinate systems")),
    ("F", Bilingual(zh: "文件", en: "files")),
  ]

  /// The page of one code.
  func page(_ code: FindingCode) -> String {
    """
    # \(code.rawValue) · \(code.title.zh) · \(code.title.en)

    \(severity(code)) · [全部代码 · all codes](README.md)

    ## 中文

    \(code.explanation.zh)

    **处理**：\(code.remedy.zh)

    ## English

    \(code.explanation.en)

    **What to do**: \(code.remedy.en)

    ## 来源与示例 · Where it is made, and an example

    - `\(code.origin)`: [Sources/LandKit/\(code.origin)](../../Sources/LandKit/\(code.origin))
    \(example(code))

    """
  }

  /// The index of all codes.
  func index() -> String {
    var text = """
      # 代码 · Finding codes

      审查发现的问题写入 `findings.csv`，每条带一个代码；代码一经使用不再改作他用。本目录由代码表生成
      （`RECORD_SNAPSHOTS=1 swift test --filter DocumentationTests`）。

      Whatever an audit finds is a row of `findings.csv` with one of these codes; a number is never
      used again for another meaning. The pages are made from the table of codes in
      `Sources/LandKit/Cadastre/Findings`.

      """
    for family in Self.families {
      text += "\n## \(family.letter) · \(family.title.zh) · \(family.title.en)\n\n"
      text += "| code | 级别 severity | 中文 | English |\n| --- | --- | --- | --- |\n"
      for code in FindingCode.allCases where code.rawValue.first == family.letter {
        text += "| [\(code.rawValue)](\(code.rawValue).md) | \(severity(code))"
        text += " | \(code.title.zh) | \(code.title.en) |\n"
      }
    }
    return text
  }

  private func severity(_ code: FindingCode) -> String {
    switch code.severity {
    case .error: "错误 error"
    case .warning: "警告 warning"
    case .info: "提示 info"
    }
  }

  private func example(_ code: FindingCode) -> String {
    guard let fixture = fixtures.cases[code.rawValue] else {
      return "- \(fixtures.elsewhere[code.rawValue] ?? "")"
    }
    let files = [
      fixture.parcels, fixture.buildings, fixture.zones, fixture.contracts, fixture.enterprises,
      fixture.zone, fixture.rules,
    ]
    .compactMap(\.self)
    .map { "[\($0)](../../fixtures/findings/\($0))" }
    return "- \(files.joined(separator: ", "))\n\n      \(command(fixture))"
  }

  private func command(_ fixture: FindingFixtures.Case) -> String {
    let path = { (file: String) in "fixtures/findings/\(file)" }
    var words = ["landctl audit", path(fixture.parcels)]
    if let file = fixture.buildings { words.append("--buildings \(path(file))") }
    if let file = fixture.zones { words.append("--zones \(path(file))") }
    if let file = fixture.contracts { words.append("--contracts \(path(file))") }
    if let file = fixture.enterprises { words.append("--enterprises \(path(file))") }
    if let file = fixture.zone { words.append("--zone \(path(file))") }
    if let file = fixture.rules { words.append("--rules \(path(file))") }
    if let method = fixture.options?.repair { words.append("--repair \(method)") }
    if let change = fixture.options?.maximumAreaChange {
      words.append("--max-area-change \(Int(change))")
    }
    if fixture.options?.allVerdicts == true { words.append("--all-verdicts") }
    words.append("--as-of 2025-06-30")
    return words.joined(separator: " ")
  }
}
