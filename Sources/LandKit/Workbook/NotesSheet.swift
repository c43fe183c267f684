import LandDocuments
import LandGeometry

/// The first sheet: what the workbook is about, which sheets it has, what its colours mean.
struct NotesSheet {
  private let properties: WorkbookProperties

  init(_ properties: WorkbookProperties) { self.properties = properties }

  var name: String { text(Bilingual(zh: "说明", en: "Notes")) }

  private func text(_ both: Bilingual) -> String {
    properties.language == .zh ? both.zh : both.en
  }

  func write(
    to file: inout WorkbookFile, name: String, sheets: [LedgerSheet]
  ) throws(WorkbookError) {
    let sheet = try file.addSheet(name)
    var row = 0
    var widths = [12, 30]
    func line(
      _ label: String, _ value: String, _ style: CellStyle = CellStyle(.body)
    ) throws(WorkbookError) {
      let (label, value) = (SheetCell.clean(label), SheetCell.clean(value))
      try file.write(.text(label), CellStyle(.label), sheet: sheet, row: row, column: 0)
      try file.write(.text(value), style, sheet: sheet, row: row, column: 1)
      widths[0] = max(widths[0], min(TextWidth.of(label), 40))
      widths[1] = max(widths[1], min(TextWidth.of(value), 80))
      row += 1
    }
    try file.write(
      .text(SheetCell.clean(properties.title)), CellStyle(.title), sheet: sheet, row: row,
      column: 0)
    row += 2
    try line(text(Bilingual(zh: "日期", en: "Day")), SheetCell.iso(properties.day))
    for particular in properties.particulars { try line(particular.label, particular.value) }
    row += 1
    for (index, part) in sheets.enumerated() {
      let label = index == 0 ? text(Bilingual(zh: "工作表", en: "Sheets")) : ""
      let count = text(Bilingual(zh: "\(part.rows.count) 行", en: "\(part.rows.count) rows"))
      let caption = part.name == part.table.caption ? "" : " – " + part.table.caption
      try line(label, "\(part.name)\(caption) (\(count))")
    }
    row += 1
    for (index, tone) in Tone.allCases.filter({ $0 != .plain }).enumerated() {
      let label = index == 0 ? text(Bilingual(zh: "字样", en: "Marks")) : ""
      try line(label, text(tone.meaning), CellStyle(.body, tone: tone))
    }
    for (column, width) in widths.enumerated() {
      file.setWidth(Double(width + 2), sheet: sheet, column: column)
    }
    file.setPage(sheet: sheet, isLandscape: false, caption: "")
  }
}

extension Tone {
  /// What a cell of this look says.
  fileprivate var meaning: Bilingual {
    switch self {
    case .plain: Bilingual(zh: "一般", en: "nothing special")
    case .good: Bilingual(zh: "符合要求", en: "a demand is met")
    case .bad: Bilingual(zh: "不符合要求(加粗)", en: "a demand is missed (bold)")
    case .attention: Bilingual(zh: "需要注意或说明(加粗斜体)", en: "needs attention or reasons (bold italics)")
    case .unknown: Bilingual(zh: "未知(斜体)", en: "not known (italics)")
    }
  }
}
