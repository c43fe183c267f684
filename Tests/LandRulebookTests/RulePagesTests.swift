import Foundation
import LandGeometry
import LandLayers
import LandRulebook
import LandTestSupport
import Testing

/// Pages that are made from the rulebooks: `RECORD_SNAPSHOTS=1` writes them, otherwise they must be
/// as they would be written.
@Suite struct RulePagesTests {
  private let library = RulebookLibrary.shipped

  @Test func coverage() throws {
    let difference = try Snapshot.difference(
      RuleCoverage(library).page, from: "docs/rule-coverage.md")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func books() throws {
    for book in library.books {
      let difference = try Snapshot.difference(
        RulePages.page(book), from: "docs/rules/\(book.id).md")
      #expect(difference == nil, "\(difference ?? "")")
    }
    let difference = try Snapshot.difference(
      RulePages.index(library), from: "docs/rules/README.md")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(.disabled(if: Snapshot.isRecording)) func noPageIsLeftOver() throws {
    let known = Set(library.books.map { "\($0.id).md" } + ["README.md"])
    let found = try FileManager.default.contentsOfDirectory(
      atPath: checkout.appendingPathComponent("docs/rules").path)
    #expect(Set(found).subtracting(known).isEmpty)
  }

  /// The provisions of the local policies, by a list that no book can shorten.
  @Test func everyProvisionIsThere() throws {
    let text = try String(
      contentsOf: fixtures.appendingPathComponent("rulebooks/rows.txt"), encoding: .utf8)
    let expected = text.split(separator: "\n").map(String.init)
    #expect(expected.count == 132 && Set(expected).count == 132)
    let page = RuleCoverage(library).page
    var found: Set<String> = []
    for id in RuleCoverage.localPolicies {
      let book = try #require(library.books.first { $0.id == id })
      for row in RuleCoverage.rows(of: book) {
        #expect(found.insert(row.id).inserted, "\(row.id) stands in two books")
        #expect(page.contains("\n| \(row.id) | "), "\(row.id)")
      }
    }
    let lost = expected.filter { !found.contains($0) }
    #expect(lost.isEmpty, "\(lost)")
  }

  /// Whatever a rule lacks is named among its inputs: the explanation leaves nothing out.
  @Test func everyMissingNameOfAnExampleIsARequiredInput() throws {
    for book in library.books {
      for rule in book.rules {
        let names = Set(rule.requiredInputs.map(\.name))
        for example in rule.examples {
          for missing in example.missing ?? [] where !missing.contains("=0") {
            // Years, and tables that lack a row, stand in square brackets.
            let name = missing.split(separator: "[").first.map(String.init) ?? missing
            let isTable = library.books.contains { $0.tables.contains { $0.id == name } }
            // A day in a call is reckoned where the rule names it by a word.
            let call = name.split(separator: "(").first.map(String.init) ?? name
            let isKnown =
              names.contains(name) || isTable
              || names.contains { $0.hasPrefix(call + "(") && name.contains("(") }
            #expect(isKnown, "\(rule.id): \(missing)")
          }
        }
      }
    }
  }

  @Test func wordsOfConditions() throws {
    let file = fixtures.appendingPathComponent("rulebooks/sample.yaml")
    let source = SourceBytes(name: "sample.yaml", bytes: Array(try Data(contentsOf: file)))
    let library = try RulebookLibrary(adding: [source])
    let rule = try #require(library.rule("S-02a")).rule
    #expect(
      rule.readings[0].test.words.zh
        == "经过时间(实际交地时间, 实际开工时间) 不超过 1 年 且 (容积率 超过 0.7 × 样例容积率[行业代码]"
        + " 或 合同载明(补充协议编号):是 或 供地方式 属于 拍卖、挂牌)")
    #expect(
      rule.applies.words.map(\.en) == [
        "land for industry and storage", "industry (GB/T 4754-2017): 13-15, 38",
        "where not (phased: yes)",
      ])
    let places = Dictionary(
      uniqueKeysWithValues: rule.requiredInputs.map { ($0.name, $0.place) })
    #expect(
      places == [
        "land_use": .parcels, "industry_code": .parcels, "industry_edition": .parcels,
        "phased": .contracts, "actual_delivery_date": .contracts, "actual_start_date": .contracts,
        "plot_ratio": .measured, "stated(amendment_no)": .contracts, "supply_mode": .contracts,
      ])
    let zone = try #require(library.rule("S-03")).rule
    #expect(zone.requiredInputs.map(\.zoneKey) == ["events", "attestations", "materials"])
    #expect(library.rules(named: "S-02")?.rules.map(\.id) == ["S-02a", "S-02b"])
  }
}
