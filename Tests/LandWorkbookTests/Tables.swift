import LandCadastre
import LandDocuments
import LandWorkbook

/// A table with every kind of cell.
func ledger(rows: Int = 2) -> DocumentTable {
  var table = DocumentTable(
    caption: "宗地台账: 面积[公顷]/2024",
    columns: [
      .init("宗地编号"), .init("名称"), .init("面积", unit: "公顷"), .init("日期"), .init("状态"),
    ])
  for row in 0..<rows {
    table.rows.append([
      .code("36012100100\(1_000_000 + row)"), .text("=SUM(A1:A9) & <园区>"),
      .number(12_345.67895, 4), .day(CalendarDate(year: 2024, month: 2, day: 29)),
      DocumentCell(.unknown("开工日期"), tone: .unknown),
    ])
  }
  table.totals = [[.text("合计"), .empty, .number(24_691.3579, 4), .empty, .text("超限", tone: .bad)]]
  table.note = "单位:公顷"
  return table
}

let properties = WorkbookProperties(
  title: "年度台账", day: CalendarDate(dayNumber: 19_800), language: .zh,
  particulars: [("开发区", "示例经济开发区")])
