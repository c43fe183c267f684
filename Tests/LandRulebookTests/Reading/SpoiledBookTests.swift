import Foundation
import LandGeometry
import LandLayers
import LandTestSupport
import Testing

@testable import LandRulebook

@Suite("a spoiled rulebook is refused or read, and never ends the program") struct SpoiledBookTests
{
  private static let values = [
    "", "~", "-1", "0", "99999999999999999999", "1e400", "[]", "{}", "'", "\"\"", "((((", "1/0",
    "date('9999-12-31')", "elapsed(date('0001-01-01'))", "previous(tax_wan)", "万元/亩", "年", "日",
    "true", "9999-12-31", "0001-01-01", "in_year(tax_wan, 99999999999999999999)", "-(-(1))",
    "events('a', 'b', 99999999999999999999)", "abs(0 - 99999999999999999999)", "industry(2002)",
  ]

  /// A value of a line, or of a key within braces, gives way to another.
  private func spoil(_ text: String, _ random: inout SeededGenerator) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let index = Int.random(in: lines.indices, using: &random)
      let colons = lines[index].ranges(of: ": ")
      guard let colon = colons.randomElement(using: &random),
        let value = Self.values.randomElement(using: &random)
      else { continue }
      let rest = lines[index][colon.upperBound...]
      let end = rest.firstIndex { ",}]".contains($0) } ?? rest.endIndex
      lines[index].replaceSubrange(colon.upperBound..<end, with: value)
    }
    return lines.joined(separator: "\n")
  }

  @Test(
    "values are exchanged for others",
    arguments: ["jinzhou-2017", "settings", "patrol-2013", "siping-2016", "luohe-2016"])
  func values(name: String) throws {
    let folder = checkout.appendingPathComponent("Sources/LandKit/Rulebook/Rulebooks")
    let text = try String(
      contentsOf: folder.appendingPathComponent(name + ".yaml"), encoding: .utf8)
    let others = Made.shipped.filter { $0.file != name + ".yaml" }
    var random = SeededGenerator(seed: 17)
    var refused = 0
    for _ in 0..<rounds(30) {
      let spoiled = spoil(text, &random)
      do throws(YAMLError) {
        let draft = try RulebookDraft(Made.source(spoiled, "spoiled.yaml"))
        let books = try RulebookReader.link(others + [draft])
        _ = books.last.map { ExampleCheck($0) }
      } catch {
        refused += 1
        let lines = spoiled.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect((1...(lines + 1)).contains(error.line) && error.column >= 1, "\(error)")
        #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty)
      }
    }
    #expect(refused > rounds(30) / 4)
  }
}
