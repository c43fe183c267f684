import LandCadastre
import LandGeometry
import LandLayers

extension TableOpener {
  /// A sheet with its header.
  struct ChosenSheet {
    var name: String
    var text: SourceBytes
    /// The first rows, numbered as the sheet does.
    var rows: [CSVReader.Row]
    /// The number of the row that names the columns.
    var header: Int
  }

  /// The sheet that was asked for, else the first one with a header.
  func choose(in workbook: borrowing WorkbookProgram, _ sheets: [String], _ file: String)
    throws(FormatError) -> ChosenSheet
  {
    if let sheet, !sheets.contains(sheet) {
      let near = SpellingAid.nearest(to: sheet, among: sheets)
      let list = sheets.joined(separator: ", ")
      throw FormatError(
        file: file,
        message: Bilingual(zh: "没有工作表“\(sheet)”", en: "there is no sheet '\(sheet)'"),
        remedy: Bilingual(
          zh: "\(near.map { "是否应为 \($0)?" } ?? "")工作表有:\(list)",
          en: "\(near.map { "did you mean \($0)? " } ?? "")the sheets are: \(list)"))
    }
    var filled: [ChosenSheet] = []
    for name in sheet.map({ [$0] }) ?? sheets.filter({ !$0.hasPrefix("-") }) {
      let text = try workbook.rows(of: name)
      let depth = max(HeaderSearch.depth, headerRow ?? 0)
      var rows = try CSVReader.firstRows(text, through: depth + 1, separator: ",")
      // The line that GDAL puts above the sheet.
      if !rows.isEmpty { rows.removeFirst() }
      for index in rows.indices { rows[index].number -= 1 }
      if rows.isEmpty { continue }
      let candidates = headerRow.map { number in rows.filter { $0.number == number } } ?? rows
      if let header = search.header(in: candidates) {
        return ChosenSheet(name: name, text: text, rows: rows, header: header)
      }
      if let headerRow {
        filled.append(ChosenSheet(name: name, text: text, rows: rows, header: headerRow))
      }
    }
    // A header that somebody points at need not be known, if it is clear in which sheet.
    if filled.count == 1, let only = filled.first { return only }
    let looked = (sheet.map { [$0] } ?? sheets).joined(separator: ", ")
    throw FormatError(
      file: file,
      message: Bilingual(
        zh: "前 \(HeaderSearch.depth) 行中没有认得出的表头(工作表:\(looked))",
        en: "none of the first \(HeaderSearch.depth) rows is a known header (sheets: \(looked))"),
      remedy: Bilingual(
        zh: "表头须含 \(anchorNames) 等至少三个认得的列名;可用 --map 对应列名,ledger import 还可用 --sheet、--header-row",
        en: "a header has \(anchorNames) and three known names in all; see --map, --sheet and "
          + "--header-row of ledger import"))
  }

  private var anchorNames: String { search.anchors.map(\.officialName).joined(separator: " / ") }
}
