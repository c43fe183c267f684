import Foundation
import LandCadastre
import LandLayers
import LandTestSupport
import Testing

@testable import LandReport

@Suite("CSV and JSON texts") struct TextTests {
  private func csv(_ cells: [Cell]) -> String {
    String(decoding: TableWriter(group(cells)).csv([0]), as: UTF8.self)
  }

  /// A table whose only row holds these cells.
  private func group(_ cells: [Cell]) -> [Column<Int>] {
    cells.enumerated().map { index, cell in Column("c\(index)", "") { _ in cell } }
  }

  private func json(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONString.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "a text that a spreadsheet takes for a formula gets an apostrophe",
    arguments: [
      ("=1+2", "\"'=1+2\""), ("+86", "\"'+86\""), ("-5", "\"'-5\""), ("@x", "\"'@x\""),
      ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("a=1", "a=1"), ("工业用地", "工业用地"), ("", ""),
      ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ])
  func formulas(text: String, expected: String) {
    #expect(csv([.text(text)]) == expected + "\r\n")
  }

  @Test(
    "a code keeps its characters where it is a number, and is no formula either",
    arguments: [
      ("-5", "-5"), ("+8.5", "+8.5"), ("-1.5e-07", "-1.5e-07"), ("-1+2", "\"'-1+2\""),
      ("=P1", "\"'=P1\""), ("@x", "\"'@x\""), ("-", "\"'-\""), ("+e5", "\"'+e5\""),
      ("\tx", "\"'\tx\""), ("36-9", "36-9"),
    ])
  func codes(text: String, expected: String) {
    #expect(csv([.code(text)]) == expected + "\r\n")
    #expect(
      CSVFieldText.restored("'" + text)
        == (expected == text && text.first == "3" ? "'" + text : text))
  }

  @Test("quotes only where they are needed")
  func quotes() {
    #expect(
      csv([.code("a"), .code("a,b"), .code("say \"x\""), .code("a\nb"), .code("a\r\nb"), .empty])
        == "a,\"a,b\",\"say \"\"x\"\"\",\"a\nb\",\"a\r\nb\",\r\n")
    #expect(csv([.code("=P1"), .code("-1")]) == "\"'=P1\",-1\r\n")
  }

  @Test("every kind of cell")
  func cells() throws {
    let day = try #require(CalendarDate(year: 2025, month: 6, day: 3))
    let cells: [Cell] = [
      .empty, .text("甲"), .code("P1"), .number(-1.5, decimals: 6), .integer(-7), .truth(true),
      .truth(false), .day(day), .list(["G101", "D408"]), .list([]), .area(.nan), .ratio(0.5),
      .text(orEmpty: ""), .area(.infinity),
    ]
    #expect(
      csv(cells)
        == ",甲,P1,-1.500000,-7,true,false,2025-06-03,G101;D408,,,0.500000000,,\r\n")
    #expect(
      String(decoding: TableWriter(group(cells)).json([0]), as: UTF8.self)
        == #"{"c1":"甲","c2":"P1","c3":-1.500000,"c4":-7,"c5":true,"c6":false,"c7":"2025-06-03","#
        + #""c8":["G101","D408"],"c11":0.500000000}"#)
  }

  @Test("JSON texts come back as they were, whatever is in them")
  func escapes() throws {
    #expect(json("a\"b\\c/\u{8}\u{1F}\n\r\t") == #""a\"b\\c/\u0008\u001f\n\r\t""#)
    #expect(json("宗地🏭\u{7F}\u{2028}") == "\"宗地🏭\u{7F}\u{2028}\"")
    let scalars = (0..<0x180).compactMap { Unicode.Scalar($0) } + ["\u{2028}", "\u{FEFF}", "🏭"]
    for scalar in scalars {
      let text = "a\(scalar)b"
      let back = try JSONSerialization.jsonObject(
        with: Data(json(text).utf8), options: .fragmentsAllowed)
      #expect(back as? String == text)
    }
  }

  @Test("a null byte and a name with quotes stay within their member")
  func objects() throws {
    var json = JSONObject()
    json.set("a\"b", .text("x\0y"))
    json.set("left out", .empty)
    json.objects("list", [JSONObject(), JSONObject()])
    let value = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
    #expect(value?["a\"b"] as? String == "x\0y")
    #expect((value?["list"] as? [Any])?.count == 2 && value?.count == 2)
  }
}
