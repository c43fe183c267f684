import LandCompliance
import LandReport
import LandRulebook
import LandSurvey

/// What a reading on the land left was decided by, with what the other base says.
public struct ReadingBase: Hashable, Sendable {
  /// What figures come from.
  public enum Base: String, Hashable, Sendable {
    /// The official areas by class of zone.yaml.
    case official
    /// The layers of zone.yaml.
    case geometry
  }
  /// What a base makes of a reading.
  public struct Outcome: Hashable, Sendable {
    /// The verdict.
    public var verdict: Verdict
    /// The figure, in the unit of the limit; nil where it is not known.
    public var value: Double?
    /// That unit.
    public var unit: String
  }

  /// The rule.
  public var rule: String
  /// The reading.
  public var reading: String
  /// What decided.
  public var base: Base
  /// What it came to.
  public var outcome: Outcome
  /// What the layers say of a reading that the official areas decided; nil where they do not say.
  public var byLayers: Outcome?

  /// Whether the two bases give different verdicts.
  public var differs: Bool { byLayers.map { $0.verdict != outcome.verdict } ?? false }

  /// The readings of judgements that rest on the land left, beside the same judged by the layers.
  static func all(_ judgements: [Judgement], byLayers others: [Judgement]) -> [ReadingBase] {
    judgements.flatMap { judgement -> [ReadingBase] in
      let other = others.first { $0.item == judgement.item }
      return judgement.readings.compactMap { reading -> ReadingBase? in
        guard let base = base(of: reading) else { return nil }
        let twin = other?.readings.first { $0.id == reading.id }
        let isByLayers = base == .official && twin.flatMap { Self.base(of: $0) } == .geometry
        return ReadingBase(
          rule: judgement.rule.id, reading: reading.id, base: base, outcome: outcome(of: reading),
          byLayers: isByLayers ? twin.map { outcome(of: $0) } : nil)
      }
    }
  }

  private static func outcome(of reading: ReadingJudgement) -> Outcome {
    Outcome(
      verdict: reading.verdict, value: reading.deciding?.number,
      unit: reading.deciding?.unitName ?? "")
  }

  /// The base of the land left; nil for a reading that does not ask for it or does not know it. Of
  /// a first approved scope the file's figure may stand beside land that is measured.
  private static func base(of reading: ReadingJudgement) -> Base? {
    let facts = reading.comparisons.flatMap(\.inputs).filter {
      ($0.name == "remaining_m2" || ClassSum.names.contains($0.name))
        && $0.name != ClassSum.originalSuppliable
    }.compactMap(\.fact)
    guard reading.verdict.missing.isEmpty, !facts.isEmpty else { return nil }
    return facts.contains { $0.origin.isByLayers } ? .geometry : .official
  }
}

extension Fact.Origin {
  /// Whether layers gave the fact; one that follows from official areas names the classes.
  fileprivate var isByLayers: Bool { kind == .measured || (kind == .assumed && !namesClasses) }

  private var namesClasses: Bool {
    remark.hasPrefix("class_") || remark.hasPrefix("total_ha")
  }
}

/// A figure that zone.yaml gives and the layers give otherwise; the file's counts.
public struct FigureDifference: Hashable, Sendable {
  /// The name of the fact.
  public var name: String
  /// As given, ha.
  public var givenHa: Double
  /// As measured, ha.
  public var measuredHa: Double

  /// Figures that differ by more than the last decimal of official areas.
  static func all(in facts: ZoneFacts) -> [FigureDifference] {
    [
      "industrial_before_ha", "land_before_ha", "industrial_after_ha", "land_after_ha",
      "merged_area_ha", ClassSum.originalSuppliable,
    ].compactMap { name in
      guard let (given, measured) = facts.bases(of: name),
        abs(given - measured) > OfficialAreaCheck.tolerance + 1e-6
      else { return nil }
      return FigureDifference(name: name, givenHa: given, measuredHa: measured)
    }
  }
}

extension ActCheck {
  /// The bases of readings, and figures that differ.
  var basesJSON: JSONObject {
    var json = JSONObject()
    json.objects(
      "readings",
      bases.map { base in
        var json = JSONObject()
        json.set("rule", .code(base.rule))
        json.set("reading", .code(base.reading))
        json.set("base", .code(base.base.rawValue))
        json.set("verdict", .code(base.outcome.verdict.word))
        if let value = base.outcome.value { json.set("value", .number(value, decimals: 9)) }
        if let other = base.byLayers {
          json.set("geometry_verdict", .code(other.verdict.word))
          if let value = other.value { json.set("geometry_value", .number(value, decimals: 9)) }
          json.set("differs", .truth(base.differs))
        }
        return json
      })
    json.objects(
      "differences",
      differences.map { difference in
        var json = JSONObject()
        json.set("name", .code(difference.name))
        json.set("given_ha", .number(difference.givenHa, decimals: 6))
        json.set("measured_ha", .number(difference.measuredHa, decimals: 6))
        return json
      })
    return json
  }
}
