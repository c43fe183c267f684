import LandCadastre
import LandDocuments
import LandGeometry
import LandIdleLand

/// Something to see to that is no case: a clock that runs out, a record that is missing.
public struct StatusReminder: Hashable, Sendable {
  /// The parcel, where it is about one.
  public var parcelID: String?
  /// The zone.
  public var zoneID: String?
  /// The contract.
  public var contractNo: String?
  /// The user of the land.
  public var holder: String?
  /// What to do.
  public var text: Bilingual
  /// By when; nil where no clause sets a day.
  public var day: CalendarDate?
  /// The clause.
  public var clause: String?

  /// A reminder of the patrol.
  public init(_ reminder: ContractReminder) {
    let contract = reminder.contract
    self.init(
      parcelID: contract.parcelID, zoneID: contract.zoneID,
      contractNo: contract.contractNo ?? contract.supervisionNo, holder: contract.holder,
      text: reminder.text, day: reminder.due, clause: reminder.clause)
  }

  /// A reminder.
  public init(
    parcelID: String?, zoneID: String? = nil, contractNo: String? = nil, holder: String? = nil,
    text: Bilingual,
    day: CalendarDate?, clause: String? = nil
  ) {
    self.parcelID = parcelID
    self.zoneID = zoneID
    self.contractNo = contractNo
    self.holder = holder
    self.text = text
    self.day = day
    self.clause = clause
  }
}

/// What is open on a day, what has to happen next and by when: the longest overdue first, then by
/// deadline, then what has none; reminders after the cases.
public struct StatusTable: Sendable {
  let cases: [(item: LedgerCase, standing: CaseStanding)]
  let reminders: [StatusReminder]
  let asOf: CalendarDate
  let words: StatementWords

  /// Cases with where they stand on the day; those that are ended are left out.
  public init(
    _ cases: [(item: LedgerCase, standing: CaseStanding)], reminders: [StatusReminder] = [],
    asOf: CalendarDate, language: Document.Language
  ) {
    self.cases = cases.filter { $0.standing.phase != .ended }.sorted {
      ($0.standing.nextDeadline?.dayNumber ?? .max, $0.item.id)
        < ($1.standing.nextDeadline?.dayNumber ?? .max, $1.item.id)
    }
    self.reminders = reminders.sorted {
      ($0.day?.dayNumber ?? .max, $0.parcelID ?? "", $0.text.zh)
        < ($1.day?.dayNumber ?? .max, $1.parcelID ?? "", $1.text.zh)
    }
    self.asOf = asOf
    words = StatementWords(language: language)
  }

  /// Number of cases whose deadline has passed.
  public var overdueCount: Int {
    cases.count { $0.standing.nextDeadline.map { $0 < asOf } ?? false }
  }

  /// The table. Days left are negative where the deadline has passed.
  public func table() -> DocumentTable {
    var table = DocumentTable(
      caption: words("在办案件（\(asOf)）", "Open cases on \(asOf)"),
      columns: [
        words.column("案件/合同", "case/contract"), words.column("宗地", "parcel"),
        words.column("开发区", "zone"),
        words.column("使用权人", "holder"), words.column("阶段", "phase"),
        words.column("闲置月数", "months idle"), words.column("下一步", "next step"),
        words.column("责任主体", "who acts"), words.column("依据", "clause"),
        words.column("期限", "deadline"), words.column("剩余天数", "days left"),
        words.column("提示", "remark"),
      ])
    table.rows = cases.map { item, standing in
      [
        .code(item.id), .code(standing.parcelID), .code(item.zoneID), .text(item.holder),
        .text(words.phase(standing.phase)),
        standing.phase == .suspected && standing.idleMonths == nil
          ? .empty : .count(standing.idleMonths),
        .text(standing.nextLabel.map { words($0) }),
        .text(standing.nextActor.map { words($0.text) }), .text(standing.nextClause),
      ] + deadline(standing.nextDeadline)
    }
    table.rows += reminders.map {
      [
        .text($0.contractNo), .code($0.parcelID), .code($0.zoneID), .text($0.holder),
        .text(words("提醒", "reminder")), .empty, .text(words($0.text)), .empty, .text($0.clause),
      ] + deadline($0.day)
    }
    return table
  }

  private func deadline(_ day: CalendarDate?) -> [DocumentCell] {
    guard let day else { return [.empty, .empty, .empty] }
    let left = day - asOf
    if left < 0 {
      return [
        .day(day), .number(Double(left), 0, tone: .bad),
        .text(words("逾期\(-left)天", "\(-left) days overdue"), tone: .bad),
      ]
    }
    return [.day(day), .count(left), .empty]
  }
}
