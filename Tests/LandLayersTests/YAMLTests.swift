import LandGeometry
import Testing

@testable import LandLayers

private func parsed(_ text: String) throws(YAMLError) -> YAMLNode {
  try YAMLReader.read(SourceBytes(name: "made.yaml", bytes: Array(text.utf8)))
}

private func fault(_ text: String) -> YAMLError? {
  do throws(YAMLError) {
    _ = try parsed(text)
    return nil
  } catch { return error }
}

@Suite("YAML") struct YAMLTests {
  @Test("scalars keep their text, and quotes are told apart")
  func scalars() throws {
    var map = try parsed("a: 36\nb: \"36\"\nc: 2018-12-25\nd: ~\ne:\nf: '~'\ng: |\n  36\n")
      .mapping()
    let a = try map.take("a")
    #expect(try a.int() == 36 && a.string() == "36" && !a.isQuoted)
    let b = try map.take("b")
    #expect(b.isQuoted && b.text == "36")
    #expect(throws: YAMLError.self) { try b.int() }
    #expect(try map.take("c").string() == "2018-12-25")
    #expect(try map.take("d").isNull && map.take("e").optional == nil)
    #expect(try map.takeOptional("f")?.string() == "~" && map.takeOptional("e") == nil)
    #expect(try map.take("g").isQuoted)
    try map.finish()
  }

  @Test("numbers and truths are taken as they stand", arguments: ["-0.5", "1.5e3", "+12", "0"])
  func numbers(text: String) throws { #expect(try parsed(text).double() == Double(text)) }

  @Test(
    "what is no number is not taken for one",
    arguments: [
      "0x1f", "007", "nan", ".inf", "1_000", "1,5", "12a", "1e999", "'1'", "--", "[1]", "",
    ])
  func notNumbers(text: String) throws {
    let node = try #require(try? parsed("a: \(text)").mapping().entries.first?.value)
    #expect(throws: YAMLError.self) { try node.double() }
    #expect(throws: YAMLError.self) { try node.int() }
    #expect(throws: YAMLError.self) { try node.bool() }
  }

  @Test("truths are words")
  func truths() throws {
    #expect(try parsed("true").bool())
    #expect(try !parsed("False").bool())
    #expect(throws: YAMLError.self) { try parsed("yes").bool() }
  }

  @Test("each node knows its place, columns in characters")
  func places() throws {
    let root = try parsed("\u{FEFF}名称: x\n列表:\n  - 一\n  - {键: 值}\n")
    let entries = try root.mapping().entries
    #expect(entries.map(\.key) == ["名称", "列表"])
    #expect(entries[0].value.line == 1 && entries[0].value.column == 5)
    let second = try entries[1].value.sequence()[1]
    let inner = try second.mapping().entries[0]
    #expect(second.line == 4 && second.column == 5)
    #expect(inner.line == 4 && inner.column == 6 && inner.value.column == 9)
  }

  @Test("an unknown key has a place and a suggestion")
  func unknownKey() throws {
    var map = try parsed("id: 1\nlevle: x\n").mapping()
    _ = try map.take("id")
    _ = map.takeOptional("level")
    let error = try #require(throws: YAMLError.self) { try map.finish() }
    #expect(error.line == 2 && error.column == 1 && error.message.en == "unknown key levle")
    #expect(error.remedy.en == "did you mean level?" && error.remedy.zh.contains("level"))
    #expect(error.formatError.line == 2)
  }

  @Test("where no key is near the known ones are listed")
  func farKey() throws {
    var map = try parsed("something: 1\n").mapping()
    _ = map.takeOptional("id")
    let error = try #require(throws: YAMLError.self) { try map.finish() }
    #expect(error.remedy.en == "known: id")
    #expect(SpellingAid.nearest(to: "xy", among: ["ab"]) == nil)
    #expect(SpellingAid.nearest(to: "M14", among: ["M04"]) == nil)
  }

  @Test("a missing key is reported at its mapping, a wrong kind at the value")
  func missing() throws {
    var map = try parsed("a:\n  b: [1]\n").mapping()
    var inner = try map.take("a").mapping()
    let missing = try #require(throws: YAMLError.self) { try inner.take("c") }
    #expect(missing.line == 2 && missing.column == 3 && missing.message.zh.contains("缺少"))
    let kind = try #require(throws: YAMLError.self) { try inner.take("b").string() }
    #expect(kind.line == 2 && kind.column == 6 && kind.message.en == "expected a text, not a list")
  }

  @Test(
    "refused files have their place",
    arguments: [
      ("a: 1\nb: 2\na: 3\n", 3, 1, "twice"),
      ("x:\n  a: 1\n  'a': 3\n", 3, 3, "twice"),
      ("{a: 1, a: 2}", 1, 2, "twice"),
      ("a: 1\n---\nb: 2\n", 3, 1, "several documents"),
      ("a: &x 1\nb: 2\n", 1, 4, "anchors"),
      ("a: &x 1\nb: *x\n", 1, 4, "anchors"),
      ("b: *x\n", 1, 4, "alias"),
      ("a: !!int 1\n", 1, 4, "tags"),
      ("a: !own {b: 1}\n", 1, 4, "tags"),
      ("? [1]\n: 2\n", 1, 3, "single word"),
      ("a: 1\n b: 2\n", 2, 3, "YAML syntax"),
      ("a: \"x\nb: 2\n", 3, 1, "YAML syntax"),
      ("a: 1\nb: \u{1}\n", 2, 4, "YAML syntax"),
      ("", 1, 1, "empty"), ("# only words\n", 1, 1, "empty"),
    ])
  func refused(text: String, line: Int, column: Int, says: String) throws {
    let error = try #require(fault(text))
    #expect(error.line == line && error.column == column && error.file == "made.yaml", "\(error)")
    #expect(error.message.en.contains(says) && !error.message.zh.isEmpty, "\(error)")
  }

  @Test("text that is not UTF-8 has the place of the first bad byte")
  func encoding() throws {
    let bytes: [UInt8] = Array("a: 1\nb: ".utf8) + [0xC4, 0xE3]
    let error = try #require(throws: YAMLError.self) {
      try YAMLReader.read(SourceBytes(name: "gbk.yaml", bytes: bytes))
    }
    #expect(error.line == 2 && error.column == 4 && error.message.en.contains("UTF-8"))
  }

