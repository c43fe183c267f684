import LandGeometry
import LandLayers

/// Where the records of a .shp file are, held against the real size of the file, so that shapelib
/// only ever sees records that lie in it.
struct ShapeIndex {
  /// A record.
  struct Record {
    /// The byte at which its header of eight bytes starts.
    var offset: Int
    /// How many bytes follow the header.
    var length: Int
  }

  /// The records in the order of the .shx file.
  private(set) var records: [Record] = []
  /// What was restored or does not agree, for people.
  private(set) var notes: [Bilingual] = []

  /// Reads the .shx file, or walks the records where there is none.
  ///
  /// - Throws: ``FormatError`` where either file is shorter than it says, where a record lies
  ///   outside the file or on another one.
  init(_ shapes: SourceBytes, index: SourceBytes?) throws(FormatError) {
    let header = try ShapeHeader(shapes)
    guard header.length <= shapes.count else {
      throw .damaged(
        shapes.name, offset: shapes.count,
        zh: "文件不完整:文件头声明 \(header.length) 字节,实际只有 \(shapes.count) 字节",
        en:
          "the file is cut short: its header says \(header.length) bytes, there are \(shapes.count)"
      )
    }
    // A shape begins at an even byte below 2³², as offsets are counted in words.
    guard shapes.count < 1 << 32 else {
      throw .damaged(
        shapes.name, zh: "文件超过 4 GB", en: "the file is larger than 4 GB",
        remedy: Bilingual(zh: "请拆分图层或改用 GeoJSON", en: "split the layer, or use GeoJSON"))
    }
    if let index { try read(index, of: shapes) } else { try walk(shapes, to: header.length) }
  }

  private mutating func read(
    _ index: SourceBytes, of shapes: SourceBytes
  ) throws(FormatError) {
    let header: ShapeHeader
    do throws(FormatError) { header = try ShapeHeader(index) } catch {
      var error = error
      error.remedy = .removeIndex
      throw error
    }
    guard header.length >= ShapeHeader.size, header.length <= index.count else {
      throw .damaged(
        index.name, offset: index.count,
        zh: "索引不完整:文件头声明 \(header.length) 字节,实际 \(index.count) 字节",
        en:
          "the index is cut short: its header says \(header.length) bytes, there are \(index.count)",
        remedy: .removeIndex)
    }
    let count = (header.length - ShapeHeader.size) / 8
    records.reserveCapacity(count)
    var total = 0
    var differing = 0
    for number in 0..<count {
      let place = ShapeHeader.size + 8 * number
      let offset = (index.bigEndian32(at: place) ?? 0) * 2
      let stated = (index.bigEndian32(at: place + 4) ?? 0) * 2
      guard offset >= ShapeHeader.size, let own = shapes.bigEndian32(at: offset + 4) else {
        throw .damaged(
          index.name, offset: place,
          zh: "第 \(number + 1) 条记录的位置 \(offset) 不在 .shp 文件内(\(shapes.count) 字节)",
          en:
            "record \(number + 1) is said to be at byte \(offset) of a .shp of \(shapes.count) bytes",
          remedy: .removeIndex)
      }
      // The record's own length counts; some programs state another one in the index.
      let room = shapes.count - offset - 8
      let fitting = [own * 2, stated].first { $0 >= 0 && $0 <= room }
      guard let length = fitting else {
        throw .damaged(
          shapes.name, offset: offset,
          zh: "第 \(number + 1) 条记录声明 \(own * 2) 字节,超出文件末尾",
          en: "record \(number + 1) says \(own * 2) bytes and would end behind the file")
      }
      if own * 2 != stated { differing += 1 }
      total += 8 + length
      // Else one long record named again and again would fill the memory.
      guard total <= shapes.count - ShapeHeader.size else {
        throw .damaged(
          index.name, offset: place, zh: "第 \(number + 1) 条记录与其他记录重叠",
          en: "record \(number + 1) overlaps others", remedy: .removeIndex)
      }
      records.append(Record(offset: offset, length: length))
    }
    if differing > 0 {
      notes.append(
        Bilingual(
          zh: "\(differing) 条记录的长度在 .shx 与 .shp 中不一致,以 .shp 为准",
          en: "\(differing) records have another length in the .shx; that of the .shp was used"))
    }
  }

  private mutating func walk(_ shapes: SourceBytes, to stated: Int) throws(FormatError) {
    let end = stated >= ShapeHeader.size ? stated : shapes.count
    var offset = ShapeHeader.size
    while end - offset >= 8 {
      let length = (shapes.bigEndian32(at: offset + 4) ?? -1) * 2
      guard length >= 0, length <= end - offset - 8 else {
        throw .damaged(
          shapes.name, offset: offset,
          zh: "第 \(records.count + 1) 条记录声明 \(length) 字节,超出文件末尾",
          en: "record \(records.count + 1) says \(length) bytes and would end behind the file")
      }
      records.append(Record(offset: offset, length: length))
      offset += 8 + length
    }
    notes.append(
      Bilingual(
        zh: "没有 .shx 文件:已按 .shp 恢复 \(records.count) 条记录的索引",
        en:
          "there is no .shx file: the index of \(records.count) records was restored from the .shp"
      ))
  }

  /// A .shx file of these records (page 23 of the description), for shapelib.
  func bytes(like shapes: SourceBytes) -> [UInt8] {
    var bytes = shapes.copy(0..<ShapeHeader.size)
    func put(_ number: Int, at place: Int) {
      for byte in 0..<4 {
        bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (24 - 8 * byte))
      }
    }
    let length = ShapeHeader.size + 8 * records.count
    bytes.append(contentsOf: repeatElement(0, count: length - bytes.count))
    put(length / 2, at: 24)
    for (number, record) in records.enumerated() {
      put(record.offset / 2, at: ShapeHeader.size + 8 * number)
      put(record.length / 2, at: ShapeHeader.size + 8 * number + 4)
    }
    return bytes
  }
}
