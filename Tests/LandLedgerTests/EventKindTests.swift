import LandKit
import Testing

@Suite struct EventKindTests {
  @Test("every kind has a name of its own in both languages")
  func labels() {
    #expect(Set(EventKind.allCases.map(\.label.zh)).count == EventKind.allCases.count)
    #expect(Set(EventKind.allCases.map(\.label.en)).count == EventKind.allCases.count)
  }
}
