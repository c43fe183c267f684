import LandGeometry
import LandLayers

/// The rows of a .dbf file, handed to a ``LayerBuilder``.
struct TableReader: ~Copyable {
  /// The number of rows, deleted ones included.
  var rowCount: Int { header.rowCount }
  /// The encoding for people.
  let encoding: String

  private let file: String
  private let header: TableHeader
  private let table: TableReading
  private let decoder: TextDecoder
  private let page: CodePage
  private var notes: [Bilingual]
  private var columns: [Column] = []
  private var row: [UInt8] = []

  /// A column that is read.
  private struct Column {
    var name: String
    var type: UInt8
    var bytes: Range<Int>
    /// Where the builder has it.
    var place = 0
    /// Cells of stars so far.
    var stars = 0
  }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - option: the encoding that the user names; nil to find it.
  ///   - codePage: the .cpg file beside it.
  /// - Throws: ``FormatError`` where the file is no such table, is shorter than it says, or the
  ///   system does not know the encoding.
  init(_ source: SourceBytes, option: String?, codePage: String?) throws(FormatError) {
    let header = try TableHeader(source)
    guard let table = TableReading(source, recordLength: header.recordLength) else {
      throw .damaged(
        source.name, zh: "shapelib 无法打开属性表", en: "shapelib cannot open the table")
    }
    let encoding = try TableEncoding(
      file: source.name, option: option, languageDriver: header.languageDriver,
      codePage: try Self.text(ofCodePage: codePage)
    ) { () throws(FormatError) in Self.isUTF8(header, table) }
    guard let decoder = TextDecoder(encoding.page) else {
      throw .damaged(
        source.name, zh: "系统缺少 \(encoding.page.name) 字符转换表",
        en: "the system has no converter for \(encoding.page.name)",
        remedy: Bilingual(
          zh: "请安装 glibc 的 gconv 模块", en: "install the gconv modules of glibc"))
    }
    file = source.name
    self.header = header
    self.table = table
    self.decoder = decoder
    self.encoding = encoding.label
    page = encoding.page
    notes = header.notes + encoding.notes
    nameColumns()
  }

  /// The first bytes of a .cpg file, which holds one word.
  private static func text(ofCodePage path: String?) throws(FormatError) -> String? {
    guard let path else { return nil }
    return String(decoding: try SourceBytes.open(path).prefix(64), as: UTF8.self)
  }

  /// Whether all names and texts are UTF-8; the last character of a cell that is full may be cut.
  private static func isUTF8(_ header: TableHeader, _ table: borrowing TableReading) -> Bool {
    guard let utf8 = TextDecoder(.utf8) else { return false }
    func fits(_ bytes: ArraySlice<UInt8>, width: Int) -> Bool {
      guard let found = utf8.text(Array(bytes)) else { return false }
      return !found.isCut || bytes.count >= width
    }
    guard header.fields.allSatisfy({ fits($0.name[...], width: 10) }) else { return false }
    let texts = header.fields.filter { $0.type == UInt8(ascii: "C") }
    var row: [UInt8] = []
    for index in 0..<header.rowCount where table.read(index, into: &row) {
      for field in texts {
        let bytes = CellValue.textBytes(row[field.bytes])
        guard bytes.contains(where: { $0 >= 0x80 }) else { continue }
        if !fits(bytes, width: field.bytes.count) { return false }
      }
    }
    return true
  }

  /// Decodes the names and leaves out the columns that are not read.
  private mutating func nameColumns() {
    var seen: Set<String> = []
    for (index, field) in header.fields.enumerated() {
      let name = name(field, index)
      switch field.type {
      case _ where field.bytes.isEmpty:
        note(zh: "列“\(name)”的宽度为 0,未读取", en: "column '\(name)' has no width and was left out")
        continue
      case UInt8(ascii: "C"), UInt8(ascii: "N"), UInt8(ascii: "F"), UInt8(ascii: "D"),
        UInt8(ascii: "L"):
        break
      case UInt8(ascii: "M"), UInt8(ascii: "G"), UInt8(ascii: "P"):
        note(
          zh: "备注列“\(name)”(.dbt/.fpt)未读取",
          en: "column '\(name)' is a memo (.dbt, .fpt) and was left out")
        continue
      default:
        let type =
          field.type > 0x20 && field.type < 0x7F
          ? String(Unicode.Scalar(field.type)) : "\(field.type)"
        note(
          zh: "列“\(name)”的类型 \(type) 不支持,未读取",
          en: "column '\(name)' is of type \(type), which is not read, and was left out")
        continue
      }
      if !seen.insert(name).inserted {
        note(
          zh: "列名“\(name)”重复,按名称取值时用第一列",
          en: "the column '\(name)' occurs again; the first of the name is used")
      }
      columns.append(Column(name: name, type: field.type, bytes: field.bytes))
    }
  }

