import LandGeometry
import Testing

@testable import LandLayers

@Suite("Tables in JSON") struct JSONTableTests {
  private static func read(_ text: String) throws -> CSVTable {
    try JSONTableReader.readTable(SourceBytes(name: "made.json", bytes: Array(text.utf8)))
  }

  @Test(
    "an array, wrapped arrays and objects one after the other give the same rows",
    arguments: [
      "[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\",\"c\":true}]",
      "{\"code\":0,\"data\":[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\",\"c\":true}],\"total\":2}",
      "{\"msg\":\"ok\",\"data\":{\"total\":2,\"list\":[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\",\"c\":true}]}}",
      "{\"rows\":[],\"records\":[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\",\"c\":true}]}",
      "{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\",\"c\":true}\n",
      "\u{1E}{\"a\":1,\"b\":\"x\"}\n\u{1E}{\"b\":\"y\",\"c\":true}\n",
      "\u{FEFF}[\n {\"a\":1,\n \"b\":\"x\"},{\"b\":\"y\",\"c\":true}]",
    ])
  func forms(text: String) throws {
    let table = try Self.read(text)
    #expect(table.attributes.names == ["a", "b", "c"])
    #expect(table.rowNumbers == [1, 2])
    #expect(table.issues.isEmpty)
    let rows = (0..<2).map { row in (0..<3).map { table.attributes.value(row: row, column: $0) } }
    #expect(rows[0] == [.number(1, literal: "1"), .text("x"), .null])
    #expect(rows[1] == [.null, .text("y"), .boolean(true)])
    #expect(JSONTableReader.looksLike(Array(text.utf8)))
  }

  @Test("lines and numbers count objects; nested values are texts; digits stay")
  func places() throws {
    let table = try Self.read(
      "[\n\n{\"no\":36011200500100100012,\"list\":[{\"zfJe\": 1}]},\n7,\n{\"no\":null,\"no\":2}]")
    #expect(table.lines == [3, 5])
    #expect(table.rowNumbers == [1, 3])
    #expect(table.attributes.value(row: 0, column: 0).text == "36011200500100100012")
    #expect(table.attributes.value(row: 0, column: 1) == .nested("[{\"zfJe\": 1}]"))
    #expect(table.attributes.value(row: 1, column: 0) == .null)
    #expect(table.issues.map(\.kind) == [.noObject("7"), .duplicateMember("no")])
    #expect(table.issues.map(\.line) == [4, 5])
  }

  @Test(
    "what is no table is refused at its place",
    arguments: [
      ("", 1), ("[]", 1), ("{\"data\":[]}", 1), ("[1,2]", 1), ("[{\"a\":1}", 1), ("[{\"a\":}]", 1),
      ("[{\"a\":1}]\n x", 2), ("{\"a\":1}\n{\"a\":01}", 2), ("\"a\"", 1), ("a,b\n1,2", 1),
    ])
  func refused(text: String, line: Int) throws {
    let error = try #require(throws: FormatError.self) { try Self.read(text) }
    #expect(error.line == line)
    #expect(!error.remedy.zh.isEmpty)
  }

  @Test("more names than a table may have columns are refused before they fill the memory")
  func names() throws {
    let text = (0...CSVReader.columnLimit).map { "{\"c\($0)\":1}\n" }.joined()
    let error = try #require(throws: FormatError.self) { try Self.read(text) }
    #expect(error.line == CSVReader.columnLimit + 1)
  }

  @Test("texts of tables and titles in brackets are not taken for JSON")
  func looksLike() {
    for text in ["", "[宗地],名称\n", "[", "{", "{a}", "宗地代码,面积\n"] {
      #expect(!JSONTableReader.looksLike(Array(text.utf8)))
    }
  }

  @Test("any cut of a table is refused")
  func cuts() throws {
    let text = Array("{\"data\":[{\"a\":\"\\u4e00\",\"b\":[1,{\"c\":2}]},{\"a\":-1.5e3}]}".utf8)
    for end in 0..<text.count {
      let source = SourceBytes(name: "cut.json", bytes: Array(text[..<end]))
      #expect(throws: FormatError.self) { try JSONTableReader.readTable(source) }
    }
  }

  @Test("an object without end is named where it starts")
  func longObject() throws {
    let text = "[{\"a\":1},{\"a\":\"" + String(repeating: "x", count: 200) + "\"}]"
    let source = SourceBytes(name: "made.json", bytes: Array(text.utf8))
    let decoded = try DecodedText(source)
    for (limit, isRead) in [(210, true), (200, false)] {
      let read = source.withBytes { bytes in
        Result { () throws(JSONFault) -> CSVTable in
          var rows = JSONRows(JSONScanner(bytes), decoded, longest: limit)
          return try rows.read()
        }
      }
      switch read {
      case .success(let table): #expect(isRead && table.attributes.rowCount == 2)
      case .failure(let fault):
        #expect(
          !isRead && fault == JSONFault(reason: "the object is larger than 256 MiB", offset: 9))
      }
    }
  }
}
