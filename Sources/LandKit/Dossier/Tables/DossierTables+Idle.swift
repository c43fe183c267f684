import LandAudit
import LandCadastre
import LandCompliance
import LandDocuments
import LandExpansion
import LandGeometry
import LandIdleLand
import LandReport

extension DossierTables {
  /// 闲置土地清单: every parcel of the zone that is, was or may be idle, with the state of its case.
  /// The columns are those of Decree 53 Art. 6, 10–14 and 25; there is no official form.
  func idleLand() -> DocumentTable? {
    var table = DocumentTable(caption: words("闲置土地清单", "Idle land"), columns: idleColumns)
    table.rows = idleRows.enumerated().map { index, row in idleRow(index + 1, row) }
    table.note = words(
      "涉嫌闲置为本次核查结论,须经调查认定;调查通知书、处置方案批复、决定书等文书以台账登记为准。",
      "Suspected: the result of this audit, to be investigated. Notices and decisions are kept in the ledger."
    )
    return table
  }

  /// The same as far as it fits on a page.
  func idleSummary() -> DocumentTable? {
    guard !application.idle.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("闲置土地清单(摘要)", "Idle land (summary)"),
      columns: [
        column("宗地编号", "parcel"), column("合同编号", "contract"), column("使用权人", "holder"),
        column("闲置面积", "idle area", .hectares), column("状态", "state"),
        column("类型", "clause"), column("起算日", "idle since"), column("月数", "months"),
        column("原因", "cause"), column("处置方式", "disposal"), column("处置完成日", "disposed on"),
        column("下一步", "next step"),
      ])
    table.rows = idleRows.map { row in
      let idle = row.idle
      let contract = row.assessment.contracts.first { $0.contract.contractNo == idle.contractNo }
      return [
        .code(row.id), .code(idle.contractNo), .text(contract?.contract.holder),
        .hectares(idle.idleArea),
        DocumentCell(
          .text(language(idle.state.label)), tone: idle.state == .disposed ? .good : .bad),
        .text(idle.clause.map { language($0.label) }), .day(idle.idleSince),
        .count(idle.idleMonths), .text(idle.causeClass.map { language($0.label) }),
        .text(idle.disposalWay.map { language($0.label) }), .day(idle.disposedDate),
        .text(idle.nextStep == .none ? nil : language(idle.nextStep.text)),
      ]
    }
    table.note = words(
      "全部栏目见工作簿“闲置土地清单”。", "All columns are in the workbook, sheet \"Idle land\".")
    return table
  }

  /// Open cases first, the largest first.
  private var idleRows: [ParcelRow] {
    let order: [IdleAssessment.State] = [.identified, .suspected, .disposed]
    return application.idle.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.state) ?? 9, order.firstIndex(of: b.state) ?? 9)
      return (first, -(a.idle.idleArea ?? 0), a.id)
        < (second, -(b.idle.idleArea ?? 0), b.id)
    }
  }

  private var idleColumns: [DocumentTable.Column] {
    [
      column("序号", "no."), column("行政区", "territory"), column("开发区", "zone"),
      column("宗地编号", "parcel"), column("电子监管号", "supervision no."),
      column("合同编号", "contract"), column("使用权人", "holder"), column("坐落", "location"),
      column("宗地面积", "parcel area", .squareMetres), column("用途", "use"),
      column("行业", "industry"), column("供地方式", "way of supply"),
      column("合同签订日", "signed"), column("价款", "price", .wan),
      column("约定交地日", "agreed delivery"), column("实际交地日", "actual delivery"),
      column("约定动工日", "start in force"), column("实际动工日", "actual start"),
      column("约定竣工日", "agreed completion"),
      column("应动工面积", "land due", .squareMetres),
      column("已动工面积", "land developed", .squareMetres),
      column("总投资", "total investment", .wan), column("已投资", "invested", .wan),
      column("中止日", "suspended"), column("闲置状态", "state"), column("闲置类型", "clause"),
      column("闲置起算日", "idle since"), column("闲置月数", "months idle"),
      column("闲置面积", "idle area", .squareMetres), column("原因类别", "class of cause"),
      column("原因时段", "spans of causes"), column("认定书文号", "finding no."),
      column("认定书日期", "finding date"), column("处置方式", "disposal"),
      column("处置面积", "area disposed", .squareMetres), column("处置完成日", "disposed on"),
      column("应缴闲置费", "fee due", .wan), column("已缴闲置费", "fee paid", .wan),
      column("系统备案日", "recorded on"), column("下一步", "next step"), column("备注", "remark"),
    ]
  }

  private func idleRow(_ number: Int, _ row: ParcelRow) -> [DocumentCell] {
    let idle = row.idle
    let contract =
      row.assessment.contracts.first { $0.contract.contractNo == idle.contractNo }?.contract
      ?? row.assessment.contracts.first?.contract
    let spans = contract?.causeSpans.map(\.description).joined(separator: "; ")
    return [
      .count(number), .code(application.file.territory?.value),
      .text(application.file.name?.value ?? application.check.zone), .code(row.id),
      .code(contract?.supervisionNo), .code(contract?.contractNo), .text(contract?.holder),
      .text(contract?.location), .number(row.layer.planarArea, 2),
      .text(row.ground.landUse ?? contract?.landUse), .code(contract?.industryCode),
      .text(contract?.supplyMode), .day(contract?.signedDate), .number(contract?.price, 2),
      .day(contract?.agreedDeliveryDate), .day(contract?.actualDeliveryDate),
      .day(idle.startInForce?.day), .day(contract?.actualStartDate),
      .day(contract?.agreedFinishDate), .number(contract?.dueArea, 2),
      .number(contract?.developedArea, 2), .number(contract?.totalInvestment, 2),
      .number(contract?.invested, 2), .day(contract?.suspendedDate),
      DocumentCell(.text(language(idle.state.label)), tone: idle.state == .disposed ? .good : .bad),
      .text(idle.clause.map { language($0.label) }), .day(idle.idleSince), .count(idle.idleMonths),
      .number(idle.idleArea, 2), .text(idle.causeClass.map { language($0.label) }), .text(spans),
      .code(idle.identifiedNo), .day(idle.identifiedDate),
      .text(idle.disposalWay.map { language($0.label) }),
      idle.disposedDate == nil ? .empty : .number(idle.disposedArea ?? idle.idleArea, 2),
      .day(idle.disposedDate), idle.state == .disposed ? .empty : .number(idle.feeDue, 2),
      .number(contract?.feePaid, 2), .day(contract?.systemRecordDate),
      .text(idle.nextStep == .none ? nil : language(idle.nextStep.text)), .text(contract?.remark),
    ]
  }

  /// The sets of cases whose disposal would pass the gates, where the rate of disposal is missed.
  func disposalPlans() -> DocumentTable? {
    var table = DocumentTable(
      caption: words("拟处置方案(测算)", "Cases to dispose of (reckoned)"),
      columns: [
        column("处置方式", "way"), column("目标", "aim"), column("宗数", "cases"),
        column("面积", "area", .hectares), column("宗地", "parcels"), column("最优性", "proof"),
      ])
    for disposals in application.check.closing.disposals {
      guard case .possible(let fewest, let least) = disposals.outcome, !fewest.steps.isEmpty
      else { continue }
      for (aim, plan) in [
        (words("宗数最少", "fewest cases"), fewest), (words("面积最小", "least area"), least),
      ] {
        table.rows.append([
          .text(language(disposals.way.label)), .text(aim), .count(plan.count),
          .hectares(plan.area), .text(language.list(plan.steps.map(\.id))),
          .text(plan.proven ? words("已证明最优", "proven best") : words("未证明最优", "not proven")),
        ])
      }
    }
    guard !table.rows.isEmpty else { return nil }
    table.note = words(
      "每组方案处置后,闲置土地处置率与尚可供应土地占比两项条件均能满足。",
      "After each set both the rate of disposal and the share of land left pass.")
    return table
  }
}

extension ParcelRow {
  fileprivate var state: IdleAssessment.State { idle.state }
}
