import LandCadastre
import LandGeometry
import LandLayers

/// Rows of a register that are no cases: totals and lines of text below the table.
enum RegisterRow {
  private static let totals = [
    "合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "total", "subtotal",
  ]
  private static let remarks = [
    "注:", "说明:", "备注:", "附注", "填表", "填报", "制表", "审核", "复核", "单位负责人", "note:",
  ]

  /// Why a row is no case by its first words; nil where it may be one.
  static func reasonToLeaveOut(_ row: Int, of table: AttributeTable) -> Bilingual? {
    let cells = table.names.indices.compactMap {
      table.value(row: row, column: $0).trimmedText()
    }
    guard let first = cells.first else { return nil }
    let plain = String(
      first.lowercased().filter { !$0.isWhitespace }.map { $0 == "：" ? ":" : $0 })
    if totals.contains(where: { plain.hasPrefix($0) }) {
      return Bilingual(zh: "合计行", en: "a row of totals")
    }
    if remarks.contains(where: { plain.hasPrefix($0) }) || cells.count == 1 && table.names.count > 2
    {
      return Bilingual(zh: "表下说明,不是案件", en: "a line of text, no case")
    }
    return nil
  }
}
