import LandCadastre
import LandCompliance
import LandGeometry
import LandReport
import LandRulebook

/// Whether a zone may apply for an act, by which gates, and what is open.
public struct ActCheck: Sendable {
  /// What the gates come to.
  public enum Outcome: String, Sendable {
    /// All gates are met.
    case eligible
    /// None is missed, but some need reasons.
    case needsReasons = "needs_reasons"
    /// None is missed, but some cannot be decided.
    case undetermined
    /// One at least is missed.
    case notEligible = "not_eligible"
    /// No rulebook in force has a gate for the act.
    case noRules = "no_rules"
  }

  /// The act.
  public let act: ZoneAct
  /// The zone.
  public let zone: String
  /// The day.
  public let asOf: CalendarDate
  /// Rulebooks that were judged by.
  public let rulebooks: [String]
  /// All judgements, in the order of the books.
  public let judgements: [Judgement]
  /// What was assumed.
  public let assumed: WhatIf
  /// Idle cases that are not ended.
  public let openCases: [IdleCase]
  /// What would close the gaps of the gates that are missed.
  public let closing: Closing
  /// What time alone does to it.
  public let outlook: Outlook
  /// What readings on the land left were decided by, the official areas or the layers.
  public let bases: [ReadingBase]
  /// Figures that zone.yaml gives and the layers give otherwise.
  public let differences: [FigureDifference]
  /// Parcels that somebody assumed to be disposed of and that have no open case.
  public let unknownCases: [String]

  /// The land that could be supplied at the most, ha, where more than that was assumed to be; nil
  /// otherwise.
  public var suppliableHa: Double? {
    // A square metre is the slack for sums of areas in hectares with two decimals.
    guard assumed.supplyHa > 0, let left = closing.landLeft, left < -1 else { return nil }
    return max(0, assumed.supplyHa + left / 10_000)
  }

  /// Conditions of the act.
  public var gates: [Judgement] { judgements.filter { $0.rule.kind == .gate } }
  /// Papers and steps.
  public var papers: [Judgement] {
    judgements.filter { $0.rule.kind == .material || $0.rule.kind == .procedure }
  }
  /// Everything else that the clauses say about the act.
  public var directions: [Judgement] {
    judgements.filter {
      $0.rule.isComputed && ![.gate, .material, .procedure].contains($0.rule.kind)
    }
  }

  /// What the gates come to.
  public var outcome: Outcome {
    let verdicts = gates.compactMap(\.verdict).filter { $0 != .notApplicable }
    if verdicts.isEmpty { return .noRules }
    if verdicts.contains(.notMet) { return .notEligible }
    if verdicts.contains(where: { $0.word == "unknown" }) { return .undetermined }
    return verdicts.contains(.needsReasons) ? .needsReasons : .eligible
  }
}

extension AuditRun {
  /// Checks whether a zone may apply for an act; nil where no zone of that id is known.
  ///
  /// - Parameters:
  ///   - measures: what the layers give for facts that the zone file does not state.
  ///   - audited: all parcels, audited before.
  public func check(
    _ act: ZoneAct, of zone: String, whatIf: WhatIf = WhatIf(),
    measures: ZoneMeasures = ZoneMeasures(), in audited: Audited
  ) -> ActCheck? {
    let stage = stage(compliance)
    let isKnown =
      audited.zones.rows.contains { $0.zoneID == zone } || compliance.zones.file(of: zone) != nil
    guard isKnown else { return nil }
    let members = audited.kept.filter { compliance.zones.zoneID($0.ground.zoneID) == zone }
    let cases = members.filter { $0.idle?.isDisposed == false }.map {
      IdleCase(
        parcel: $0.ground.id, area: $0.idle?.area, planarArea: $0.ground.planarArea)
    }
    var facts = stage.facts(
      of: zone, audited.kept, projects: stage.projects(audited.kept), zones: audited.zones.rows)
    facts.measures = measures
    let differences = FigureDifference.all(in: facts)
    facts.assume(whatIf, cases: cases)
    let judgements = compliance.judgements(of: act, facts)
    var byLayers = facts
    byLayers.prefersMeasures = true
    let bases = ReadingBase.all(
      judgements, byLayers: compliance.judgements(of: act, byLayers))
    let left = cases.filter { open in
      !whatIf.disposals.contains { ParcelKey($0.parcel) == ParcelKey(open.parcel) }
    }
    let known = Set(cases.map { ParcelKey($0.parcel) })
    let file = compliance.zones.file(of: zone)
    let from = min(file?.asOf?.value ?? options.asOf, options.asOf)
    let outlook = Outlook(
      from: from, facts: facts, file: file, turns: members.compactMap { $0.idleTurn(after: from) },
      judge: { compliance.judgements(of: act, $0) })
    return ActCheck(
      act: act, zone: zone, asOf: options.asOf, rulebooks: options.rules.judged.map(\.id),
      judgements: judgements, assumed: whatIf, openCases: cases,
      closing: Closing(judgements, facts, open: left), outlook: outlook, bases: bases,
      differences: differences,
      unknownCases: whatIf.disposals.map(\.parcel).filter { !known.contains(ParcelKey($0)) })
  }
}
