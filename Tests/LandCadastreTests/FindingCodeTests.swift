import LandCadastre
import LandGeometry
import Testing

@Suite struct FindingCodeTests {
  @Test(arguments: FindingCode.allCases)
  func everyCodeHasTexts(_ code: FindingCode) {
    for text in [code.title, code.explanation, code.remedy] {
      #expect(!text.zh.isEmpty && !text.en.isEmpty)
      #expect(text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(!text.en.unicodeScalars.contains { $0.value > 0x7F })
    }
  }

  @Test func titlesDiffer() {
    #expect(Set(FindingCode.allCases.map(\.title.zh)).count == FindingCode.allCases.count)
    #expect(Set(FindingCode.allCases.map(\.title.en)).count == FindingCode.allCases.count)
  }

  @Test func severitiesAreOrdered() {
    #expect(FindingCode.Severity.info < .warning && FindingCode.Severity.warning < .error)
    #expect(FindingCode.selfIntersection.severity == .error)
  }
}
