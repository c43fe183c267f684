import LandGeometry

/// Writes exchange files in the style of the ministry.
///
/// Lines end with CR LF, as the Windows programs that take these files write them. Field separators
/// are ASCII commas; a comma, an `@` or a line end inside a name would break the line, so they
/// become `,`, `@` and a space. The count in a record's first line includes the closing points.
public struct ExchangeTextWriter: Sendable {
  /// How the text is encoded.
  public enum Encoding: Hashable, Sendable {
    /// UTF-8 without a byte order mark.
    case utf8
    /// GBK, for older programs.
    case gbk
  }

  /// How the text is encoded.
  public var encoding: Encoding

  /// A writer.
  public init(encoding: Encoding = .utf8) { self.encoding = encoding }

  /// The bytes of a file.
  ///
  /// - Throws: ``ExchangeTextError``.
  public func bytes(of text: ExchangeText) throws(ExchangeTextError) -> [UInt8] {
    var bytes = Self.header(text)
    for record in text.records { try Self.append(record, of: text, to: &bytes) }
    switch encoding {
    case .utf8: return bytes
    case .gbk:
      do throws(EncodingFailure) { return try encode(bytes, to: "GBK") } catch {
        // The line that holds the byte.
        let line = error.offset.map { bytes[..<$0].count { $0 == 0x0A } + 1 }
        throw .encoding("GBK", line: line)
      }
    }
  }

  private static func header(_ text: ExchangeText) -> [UInt8] {
    let lines = [
      "[属性描述]",
      "格式版本号=1.01版本",
      "数据产生单位=\(safe(text.producer))",
      "数据产生日期=\(safe(text.day))",
      "坐标系=2000国家大地坐标系",
      "几度分带=3",
      "投影类型=高斯克吕格",
      "计量单位=米",
      "带号=\(text.zone)",
      "精度=\(text.precision.text)",
      "转换参数=0,0,0,0,0,0,0",
      "[地块坐标]",
    ]
    return Array(lines.map { $0 + "\r\n" }.joined().utf8)
  }

  private static func append(
    _ record: ExchangeText.Record, of text: ExchangeText, to bytes: inout [UInt8]
  ) throws(ExchangeTextError) {
    guard !record.rings.isEmpty, record.rings.allSatisfy({ $0.count >= 3 }) else {
      throw .ring(record: record.id)
    }
    let points = record.rings.joined()
    guard points.allSatisfy({ Int(($0.east / 1_000_000).rounded(.down)) == text.zone }) else {
      throw .zone(record: record.id, zone: text.zone)
    }
    guard record.area.isFinite else { throw .area(record: record.id) }
    let count = points.count + record.rings.count
    bytes += Array("\(count),".utf8)
    FixedDecimal.append(record.area / 10_000, 4, to: &bytes)
    let fields = [record.id, record.name, "面", record.sheet, record.use, record.landClass]
    bytes += Array((",\(fields.map(safe).joined(separator: ",")),@\r\n").utf8)
    for (index, ring) in record.rings.enumerated() {
      for point in ring + ring.prefix(1) {
        bytes += Array("J\(point.number),\(index + 1),".utf8)
        FixedDecimal.append(point.north, text.precision.rawValue, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        FixedDecimal.append(point.east, text.precision.rawValue, to: &bytes)
        bytes += [0x0D, 0x0A]
      }
    }
  }

  /// A text that stays within its field.
  private static func safe(_ text: String) -> String {
    String(
      text.map { character -> Character in
        switch character {
        case ",": ","
        case "@": "@"
        case _ where character.isNewline: " "
        default: character
        }
      })
  }
}

/// Why an exchange file cannot be written.
public enum ExchangeTextError: Error, Hashable, Sendable {
  /// A record has no ring, or one of fewer than three points.
  case ring(record: String)
  /// A record has points outside the file's zone; a file has one zone.
  case zone(record: String, zone: Int)
  /// The area of a record is not known.
  case area(record: String)
  /// A character that the encoding does not have, and its line where that is known.
  case encoding(String, line: Int?)

  /// What is wrong.
  public var message: Bilingual {
    switch self {
    case .ring(let record):
      Bilingual(
        zh: "地块 \(record) 的圈不足三个点", en: "parcel \(record) has a ring of fewer than 3 points")
    case .zone(let record, let zone):
      Bilingual(zh: "地块 \(record) 的坐标不在 \(zone) 带", en: "parcel \(record) is not in zone \(zone)")
    case .area(let record):
      Bilingual(zh: "地块 \(record) 的面积未知", en: "the area of parcel \(record) is not known")
    case .encoding(let name, let line):
      Bilingual(
        zh: "有 \(name) 没有的字符" + (line.map { "(第 \($0) 行)" } ?? ""),
        en: "a character that \(name) does not have" + (line.map { " (line \($0))" } ?? ""))
    }
  }

  /// What the user can do.
  public var remedy: Bilingual {
    switch self {
    case .ring, .area: Bilingual(zh: "请检查该地块的图形", en: "check the parcel's polygon")
    case .zone: Bilingual(zh: "请每个带号写一个文件", en: "write a file for each zone")
    case .encoding: Bilingual(zh: "请改用 UTF-8", en: "use UTF-8")
    }
  }
}
