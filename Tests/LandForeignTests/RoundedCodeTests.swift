import Testing

@testable import LandForeign

@Suite struct RoundedCodeTests {
  @Test(arguments: ["3.6011E+18", "3.60111001002e+18", "3.60111001002E+018", "9.1E17", "1e11"])
  func isARoundedNumber(_ text: String) {
    #expect(RoundedCode.isScientific(text))
  }

  @Test(arguments: [
    "1e5", "360111001002GB00003", "E12", "12E15", "3.E18", "3.6E-18", "3.6E", "3E1x",
  ])
  func isACode(_ text: String) {
    #expect(!RoundedCode.isScientific(text))
  }

  @Test func zerosBehindTheFifteenthDigit() {
    #expect(RoundedCode.isCutOff("3601110010020000"))
    #expect(RoundedCode.isCutOff("36011100100200000"))
    #expect(!RoundedCode.isCutOff("360111001002000"))
    #expect(!RoundedCode.isCutOff("3601110010020000003"))
    #expect(!RoundedCode.isCutOff("360111001002GB00000"))
  }
}
