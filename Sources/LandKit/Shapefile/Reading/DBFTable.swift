import LandLayers

/// Reads a .dbf file by itself: contracts or enterprises as a table.
public enum DBFTable {
  /// Reads a table.
  ///
  /// Numbers keep the digits they were written with, days come as `2024-05-20`, cells with nothing
  /// in them are null. Rows that are marked as deleted are left out. A cell that is not as its column
  /// asks is null, with an issue; what else was left out is in the table's notes.
  ///
  /// - Parameters:
  ///   - path: the .dbf file; a .cpg file beside it is looked at.
  ///   - encoding: the encoding of names and texts; nil to find it, see ``ShapefileReader``.
  /// - Throws: ``FormatError`` where the file is missing, no such table or shorter than it says, and
  ///   where the system does not know the encoding.
  public static func read(
    _ path: String, encoding: String? = nil
  ) throws(FormatError) -> CSVTable {
    let source = try SourceBytes.open(path)
    var table = try TableReader(
      source, option: encoding, codePage: ShapefileParts(path).codePage)
    var builder = LayerBuilder(file: path, format: "DBF")
    table.begin(&builder)
    var deleted = 0
    for row in 0..<table.rowCount {
      guard try table.load(row) else {
        deleted += 1
        continue
      }
      builder.beginFeature(line: row + 1)
      table.set(&builder)
      builder.endFeature(.missing)
    }
    table.finish(&builder, deleted: deleted)
    return builder.finishTable()
  }
}
