import LandGeometry

/// Reads tables that web services and programs give as JSON: an array of objects, the same in a
/// member `data`, `rows`, `list`, `records`, `result` or `items` (also one within the other), or
/// objects one after the other, as in JSON lines.
///
/// Each object is a row; its members are the columns, in order of first appearance. Values stay
/// where they are until asked for; arrays and objects among them are given as their text.
public enum JSONTableReader {
  /// Reads a table. ``CSVTable/rowNumbers`` are the numbers of the objects, from 1;
  /// ``CSVTable/lines`` the lines on which they start.
  ///
  /// Elements that are no objects are left out and reported, as are members that occur twice, of
  /// which the first counts.
  ///
  /// - Throws: ``FormatError`` with line and column for text that is no JSON or in no known
  ///   encoding, where there is no object in it, and for more columns than
  ///   ``CSVReader/columnLimit``.
  public static func readTable(_ source: SourceBytes) throws(FormatError) -> CSVTable {
    let text = try DecodedText(source)
    do throws(JSONFault) {
      return try text.source.withBytes { bytes throws(JSONFault) -> CSVTable in
        var reader = JSONRows(JSONScanner(bytes, from: text.start), text)
        return try reader.read()
      }
    } catch {
      let position = text.source.position(of: error.offset)
      throw FormatError(
        file: source.name, offset: error.offset, line: position.line, column: position.column,
        message: Bilingual(
          zh: "不是 JSON 表格:\(error.reason)", en: "not a table in JSON: \(error.reason)"),
        remedy: Bilingual(
          zh: "应为对象数组 [{…},{…}]、{\"data\":[…]} 或每行一个对象",
          en: "an array of objects [{…},{…}], {\"data\":[…]} or one object a line is read"))
    }
  }

  /// The members of the objects in a text that is an array of them or a single one, as texts;
  /// members that are null are left out. Nil where the text is something else.
  public static func objects(in text: String) -> [[String: String]]? {
    if text.filter({ !$0.isWhitespace }) == "[]" { return [] }
    guard
      let table = try? readTable(SourceBytes(name: "", bytes: Array(text.utf8))),
      table.issues.isEmpty
    else { return nil }
    let attributes = table.attributes
    return (0..<attributes.rowCount).map { row in
      var object: [String: String] = [:]
      for (column, name) in attributes.names.enumerated() {
        object[name] = attributes.value(row: row, column: column).text
      }
      return object
    }
  }

  /// Whether the first bytes of a file can only be those of such a table or another JSON text: a
  /// bracket with an object or an object with a member behind it.
  public static func looksLike(_ prefix: [UInt8]) -> Bool {
    var rest = prefix[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D, 0x1E].contains($0) }
    guard let first = rest.popFirst() else { return false }
    rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch first {
    case UInt8(ascii: "{"): return rest.first.map { [0x22, 0x7D].contains($0) } ?? false
    case UInt8(ascii: "["): return rest.first.map { [0x7B, 0x5D].contains($0) } ?? false
    default: return false
    }
  }
}
