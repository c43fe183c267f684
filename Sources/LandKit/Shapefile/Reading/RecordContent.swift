import LandLayers

/// What a record of a .shp file is, its counts held against its length.
enum RecordContent: Equatable {
  /// Nothing.
  case null
  /// Rings, with heights or measures or without.
  case polygon(hasMore: Bool)
  /// Another type, by its name.
  case other(String)
  /// Not what it says; a short technical reason in English.
  case faulty(String)

  /// The most vertices that shapelib takes in a record.
  private static var vertexLimit: Int { 50_000_000 }

  init(_ record: ShapeIndex.Record, of shapes: SourceBytes) {
    let start = record.offset + 8
    guard record.length >= 4, let number = shapes.littleEndian32(at: start) else {
      self = .faulty("a record of \(record.length) bytes holds no shape")
      return
    }
    switch ShapeType(rawValue: number) {
    case nil: self = .faulty("there is no shape type \(number)")
    case .null: self = .null
    case .polygon: self = Self.polygon(record, of: shapes, hasHeights: false, hasMore: false)
    case .polygonM: self = Self.polygon(record, of: shapes, hasHeights: false, hasMore: true)
    case .polygonZ: self = Self.polygon(record, of: shapes, hasHeights: true, hasMore: true)
    case .some(let type): self = .other(type.name)
    }
  }

  private static func polygon(
    _ record: ShapeIndex.Record, of shapes: SourceBytes, hasHeights: Bool, hasMore: Bool
  ) -> RecordContent {
    let start = record.offset + 8
    guard record.length >= 44, let parts = shapes.littleEndian32(at: start + 36),
      let points = shapes.littleEndian32(at: start + 40)
    else { return .faulty("a polygon in a record of \(record.length) bytes") }
    guard parts >= 0, points >= 0, points <= vertexLimit, parts <= points else {
      return .faulty("\(parts) rings of \(points) vertices")
    }
    let needed = 44 + 4 * parts + 16 * points + (hasHeights ? 16 + 8 * points : 0)
    guard needed <= record.length else {
      return .faulty(
        "\(parts) rings of \(points) vertices take \(needed) bytes, the record has \(record.length)"
      )
    }
    if parts == 0, points > 0 { return .faulty("\(points) vertices without a ring") }
    var last = -1
    for part in 0..<parts {
      let first = shapes.littleEndian32(at: start + 44 + 4 * part) ?? -1
      guard first > last, first < points, part > 0 || first == 0 else {
        return .faulty("ring \(part + 1) of \(parts) starts at vertex \(first) of \(points)")
      }
      last = first
    }
    return .polygon(hasMore: hasMore)
  }
}
