/// The sheets of an XLSX workbook as rows of texts, read without the library under test: numbers as
/// the file has them, nothing as an empty text. Only what libxlsxwriter writes is understood.
public struct WorkbookRows {
  /// Name and rows of each sheet, in order.
  public private(set) var sheets: [(name: String, rows: [[String]])] = []

  /// Reads a workbook.
  public init(_ bytes: [UInt8]) throws {
    let archive = try ZipArchive(bytes)
    // A streamed workbook has its texts in the cells.
    let shared = "xl/sharedStrings.xml"
    let texts =
      archive.names.contains(shared)
      ? MarkupText.elements("si", in: try archive.text(shared)).map { MarkupText.plain($0.content) }
      : []
    let names = MarkupText.elements("sheet", in: try archive.text("xl/workbook.xml"))
      .map { MarkupText.attribute("name", of: $0.attributes) ?? "" }
    for (index, name) in names.enumerated() {
      let xml = try archive.text("xl/worksheets/sheet\(index + 1).xml")
      let rows = MarkupText.elements("row", in: xml).map { row in
        Self.cells(of: row.content, texts)
      }
      sheets.append((name, rows))
    }
  }

  private static func cells(of row: String, _ texts: [String]) -> [String] {
    var cells: [String] = []
    for cell in MarkupText.elements("c", in: row) {
      let place = MarkupText.attribute("r", of: cell.attributes) ?? ""
      let column = place.utf8.prefix { $0 >= UInt8(ascii: "A") }
        .reduce(0) { 26 * $0 + Int($1 - UInt8(ascii: "A")) + 1 }
      while cells.count < column { cells.append("") }
      guard column > 0 else { continue }
      if MarkupText.attribute("t", of: cell.attributes) == "inlineStr" {
        cells[column - 1] = MarkupText.plain(cell.content)
        continue
      }
      let value = MarkupText.elements("v", in: cell.content).first?.content ?? ""
      let isShared = MarkupText.attribute("t", of: cell.attributes) == "s"
      cells[column - 1] = isShared ? (Int(value).map { texts[$0] } ?? "") : value
    }
    return cells
  }
}
