import LandGeometry

/// Reads parcels by their boundary points (报盘 TXT, 界址点 TXT) in all the forms that programs and
/// people write them; ``ExchangeTextWriter`` writes the one form of the ministry.
///
/// X of the file is the northing and becomes `y`, Y the easting and becomes `x`, each as written.
/// Where the magnitudes say that a parcel has them the other way round, they are exchanged and a
/// note says so. Ring 1 is the outer one, the others are its holes; a ring that lies beside it
/// begins another polygon of the parcel.
public enum ExchangeTextReader {
  /// Reads a file as a layer with one feature a parcel.
  ///
  /// A parcel with a line of points that cannot be read is of state `unreadable`, with an issue
  /// that names the line; the others go on. Lines and points are of the state `otherType`.
  ///
  /// - Throws: ``FormatError`` when the text cannot be decoded, when there is no section of parcels
  ///   or none in it, and when two headers in one file name two planes.
  public static func readLayer(_ source: SourceBytes) throws(FormatError) -> FeatureLayer {
    let text = try DecodedText(source)
    var scanner = ExchangeTextScanner(file: source.name)
    try scanner.scan(text.source.bytes[text.start...])
    var layer = ExchangeTextLayer(scanner)
    return layer.make(encoding: text.encoding)
  }

  /// Whether the first bytes of a file hold the name of one of the format's sections in a bracket,
  /// as UTF-8, GBK or UTF-16. A few thousand bytes do; some files have other sections before.
  public static func looksLike(_ prefix: [UInt8]) -> Bool {
    let bytes = prefix.span
    for start in bytes.indices where beginsMark[Int(bytes[start])] {
      for mark in marks where start + mark.count <= bytes.count {
        var matched = 0
        while matched < mark.count, bytes[start + matched] == mark[matched] { matched += 1 }
        if matched == mark.count { return true }
      }
    }
    return false
  }

  /// For each byte whether a mark begins with it: every file that is opened is looked through.
  private static let beginsMark: [Bool] = {
    var begins = Array(repeating: false, count: 256)
    for mark in marks { begins[Int(mark[0])] = true }
    return begins
  }()

  /// `[属性描述` and `[地块坐标`, with each bracket, in each encoding.
  private static let marks: [[UInt8]] = {
    let gbk: [String: [UInt8]] = [
      "属性描述": [0xCA, 0xF4, 0xD0, 0xD4, 0xC3, 0xE8, 0xCA, 0xF6],
      "地块坐标": [0xB5, 0xD8, 0xBF, 0xE9, 0xD7, 0xF8, 0xB1, 0xEA],
      "[": [0x5B], "【": [0xA1, 0xBE], "［": [0xA3, 0xDB],
    ]
    var marks: [[UInt8]] = []
    for bracket in ["[", "【", "［"] {
      for name in ["属性描述", "地块坐标"] {
        let units = Array((bracket + name).utf16)
        marks.append(Array((bracket + name).utf8))
        marks.append(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        marks.append(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        if let first = gbk[bracket], let rest = gbk[name] { marks.append(first + rest) }
      }
    }
    return marks
  }()
}
