import LandGeometry
import LandOutput

/// Why a workbook cannot be made.
public struct WorkbookError: Error, Hashable, Sendable {
  /// What kind of failure; decides the exit status.
  public enum Kind: Hashable, Sendable {
    /// A table has more than a sheet can bear.
    case content
    /// Memory or temporary space is not to be had (exit status 73).
    case resources
  }
  /// What kind of failure.
  public var kind: Kind
  /// What is wrong.
  public var message: Bilingual
  /// What the user can do.
  public var remedy: Bilingual

  /// An error with its remedy.
  public init(_ kind: Kind, message: Bilingual, remedy: Bilingual) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
  }

  /// A table with more columns than a sheet can have.
  static func tooManyColumns(_ table: String, _ count: Int) -> WorkbookError {
    WorkbookError(
      .content,
      message: Bilingual(
        zh: "表“\(table)”有 \(count) 列,XLSX 工作表最多 \(SheetLimits.columns) 列",
        en: "table \"\(table)\" has \(count) columns, an XLSX sheet takes \(SheetLimits.columns)"),
      remedy: Bilingual(zh: "请减少列数,或改用 CSV", en: "use fewer columns, or CSV"))
  }

  /// A text that is longer than a cell may hold.
  static func tooLong(_ sheet: String, row: Int, column: Int) -> WorkbookError {
    WorkbookError(
      .content,
      message: Bilingual(
        zh: "工作表“\(sheet)”第 \(row + 1) 行第 \(column + 1) 列的文字超过 \(SheetLimits.text) 个字符",
        en:
          "sheet \"\(sheet)\", row \(row + 1), column \(column + 1): a text of more than \(SheetLimits.text) characters"
      ),
      remedy: Bilingual(zh: "请缩短文字,或改用 CSV", en: "shorten the text, or use CSV"))
  }

  /// A place that cannot be written to.
  static func output(_ error: OutputError) -> WorkbookError {
    WorkbookError(
      .resources,
      message: Bilingual(
        zh: "无法写入 \(error.path):\(error.reason)",
        en: "cannot write \(error.path): \(error.reason)"),
      remedy: Bilingual(
        zh: "请检查文件夹的权限和剩余空间", en: "check the folder's permissions and free space"))
  }

  /// What libxlsxwriter or the system says.
  static func library(_ reason: String) -> WorkbookError {
    WorkbookError(
      .resources,
      message: Bilingual(zh: "无法生成 XLSX:\(reason)", en: "the XLSX cannot be made: \(reason)"),
      remedy: Bilingual(
        zh: "请检查内存和临时目录(TMPDIR)的剩余空间", en: "check free memory and the space in TMPDIR"))
  }
}

/// What a sheet of the format can hold (ECMA-376, as Excel states its limits).
enum SheetLimits {
  static let rows = 1_048_576
  static let columns = 16_384
  /// Characters in a cell.
  static let text = 32_767
  /// Characters in the name of a sheet.
  static let name = 31
}