  private mutating func name(_ field: TableHeader.Field, _ index: Int) -> String {
    let bytes = Array(CellValue.textBytes(field.name[...]))
    if bytes.isEmpty { return "FIELD_\(index + 1)" }
    if let found = decoder.text(bytes) { return found.text }
    note(
      zh: "第 \(index + 1) 列的列名不是 \(page.name) 文本",
      en: "the name of column \(index + 1) is no \(page.name) text")
    return "FIELD_\(index + 1)"
  }

  private mutating func note(zh: String, en: String) {
    notes.append(Bilingual(zh: zh, en: en))
  }

  /// Makes the columns in a layer.
  mutating func begin(_ builder: inout LayerBuilder) {
    for index in columns.indices { columns[index].place = builder.newColumn(columns[index].name) }
    builder.encoding = encoding
  }

  /// Goes to a row.
  ///
  /// - Returns: whether it is there and not deleted.
  mutating func load(_ index: Int) throws(FormatError) -> Bool {
    guard table.read(index, into: &row), let mark = row.first else {
      throw .damaged(file, zh: "第 \(index + 1) 行无法读取", en: "row \(index + 1) cannot be read")
    }
    return mark != UInt8(ascii: "*")
  }

  /// Gives the feature that was begun the values of the row.
  mutating func set(_ builder: inout LayerBuilder) {
    for index in columns.indices {
      let column = columns[index]
      var value = LayerValue.null
      switch read(row[column.bytes], as: column.type) {
      case .value(let found): value = found
      case .stars: columns[index].stars += 1
      case .cut(let text):
        value = .text(text)
        builder.issue(.ignored("column '\(column.name)': its last character is not whole"))
      case .faulty(let reason):
        builder.issue(.ignored("column '\(column.name)': \(reason)"))
      }
      builder.set(column.place, value)
    }
  }

  private enum Read {
    case value(LayerValue)
    case stars
    case cut(String)
    case faulty(String)
  }

  private func read(_ cell: ArraySlice<UInt8>, as type: UInt8) -> Read {
    let value: CellValue
    switch type {
    case UInt8(ascii: "N"), UInt8(ascii: "F"): value = CellValue.number(cell)
    case UInt8(ascii: "D"): value = CellValue.day(cell)
    case UInt8(ascii: "L"): value = CellValue.truth(cell)
    default:
      let bytes = Array(CellValue.textBytes(cell))
      if bytes.isEmpty { return .value(.null) }
      guard let found = decoder.text(bytes) else { return .faulty("no \(page.name) text") }
      return found.isCut ? .cut(found.text) : .value(.text(found.text))
    }
    switch value {
    case .value(let value): return .value(value)
    case .stars: return .stars
    case .faulty(let reason): return .faulty(reason)
    }
  }

  /// Tells the builder what is to be said of the table as a whole.
  consuming func finish(_ builder: inout LayerBuilder, deleted: Int) {
    builder.notes += notes
    for column in columns where column.stars > 0 {
      builder.notes.append(
        Bilingual(
          zh: "列“\(column.name)”有 \(column.stars) 格只有星号(空值,或数值超出列宽),按空值读取",
          en: """
            column '\(column.name)': \(column.stars) cells of stars (null, or a number too long for \
            the column) were read as null
            """))
    }
    if deleted > 0 {
      builder.notes.append(
        Bilingual(
          zh: "\(deleted) 行带删除标记,连同其图形未读取",
          en: "\(deleted) rows are marked as deleted and were left out, with their shapes"))
    }
  }
}
