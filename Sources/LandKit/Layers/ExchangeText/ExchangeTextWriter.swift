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
      "几度分带=\(ExchangeTextPlane.width(ofZone: text.zone) ?? 3)",
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
  static func safe(_ text: String) -> String {
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