  @Test("limits of size, depth and growth")
  func limits() throws {
    let large = SourceBytes(
      name: "l", bytes: Array(repeating: 0x23, count: YAMLReader.byteLimit + 1))
    let size = try #require(throws: YAMLError.self) { try YAMLReader.read(large) }
    #expect(size.message.en.contains("too large"))
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(fault(nested(100)) == nil)
    #expect(fault(nested(101))?.message.en.contains("deeper") == true)
    #expect(fault(nested(5000)) != nil)
    #expect(fault(String(repeating: "- ", count: 5000)) != nil)
    let many = "[" + String(repeating: "0,", count: YAMLReader.nodeLimit) + "]"
    #expect(fault(many)?.message.en.contains("nodes") == true)
    let marks = String(repeating: "-\n", count: 3 * YAMLReader.nodeLimit)
    #expect(fault(marks)?.message.en.contains("nodes") == true)
    var bomb = "a0: &a0 [x]\n"
    for level in 1..<40 {
      bomb += "a\(level): &a\(level) {? [*a\(level - 1), *a\(level - 1)] : 1}\n"
    }
    #expect(fault(bomb)?.message.en.contains("anchors") == true)
  }

  @Test("signs of anchors inside texts do no harm")
  func signs() throws {
    let text = (0..<50).map { "- '*a\($0) &b'\n- R&D *x\n" }.joined()
    #expect(try parsed(text).sequence().count == 100)
  }
}
