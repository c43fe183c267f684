/// Bytes of .shp and .shx files, made by hand so that any fault can be put into them.
struct MadeShapes {
  private(set) var records: [[UInt8]] = []

  /// A record with these bytes.
  mutating func add(_ content: [UInt8]) { records.append(content) }

  /// A shape that is nothing.
  mutating func addNull() { add(little(0)) }

  /// A polygon of rings; of type 15 with heights, of type 25 with measures.
  mutating func add(_ rings: [[(Double, Double)]], type: Int = 5) {
    add(Self.polygon(rings, type: type))
  }

  static func polygon(_ rings: [[(Double, Double)]], type: Int = 5) -> [UInt8] {
    let points = rings.flatMap { $0 }
    var bytes = little(type)
    for bound in [
      points.map(\.0).min(), points.map(\.1).min(), points.map(\.0).max(), points.map(\.1).max(),
    ] { bytes += double(bound ?? 0) }
    bytes += little(rings.count) + little(points.count)
    var first = 0
    for ring in rings {
      bytes += little(first)
      first += ring.count
    }
    for point in points { bytes += double(point.0) + double(point.1) }
    if type == 15 { bytes += (0..<points.count + 2).flatMap { double(Double($0)) } }
    if type != 5 { bytes += (0..<points.count + 2).flatMap { double(Double($0)) } }
    return bytes
  }

  /// The .shp and the .shx file.
  func files(type: Int = 5) -> (shapes: [UInt8], index: [UInt8]) {
    let length = records.reduce(100) { $0 + 8 + $1.count }
    var shapes = header(length, type)
    var index = header(100 + 8 * records.count, type)
    for (number, record) in records.enumerated() {
      index += big(shapes.count / 2) + big(record.count / 2)
      shapes += big(number + 1) + big(record.count / 2) + record
    }
    return (shapes, index)
  }

  private func header(_ length: Int, _ type: Int) -> [UInt8] {
    big(9994) + Array(repeating: 0, count: 20) + big(length / 2) + little(1000) + little(type)
      + Array(repeating: 0, count: 64)
  }
}

/// Bytes of a .dbf file.
struct MadeTable {
  var version: UInt8 = 3
  var languageDriver: UInt8 = 0
  /// Name, type, width, decimals.
  var fields: [(name: [UInt8], type: Character, width: Int, decimals: Int)] = []
  /// The cells of each row one after the other, without the mark of deletion.
  var rows: [[UInt8]] = []
  var deleted: Set<Int> = []

  init(_ fields: [(String, Character, Int)], _ rows: [String]) {
    self.fields = fields.map { (Array($0.0.utf8), $0.1, $0.2, 0) }
    self.rows = rows.map { Array($0.utf8) }
  }

  func bytes() -> [UInt8] {
    let headerLength = 33 + 32 * fields.count
    let recordLength = fields.reduce(1) { $0 + $1.width }
    var bytes: [UInt8] = [version, 124, 5, 20] + little(rows.count)
    bytes += [headerLength, recordLength].flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    bytes += Array(repeating: 0, count: 17) + [languageDriver, 0, 0]
    for field in fields {
      bytes += (field.name + Array(repeating: 0, count: 11)).prefix(11)
      bytes += [field.type.asciiValue ?? 0, 0, 0, 0, 0, UInt8(field.width), UInt8(field.decimals)]
      bytes += Array(repeating: 0, count: 14)
    }
    bytes.append(0x0D)
    for (number, row) in rows.enumerated() {
      bytes.append(deleted.contains(number) ? 0x2A : 0x20)
      bytes += (row + Array(repeating: 0x20, count: recordLength)).prefix(recordLength - 1)
    }
    return bytes + [0x1A]
  }
}

func little(_ number: Int) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}
func big(_ number: Int) -> [UInt8] { little(number).reversed() }
func double(_ number: Double) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
}

/// A square, clockwise as exteriors are, or the other way.
func square(
  _ x: Double, _ y: Double, _ side: Double, clockwise: Bool = true
) -> [(Double, Double)] {
  let ring = [(x, y), (x, y + side), (x + side, y + side), (x + side, y), (x, y)]
  return clockwise ? ring : ring.reversed()
}
