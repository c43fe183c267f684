import Testing

@testable import LandDoctor

@Suite("Versions that programs say") struct VersionNumberTests {
  @Test(
    "the number is found among other words",
    arguments: [
      ("GDAL 3.6.2, released 2023/01/02", "3.6.2"), ("pandoc 2.17.1.1\nCompiled with", "2.17.1.1"),
      ("LibreOffice 7.4.7.2 40(Build:2)", "7.4.7.2"), ("3.11.1-CAPI-1.17.1", "3.11.1"),
      ("Chromium 137.0.7151.68 built on Debian GNU/Linux 12 (bookworm)", "137.0.7151.68"),
      ("Rel. 9.1.1, December 1st, 2022", "9.1.1"), ("GDAL 3.9.0dev-0c1, released", "3.9.0"),
    ])
  func found(said: String, version: String) {
    #expect(VersionNumber(in: said)?.text == version)
  }

  @Test("no number, no version", arguments: ["", "unknown", "build 7", "v.", "12"])
  func none(said: String) { #expect(VersionNumber(in: said) == nil) }

  @Test("parts are compared as numbers; a missing one is 0")
  func order() throws {
    func number(_ text: String) throws -> VersionNumber {
      try #require(VersionNumber(in: text))
    }
    #expect(try number("3.6.2") < number("3.11"))
    #expect(try number("3.11") == number("3.11.0"))
    #expect(try !(number("9.1.1") < number("9.1")))
  }
}
