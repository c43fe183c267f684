import LandGeometry
import LandLayers
import Testing

@testable import LandCadastre

private func zone(_ text: String, name: String = "files/zone.yaml") throws(YAMLError) -> ZoneFile {
  try ZoneFileReader.read(SourceBytes(name: name, bytes: Array(("schema: 1\n" + text).utf8)))
}

private func span(_ from: String, _ until: String) -> ClosedRange<CalendarDate> {
  .iso(from) ... .iso(until)
}

private let day = CalendarDate.iso("2025-06-30")

@Suite struct ZoneFileTests {
  @Test func valuesKeepTheirProvenance() throws {
    let file = try zone(
      """
      zone: {id: S1, name: 示例区, level: provincial, territory: "360100", as_of: 2025-06-30}
      official:
        total_ha: {value: 100.5, source: 评价报告, page: 12, date: 2024-12-31}
        classes_ha: {D: {value: 60, source: 表3}, E: ~, F: {value: ~, source: 表4}}
      parks: 2
      central_city: false
      relocation_cause: plan_revision
      supply_reading: R2
      per_mu_base: built_industrial
      """)
    #expect(file.zoneID == Sourced("S1", line: 2) && file.level?.value == .provincial)
    #expect(file.territory?.value == "360100" && file.asOf?.value == day)
    let total = try #require(file.official?.totalHa)
    #expect(total.value == 100.5 && total.line == 4 && total.source == "评价报告")
    #expect(total.page == "12" && total.date == .iso("2024-12-31"))
    #expect(file.official?.classesHa.keys.sorted { $0.rawValue < $1.rawValue } == [.d])
    #expect(file.parks?.value == 2 && file.centralCity?.value == false)
    #expect(file.relocationCause?.value == .planRevision && file.supplyReading?.value == .r2)
    #expect(file.perMuBase?.value == .builtIndustrial)
    #expect(file.approvals == nil && file.materials == nil && file.clusters == nil)
  }

