import Foundation
import GRDB
import LandKit
import LandTestSupport

/// A small ledger that has something in every table.
enum SampleLedger {
  static let day = CalendarDate(dayNumber: 20_500)
  static let stamp = "2026-02-16T09:00:00+08:00"

  static func event(
    _ kind: EventKind, _ caseID: String? = nil, document: LedgerDocument? = nil
  ) -> LedgerEvent {
    LedgerEvent(
      number: 0, caseID: caseID, kind: kind, day: day, document: document, author: "张三",
      recordedAt: stamp)
  }

  /// Squares of 0.001° side by side; every fourth has a hole, the last no geometry.
  static func parcels(_ count: Int) -> ([SurveyedParcel], PolygonColumns<Geographic>) {
    var columns = PolygonColumns<Geographic>()
    let parcels = (0..<count).map { i in
      var parcel = SurveyedParcel(
        index: i, id: "P\(i)", idleState: i == 0 ? "suspected" : "not_idle")
      parcel.zoneID = "Z1"
      parcel.landUse = "工业用地"
      parcel.area = 10_890.5 + Double(i)
      let (x, y) = (115 + 0.002 * Double(i % 300), 28 + 0.002 * Double(i / 300))
      func square(_ inset: Double) -> [Coordinate] {
        [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map { corner in
          Coordinate(
            x: x + inset + corner.0 * (0.001 - 2 * inset),
            y: y + inset + corner.1 * (0.001 - 2 * inset))
        }
      }
      if count < 100, i == count - 1 {
        parcel.area = nil
      } else {
        columns.appendPolygon(
          i % 4 == 1 ? [square(0), square(0.0002).reversed()] : [square(0)])
      }
      columns.endFeature()
      return parcel
    }
    return (parcels, columns)
  }

  static func survey(_ year: Int, _ count: Int) -> SurveyRecord {
    SurveyRecord(
      year: year, day: day, fileName: "宗地\(year).geojson",
      sha256: String(repeating: "ab", count: 32), parcelCount: count, totalArea: 1234.5,
      columns: ["parcel_id", "面积"])
  }

  static let links = [
    LineageLink(
      earlier: "P0", later: "P0", kind: .same, shareOfEarlier: 1, shareOfLater: 1),
    LineageLink(
      earlier: nil, later: "P4", kind: .new, shareOfEarlier: 0, shareOfLater: 0),
  ]

  static func opened() -> LedgerCase {
    var opened = LedgerCase(id: "2026-0001", parcelID: "P0", openedBy: 0)
    opened.holder = "某某\"科技\"有限公司"
    opened.parcelArea = 10_890.5
    opened.agreedStart = CalendarDate(dayNumber: 19_000)
    return opened
  }

  static func investigation() -> LedgerEvent {
    var event = event(
      .investigation, "2026-0001",
      document: LedgerDocument(
        number: "赣调〔2026〕1号", day: day, fileName: "记录.pdf",
        sha256: String(repeating: "0f", count: 32)))
    event.reason = "更正说明"
    event.forced = ["Decree 53 Art. 7", "第九条"]
    event.details.parcelID = "P0"
    event.details.area = 1000.25
    event.details.amount = -0.0
    event.details.clause = "2(1)"
    event.details.idleSince = CalendarDate(dayNumber: 19_400)
    event.details.causeSpans = [
      CauseSpan(.own, from: CalendarDate(dayNumber: 19_400)),
      CauseSpan(
        .forceMajeure, from: CalendarDate(dayNumber: 19_500), to: CalendarDate(dayNumber: 19_510)),
    ]
    event.details.until = CalendarDate(dayNumber: 21_000)
    event.details.auditState = "suspected"
    event.details.corrects = 4
    event.details.voids = false
    event.details.rightDay = CalendarDate(dayNumber: 20_400)
    event.details.year = 2026
    event.details.text = "备注\n第二行"
    return event
  }

  /// Makes the ledger: 6 events, 2 surveys, a run, a case.
  static func make(_ path: String) throws -> LedgerStore {
    let store = try LedgerStore.create(
      at: path, territory: "某县", day: day, madeBy: "landctl test")
    for (year, count, links) in [(2025, 4, []), (2026, 5, links)] {
      let (parcels, geometry) = parcels(count)
      try store.write { writer in
        try writer.add(survey(year, count), parcels: parcels, geometry: geometry, lineage: links)
        try writer.append(event(.survey))
      }
    }
    try store.write { writer in
      try writer.add(
        RunRecord(asOf: day, rulebooks: ["decree53"], manifest: "{\"tool\":\"landctl\"}"))
      try writer.append(event(.run))
      try writer.add(opened())
      let number = try writer.append(event(.opened, "2026-0001"))
      try writer.append(
        event(
          .investigationNotice, "2026-0001",
          document: LedgerDocument(number: "赣调通〔2026〕1号")))
      try writer.append(investigation())
      var standing = CaseStanding(caseID: "2026-0001", parcelID: "P0", suspectedDay: day)
      standing.phase = .investigating
      standing.forced = [number]
      standing.nextStep = .finding
      standing.nextActor = .office
      let (parcels, geometry) = parcels(5)
      try writer.replaceProjection(
        [standing],
        parcels: parcels.map { CurrentParcel($0, caseID: $0.index == 0 ? "2026-0001" : nil) },
        geometry: geometry, day: day)
      var zone = LedgerZone(id: "Z1", name: "某某高新区")
      zone.level = "provincial"
      try writer.set(zones: [zone])
      try writer.set(figures: [
        ZoneFigure(zoneID: "Z1", year: 2026, name: "built_up_area_ha", value: 812.5),
        ZoneFigure(zoneID: "Z1", year: 2025, name: "built_up_area_ha", value: nil),
      ])
      try writer.set(targets: [
        LedgerTarget(
          zoneID: "", rule: "idle-disposal-rate", rulebook: "target", measure: "rate",
          comparison: ">=", limit: 0.2, until: CalendarDate(dayNumber: 20_818))
      ])
      var contract = ContractDates(parcelID: "P0", contractNo: "赣合〔2020〕1号")
      contract.zoneID = "Z1"
      contract.holder = "某某\"科技\"有限公司"
      contract.start = CalendarDate(dayNumber: 19_000)
      contract.startSource = .agreed
      contract.isStarted = false
      contract.finish = CalendarDate(dayNumber: 20_600)
      contract.payments = [
        PaymentInstalment(CalendarDate(dayNumber: 20_400), 1200),
        PaymentInstalment(CalendarDate(dayNumber: 20_510), 800.5),
      ]
      try writer.set(contracts: [contract, ContractDates(parcelID: "P1")], on: day)
      var enterprise = ZombieEnterprise(zoneID: "Z1", name: "停产企业")
      enterprise.listed = day
      try writer.set(zombies: [enterprise])
      try writer.add(
        SiteNote(
          place: Coordinate(x: 115.0005, y: 28.0005), note: "围墙", author: "李四", day: "2026-02-16"))
    }
    return store
  }

  /// Runs SQL as a program would that knows nothing of landctl: no functions of ours, no foreign
  /// keys, SQLite's own defaults.
  static func plain(_ path: String, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
