import LandGeometry
import LandLayers
import Testing

@testable import LandRulebook

/// Reads a text that has a mark (§) where the error has to be.
func expectError(
  _ marked: String, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let book = Marked(marked)
  let error = try #require(throws: YAMLError.self, sourceLocation: sourceLocation) {
    try Made.book(whole: book.text)
  }
  let said = error.message.en + " " + error.remedy.en
  #expect(said.contains(words), "\(error)", sourceLocation: sourceLocation)
  #expect(error.file == "made1.yaml", sourceLocation: sourceLocation)
  #expect(error.line == book.line, "\(error)", sourceLocation: sourceLocation)
  #expect(error.column == book.column, "\(error)", sourceLocation: sourceLocation)
  #expect(!error.message.zh.isEmpty, sourceLocation: sourceLocation)
  #expect(error.remedy.zh.isEmpty == error.remedy.en.isEmpty, sourceLocation: sourceLocation)
}
