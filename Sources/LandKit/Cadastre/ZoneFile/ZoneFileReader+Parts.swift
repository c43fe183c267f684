import LandGeometry
import LandLayers

extension ZoneFileReader {
  func approval(_ node: YAMLNode) throws(YAMLError) -> ZoneApproval {
    var map = try node.mapping()
    var approval = ZoneApproval()
    approval.number = try map.sourcedText("no")
    approval.date = try map.sourcedDay("date")
    approval.areaHa = try map.sourcedQuantity("area_ha")
    approval.kind = try map.sourcedWord("kind")
    approval.inHa = try map.sourcedQuantity("in_ha")
    approval.outHa = try map.sourcedQuantity("out_ha")
    approval.scope = try map.plain("scope") { (node) throws(YAMLError) in try layer(node) }
    approval.blocks = try map.sourcedCount("blocks")
    approval.evidence = try map.plain("evidence") { (node) throws(YAMLError) in try file(node) }
    try map.finish()
    return approval
  }

  func layers(_ node: YAMLNode) throws(YAMLError) -> [ZoneLayer: FileReference] {
    var map = try node.mapping()
    var layers: [ZoneLayer: FileReference] = [:]
    for kind in ZoneLayer.allCases {
      layers[kind] = try map.plain(kind.rawValue) { (node) throws(YAMLError) in try layer(node) }
    }
    try map.finish()
    return layers
  }

  func official(_ node: YAMLNode) throws(YAMLError) -> OfficialAreas {
    var map = try node.mapping()
    var areas = OfficialAreas()
    areas.totalHa = try map.sourcedQuantity("total_ha")
    areas.statisticsDate = try map.sourcedDay("statistics_date")
    if let node = map.takeOptional("classes_ha") {
      var classes = try node.mapping()
      for landClass in LandClass.allCases {
        areas.classesHa[landClass] = try classes.sourcedQuantity(landClass.rawValue, in: .hectare)
      }
      try classes.finish()
    }
    try map.finish()
    return areas
  }

  func idleRegister(_ node: YAMLNode) throws(YAMLError) -> IdleRegister {
    var map = try node.mapping()
    var register = IdleRegister()
    register.baseDate = try map.sourcedDay("base_date")
    register.complete = try map.sourcedTruth("complete")
    register.rateBy = try map.sourcedWord("rate_by")
    register.endedBy = try list(&map, "ended_by") { (node) throws(YAMLError) in
      let way = try node.word(of: DisposalWay.self)
      if way.endsCase { return way }
      throw node.unknownWord(
        way.rawValue, among: DisposalWay.allCases.filter(\.endsCase).map(\.rawValue))
    }
    register.ledger = try map.plain("ledger") { (node) throws(YAMLError) in try file(node) }
    try map.finish()
    return register
  }

  func event(_ node: YAMLNode) throws(YAMLError) -> ZoneEvent {
    var map = try node.mapping()
    let event = ZoneEvent(
      date: try map.required("date") { (node) throws(YAMLError) in try node.day() },
      kind: try map.required("kind") { (node) throws(YAMLError) in
        try node.word(of: ZoneEventKind.self)
      },
      grade: try map.sourcedWord("grade"), document: try map.sourcedText("document"))
    try map.finish()
    return event
  }

  func completeSpans(
    _ node: YAMLNode
  ) throws(YAMLError) -> [ZoneEventKind: ClosedRange<CalendarDate>] {
    var map = try node.mapping()
    var spans: [ZoneEventKind: ClosedRange<CalendarDate>] = [:]
    for kind in ZoneEventKind.allCases {
      guard let node = map.takeOptional(kind.rawValue) else { continue }
      let days = try node.sequence()
      guard days.count == 2 else { throw node.expected("[起, 止]", "[FROM, UNTIL]") }
      let from = try days[0].day()
      let until = try days[1].day()
      guard from <= until else { throw inverted(days[1], from, until) }
      spans[kind] = from...until
    }
    try map.finish()
    return spans
  }

  func attestation(_ node: YAMLNode) throws(YAMLError) -> Attestation {
    var map = try node.mapping()
    var attestation = Attestation(
      topic: try map.required("topic") { (node) throws(YAMLError) in try name(node) })
    attestation.block = try map.sourcedText("block")
    attestation.conforms = try map.sourcedTruth("conforms")
    attestation.document = try map.sourcedText("document")
    attestation.date = try map.sourcedDay("date")
    try map.finish()
    return attestation
  }

