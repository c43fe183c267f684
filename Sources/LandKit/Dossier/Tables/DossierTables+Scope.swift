import LandAudit
import LandCadastre
import LandDocuments
import LandSurvey

extension DossierTables {
  /// The approvals of the zone, each with whether its areas add up.
  func approvals() -> DocumentTable? {
    guard let approvals = application.file.approvals, !approvals.isEmpty else { return nil }
    var table = DocumentTable(
      caption: words("历次核准", "Approvals"),
      columns: [
        column("文号", "document"), column("日期", "date"), column("类型", "kind"),
        column("原面积", "before", .hectares), column("调入", "taken in", .hectares),
        column("调出", "given up", .hectares), column("核准面积", "approved area", .hectares),
        column("恒等式差", "residual", .hectares), column("区块数", "blocks"),
      ])
    let identities = ApprovalIdentity.identities(of: approvals)
    table.rows = approvals.enumerated().map { index, approval in
      let identity = identities.first { $0.approval == index }
      let isOriginal = approval.kind?.value == .original
      let residual =
        identity.map {
          DocumentCell.number(
            $0.residualHa, 4,
            tone: $0.outcome == .holds ? .good : $0.residualHa == nil ? .unknown : .bad
          )
        } ?? .empty
      return [
        .code(approval.number?.value), .day(approval.date?.value),
        .text(approval.kind.map { language($0.value.label) }),
        isOriginal ? .empty : .number(identity?.oldHa, 4),
        isOriginal ? .empty : .number(approval.inHa?.value, 4),
        isOriginal ? .empty : .number(approval.outHa?.value, 4),
        .number(approval.areaHa?.value, 4), residual, .count(approval.blocks?.value),
      ]
    }
    table.note = words(
      "恒等式:原面积 + 调入 − 调出 = 核准面积;两位小数的公顷允许差 0.01 公顷。",
      "Identity: before + taken in − given up = approved area; two decimals of a hectare allow 0.01 ha."
    )
    return table
  }
}
