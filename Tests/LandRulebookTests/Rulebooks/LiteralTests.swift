import Foundation
import LandTestSupport
import Testing

@testable import LandRulebook

/// The limits of the law stand in rulebooks. Where one of their figures stands in Swift all the
/// same, `fixtures/rulebooks/allowed-literals.txt` says what else it is.
@Suite("no limit of the law stands in Swift") struct LiteralTests {
  /// A line of the list: file below Sources/LandKit, literal, reason.
  private struct Allowed: Hashable {
    var file: String
    var literal: String
    /// Stands for all literals of a file.
    static let any = "*"
  }

  private static let folders = ["Rulebook", "IdleLand", "Cadastre", "Audit", "Report", "Ledger"]

  private func allowed() throws -> [Allowed: String] {
    let file = fixtures.appendingPathComponent("rulebooks/allowed-literals.txt")
    var allowed: [Allowed: String] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      try #require(parts.count == 3, "file, literal and reason: \(line)")
      allowed[Allowed(file: parts[0], literal: parts[1])] = parts[2]
    }
    return allowed
  }

  /// The figures of a formula, each group of constants as one.
  private func figures(_ formula: Formula) -> [Double] {
    if let constant = formula.constant { return [constant] }
    switch formula {
    case .measure(let measure): return figures(measure.formula)
    case .negated(let a): return figures(a)
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b),
      .quotient(let a, let b):
      return figures(a) + figures(b)
    case .call(_, let arguments): return arguments.flatMap { figures($0) }
    case .lookup(let table, _):
      return table.rows.values.compactMap { if case .number(let row) = $0 { row } else { nil } }
    case .number, .text, .fact, .industry: return []
    }
  }

  /// The figures of all limits, without those that are everywhere: whole numbers up to 12 and powers
  /// of ten.
  private func limits() -> Set<Double> {
    var figures: Set<Double> = []
    for rule in RulebookLibrary.shipped.books.flatMap(\.rules) {
      var comparisons = rule.readings.flatMap { $0.test.comparisons }
      comparisons += rule.applies.when?.comparisons ?? []
      if case .figure(_, _, let binding?) = rule.content { figures.insert(binding.value) }
      for comparison in comparisons {
        guard case .limit(_, let limit, let unit) = comparison.condition else { continue }
        for figure in self.figures(limit.formula) {
          figures.insert(unit.value(ofBase: figure))
          // Shares, and quotients by area, are also written in other units.
          if unit.dimension == .none || unit.symbol.contains("/") { figures.insert(figure) }
        }
      }
    }
    return Set(figures.map { ($0 * 1e9).rounded() / 1e9 }).filter {
      let power = log10(abs($0))
      return ($0 != $0.rounded() || $0 > 12) && (power != power.rounded() || power < 0)
    }
  }

  private func isOne(_ value: Double, of limits: Set<Double>) -> Bool {
    limits.contains((value * 1e9).rounded() / 1e9)
  }

  @Test("the characteristic figures of the books are known")
  func known() {
    let limits = limits()
    for figure in [
      0.95, 95, 0.9, 90, 350, 5250, 400, 6000, 300, 4500, 4000, 2000, 0.7, 1.4, 1.1, 1.0 / 3,
      2.0 / 3,
      0.25, 25, 0.2, 20, 0.05, 0.35, 0.15, 0.07, 0.4, 0.3, 30,
    ] { #expect(isOne(figure, of: limits), "\(figure)") }
  }

  @Test("none of them is a literal of the code that measures, judges and reports")
  func code() throws {
    let limits = limits()
    let root = checkout.appendingPathComponent("Sources/LandKit")
    let allowed = try allowed()
    var used: Set<Allowed> = []
    for folder in Self.folders {
      let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      let names = try #require(files).compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
      #expect(!names.isEmpty, "\(folder)")
      for name in names {
        let file = folder + "/" + name
        let source = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
        for literal in SourceLiterals(source).literals
        where literal.isLimit || isOne(literal.value, of: limits) {
          let whole = Allowed(file: file, literal: Allowed.any)
          let place = allowed[whole] == nil ? Allowed(file: file, literal: literal.text) : whole
          used.insert(place)
          let reason: Comment =
            "\(file):\(literal.line): \(literal.text) is a limit of a rulebook; take it from there, or say in allowed-literals.txt what else it is"
          #expect(allowed[place] != nil, reason)
        }
      }
    }
    for place in allowed.keys {
      #expect(used.contains(place), "\(place.file) holds no \(place.literal): delete the line")
    }
  }

  @Test("literals are found in code and texts, not in comments, days and names")
  func scanner() {
    let source = """
      // 0.95 and 350
      let a = 0.95 /* 400 */ + x350 - 1_500.5e-1 // 30
      let b = "满30日, https://a.b 0.07" + "2018-12-31 D401" + $0.15 // "5"
      let c = Limit(8, clause: "Art. 2"), d = (1.0 / 3), e = 0x1F, f = a.0 - 1..<25, g = Limit(2 / 3)
      /// 35 %
      let h = value / 7 /
        4
      """
    let found = SourceLiterals(source).literals
    #expect(
      found.map(\.text) == [
        "0.95", "1_500.5e-1", "30", "0.07", "8", "2", "1.0", "3", "1.0/3", "0", "1", "25", "2", "3",
        "2/3", "7", "4", "7/4",
      ])
    #expect(found.map(\.line).suffix(3) == [6, 7, 7] && found[2].line == 3)
    #expect(found.filter(\.isLimit).map(\.text) == ["8", "2", "2/3"])
    #expect(found[1].value == 150.05 && found[8].value == 1.0 / 3)
  }
}
