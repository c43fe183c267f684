import LandGeometry
import LandLayers
import LandShapefile
import LandTestSupport
import Testing

/// What the cells of a .dbf file mean, and how its encoding is known.
@Suite struct TableTests {
  private func read(
    _ table: MadeTable, codePage: String? = nil, encoding: String? = nil
  ) throws -> CSVTable {
    let scratch = try Scratch()
    let path = try scratch.write("t.dbf", bytes: table.bytes())
    if let codePage { try scratch.write("t.cpg", codePage) }
    return try DBFTable.read(path, encoding: encoding)
  }

  private func column(_ table: CSVTable, _ column: Int = 0) -> [AttributeValue] {
    (0..<table.attributes.rowCount).map { table.attributes.value(row: $0, column: column) }
  }

  @Test func `numbers keep their digits`() throws {
    let cells = [
      "12", "  12.500", "-.5", "+7", "007", "5.", "1e3", "-1.20E-005", "", "0", "-0",
      "77.900000000000006",
    ]
    let table = try read(MadeTable([("N", "N", 19)], cells))
    #expect(
      column(table).map(\.text) == [
        "12", "12.500", "-0.5", "7", "7", "5", "1e3", "-1.20e-005", nil, "0", "-0",
        "77.900000000000006",
      ])
    #expect(table.issues.isEmpty)
    let bad = try read(MadeTable([("面积", "F", 8)], ["1,5", "abc", "1e999", "--1", "1 2", "3"]))
    #expect(column(bad).map(\.text) == [nil, nil, nil, nil, nil, "3"])
    #expect(bad.issues.map(\.row) == [0, 1, 2, 3, 4])
    #expect(bad.issues.first?.reason == "column '面积': '1,5' is no number")
  }

  @Test func `stars are null, counted in one note`() throws {
    let table = try read(MadeTable([("N", "N", 4)], ["****", "  1", "****"]))
    #expect(column(table) == [.null, .number(1, literal: "1"), .null])
    #expect(table.issues.isEmpty)
    #expect(table.notes.count == 1)
    #expect(table.notes.first?.en.hasPrefix("column 'N': 2 cells of stars") == true)
  }

  @Test func `days, truth and texts`() throws {
    let days = try read(
      MadeTable([("D", "D", 8)], ["20240520", "00000000", "", "20230229", "2024052", "20000229"]))
    #expect(column(days).map(\.text) == ["2024-05-20", nil, nil, nil, nil, "2000-02-29"])
    #expect(days.issues.map(\.row) == [3, 4])
    let truth = try read(MadeTable([("L", "L", 1)], ["T", "n", "?", " ", "x", "y"]))
    #expect(
      column(truth) == [.boolean(true), .boolean(false), .null, .null, .null, .boolean(true)])
    #expect(truth.issues.map(\.row) == [4])
    let texts = try read(MadeTable([("C", "C", 6)], ["ab", " ab  ", "", "ab\0xyz", "\"\\\n"]))
    #expect(
      column(texts)
        == [.text("ab"), .text(" ab"), .null, .text("ab"), .text("\"\\\n")])
  }

  @Test func `deleted rows are left out and counted`() throws {
    var made = MadeTable([("C", "C", 2)], ["a", "b", "c"])
    made.deleted = [1]
    let table = try read(made)
    #expect(column(table) == [.text("a"), .text("c")])
    #expect(table.rowNumbers == [1, 3])
    #expect(
      table.notes.map(\.en) == [
        "1 rows are marked as deleted and were left out, with their shapes"
      ])
  }

  @Test func `memos, unknown types and columns without width are left out by name`() throws {
    let table = try read(
      MadeTable(
        [("A", "C", 2), ("M", "M", 10), ("B", "B", 8), ("Z", "C", 0), ("A", "C", 1)], ["x"])
    )
    #expect(table.attributes.names == ["A", "A"])
    #expect(table.notes.count == 4)
    #expect(table.notes.map(\.zh).contains { $0.contains("备注列“M”") })
    #expect(table.notes.map(\.en).contains { $0.contains("'B' is of type B") })
    #expect(table.notes.map(\.en).contains { $0.contains("'Z' has no width") })
    #expect(table.notes.map(\.en).contains { $0.contains("'A' occurs again") })
  }

  // 地块 in GBK, then the first byte of 号.
  private static let gbk: [UInt8] = [0xB5, 0xD8, 0xBF, 0xE9]

  private func gbkTable(driver: UInt8 = 0, width: Int = 8, tail: [UInt8] = []) -> MadeTable {
    var made = MadeTable([("X", "C", width)], [""])
    made.languageDriver = driver
    made.fields[0].name = Self.gbk + Self.gbk + [0xBA]
    made.rows[0] = Self.gbk + tail
    return made
  }

  @Test func `the encoding is the option's, byte 29's, the .cpg's, or found`() throws {
    let cases: [(UInt8, String?, String?, String)] = [
      (0x4D, nil, nil, "GBK (LDID 0x4D)"), (0, "936", nil, "GBK (.cpg)"),
      (0x57, " gb2312\r\n", nil, "GBK (.cpg)"), (0, "UTF-8", "cp936", "GBK (option)"),
      (0, nil, nil, "GB18030 (not valid UTF-8)"),
      (0, "no-such-page", nil, "GB18030 (not valid UTF-8)"),
      (0x7A, nil, "gb18030", "GB18030 (option)"),
    ]
    for (driver, codePage, option, label) in cases {
      let table = try read(gbkTable(driver: driver), codePage: codePage, encoding: option)
      #expect(table.encoding == label)
      #expect(column(table) == [.text("地块")])
      // The name is cut in the middle of a character.
      #expect(table.attributes.names == ["地块地块"])
    }
    let both = try read(gbkTable(driver: 0x4D), codePage: "UTF-8")
    #expect(both.encoding == "GBK (LDID 0x4D)")
    #expect(both.notes.first?.en.contains("the .cpg says UTF-8") == true)
  }

  @Test func `an encoding that holds its last character back gives it all the same`() throws {
    var made = MadeTable([("X", "C", 4)], [""])
    made.languageDriver = 0x7D
    made.rows[0] = [0xF9, 0xEC]
    let table = try read(made)
    #expect(table.encoding == "CP1255 (LDID 0x7D)")
    #expect(column(table) == [.text("של")])
  }

  @Test func `a text cut in a character loses that character, with an issue`() throws {
    let table = try read(gbkTable(driver: 0x4D, width: 5, tail: [0xBA]))
    #expect(column(table) == [.text("地块")])
    #expect(table.issues.count == 1)
    #expect(table.issues.first?.reason.contains("its last character is not whole") == true)
    // The same of UTF-8, which is recognised all the same.
    var utf8 = MadeTable([("X", "C", 8)], [""])
    utf8.rows[0] = Array("地块号".utf8.prefix(8))
    let found = try read(utf8)
    #expect(found.encoding == "UTF-8")
    #expect(column(found) == [.text("地块")])
  }

  @Test func `a text in another encoding is null with an issue that names the column`() throws {
    var made = MadeTable([("NAME", "C", 4)], ["ok", ""])
    made.rows[1] = [0xFF, 0xFE, 0x41]
    let table = try read(made, codePage: "UTF-8")
    #expect(column(table) == [.text("ok"), .null])
    #expect(table.issues.map(\.reason) == ["column 'NAME': no UTF-8 text"])
    #expect(table.issues.map(\.line) == [2])
  }

  @Test func `rows and shapes that differ in count are told`() throws {
    var shapes = MadeShapes()
    shapes.add([square(0, 0, 1)])
    shapes.add([square(2, 0, 1)])
    let scratch = try Scratch()
    let path = try scratch.write("p.shp", bytes: shapes.files().shapes)
    try scratch.write("p.shx", bytes: shapes.files().index)
    try scratch.write("p.dbf", bytes: MadeTable([("C", "C", 2)], ["a"]).bytes())
    let short = try ShapefileReader(path).read()
    #expect(short.values(1) == [.null])
    #expect(short.notes.map(\.en).contains { $0.contains("1 rows for 2 shapes") })
    var long = MadeTable([("C", "C", 2)], ["a", "b", "c"])
    long.deleted = [0]
    try scratch.write("p.dbf", bytes: long.bytes())
    let layer = try ShapefileReader(path).read()
    // The shape of the deleted row goes with it.
    #expect(layer.featureCount == 1)
    #expect(layer.geometry.x.first == 2)
    #expect(layer.values(0) == [.text("b")])
    #expect(layer.notes.map(\.en).contains { $0.contains("3 rows for 2 shapes") })
    let differences = layer.differences(from: try readByGDAL(path))
    #expect(differences.isEmpty, "\(differences)")
  }
}
