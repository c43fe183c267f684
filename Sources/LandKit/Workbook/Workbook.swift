import LandCadastre
import LandDocuments

/// What a workbook says of itself.
public struct WorkbookProperties: Sendable {
  /// Its title.
  public var title: String
  /// The day it is made for; also its day of creation, so that the clock is in no file.
  public var day: CalendarDate
  /// The language of its texts.
  public var language: Document.Language
  /// What it is about and made from, as label and value, for the sheet of notes.
  public var particulars: [(label: String, value: String)]

  /// The properties of a workbook.
  public init(
    title: String, day: CalendarDate, language: Document.Language,
    particulars: [(label: String, value: String)] = []
  ) {
    self.title = title
    self.day = day
    self.language = language
    self.particulars = particulars
  }
}

/// Writes tables as an XLSX workbook: a sheet of notes, then a ledger sheet for each table.
///
/// The same tables and properties give the same bytes. Figures are rounded to the decimals of their
/// cells, half away from zero, so that the workbook and a CSV file say the same. All cells are in
/// memory while it is made.
public enum Workbook {
  /// The bytes of a workbook.
  public static func bytes(
    tables: [DocumentTable], properties: WorkbookProperties
  ) throws(WorkbookError) -> [UInt8] {
    try bytes(tables: tables, properties: properties, sheetRows: SheetLimits.rows)
  }

  /// The tables of a paper as a workbook.
  public static func bytes(
    of document: Document, day: CalendarDate
  ) throws(WorkbookError) -> [UInt8] {
    let tables = document.blocks.compactMap { block -> DocumentTable? in
      if case .table(let table) = block { table } else { nil }
    }
    return try bytes(
      tables: tables,
      properties: WorkbookProperties(
        title: document.title, day: day, language: document.language,
        particulars: document.particulars))
  }

  /// The same with another limit of rows a sheet.
  static func bytes(
    tables: [DocumentTable], properties: WorkbookProperties, sheetRows: Int
  ) throws(WorkbookError) -> [UInt8] {
    var names = SheetNames()
    let notes = NotesSheet(properties)
    let notesName = names.name(for: notes.name)
    var sheets: [LedgerSheet] = []
    for table in tables {
      guard table.columns.count <= SheetLimits.columns else {
        throw .tooManyColumns(table.caption, table.columns.count)
      }
      for part in LedgerSheet.parts(of: table, sheetRows: sheetRows) {
        var sheet = part
        sheet.name = names.name(for: table.caption)
        sheets.append(sheet)
      }
    }
    var file = try WorkbookFile()
    file.setProperties(title: SheetCell.clean(properties.title), day: properties.day)
    try notes.write(to: &file, name: notesName, sheets: sheets)
    for sheet in sheets { try sheet.write(to: &file, language: properties.language) }
    return try file.bytes()
  }
}
