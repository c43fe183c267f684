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

@Suite struct EssentialBooksTests {
  @Test func whatEveryAuditNeedsIsReadByItself() throws {
    let essential = RulebookLibrary.essential
    #expect(
      Set(essential.books.map(\.identity.family))
        == ["idle-land", "control-indicators", "settings", "gbt-4754"])
    for book in essential.books {
      #expect(RulebookLibrary.shipped.books.first { $0.id == book.id }?.rules == book.rules)
    }
    #expect(RuleSelection.shipped.judged.isEmpty)
  }
}
