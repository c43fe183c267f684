import LandDocuments
import LandOutput

/// Writes long tables as an XLSX workbook, row by row: memory does not grow with the rows, but for
/// what the tables themselves hold.
///
/// The same tables and properties give the same bytes. Numbers are rounded to the decimals of their
/// cells; texts are strings, never formulas, and are cut where no cell can hold them. Empty cells
/// are left out.
public struct StreamedWorkbook: Sendable {
  /// Its title, day and language; the particulars are not shown.
  public var properties: WorkbookProperties
  /// Its tables, a sheet each, more where a table has more rows than a sheet can.
  public var tables: [StreamedTable]

  /// A workbook of tables.
  public init(tables: [StreamedTable], properties: WorkbookProperties) {
    self.tables = tables
    self.properties = properties
  }

  /// Writes the file beside its place; the caller publishes it once all its files are finished.
  public func finished(at path: String) throws(WorkbookError) -> FinishedFile {
    try finished(at: path, sheetRows: SheetLimits.rows)
  }

  /// The same with another limit of rows a sheet.
  func finished(at path: String, sheetRows: Int) throws(WorkbookError) -> FinishedFile {
    var names = SheetNames()
    var sheets: [StreamedSheet] = []
    for table in tables {
      guard table.columns.count <= SheetLimits.columns else {
        throw .tooManyColumns(table.caption, table.columns.count)
      }
      sheets += StreamedSheet.parts(of: table, sheetRows: sheetRows, names: &names)
    }
    var place: AtomicPlace
    do throws(OutputError) { place = try AtomicPlace(path) } catch { throw .output(error) }
    var file = try WorkbookFile(streamingTo: place.temporary)
    file.setProperties(title: SheetCell.clean(properties.title), day: properties.day)
    for sheet in sheets { try sheet.write(to: &file, language: properties.language) }
    try file.end()
    return place.finish()
  }
}
