import LandCadastre
import LandRulebook

/// The facts of a zone, and of an application for it: zone.yaml, then what the audit measured,
/// then what the enterprises add up to.
struct ZoneSheet: FactSource {
  let frame: SubjectFrame
  let file: ZoneFile?
  let totals: ZoneTotals
  /// Rows of the enterprises of the zone on the day; nil where there is no table.
  let enterprises: [Enterprise]?
  /// Every row of the zone's enterprises, for the register of zombie enterprises.
  let register: [Enterprise]?

  var asOf: CalendarDate { frame.asOf }

  func fact(_ name: String, year: Int?) -> Fact? {
    if let fact = frame.fact(name) { return fact }
    if let statistic = ZoneStatistic(rawValue: name) { return self.statistic(statistic, year) }
    if let fact = fromFile(name) { return fact }
    if let value = totals.value(name) { return Fact(.number(value), Fact.Origin(.measured)) }
    if let enterprises, let value = EnterpriseTotals(enterprises: enterprises).value(name) {
      let file = enterprises.first?.source.file ?? ""
      return Fact(.number(value), Fact.Origin(.derived, file: file))
    }
    return figure(name, year: year)
  }

  private func fact<Value>(
    _ sourced: Sourced<Value>?, _ value: (Value) -> RuleValue, remark: String = ""
  ) -> Fact? {
    sourced.map { Fact(value($0.value), $0.origin(file: file?.file ?? "", remark: remark)) }
  }

  private func number(_ sourced: Sourced<Int>?) -> Fact? {
    fact(sourced) { .number(Double($0)) }
  }

  private func fromFile(_ name: String) -> Fact? {
    guard let file else {
      return name == "approved_area_m2" ? approvedByLayer : nil
    }
    switch name {
    case "name": return fact(file.name) { .text($0) }
    case "parks": return number(file.parks)
    case "central_city": return fact(file.centralCity) { .boolean($0) }
    case "relocation_cause": return fact(file.relocationCause) { .text($0.rawValue) }
    case "clusters":
      return file.clusters.map {
        Fact(.number(Double($0.count)), Fact.Origin(.given, file: file.file))
      }
    case "idle_register_complete": return fact(file.idleRegister?.complete) { .boolean($0) }
    case "approved_area_m2":
      guard let area = file.approvedAreaHa(asOf: asOf) else { return approvedByLayer }
      return Fact(.number(area * 10_000), Fact.Origin(.given, file: file.file, remark: "approvals"))
    case "total_ha": return fact(file.official?.totalHa) { .number($0) }
    case "construction_land_m2": return constructionLand(file)
    default: return landClass(name, file)
    }
  }

  /// Approved area by the attribute of the zone layer.
  private var approvedByLayer: Fact? {
    totals.approvedOfficial.map { Fact(.number($0), Fact.Origin(.given, remark: "zones")) }
  }

  /// 城镇建设用地, built (A) and not yet built (B).
  private func constructionLand(_ file: ZoneFile) -> Fact? {
    guard let a = file.official?.areaHa(of: .a), let b = file.official?.areaHa(of: .b) else {
      return nil
    }
    return Fact(
      .number((a + b) * 10_000), Fact.Origin(.derived, file: file.file, remark: "class_A+class_B"))
  }

  /// `class_A_ha`.
  private func landClass(_ name: String, _ file: ZoneFile) -> Fact? {
    guard name.hasPrefix("class_"), name.hasSuffix("_ha"),
      let landClass = LandClass(rawValue: String(name.dropFirst(6).dropLast(3))),
      let area = file.official?.areaHa(of: landClass)
    else { return nil }
    if let given = file.official?.classesHa[landClass] {
      return Fact(.number(area), given.origin(file: file.file))
    }
    return Fact(
      .number(area),
      Fact.Origin(
        .derived, file: file.file,
        remark: landClass.subclasses.map(\.rawValue).joined(separator: "+")))
  }

  /// A yearly statistic: of the year asked for, else of the last year that is over, else of an
  /// earlier one, which is named.
  private func statistic(_ statistic: ZoneStatistic, _ year: Int?) -> Fact? {
    guard let file else { return nil }
    if let year {
      guard year <= asOf.lastFullYear else { return nil }
      return fact(file.statistic(statistic, year: year), { .number($0) }, remark: "\(year)")
    }
    let last = file.statistics.keys
      .filter { $0 <= asOf.lastFullYear && file.statistic(statistic, year: $0) != nil }.max()
    return last.flatMap { year in
      fact(file.statistic(statistic, year: year), { .number($0) }, remark: "\(year)")
    }
  }