  func cluster(_ node: YAMLNode) throws(YAMLError) -> IndustrialCluster {
    var map = try node.mapping()
    var cluster = IndustrialCluster(name: try map.requiredText("name"))
    cluster.revenueYi = try map.sourcedQuantity("revenue_yi")
    cluster.evidence = try map.plain("evidence") { (node) throws(YAMLError) in try file(node) }
    try map.finish()
    return cluster
  }

  func statistics(
    _ node: YAMLNode
  ) throws(YAMLError) -> [Int: [ZoneStatistic: Sourced<Double>]] {
    var statistics: [Int: [ZoneStatistic: Sourced<Double>]] = [:]
    for entry in try node.mapping().entries {
      guard let year = ZoneFileReader.year(entry.key) else {
        throw entry.error("此处应为四位年份", "expected a year of four digits")
      }
      guard let values = entry.value.optional else { continue }
      var map = try values.mapping()
      for statistic in ZoneStatistic.allCases {
        statistics[year, default: [:]][statistic] = try map.sourcedQuantity(statistic.rawValue)
      }
      try map.finish()
    }
    return statistics
  }

  func material(_ node: YAMLNode) throws(YAMLError) -> ApplicationMaterial {
    var map = try node.mapping()
    var material = ApplicationMaterial(
      id: try map.required("id") { (node) throws(YAMLError) in
        try node.word(of: MaterialID.self)
      })
    material.file = try map.plain("file") { (node) throws(YAMLError) in try file(node) }
    material.date = try map.sourcedDay("date")
    material.issuer = try map.sourcedText("issuer")
    let end = map.takeOptional("valid_until")
    material.validUntil = try end?.sourced { (node) throws(YAMLError) in try node.day() }
    if let end, let from = material.date?.value, let until = material.validUntil?.value,
      from > until
    {
      throw inverted(end, from, until)
    }
    try map.finish()
    return material
  }

  func step(_ node: YAMLNode) throws(YAMLError) -> ProcedureStep {
    var map = try node.mapping()
    var step = ProcedureStep(step: try map.requiredText("step"))
    step.date = try map.sourcedDay("date")
    step.document = try map.sourcedText("document")
    try map.finish()
    return step
  }

  func figures(_ node: YAMLNode) throws(YAMLError) -> ZoneFigures {
    var map = try node.mapping()
    var figures = ZoneFigures()
    if let zone = map.takeOptional("zone") {
      var plain: [YAMLEntry] = []
      for entry in try zone.mapping().entries {
        if let year = ZoneFileReader.year(entry.key) {
          guard let values = entry.value.optional else { continue }
          figures.zoneByYear[year] = try self.values(try values.mapping().entries)
        } else {
          plain.append(entry)
        }
      }
      figures.zone = try values(plain)
    }
    if let city = map.takeOptional("city") {
      figures.city = try values(try city.mapping().entries)
    }
    if let province = map.takeOptional("province") {
      figures.province = try values(try province.mapping().entries)
    }
    try map.finish()
    return figures
  }

  private func values(
    _ entries: [YAMLEntry]
  ) throws(YAMLError) -> [String: Sourced<FigureValue>] {
    var values: [String: Sourced<FigureValue>] = [:]
    for entry in entries {
      guard ZoneFileReader.isName(entry.key) else {
        throw entry.error(
          "名称只能用小写字母、数字和下划线:\(entry.key)",
          "names have small letters, digits and low lines: \(entry.key)")
      }
      values[entry.key] = try entry.value.sourced { (node) throws(YAMLError) in
        try node.figure()
      }
    }
    return values
  }

  /// A name as rulebooks give them, `plan_land`.
  private func name(_ node: YAMLNode) throws(YAMLError) -> String {
    let text = try node.string()
    if ZoneFileReader.isName(text) { return text }
    throw node.expected("由小写字母、数字和下划线组成的名称", "a name of small letters, digits and low lines")
  }

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }

  static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(text), (1949...2200).contains(year)
    else { return nil }
    return year
  }

  private func inverted(
    _ node: YAMLNode, _ from: CalendarDate, _ until: CalendarDate
  ) -> YAMLError {
    node.error(
      "止日 \(until) 早于起日 \(from)", "the end \(until) lies before the beginning \(from)",
      remedy: Bilingual(zh: "请核对两个日期", en: "check both dates"))
  }
}
