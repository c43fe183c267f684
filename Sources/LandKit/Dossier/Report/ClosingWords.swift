import LandAudit
import LandCadastre
import LandCompliance
import LandDocuments
import LandExpansion
import LandGeometry
import LandRulebook

/// What would close the gaps of an act's gates, in sentences.
public struct ClosingWords: Sendable {
  let language: Document.Language
  let closing: Closing

  /// The words of a closing in a language.
  public init(_ closing: Closing, language: Document.Language) {
    (self.closing, self.language) = (closing, language)
  }

  /// One sentence for each gap, then one or two for each way of ending cases; none where nothing is
  /// missed.
  public func sentences() -> [String] {
    closing.gaps.compactMap(gap) + closing.disposals.flatMap(plans)
  }

  private func gap(_ gap: Closing.Gap) -> String? {
    let parts = gap.parts
    let above = change(gap.analysis.numerator, parts.numeratorQuantity, parts.numeratorLabel)
    let below = change(gap.analysis.denominator, parts.denominatorQuantity, parts.denominatorLabel)
    let ways = [above, below].compactMap { $0 }
    guard !ways.isEmpty else { return nil }
    return "\(gap.rule): " + ways.joined(separator: language(";或者", "; or "))
  }

  private func change(
    _ change: GapAnalysis.Change, _ quantity: RatioParts.Quantity, _ label: Bilingual
  ) -> String? {
    let side = language(label)
    let unit =
      switch quantity {
      case .area: language(" 公顷", " ha")
      case .money: language(" 万元", " 万元")
      case .other: ""
      }
    switch change {
    case .grow(let amount):
      return side + language(" 至少增加 ", " has to grow by at least ") + RuleNumber.text(amount) + unit
    case .fall(let amount):
      return side + language(" 至少减少 ", " has to fall by at least ") + RuleNumber.text(amount) + unit
    case .none, .unavailable: return nil
    }
  }

  private func plans(_ disposals: Closing.Disposals) -> [String] {
    let rule = closing.disposalRule ?? ""
    let way =
      disposals.way == .start
      ? language("动工开发(土地仍为已供应)", "by starts (the land stays supplied)")
      : language("收回或收购(土地恢复为可供应)", "by withdrawal or buy-back (it can be supplied again)")
    switch disposals.outcome {
    case .possible(let fewest, let least):
      guard !fewest.steps.isEmpty else { return [] }
      return [
        "\(rule) \(way) · " + language("宗数最少:", "fewest cases: ") + plan(fewest),
        "\(rule) \(way) · " + language("面积最小:", "least area: ") + plan(least),
      ]
    case .blocked(let obstacle):
      if let missing = obstacle.missingDisposal {
        return [
          "\(rule) \(way): "
            + language("全部处置仍差 ", "all cases together leave ") + RuleNumber.text(missing)
            + language("(㎡ 或宗)", " (m² or cases) short")
        ]
      }
      guard let supply = obstacle.supplyFirst else { return [] }
      return [
        "\(rule) \(way): "
          + language(
            "会使 \(closing.supplyRule ?? "") 不达标,须先供应 ",
            "would break \(closing.supplyRule ?? ""); supply first ")
          + GroupedNumber.text(supply / 10_000, 4) + language(" 公顷", " ha")
          + (obstacle.isEnoughLeft ? "" : language("(剩余土地不足)", " (not so much is left)"))
      ]
    case .unknown: return []
    }
  }

  /// The cases with what they come to, and whether no set does better.
  private func plan(_ plan: DisposalPlan) -> String {
    let cases = language.list(plan.steps.map(\.id))
    let proof =
      plan.proven
      ? language("已证明最优", "proven best")
      : language("未证明最优,距下界 ", "not proven, above the bound by ") + RuleNumber.text(plan.gap)
    return cases + language("(", " (") + "\(plan.count), "
      + GroupedNumber.text(plan.area / 10_000, 4) + language(" 公顷,", " ha, ") + proof
      + language(")", ")")
  }
}
