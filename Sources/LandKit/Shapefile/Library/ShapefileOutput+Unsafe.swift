// Unsafe because shapelib is a C library: the files are handles that are closed exactly once, when
// their bytes are wanted or their owner goes.

import CSHP

/// A shapefile that shapelib makes in memory.
struct ShapefileOutput: ~Copyable {
  private var shapes: SHPHandle?
  private var table: DBFHandle?
  private let files = LibraryFiles([:])
  /// Whether shapelib took the columns.
  let isUsable: Bool

  /// A column of the table.
  struct Field {
    /// The name, in the encoding of the table, ten bytes at most.
    var name: [UInt8]
    /// `C`, `N`, `F`, `L` or `D`.
    var type: UInt8
    var width: Int
    var decimals: Int
  }

  /// Begins a file of polygons.
  ///
  /// - Parameters:
  ///   - languageDriver: the byte that names the encoding; 0 names none.
  ///   - day: the day of the last change that the table states.
  init(fields: [Field], languageDriver: Int, day: (year: Int, month: Int, day: Int)) {
    var hooks = LibraryFiles.hooks()
    // NULL on failure.
    shapes = SHPCreateLL(files.name, SHPT_POLYGON, &hooks)
    table = DBFCreateLL(files.name, "LDID/\(languageDriver)", &hooks)
    guard shapes != nil, let table else {
      isUsable = false
      return
    }
    DBFSetLastModifiedDate(table, Int32(day.year - 1900), Int32(day.month), Int32(day.day))
    isUsable = fields.allSatisfy { field in
      let name = field.name.map { CChar(bitPattern: $0) } + [0]
      let index = DBFAddNativeFieldType(
        table, name, CChar(bitPattern: field.type), Int32(field.width), Int32(field.decimals))
      // −1 on failure.
      return index >= 0
    }
  }

  deinit {
    SHPClose(shapes)
    DBFClose(table)
  }

  /// Appends a polygon, or a shape that is nothing where there is no ring; false where the file
  /// would grow too large.
  func append(_ rings: RecordRings) -> Bool {
    let type = rings.count == 0 ? SHPT_NULL : SHPT_POLYGON
    let starts = rings.starts.dropLast().map(Int32.init)
    let shape = SHPCreateObject(
      type, -1, Int32(starts.count), starts, nil, Int32(rings.x.count), rings.x, rings.y, nil, nil)
    defer { SHPDestroyObject(shape) }
    // −1 on failure.
    return SHPWriteObject(shapes, -1, shape) >= 0
  }

  /// Appends a row, its mark of deletion first.
  func append(row: Int, _ bytes: inout [UInt8]) -> Bool {
    // 0 on failure.
    DBFWriteTuple(table, Int32(row), &bytes) != 0
  }

  /// Closes the files and gives their bytes.
  consuming func finish() -> (shapes: [UInt8], index: [UInt8], table: [UInt8]) {
    SHPClose(shapes)
    shapes = nil
    DBFClose(table)
    table = nil
    return (files.written(".shp"), files.written(".shx"), files.written(".dbf"))
  }
}
