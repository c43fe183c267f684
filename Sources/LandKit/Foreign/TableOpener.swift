import Foundation
import LandCadastre
import LandGeometry
import LandLayers

/// Opens tables of contracts, enterprises or cases, whatever program they were written with: CSV by
/// ``CSVReader``, JSON by ``JSONTableReader``, workbooks (XLSX, XLS, ODS) by GDAL's programs.
public struct TableOpener: Sendable {
  /// The number of the last row that a sheet of Excel can have.
  public static var lastRow: Int { 1_048_576 }

  /// How the header is found.
  public var search: HeaderSearch
  /// The sheet to read; the first one with a header where nil.
  public var sheet: String?
  /// The number of the row with the column names, as a spreadsheet counts; found where nil.
  public var headerRow: Int?
  /// Where programs are found (`PATH`).
  public var environment: [String: String]

  /// An opener.
  public init(
    _ search: HeaderSearch, sheet: String? = nil, headerRow: Int? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.search = search
    self.sheet = sheet
    self.headerRow = headerRow
    self.environment = environment
  }

  /// Whether a file is a workbook, by its first bytes.
  public static func isWorkbook(_ source: SourceBytes) -> Bool { TableFormat(source).isWorkbook }

  /// Opens a table by its path.
  ///
  /// - Throws: ``FormatError`` as ``CSVReader/readTable(_:headerRow:separator:)`` and
  ///   ``JSONTableReader/readTable(_:)``; for a workbook
  ///   also where a program is missing, the file is damaged, it has no such sheet or no header,
  ///   or a code in it was rounded as a number.
  public func open(_ path: String) throws(FormatError) -> OpenedTable {
    try read(SourceBytes.open(path))
  }

  /// The same for a file that is open already; a workbook is read again by the name of `source`.
  public func read(_ source: SourceBytes) throws(FormatError) -> OpenedTable {
    let format = TableFormat(source)
    switch format {
    case .csv: return try delimited(source)
    case .json: return try objects(source)
    case .xlsx, .ods, .xls: break
    }
    let workbook = try WorkbookProgram(source, format, environment: environment)
    let sheets = try workbook.sheets()
    let chosen = try choose(in: workbook, sheets, source.name)
    // GDAL puts one line above the sheet.
    var table = try CSVReader.readTable(
      chosen.text, headerRow: chosen.header + 1, separator: ",")
    table.rowNumbers = table.rowNumbers.map { $0 - 1 }
    table.lines = table.rowNumbers
    for index in table.issues.indices {
      table.issues[index].line =
        table.issues[index].row.map { table.rowNumbers[$0] } ?? chosen.header
    }
    var opened = OpenedTable(
      table: table, format: format.rawValue.uppercased(), sheet: chosen.name, sheets: sheets)
    if sheets.count > 1 {
      opened.notes.append(
        Bilingual(
          zh: "共 \(sheets.count) 个工作表,读取“\(chosen.name)”",
          en: "\(sheets.count) sheets, the one read is '\(chosen.name)'"))
    }
    if format == .xls {
      opened.notes.append(
        Bilingual(
          zh: ".xls 中由公式得出的单元格读作空;如有公式,请另存为 .xlsx",
          en: "cells with formulas are empty when read from .xls; save it as .xlsx if there are any"
        ))
    }
    try finish(&opened, above: chosen.rows, header: chosen.header)
    if let error = FormatError(
      RoundedCode.find(in: opened.table, role: search.role, hasNumbers: true), file: source.name)
    {
      throw error
    }
    return opened
  }

  private func refuseSheet(_ source: SourceBytes) throws(FormatError) {
    guard let sheet else { return }
    throw FormatError(
      file: source.name,
      message: Bilingual(zh: "不是工作簿,没有工作表 \(sheet)", en: "no workbook, so no sheet \(sheet)"),
      remedy: Bilingual(zh: "请去掉 --sheet", en: "leave --sheet out"))
  }

  private func objects(_ source: SourceBytes) throws(FormatError) -> OpenedTable {
    try refuseSheet(source)
    if headerRow != nil {
      throw FormatError(
        file: source.name,
        message: Bilingual(zh: "JSON 没有表头行", en: "JSON has no header row"),
        remedy: Bilingual(zh: "请去掉 --header-row", en: "leave --header-row out"))
    }
    var opened = OpenedTable(table: try JSONTableReader.readTable(source), format: "JSON")
    try finish(&opened, above: [], header: 0)
    return opened
  }

  private func delimited(_ source: SourceBytes) throws(FormatError) -> OpenedTable {
    try refuseSheet(source)
    let rows = try CSVReader.firstRows(source, through: max(HeaderSearch.depth, headerRow ?? 0))
    let header = headerRow ?? search.header(in: rows)
    var opened = OpenedTable(
      table: try CSVReader.readTable(source, headerRow: header), format: "CSV")
    try finish(&opened, above: rows, header: header ?? 0)
    return opened
  }

  /// Gives the columns their names: as mapped, and with the units that stand above the table.
  private func finish(_ opened: inout OpenedTable, above rows: [CSVReader.Row], header: Int)
    throws(FormatError)
  {
    let file = opened.table.attributes.source.name
    opened.headers = opened.table.attributes.names.map(HeaderSearch.name)
    let names = opened.headers.map { search.mapping[$0] ?? $0 }
    let units = StatedUnits(above: rows.filter { $0.number < header }.flatMap(\.cells))
    guard !units.isAmbiguous else {
      throw FormatError(
        file: file,
        message: Bilingual(
          zh: "表头上方写了两种不同的面积或金额单位",
          en: "two different units of areas or amounts stand above the table"),
        remedy: Bilingual(
          zh: "请把单位写进列名,如 闲置面积(公顷)", en: "write the unit into each header, as in 闲置面积(公顷)"))
    }
    let complete = units.complete(names, role: search.role)
    opened.table.attributes = opened.table.attributes.named(complete)
    let changed = zip(names, complete).filter { $0 != $1 }.map(\.1)
    if !changed.isEmpty {
      opened.notes.append(
        Bilingual(
          zh: "按表头上方的单位读取:\(changed.joined(separator: "、"))",
          en: "read in the unit that stands above the table: \(changed.joined(separator: ", "))"))
    }
  }
}
