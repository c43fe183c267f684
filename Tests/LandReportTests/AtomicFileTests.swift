import LandReport
import LandTestSupport
import Testing

@Suite("Files that appear whole or not at all") struct AtomicFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func names() throws -> [String] { try scratch.files(in: "").keys.sorted() }

  @Test("nothing is there before it is published")
  func publishing() throws {
    try scratch.write("a.csv", "old")
    var file = try AtomicFile(scratch.path("a.csv"))
    try file.write(Array("new ".utf8))
    #expect(try names().count == 2 && scratch.text("a.csv") == "old")
    let finished = try file.finish()
    #expect(try scratch.text("a.csv") == "old")
    try finished.publish()
    #expect(try names() == ["a.csv"] && scratch.text("a.csv") == "new ")
  }

  @Test("a file that is not finished leaves nothing")
  func abandoned() throws {
    try scratch.write("a.csv", "old")
    do {
      var file = try AtomicFile(scratch.path("a.csv"))
      try file.write(Array(repeating: 7, count: 1 << 20))
    }
    #expect(try names() == ["a.csv"] && scratch.text("a.csv") == "old")
  }

  @Test("a failure in the middle: what was begun goes")
  func failure() throws {
    struct Stop: Error {}
    func work() throws {
      var one = try AtomicFile(scratch.path("one"))
      var two = try AtomicFile(scratch.path("two"))
      try one.write([1])
      try two.write([2])
      let finished = try one.finish()
      defer { finished.discard() }
      throw Stop()
    }
    #expect(throws: Stop.self) { try work() }
    #expect(try names().isEmpty)
  }

  @Test("many writes, small and large, in order")
  func order() throws {
    var file = try AtomicFile(scratch.path("a"))
    var expected: [UInt8] = []
    var random = SeededGenerator(seed: 5)
    for k in 0..<400 {
      let count = Int.random(in: 0...(k % 50 == 0 ? 200_000 : 3000), using: &random)
      let bytes = Array(repeating: UInt8(k % 251), count: count)
      try file.write(bytes)
      expected += bytes
    }
    try file.finish().publish()
    #expect(try scratch.bytes("a") == expected)
  }

  @Test("places that cannot be written are known at once")
  func unwritable() throws {
    try scratch.write("file", "")
    try scratch.write("folder/inside", "")
    #expect(throws: OutputError.self) { _ = try AtomicFile(scratch.path("missing/a")) }
    #expect(throws: OutputError.self) { _ = try AtomicFile(scratch.path("file/a")) }
    #expect(throws: OutputError.self) { _ = try AtomicFile(scratch.path("folder")) }
    #expect(throws: OutputError.self) { try makeFolder(scratch.path("file")) }
    #expect(throws: OutputError.self) { try makeFolder(scratch.path("file/deep")) }
    try makeFolder(scratch.path("x/y/z"))
    try makeFolder(scratch.path("x/y/z/"))
  }
}
