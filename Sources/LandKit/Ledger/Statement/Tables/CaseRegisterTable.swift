import LandCadastre
import LandDocuments
import LandIdleLand

/// 闲置土地处置情况统计表: one row for each case on the books of the year, as of 31 December.
///
/// There is no official form; the columns are those of Decree 53 Art. 6, 10–14 and 25 and of
/// published notices.
public struct CaseRegisterTable: Sendable {
  let statement: YearStatement
  let cases: [String: LedgerCase]
  let events: [String: [LedgerEvent]]
  let contracts: [String: Contract]
  let words: StatementWords

  /// - Parameters:
  ///   - cases: the cases of the ledger.
  ///   - eventsByCase: the events that the statement was made from.
  ///   - contracts: contracts by the ids of the cases, for what the ledger does not keep.
  public init(
    _ statement: YearStatement, cases: [LedgerCase], eventsByCase: [String: [LedgerEvent]],
    contracts: [String: Contract] = [:], language: Document.Language
  ) {
    self.statement = statement
    self.cases = Dictionary(cases.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    events = eventsByCase
    self.contracts = contracts
    words = StatementWords(language: language)
  }

  /// The table.
  public func table() -> DocumentTable {
    var table = DocumentTable(
      caption: words("闲置土地处置情况统计表", "Idle land and its disposal, case by case"),
      columns: columns)
    table.rows = statement.cases.filter(\.isInYear).enumerated().compactMap { index, item in
      cases[item.caseID].map { row(index + 1, item, $0) }
    }
    table.note = words(
      "文书日期为送达日。空白为未发生或台账、合同未记载。",
      "Days of papers are those of service. Empty: it did not happen, or neither ledger nor contract "
        + "has it.")
    return table
  }

  private var columns: [DocumentTable.Column] {
    [
      words.column("序号", "no."), words.column("案件编号", "case"), words.column("阶段", "phase"),
      words.column("行政区", "territory"), words.column("开发区", "zone"),
      words.column("宗地编号", "parcel"), words.column("电子监管号", "supervision no."),
      words.column("合同编号", "contract"), words.column("使用权人", "holder"),
      words.column("坐落", "location"), words.areaColumn("面积", "parcel area"),
      words.column("用途", "use"), words.column("行业", "industry"),
      words.column("供地方式", "way of supply"), words.column("合同签订日", "signed"),
      words.moneyColumn("价款", "price"), words.column("约定交地日", "agreed delivery"),
      words.column("实际交地日", "actual delivery"), words.column("约定动工日", "agreed start"),
      words.column("实际动工日", "actual start"), words.column("约定竣工日", "agreed completion"),
      words.areaColumn("应动工面积", "land due"), words.areaColumn("已动工面积", "land developed"),
      words.moneyColumn("总投资", "total investment"), words.moneyColumn("已投资", "invested"),
      words.column("中止日", "suspended"), words.column("闲置类型", "clause"),
      words.column("闲置起算日", "idle since"), words.column("闲置月数", "months idle"),
      words.areaColumn("闲置面积", "idle area"), words.column("原因类别", "class of causes"),
      words.column("原因时段", "spans of causes"),
      words.column("调查通知书文号", "notice of investigation, no."),
      words.column("调查通知书日期", "notice of investigation, day"),
      words.column("认定书文号", "finding, no."), words.column("认定书日期", "finding, day"),
      words.column("公示日", "published"), words.column("处置方式", "disposal"),
      words.column("处置方案批复文号", "approval, no."),
      words.column("处置方案批复日期", "approval, day"),
      words.column("决定书文号", "decision, no."), words.column("决定书日期", "decision, day"),
      words.moneyColumn("应缴闲置费", "fee due"), words.moneyColumn("已缴闲置费", "fee paid"),
      words.areaColumn("处置面积", "area disposed of"),
      words.column("处置完成日", "disposal done"), words.column("系统备案日", "recorded in the system"),
      words.column("备注", "remark"),
    ]
  }

  private func row(_ number: Int, _ item: CaseYear, _ ledgerCase: LedgerCase) -> [DocumentCell] {
    let standing = item.standing
    let contract = contracts[item.caseID]
    let papers = CasePapers(
      events[item.caseID] ?? [], through: YearStatement.lastDay(of: statement.year), words: words)
    let zone = statement.zones.compactMap(\.zone).first { $0.id == item.zoneID }
    let hasEnded = standing.phase == .ended
    return [
      .count(number), .code(item.caseID), .text(words.phase(standing.phase)),
      .text(zone?.territory), zone.map { words.zone($0) } ?? .code(item.zoneID),
      .code(standing.parcelID), .code(ledgerCase.supervisionNo), .code(ledgerCase.contractNo),
      .text(ledgerCase.holder), .text(ledgerCase.location), optional(ledgerCase.parcelArea),
      .text(ledgerCase.landUse), .code(contract?.industryCode), .text(contract?.supplyMode),
      .day(contract?.signedDate), optional(ledgerCase.price), .day(contract?.agreedDeliveryDate),
      .day(contract?.actualDeliveryDate), .day(standing.newStart ?? ledgerCase.agreedStart),
      .day(papers.day(.start) ?? contract?.actualStartDate),
      .day(ledgerCase.agreedFinish ?? contract?.agreedFinishDate), optional(contract?.dueArea),
      optional(contract?.developedArea), optional(contract?.totalInvestment),
      optional(contract?.invested), .day(contract?.suspendedDate), .code(standing.clause),
      .day(standing.idleSince), standing.idleMonths.map { .count($0) } ?? .empty,
      .number(standing.idleArea, 2), .text(standing.causeClass.map { words($0.label) }),
      .text(standing.causeSpans.map(\.description).joined(separator: "; ")),
      papers.numbers([.investigationNotice]), papers.days([.investigationNotice]),
      finding(item, papers).number, finding(item, papers).day,
      papers.days([.publication]), way(item, papers),
      papers.numbers([.approval]), papers.days([.approval]),
      papers.numbers([.feeDecision, .withdrawalDecision]),
      papers.days([.feeDecision, .withdrawalDecision]),
      amount(standing.feeDecided, isDue: papers.has(.feeDecision)),
      amount(standing.feePaid, isDue: papers.has(.feePaid)),
      item.figures.isEnded
        ? .number(standing.disposedArea ?? standing.idleArea, 2)
        : optional(item.figures.disposedArea),
      .day(hasEnded ? standing.endedDay : nil), papers.days([.systemRecord]),
      .text(papers.remarks),
    ]
  }

  /// A figure that the ledger need not have: empty where it has none.
  private func optional(_ value: Double?) -> DocumentCell { value.map { .number($0, 2) } ?? .empty }

  /// An amount that has to be known once its event happened.
  private func amount(_ value: Double?, isDue: Bool) -> DocumentCell {
    value == nil && !isDue ? .empty : .number(value, 2)
  }

  /// Numbers and days of the findings; of a case that came without one, what is known of it.
  private func finding(
    _ item: CaseYear, _ papers: CasePapers
  ) -> (number: DocumentCell, day: DocumentCell) {
    if papers.has(.finding) { return (papers.numbers([.finding]), papers.days([.finding])) }
    guard let day = item.figures.identifiedDay else { return (.empty, .empty) }
    return (.code(item.standing.identifiedNo), .day(day))
  }

  /// How it ended; where it has not, the last way that is under way.
  private func way(_ item: CaseYear, _ papers: CasePapers) -> DocumentCell {
    if item.standing.phase == .ended, let ending = item.standing.ending {
      let text = words.ending(ending)
      // What ended before a finding was served is no disposal of idle land.
      let isDisposal = item.figures.isEnded || ending == .notIdle
      return .text(isDisposal ? text : words("\(text)（认定前）", "\(text) (before a finding)"))
    }
    return .text(
      papers.wayUnderWay.map { words("\($0)（未完成）", "\($0) (under way)") })
  }
}
