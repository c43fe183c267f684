import LandGeometry
import LandLayers

/// The header of a .dbf file (dBASE III PLUS; ESRI Shapefile Technical Description, 1998, page 25),
/// held against the real size of the file.
struct TableHeader {
  /// A column.
  struct Field {
    /// The bytes of its name, in the encoding of the table.
    var name: [UInt8]
    /// `C` text, `N` and `F` numbers, `D` days, `L` truth; others are not read.
    var type: UInt8
    /// The bytes of a record that it takes; the first is the mark of deletion.
    var bytes: Range<Int>
  }

  /// The columns.
  private(set) var fields: [Field] = []
  /// The number of rows, deleted ones included.
  let rowCount: Int
  /// The bytes of a row, the mark of deletion included.
  let recordLength: Int
  /// The byte that names the encoding; 0 names none.
  let languageDriver: UInt8
  /// What does not agree, for people.
  private(set) var notes: [Bilingual] = []

  /// Reads the header.
  ///
  /// - Throws: ``FormatError`` where the file is no such table or shorter than it says.
  init(_ file: SourceBytes) throws(FormatError) {
    guard let version = file.byte(at: 0), let stated = file.littleEndian32(at: 4),
      let length = file.littleEndian16(at: 8), let recordLength = file.littleEndian16(at: 10),
      let driver = file.byte(at: 29), file.count >= 32
    else {
      throw .damaged(
        file.name, offset: file.count,
        zh: file.count == 0 ? "文件是空的" : "文件只有 \(file.count) 字节,不足 32 字节的文件头",
        en: file.count == 0
          ? "the file is empty" : "the file of \(file.count) bytes is shorter than its header of 32"
      )
    }
    // dBASE 7 has other columns; the last three bits are the version.
    guard version & 7 != 4 else {
      throw .damaged(
        file.name, offset: 0, zh: "这是 dBASE 7 的表,不支持", en: "a table of dBASE 7, which is not read",
        remedy: Bilingual(
          zh: "请另存为 dBASE III/IV 或 CSV", en: "save it as dBASE III or IV, or as CSV"))
    }
    guard length >= 32, length <= file.count else {
      throw .damaged(
        file.name, offset: 8, zh: "文件头声明长 \(length) 字节,文件有 \(file.count) 字节",
        en: "the header says it has \(length) bytes, the file has \(file.count)")
    }
    guard recordLength > 0 else {
      throw .damaged(file.name, offset: 10, zh: "行长为 0", en: "the length of a row is 0")
    }
    let room = (file.count - length) / recordLength
    guard stated >= 0, stated <= room else {
      throw .damaged(
        file.name, offset: file.count,
        zh: "文件不完整:声明 \(stated) 行,每行 \(recordLength) 字节,实际只够 \(room) 行",
        en: """
          the file is cut short: it says \(stated) rows of \(recordLength) bytes, there is room for \
          \(room)
          """)
    }
    rowCount = stated
    self.recordLength = recordLength
    languageDriver = driver
    try readFields(file, headerLength: length)
    if room > stated {
      notes.append(
        Bilingual(
          zh: "属性表末尾还有 \(room - stated) 行未计入文件头声明的行数,未读取",
          en: "\(room - stated) rows behind those that the table's header counts were not read"))
    }
  }

  private mutating func readFields(
    _ file: SourceBytes, headerLength: Int
  ) throws(FormatError) {
    var descriptors: [[UInt8]] = []
    var place = 32
    while place + 32 <= headerLength, file.byte(at: place) != 0x0D {
      descriptors.append(file.copy(place..<place + 32))
      place += 32
    }
    // Texts of more than 255 bytes have the rest of their width where numbers have decimals; elsewhere
    // that byte means nothing. What adds up to the row is right.
    let narrow = descriptors.reduce(1) { $0 + Int($1[16]) }
    let wide = descriptors.reduce(1) { $0 + Self.wideWidth($1) }
    let isWide = narrow != recordLength && wide == recordLength
    guard isWide || narrow <= recordLength else {
      throw .damaged(
        file.name, offset: 10, zh: "各列共 \(narrow) 字节,超过行长 \(recordLength) 字节",
        en: "the columns take \(narrow) bytes, a row has \(recordLength)")
    }
    var start = 1
    for descriptor in descriptors {
      let end = start + (isWide ? Self.wideWidth(descriptor) : Int(descriptor[16]))
      let name = Array(descriptor[..<11].prefix { $0 != 0 })
      fields.append(Field(name: name, type: descriptor[11], bytes: start..<end))
      start = end
    }
    if start < recordLength {
      notes.append(
        Bilingual(
          zh: "每行有 \(recordLength - start) 字节不属于任何列,未读取",
          en: "\(recordLength - start) bytes of each row belong to no column and were not read"))
    }
  }

  private static func wideWidth(_ descriptor: [UInt8]) -> Int {
    let rest = descriptor[11] == UInt8(ascii: "C") ? Int(descriptor[17]) << 8 : 0
    return Int(descriptor[16]) + rest
  }
}
