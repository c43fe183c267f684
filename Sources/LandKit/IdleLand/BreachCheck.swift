import LandCadastre
import LandRulebook

/// Holds what is measured against the conditions of a contract itself (not against the control
/// values of a rulebook: a breach is not underuse). Limits include their figure: 不低于 and 不超过
/// (Civil Code Art. 1259).
struct BreachCheck {
  let facts: ContractFacts
  let parcel: ParcelFacts
  /// Whether verdicts that nobody reports get a note, too.
  var notesAll = true

  /// The verdicts on all conditions that the contract states.
  func verdicts() -> [BreachVerdict] {
    guard facts.exists, !facts.isOver else { return [] }
    let contract = facts.contract
    var verdicts: [BreachVerdict] = []
    if let start = lateStart() { verdicts.append(start) }
    if let finish = lateFinish() { verdicts.append(finish) }
    func least(
      _ code: FindingCode, _ field: Field, _ limit: Double?, _ value: Double?, _ input: String
    ) {
      guard let limit else { return }
      let kept = value.map { Comparison.atLeast.holds($0, limit) }
      verdicts.append(
        BreachVerdict(
          code: code, field: field, verdict: verdictOnLeast(kept, input), value: value,
          limit: limit, comparison: .atLeast, unit: field.canonicalUnit))
    }
    func greatest(
      _ code: FindingCode, _ field: Field, _ limit: Double?, _ value: Double?, _ input: String
    ) {
      guard let limit else { return }
      let kept = value.map { Comparison.atMost.holds($0, limit) }
      verdicts.append(
        BreachVerdict(
          code: code, field: field,
          verdict: kept.map { $0 ? .met : .notMet } ?? .unknown(missing: [input]), value: value,
          limit: limit, comparison: .atMost, unit: field.canonicalUnit))
    }
    least(.breachPlotRatio, .plotRatioMin, contract.plotRatioMin, parcel.plotRatio, "plot_ratio")
    greatest(
      .breachPlotRatio, .plotRatioMax, contract.plotRatioMax, parcel.plotRatio, "plot_ratio")
    least(.breachDensity, .densityMin, contract.densityMin, parcel.density, "density")
    greatest(.breachDensity, .densityMax, contract.densityMax, parcel.density, "density")
    least(
      .breachCoefficient, .coefficientMin, contract.coefficientMin, parcel.buildingCoefficient,
      "building_coefficient")
    greatest(.breachGreen, .greenMax, contract.greenMax, parcel.greenShare, "green_share")
    greatest(
      .breachOffice, .officeShareMax, contract.officeShareMax, parcel.officeShare, "office_share")
    least(
      .breachIntensity, .intensityMin, contract.intensityMin, intensity,
      Field.fixedInvestment.rawValue)
    if parcel.plotRatioNeedsReasons { softenPlotRatio(&verdicts) }
    return verdicts
  }

  /// Fixed-asset investment with land price per hectare of planar area, 万元/公顷 (投资强度).
  var intensity: Double? {
    if let measured = parcel.intensityWanPerHa { return measured }
    guard parcel.areaQuality != .doubtful, let area = parcel.planarArea, area > 0,
      let investment = facts.fixedInvestment
    else { return nil }
    return investment * 10_000 / area
  }

  /// High storeys of unknown height might count double, which only raises the plot ratio: what is
  /// too low may be enough, what is within the upper limit may be beyond it.
  private func softenPlotRatio(_ verdicts: inout [BreachVerdict]) {
    for index in verdicts.indices where verdicts[index].code == .breachPlotRatio {
      switch (verdicts[index].field, verdicts[index].verdict) {
      case (.plotRatioMin, .notMet), (.plotRatioMax, .met):
        verdicts[index].verdict = .needsReasons
        verdicts[index].note = "storey-height-unknown"
      default: break
      }
    }
  }

  /// A least value is owed once the project is finished, or should be. Before that a lower value is
  /// no breach; where neither day is known it cannot be said.
  private func verdictOnLeast(_ kept: Bool?, _ input: String) -> Verdict {
    if kept == true { return .met }
    if facts.finished == nil {
      guard let agreed = facts.contract.agreedFinishDate else {
        let fields: [Field] = [.agreedFinishDate, .actualFinishDate]
        return .unknown(missing: (kept == nil ? [input] : []) + fields.map(\.rawValue))
      }
      if facts.asOf <= agreed { return .notApplicable }
    }
    return kept == nil ? .unknown(missing: [input]) : .notMet
  }

  /// The start in force against the actual start, or the day of the assessment. Where an undated
  /// supplementary contract would change the verdict, its date is missing.
  private func lateStart() -> BreachVerdict? {
    guard let start = facts.start else { return nil }
    var breach = BreachVerdict(
      code: .breachLateStart,
      field: start.source == .amended ? .amendedStartDate : .agreedStartDate,
      verdict: lateStart(against: start.day), limit: 0, comparison: .atMost, unit: "d")
    if let other = start.undatedAmendment, lateStart(against: other) != breach.verdict {
      breach.verdict = .unknown(missing: [Field.amendmentDate.rawValue])
    } else if let day = facts.actualStart ?? (facts.started == .no ? facts.asOf : nil) {
      breach.value = Double(day - start.day)
    }
    if notesAll || breach.verdict.isReported { breach.note = note(start) }
    return breach
  }

  private func note(_ start: StartInForce) -> String {
    var note = NoteText()
    note.add("start", start.day)
    note.add("start_source", start.source.rawValue)
    return note.text
  }

  private func note(_ agreed: CalendarDate) -> String {
    var note = NoteText()
    note.add("agreed_finish_date", agreed)
    return note.text
  }

  private func lateStart(against start: CalendarDate) -> Verdict {
    if let actual = facts.actualStart { return actual <= start ? .met : .notMet }
    if facts.asOf <= start { return facts.started == .yes ? .met : .notApplicable }
    switch facts.started {
    case .no: return .notMet
    case .yes: return .unknown(missing: [Field.actualStartDate.rawValue])
    case .unknown:
      return .unknown(missing: [Field.startState.rawValue, Field.actualStartDate.rawValue])
    }
  }

  /// The agreed completion against the actual one, or the day of the assessment.
  private func lateFinish() -> BreachVerdict? {
    guard let agreed = facts.contract.agreedFinishDate else { return nil }
    var verdict = BreachVerdict(
      code: .breachLateFinish, field: .agreedFinishDate, verdict: .met, limit: 0,
      comparison: .atMost, unit: "d")
    if let finished = facts.finished {
      verdict.value = Double(finished - agreed)
      verdict.verdict = finished <= agreed ? .met : .notMet
    } else if facts.asOf <= agreed {
      verdict.verdict = .notApplicable
    } else if facts.started == .no || facts.isUnfinished {
      verdict.value = Double(facts.asOf - agreed)
      verdict.verdict = .notMet
    } else {
      verdict.verdict = .unknown(missing: [Field.actualFinishDate.rawValue])
    }
    if notesAll || verdict.verdict.isReported { verdict.note = note(agreed) }
    return verdict
  }
}

extension ContractFacts {
  /// Whether it is certain that development is not finished: it is suspended, or its completion is
  /// dated after the day.
  var isUnfinished: Bool {
    if let later = contract.actualFinishDate, later > asOf { return true }
    return suspended != nil && resumed == nil && finished == nil
  }
}
