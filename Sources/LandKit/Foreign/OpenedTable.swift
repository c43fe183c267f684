import LandCadastre
import LandGeometry
import LandLayers

/// A table of whatever file, with what was chosen on the way to it.
public struct OpenedTable: Sendable {
  /// Columns and rows. For a workbook the places are rows of the sheet.
  public var table: CSVTable
  /// The format: CSV, XLSX, ODS or XLS.
  public var format: String
  /// The sheet that was read; nil for a file without sheets.
  public var sheet: String?
  /// All sheets of the workbook.
  public var sheets: [String] = []
  /// The columns with all their names as the file has them, before they were mapped.
  public var headers: [String] = []
  /// What the user should know, in the order it was found.
  public var notes: [Bilingual] = []
}
