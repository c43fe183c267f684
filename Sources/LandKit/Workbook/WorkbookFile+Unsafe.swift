// Unsafe because libxlsxwriter is a C library: a workbook is a pointer that is freed exactly once,
// sheets and formats are pointers into it. The owner is not copyable, so the compiler sees to that;
// sheets are named by their index and the pointers never leave this file.

import CXLSX
import Glibc
import LandCadastre
import LandDocuments
import Synchronization

/// A workbook being written. libxlsxwriter writes to a file name, so it gets one that stands for
/// memory; the parts that it assembles pass through files without a name in the temporary folder.
struct WorkbookFile: ~Copyable {
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  /// The file in memory; negative where the workbook goes to a file of the caller's.
  private let memory: Int32
  private var sheets: [(pointer: UnsafeMutablePointer<lxw_worksheet>, name: String)] = []
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  /// The library formats the day of creation in a buffer that all threads share.
  private static let closing = Mutex(())

  init() throws(WorkbookError) {
    let memory = landctl_memory_file("landctl-xlsx")
    guard memory >= 0 else { throw .library(String(cString: strerror(errno))) }
    var options = lxw_workbook_options()
    guard let workbook = workbook_new_opt("/proc/self/fd/\(memory)", &options) else {
      close(memory)
      throw .library("workbook_new")
    }
    self.memory = memory
    self.workbook = workbook
  }

  /// A workbook that goes to a file and keeps one row of each sheet in memory; rows and columns
  /// have to be written in order. Parts pass through files without a name in the temporary folder.
  ///
  /// - Parameter path: an existing file that may be overwritten.
  init(streamingTo path: String) throws(WorkbookError) {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(path, &options) else { throw .library("workbook_new") }
    memory = -1
    self.workbook = workbook
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
    if memory >= 0 { close(memory) }
  }

  /// Title, language and day of creation. The day is the one given, at 00:00 UTC.
  mutating func setProperties(title: String, day: CalendarDate) {
    var properties = lxw_doc_properties()
    // The library copies the texts.
    let text = strdup(title)
    let author = strdup("landctl")
    defer {
      free(text)
      free(author)
    }
    properties.title = text
    properties.author = author
    // Zero would mean the clock.
    properties.created = day.dayNumber == 0 ? 1 : day.dayNumber * 86_400
    workbook_set_properties(workbook, &properties)
  }

  /// Adds a sheet and returns its index.
  mutating func addSheet(_ name: String) throws(WorkbookError) -> Int {
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      throw .library("workbook_add_worksheet(\(name))")
    }
    sheets.append((sheet, name))
    return sheets.count - 1
  }

  /// Writes a cell.
  mutating func write(
    _ cell: SheetCell, _ style: CellStyle, sheet: Int, row: Int, column: Int
  ) throws(WorkbookError) {
    let format = self.format(style)
    let (pointer, name) = sheets[sheet]
    let (row32, column16) = (lxw_row_t(row), lxw_col_t(column))
    let status: lxw_error
    switch cell {
    case .text(let text):
      // A string, whatever it starts with: never a formula, a number or a link.
      status = worksheet_write_string(pointer, row32, column16, CellEscape.text(text), format)
    case .number(let value, _), .coordinate(let value, _), .day(let value):
      status = worksheet_write_number(pointer, row32, column16, value, format)
    case .blank: status = worksheet_write_blank(pointer, row32, column16, format)
    }
    if status == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED {
      throw .tooLong(name, row: row, column: column)
    }
    try Self.check(status)
  }

  /// Sets the width of a column in digits.
  func setWidth(_ width: Double, sheet: Int, column: Int) {
    worksheet_set_column(
      sheets[sheet].pointer, lxw_col_t(column), lxw_col_t(column), width, nil)
  }

  /// A heading row that stays, filters over `rows` rows below it, and A4 pages as wide as the sheet
  /// on which the heading repeats.
  ///
  /// - Parameter caption: stands above each page.
  func layOut(
    sheet: Int, columns: Int, rows: Int, caption: String, isLandscape: Bool? = nil
  ) {
    let pointer = sheets[sheet].pointer
    let last = lxw_col_t(max(columns, 1) - 1)
    worksheet_freeze_panes(pointer, 1, 0)
    worksheet_autofilter(pointer, 0, 0, lxw_row_t(rows), last)
    worksheet_repeat_rows(pointer, 0, 0)
    setPage(sheet: sheet, isLandscape: isLandscape ?? (columns > 8), caption: caption)
  }

  /// A4, one page wide, pages numbered.
  func setPage(sheet: Int, isLandscape: Bool, caption: String) {
    let pointer = sheets[sheet].pointer
    worksheet_set_paper(pointer, 9)  // A4
    if isLandscape { worksheet_set_landscape(pointer) }
    worksheet_fit_to_pages(pointer, 1, 0)
    worksheet_set_margins(pointer, 0.5, 0.5, 0.75, 0.75)
    // At most 255 characters with the codes; an ampersand begins a code.
    let shown = String(caption.prefix(80)).replacing("&", with: "&&").replacing("\n", with: " ")
    worksheet_set_header(pointer, "&C" + shown)
    worksheet_set_footer(pointer, "&C&P / &N")
  }

  /// Ends the workbook; its file is whole.
  mutating func end() throws(WorkbookError) {
    let open = workbook
    workbook = nil
    // Frees the workbook whatever comes of it.
    let status = Self.closing.withLock { _ in workbook_close(open) }
    try Self.check(status)
  }

  /// Ends a workbook in memory and returns its bytes.
  consuming func bytes() throws(WorkbookError) -> [UInt8] {
    try end()
    var information = stat()
    guard fstat(memory, &information) == 0 else { throw .library(String(cString: strerror(errno))) }
    var bytes = [UInt8](repeating: 0, count: Int(information.st_size))
    let descriptor = memory
    let isRead = bytes.withUnsafeMutableBytes { raw in
      var offset = 0
      while offset < raw.count {
        let count = pread(
          descriptor, raw.baseAddress?.advanced(by: offset), raw.count - offset, off_t(offset))
        if count <= 0 { return false }
        offset += count
      }
      return true
    }
    guard isRead else { throw .library(String(cString: strerror(errno))) }
    return bytes
  }

  private static func check(_ status: lxw_error) throws(WorkbookError) {
    guard status == LXW_NO_ERROR else {
      throw .library(lxw_strerror(status).map { String(cString: $0) } ?? "\(status.rawValue)")
    }
  }

  private mutating func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    switch style.role {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .heading:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, 0xE8EEF4)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .label: format_set_bold(format)
    case .body, .total:
      if style.content == .text { format_set_text_wrap(format) }
      if style.role == .total {
        format_set_bold(format)
        format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      }
    case .note: format_set_italic(format)
    case .row: break
    }
    if let colours = style.tone.colours {
      format_set_font_color(format, colours.font)
      if let ground = colours.ground { format_set_bg_color(format, ground) }
      if style.tone.isBold { format_set_bold(format) }
      if style.tone.isItalic { format_set_italic(format) }
    }
    formats[style] = format
    return format
  }
}
