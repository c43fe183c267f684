import Foundation
import LandTestSupport
import Testing

/// Gates that another province writes for itself, in YAML alone.
@Suite struct OwnGateTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("a rulebook of another province brings its own gates, papers and steps")
  func otherProvince() throws {
    try scratch.write(
      "own.yaml",
      """
      schema: 1
      rulebook:
        id: own-expansion
        family: own-expansion
        title: {zh: 外省扩区办法, en: Expansion rules of another province}
        issuer: {zh: 外省人民政府, en: Government of another province}
        number: 外政〔2024〕1号
        date: 2024-01-15
        territory: "43"
        validity: {from: 2024-02-01, basis: {zh: 第九条, en: Article 9}}
        verification: ours
        sources: {S: {title: 外省扩区办法}}
        note: {zh: 虚构, en: Made up}
      rules:
        - id: OX-1
          clause: 第二条
          subject: zone
          kind: gate
          acts: [expansion]
          title: {zh: 土地供应率不低于85%, en: Supply rate of at least 85 %}
          text: {zh: 土地供应率不低于85%, en: The supply rate is not below 85 %.}
          test: {measure: class_D_ha / (class_A_ha + class_B21_ha), compare: at_least, limit: 85, unit: "%"}
          source: S
          examples:
            - {given: {class_D_ha: 85, class_A_ha: 90, class_B21_ha: 10}, expect: met, value: 85}
            - {given: {class_D_ha: 84, class_A_ha: 90, class_B21_ha: 10}, expect: notMet}
            - {given: {class_D_ha: 85}, expect: unknown}
        - id: OX-P1
          clause: 第三条
          subject: application
          kind: procedure
          acts: [expansion]
          title: {zh: 提出申请, en: apply}
          text: {zh: 由管委会向省自然资源厅提出申请, en: The committee applies to the province.}
          test: {measure: step('X1'), is: true}
          actor: {zh: 管委会 → 省自然资源厅, en: committee → province}
          source: S
          examples:
            - {steps: [X1], expect: met}
            - {steps: [], expect: notMet}
            - {given: {}, expect: unknown}
      """)
    var zone = GateZone()
    try zone.write(to: scratch)
    try scratch.write(
      "zone.yaml", zone.text.replacingOccurrences(of: "369900", with: "430100"))
    func outcome() throws -> (verdict: String, outcome: String, rules: [String]) {
      let run = try runLandctl([
        "expansion", "check", scratch.path("zone.yaml"), "--rules", scratch.path("own.yaml"),
        "--as-of", "2025-06-30", "--format", "json",
      ])
      #expect(run.status == 0, "\(run.stderr)")
      let value = try object(run.stdout)
      let judgements = try #require(value["judgements"] as? [[String: Any]])
      let gate = judgements.first { $0["rule"] as? String == "OX-1" }
      return (
        gate?["verdict"] as? String ?? "", value["outcome"] as? String ?? "",
        judgements.compactMap { $0["rule"] as? String }
      )
    }
    // 96 of 100 ready hectares are supplied.
    let met = try outcome()
    #expect(met.verdict == "met" && met.outcome == "eligible")
    #expect(met.rules == ["OX-1", "OX-P1"], "no gate of Jiangxi's")
    zone.classes["D"] = "84.99"
    try scratch.write(
      "zone.yaml", zone.text.replacingOccurrences(of: "369900", with: "430100"))
    let missed = try outcome()
    #expect(missed.verdict == "notMet" && missed.outcome == "not_eligible")
    // The dossier takes its papers and steps from the same book.
    let made = try runLandctl([
      "expansion", "prepare", scratch.path("zone.yaml"), "--rules", scratch.path("own.yaml"),
      "--as-of", "2025-06-30", "--lang", "zh", "--output", scratch.path("dossier"),
    ])
    #expect(made.status == 0, "\(made.stderr)")
    let steps = try scratch.text("dossier/tables/procedure.csv")
    #expect(steps.contains("X1,提出申请,管委会 → 省自然资源厅"))
    #expect(try scratch.text("dossier/report.html").contains("OX-1"))
  }
}
