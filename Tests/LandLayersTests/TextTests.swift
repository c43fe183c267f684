import LandTestSupport
import Testing

@testable import LandLayers

@Suite("Text encodings") struct TextTests {
  private func decode(_ bytes: [UInt8]) throws -> (String, String) {
    let text = try DecodedText(SourceBytes(name: "made.txt", bytes: bytes))
    let decoded = text.source.withBytes {
      String(decoding: $0[text.start...], as: UTF8.self)
    }
    return (decoded, text.encoding)
  }

  @Test("each encoding is recognised and named")
  func encodings() throws {
    #expect(try decode(Array("宗地".utf8)) == ("宗地", "UTF-8"))
    #expect(try decode([0xEF, 0xBB, 0xBF] + Array("宗地".utf8)) == ("宗地", "UTF-8 (BOM)"))
    // 宗地㐀𠀀 in GB18030: two-byte characters, then two that need four bytes.
    let gb: [UInt8] = [
      0xD7, 0xDA, 0xB5, 0xD8, 0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82, 0x36,
    ]
    #expect(try decode(gb) == ("宗地㐀𠀀", "GB18030 (not valid UTF-8)"))
    #expect(try decode([0xFF, 0xFE, 0x97, 0x5B, 0x30, 0x57]) == ("宗地", "UTF-16LE (BOM)"))
    #expect(try decode([0xFE, 0xFF, 0x5B, 0x97, 0x57, 0x30]) == ("宗地", "UTF-16BE (BOM)"))
    #expect(try decode([]) == ("", "UTF-8"))
  }

  @Test("what is in no encoding is refused with its place")
  func refused() throws {
    let error = #expect(throws: FormatError.self) { try decode([0x61, 0x62, 0xFF, 0x63]) }
    #expect(error?.offset == 2)
    let half = #expect(throws: FormatError.self) { try decode([0xFF, 0xFE, 0x97]) }
    #expect(half?.offset == 2)
    let marked = #expect(throws: FormatError.self) { try decode([0xEF, 0xBB, 0xBF, 0x61, 0xD7]) }
    #expect(marked?.offset == 4)
  }

  @Test("UTF-8 that was cut off is not taken for GB18030")
  func damaged() throws {
    let whole = Array("宗地代码,受让人,土地用途,出让面积\n".utf8)
    let error = #expect(throws: FormatError.self) { try decode(whole + [0xE5, 0xAE]) }
    #expect(error?.offset == whole.count)
  }

  @Test("a long text crosses the conversion's chunks")
  func longText() throws {
    let gb: [UInt8] = [0x20] + (0..<100_000).flatMap { _ in [0xD7, 0xDA] as [UInt8] }
    let (text, _) = try decode(gb)
    #expect(text == " " + String(repeating: "宗", count: 100_000))
  }

  @Test("the strict test agrees with the standard library on random bytes")
  func strictness() {
    var random = SeededGenerator(seed: 11)
    let leads: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xA0, 0x9F, 0x90,
    ]
    for _ in 0..<rounds(200_000) {
      let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Bool.random(using: &random)
          ? leads[Int.random(in: 0..<leads.count, using: &random)]
          : UInt8.random(in: .min ... .max, using: &random)
      }
      let fault = bytes.withUnsafeBufferPointer {
        firstInvalidUTF8Byte(in: $0, from: 0, to: $0.count)
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((fault == nil) == isValid, "\(bytes)")
    }
  }
}
