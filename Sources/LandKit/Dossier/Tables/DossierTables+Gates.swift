import LandAudit
import LandCompliance
import LandDocuments
import LandRulebook

extension DossierTables {
  /// The gates of the act: value, bound, verdict, and the verdict under every other reading.
  func gates() -> DocumentTable? {
    guard !application.check.gates.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("准入条件", "Gates"),
      columns: [
        column("规则", "rule", width: 10), column("条款", "clause", width: 11),
        column("条件", "condition", width: 22), column("数值", "value", width: 9),
        column("限值", "bound", width: 8), column("单位", "unit", width: 9),
        column("结论", "verdict", width: 11), column("其他读法", "other readings", width: 20),
        column("缺少", "missing", width: 12),
      ])
    table.rows = application.check.gates.map { gate in
      let trace = gate.deciding
      let limit = trace?.limitNumber
      return [
        .code(gate.rule.id), .text(gate.rule.clause), .text(language(gate.rule.title)),
        figure(trace?.number, when: limit != nil),
        .text(limit.map { "\(trace?.relation?.rawValue ?? "") \(RuleNumber.text($0))" }),
        .text(limit == nil ? nil : trace?.unitName), gate.cell(language),
        .text(otherReadings(gate)),
        .text(MissingInputs.fields(behind: gate.missing).joined(separator: ", ")),
      ]
    }
    return table
  }

  private func figure(_ value: Double?, when isFigure: Bool) -> DocumentCell {
    guard isFigure else { return .empty }
    return .number(value, value.map { $0 == $0.rounded() ? 0 : 2 } ?? 2)
  }

  private func otherReadings(_ gate: Judgement) -> String {
    gate.readings.filter { $0.id != gate.reading && !$0.id.isEmpty }.map { reading in
      let value = reading.deciding?.number.map { " " + shortNumber($0) } ?? ""
      return "\(reading.id): \(language(reading.verdict.label))\(value)"
    }.joined(separator: "; ")
  }

  private func shortNumber(_ value: Double) -> String {
    RuleNumber.text((value * 100).rounded(.toNearestOrAwayFromZero) / 100)
  }
}
