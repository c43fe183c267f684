import LandGeometry
import LandRulebook
import Testing

@Suite struct ShippedBooksTests {
  @Test func everyShippedBookIsReadAndItsExamplesHold() throws {
    let library = try RulebookLibrary()
    #expect(!library.books.isEmpty)
    for book in library.books {
      let check = ExampleCheck(book)
      for failure in check.failures {
        Issue.record("\(book.file):\(failure.line): \(failure.rule): \(failure.message.en)")
      }
      #expect(check.count > 0 || book.rules.allSatisfy { !$0.isComputed }, "\(book.id)")
    }
  }
}