  /// A figure that a rulebook declares.
  private func figure(_ name: String, year: Int?) -> Fact? {
    guard let file else { return nil }
    if let year, let figure = file.figures.zoneByYear[year]?[name] {
      return fact(figure, RuleValue.init, remark: "\(year)")
    }
    if let figure = file.figures.zone[name] { return fact(figure, RuleValue.init) }
    let last = file.figures.zoneByYear.keys
      .filter { $0 <= asOf.lastFullYear && file.figures.zoneByYear[$0]?[name] != nil }.max()
    guard year == nil, let last else { return nil }
    return fact(file.figures.zoneByYear[last]?[name], RuleValue.init, remark: "\(last)")
  }
}

extension ZoneSheet {
  private func fact(_ value: RuleValue?) -> Fact? {
    value.map { Fact($0, Fact.Origin(.given, file: file?.file ?? "")) }
  }

  func attestation(_ topic: String) -> Fact? {
    fact(file?.attested(topic, asOf: asOf).map { .boolean($0) })
  }

  func events(kind: String, grade: String, since: CalendarDate) -> Fact? {
    guard let file, let kind = ZoneEventKind(rawValue: kind),
      let grade = EventGrade(rawValue: grade), since < asOf
    else { return nil }
    switch file.eventCount(kind, atLeast: grade, in: since.adding(days: 1)...asOf) {
    case .exactly(let count): return fact(.number(Double(count)))
    case .atLeast(let count):
      var fact = fact(.number(Double(count)))
      fact?.mayBeMore = true
      return fact
    case .unknown: return nil
    }
  }

  func material(_ id: String) -> Fact? {
    guard let id = MaterialID(rawValue: id) else { return nil }
    return fact(file?.hasMaterial(id, asOf: asOf).map { .boolean($0) })
  }

  func step(_ id: String) -> Fact? { fact(file?.hasStep(id, asOf: asOf).map { .boolean($0) }) }

  /// Enterprises listed as zombies on a day. Where there is a table, one without a day of listing
  /// was not listed.
  func zombies(on day: CalendarDate) -> Fact? {
    guard let register, day <= asOf else { return nil }
    return fact(.number(Double(stock(register, on: day).count)))
  }

  func zombiesCleared(from: CalendarDate, to: CalendarDate) -> Fact? {
    guard let register, from <= to else { return nil }
    let until = min(to, asOf)
    let cleared = stock(register, on: from).filter {
      $0.zombieClearedDate.map { $0 > from && $0 <= until } ?? false
    }
    return fact(.number(Double(cleared.count)))
  }

  /// One row an enterprise: the latest that knows of its listing.
  private func stock(_ rows: [Enterprise], on day: CalendarDate) -> [Enterprise] {
    var byName: [String: Enterprise] = [:]
    var order: [String] = []
    for row in rows where row.zombieListedDate != nil {
      if byName[row.label] == nil { order.append(row.label) }
      if (row.year ?? .max) >= (byName[row.label]?.year ?? .min) { byName[row.label] = row }
    }
    return order.compactMap { byName[$0] }.filter { $0.isZombie(on: day) == true }
  }

  func chosenReading(_ key: String) -> String? {
    switch key {
    case "supply_reading": file?.supplyReading?.value.rawValue
    case "per_mu_base": file?.perMuBase?.value.rawValue
    case "rate_by": file?.idleRegister?.rateBy?.value.rawValue
    default: nil
    }
  }
}

extension Sourced {
  /// The place of the value.
  func origin(file: String, remark: String = "") -> Fact.Origin {
    let remarks = [remark, source ?? "", page.map { "p. \($0)" } ?? ""].filter { !$0.isEmpty }
    return Fact.Origin(
      .given, file: file, line: line > 0 ? line : nil, remark: remarks.joined(separator: ", "))
  }
}

extension RuleValue {
  /// A figure of zone.yaml.
  init(_ figure: FigureValue) {
    switch figure {
    case .number(let number): self = .number(number)
    case .boolean(let truth): self = .boolean(truth)
    case .date(let day): self = .date(day)
    case .text(let text): self = .text(text)
    }
  }
}

/// The facts of a city or a province, as the zone files of an audit give them.
struct RegionSheet: FactSource {
  let frame: SubjectFrame
  let figures: [String: (value: Sourced<FigureValue>, file: String)]

  var asOf: CalendarDate { frame.asOf }

  func fact(_ name: String, year: Int?) -> Fact? {
    if let fact = frame.fact(name) { return fact }
    return figures[name].map { Fact(RuleValue($0.value.value), $0.value.origin(file: $0.file)) }
  }
}
