import LandGeometry

/// Why an exchange file cannot be written.
public enum ExchangeTextError: Error, Hashable, Sendable {
  /// A record has no ring, or one of fewer than three points.
  case ring(record: String)
  /// A record has points outside the file's zone; a file has one zone.
  case zone(record: String, zone: Int)
  /// The area of a record is not known.
  case area(record: String)
  /// The layer is not on a Gauss–Krüger plane of CGCS2000 (EPSG 4491 to 4554).
  case plane(Int)
  /// The layer has no polygon.
  case nothing
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
    case .plane(let code):
      Bilingual(
        zh: "EPSG:\(code) 不是 CGCS2000 高斯克吕格平面",
        en: "EPSG:\(code) is no Gauss-Kruger plane of CGCS2000")
    case .nothing: Bilingual(zh: "图层中没有多边形", en: "the layer has no polygon")
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
    case .plane:
      Bilingual(
        zh: "请先转换到 CGCS2000 三度带或六度带", en: "convert it to a zone of CGCS2000 first")
    case .nothing: Bilingual(zh: "请检查输入", en: "check the input")
    case .encoding: Bilingual(zh: "请改用 UTF-8", en: "use UTF-8")
    }
  }
}