  @Test func pathsAreRelativeToTheFile() throws {
    let text = """
      layers: {parcels: data/p.geojson, zones: /abs/z.gpkg:scope}
      three_classes: three.gpkg:sanqu
      approvals: [{no: A, scope: s.geojson, evidence: a.pdf}]
      idle_register: {ledger: ledger.csv}
      """
    let file = try zone(text)
    #expect(
      file.layers[.parcels]
        == FileReference(path: "files/data/p.geojson", written: "data/p.geojson"))
    #expect(file.layers[.zones]?.path == "/abs/z.gpkg" && file.layers[.zones]?.layer == "scope")
    #expect(file.threeClasses?.path == "files/three.gpkg" && file.threeClasses?.layer == "sanqu")
    #expect(file.approvals?.first?.scope?.path == "files/s.geojson")
    #expect(file.approvals?.first?.evidence?.path == "files/a.pdf")
    #expect(file.idleRegister?.ledger?.path == "files/ledger.csv")
    #expect(try zone(text, name: "zone.yaml").layers[.parcels]?.path == "data/p.geojson")
  }

  @Test(
    "faults have a place and a remedy or say what is meant",
    arguments: [
      ("zoen: {}", 2, 1, "unknown key zoen", "did you mean zone?"),
      ("zone: {levle: other}", 2, 8, "unknown key levle", "did you mean level?"),
      ("zone:\n  level: nationl", 3, 10, "unknown value nationl", "did you mean national?"),
      ("zone: {territory: 3601}", 2, 19, "expected six digits", ""),
      ("official: {total_ha: -1}", 2, 22, "must not be negative", "check"),
      ("official: {total_ha: {value: -1, page: 3}}", 2, 30, "must not be negative", "check"),
      ("official: {total_ha: {valeu: 1}}", 2, 22, "the key value is missing", ""),
      ("official: {classes_ha: {A7: 1}}", 2, 25, "unknown key A7", "known: A A1"),
      ("official: {statistics_date: 2024-13-01}", 2, 29, "there is no day", ""),
      ("official: {statistics_date: 1024-01-01}", 2, 29, "cannot be meant", ""),
      ("parks: 1.5", 2, 8, "expected a whole number", ""),
      ("parks: many", 2, 8, "expected a whole number", ""),
      ("central_city: yes", 2, 15, "expected true or false", ""),
      ("layers: {parcel: a}", 2, 10, "unknown key parcel", "did you mean parcels?"),
      ("idle_register: {ended_by: [fee]}", 2, 28, "unknown value fee", "buyback start"),
      ("events: [{kind: safety}]", 2, 10, "date is missing", ""),
      ("events_complete: {safety: [2024-01-01]}", 2, 27, "expected [FROM, UNTIL]", ""),
      (
        "events_complete: {safety: [2024-01-02, 2024-01-01]}", 2, 40, "before the beginning",
        "check both"
      ),
      (
        "materials:\n  - {id: EIA, date: 2024-05-01, valid_until: 2024-04-30}", 3, 46,
        "before the beginning", "check both"
      ),
      ("materials: [{id: M14}]", 2, 18, "unknown value M14", "known: EIA M01"),
      ("materials:\n- {id: M01}\n- {id: M01}", 4, 3, "M01 is given twice", "delete"),
      ("approvals: [{no: 1号}, {no: 1号}]", 2, 23, "twice in approvals", "delete"),
      (
        "attestations: [{topic: hazard, block: 甲}, {topic: hazard, block: 甲}]", 2, 43, "hazard / 甲",
        "delete"
      ),
      ("attestations: [{topic: Plan}]", 2, 24, "expected a name", ""),
      ("clusters: [{name: a}, {name: a}]", 2, 23, "twice in clusters", "delete"),
      ("statistics: {24: {}}", 2, 14, "year of four digits", ""),
      ("statistics: {2024: {tax_wna: 1}}", 2, 21, "unknown key tax_wna", "tax_wan"),
      ("figures: {town: {}}", 2, 11, "unknown key town", "city"),
      ("figures: {city: {GDP: 1}}", 2, 18, "small letters", ""),
      ("figures: {city: {2024: {gdp: 1}}}", 2, 18, "small letters", ""),
      ("three_classes: 'a:'", 2, 16, "FILE:LAYER", ""),
    ])
  func faults(text: String, line: Int, column: Int, says: String, remedy: String) throws {
    let error = try #require(throws: YAMLError.self) { try zone(text) }
    #expect(
      error.line == line && error.column == column && error.file == "files/zone.yaml", "\(error)")
    #expect(error.message.en.contains(says) && error.remedy.en.contains(remedy), "\(error)")
    #expect(!error.message.zh.isEmpty && error.remedy.zh.isEmpty == error.remedy.en.isEmpty)
  }

  @Test func schemaIsAsked() throws {
    let other = SourceBytes(name: "z", bytes: Array("schema: 2".utf8))
    #expect(throws: YAMLError.self) { try ZoneFileReader.read(other) }
    let none = SourceBytes(name: "z", bytes: Array("parks: 2".utf8))
    #expect(throws: YAMLError.self) { try ZoneFileReader.read(none) }
    let missing = try #require(throws: FormatError.self) {
      try ZoneFileReader.read(path: "/nowhere/zone.yaml")
    }
    #expect(missing.kind == .missing)
  }

  @Test func classesAreSumsOfAllTheirSubclasses() throws {
    let official = try #require(
      try zone(
        """
        official:
          total_ha: 100
          classes_ha: {A: 50, B11: 1, B12: 2, B21: 3, B22: 4, C: 40, D1: 1, D21: 2,
            E: 30, E1: 5, E21: 5, E22: 5}
        """
      ).official)
    #expect(official.areaHa(of: .a) == 50 && official.areaHa(of: .b) == 10)
    #expect(official.areaHa(of: .d) == nil && official.areaHa(of: .a1) == nil)
    #expect(official.areaHa(of: .e) == 30)
    #expect(
      official.imbalances() == [.init(sum: "E1+E21+E22", whole: "E", sumHa: 15, wholeHa: 30)])
    var off = official
    off.totalHa = Sourced(100.02)
    #expect(off.imbalances().map(\.sum) == ["A+B+C", "E1+E21+E22"])
    off.totalHa = Sourced(100.01)
    #expect(off.imbalances().count == 1)
  }

  @Test func eventsAreCountedAsFarAsKnown() throws {
    let file = try zone(
      """
      events:
        - {date: 2023-05-06, kind: safety, grade: minor}
        - {date: 2024-05-06, kind: safety, grade: serious}
        - {date: 2024-07-01, kind: pollution}
        - {date: 2019-07-01, kind: security, grade: ordinary}
      events_complete:
        safety: [2022-07-01, 2025-06-30]
        pollution: [2020-01-01, 2025-06-30]
      """)
    let years = span("2022-07-01", "2025-06-30")
    #expect(file.eventCount(.safety, in: years) == .exactly(2))
    #expect(file.eventCount(.safety, atLeast: .ordinary, in: years) == .exactly(1))
    #expect(file.eventCount(.safety, in: span("2020-01-01", "2025-06-30")) == .atLeast(2))
    #expect(file.eventCount(.pollution, in: years) == .exactly(1))
    #expect(file.eventCount(.pollution, atLeast: .ordinary, in: years) == .unknown)
    #expect(file.eventCount(.security, in: years) == .unknown)
    #expect(file.eventCount(.illegalUse, in: years) == .unknown)
  }

  @Test func attestationsHoldWhereAllBlocksDo() throws {
    let file = try zone(
      """
      attestations:
        - {topic: plan_land, block: 甲, conforms: true, date: 2025-01-01}
        - {topic: plan_land, block: 乙, conforms: false, date: 2025-07-01}
        - {topic: hazard, block: 甲, conforms: true}
        - {topic: hazard, block: 乙}
        - {topic: minerals, conforms: false}
        - {topic: minerals, block: 乙}
      """)
    #expect(file.attested("plan_land", asOf: day) == true)
    #expect(file.attested("plan_land", asOf: .iso("2025-07-01")) == false)
    #expect(file.attested("hazard", asOf: day) == nil)
    #expect(file.attested("minerals", asOf: day) == false)
    #expect(file.attested("plan_town", asOf: day) == nil)
  }

  @Test func papersStepsStatisticsAndAreas() throws {
    let file = try zone(
      """
      approvals:
        - {no: B, date: 2015-01-01, kind: expansion, in_ha: 20, out_ha: 5}
        - {no: A, date: 2006-01-01, kind: original, area_ha: 100}
        - {no: C, date: 2026-01-01, kind: reduction, area_ha: 90}
      materials:
        - {id: M01}
        - {id: EIA, date: 2019-01-01, valid_until: 2024-12-31}
      procedure: [{step: 4.1, date: 2025-01-01}, {step: "5"}]
      statistics: {2023: {tax_wan: 5}, 2024: {tax_wan: {value: 6, source: 年鉴}, residents: 10}}
      """)
    #expect(file.approvedAreaHa(asOf: day) == 115)
    #expect(file.approvedAreaHa(asOf: .iso("2010-01-01")) == 100)
    #expect(file.approvedAreaHa(asOf: .iso("2026-01-01")) == 90)
    #expect(file.approvedAreaHa(asOf: .iso("2000-01-01")) == nil)
    #expect(file.hasMaterial(.m01, asOf: day) == true && file.hasMaterial(.m02, asOf: day) == false)
    #expect(file.hasMaterial(.environmentalImpact, asOf: day) == false)
    #expect(file.hasMaterial(.environmentalImpact, asOf: .iso("2024-12-31")) == true)
    #expect(file.hasStep("4.1", asOf: day) == true && file.hasStep("4.2", asOf: day) == false)
    #expect(file.hasStep("4.1", asOf: .iso("2024-12-31")) == false)
    #expect(file.statistic(.tax, year: 2024)?.source == "年鉴")
    #expect(file.statistic(.tax, year: 2022) == nil)
    let empty = try zone("parks: 0")
    #expect(empty.hasMaterial(.m01, asOf: day) == nil && empty.hasStep("1", asOf: day) == nil)
  }

  @Test func figuresHaveTheTypeTheyAreWrittenIn() throws {
    let figures = try zone(
      """
      figures:
        zone: {parks_n: 3, hall: true, since: 2019-05-01, code: "36", word: 示例, none: ~,
          2024: {gdp: -1.5}}
        city: {gdp: {value: 7, source: 公报}}
        province:
      """
    ).figures
    #expect(
      figures.zone.mapValues(\.value) == [
        "parks_n": .number(3), "hall": .boolean(true), "since": .date(.iso("2019-05-01")),
        "code": .text("36"), "word": .text("示例"),
      ])
    #expect(figures.zoneByYear[2024]?["gdp"]?.value == .number(-1.5))
    #expect(figures.city["gdp"]?.source == "公报" && figures.province.isEmpty)
  }
}
