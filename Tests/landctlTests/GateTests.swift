import Foundation
import LandKit
import LandTestSupport
import Testing

/// Every gate of every act through the command line: met, missed, at its limit, unknown.
@Suite struct GateTests {
  /// A run of the program: the n-th case of one state of every gate of an act at once, where gates
  /// do not share inputs; a gate with fewer cases repeats its own.
  struct Run: Sendable, CustomTestStringConvertible {
    var act: String
    var state: GateCase.State
    var number: Int
    var testDescription: String { "\(act) \(state) \(number)" }
  }

  /// The gates of the shipped books that belong to an act.
  private static let rules = RulebookLibrary.shipped.books.flatMap(\.rules)
    .filter { $0.kind == .gate && !$0.acts.isEmpty }

  /// Their names by act.
  private static let gates = Dictionary(
    uniqueKeysWithValues: ZoneAct.allCases.map { act in
      (act.rawValue, rules.filter { $0.acts.contains(act) }.map(\.id))
    })

  private static func cases(_ gate: String, _ state: GateCase.State) -> [GateCase] {
    (GateCases.all[gate] ?? []).filter { $0.state == state }
  }

  /// Cases of gates that several acts share are run once only: with the act that needs most runs.
  private static let runs: [Run] = gates.keys.sorted().flatMap { act in
    GateCase.State.allCases.flatMap { state in
      let own = gates[act, default: []].filter { gate in
        act == "expansion" || !gates["expansion", default: []].contains(gate)
      }
      let most = own.map { cases($0, state).count }.max() ?? 0
      return (0..<most).map { Run(act: act, state: state, number: $0) }
    }
  }

  @Test("the verdict of each gate, and what is missing", arguments: GateTests.runs)
  func verdicts(_ run: Run) throws {
    var zone = GateZone()
    var expected: [String: GateCase] = [:]
    for gate in Self.gates[run.act] ?? [] {
      let cases = Self.cases(gate, run.state)
      guard !cases.isEmpty else { continue }
      let chosen = cases[run.number % cases.count]
      chosen.change(&zone)
      expected[gate] = chosen
    }
    let scratch = try Scratch()
    try zone.write(to: scratch)
    let result = try runLandctl(
      [
        "expansion", "check", "zone.yaml", "--as-of", "2025-06-30", "--act", run.act, "--format",
        "json",
      ], in: scratch.folder)
    #expect(result.status == 0 && result.stderr.isEmpty, "\(result.stderr)")
    let judgements = try #require(object(result.stdout)["judgements"] as? [[String: Any]])
    for judgement in judgements where judgement["kind"] as? String == "gate" {
      let rule = try #require(judgement["rule"] as? String)
      let verdict = judgement["verdict"] as? String
      // A gate without a case for the state stays as it was.
      let wanted = expected[rule]
      #expect(verdict == wanted?.verdict ?? "met", "\(rule)")
      let missing = judgement["missing"] as? [String] ?? []
      for name in wanted?.missing ?? [] { #expect(missing.contains(name), "\(rule): \(missing)") }
      if verdict != "unknown" { #expect(missing.isEmpty, "\(rule): \(missing)") }
    }
  }

  @Test("every gate of the shipped books has all the cases that its kind allows")
  func complete() {
    #expect(Set(GateCases.all.keys) == Set(Self.rules.map(\.id)))
    for rule in Self.rules {
      // A gate that holds a figure against a limit has a case at it; yes and no have none.
      let hasLimit = rule.readings.flatMap(\.test.comparisons).contains {
        if case .limit = $0.condition { return true }
        return false
      }
      for state in GateCase.State.allCases where state != .atLimit || hasLimit {
        #expect(!Self.cases(rule.id, state).isEmpty, "\(rule.id) has no case \(state)")
      }
      #expect(Self.cases(rule.id, .unknown).allSatisfy { !$0.missing.isEmpty }, "\(rule.id)")
    }
  }

  @Test("no act is without gates")
  func acts() { #expect(Self.gates.values.allSatisfy { !$0.isEmpty }) }

  @Test("each gap is offered as an assumption that closes it")
  func offers() throws {
    var zone = GateZone()
    zone.classes["D"] = "90"
    zone.statistics["main_revenue_wan"] = "17000"
    zone.statistics["fixed_investment_wan"] = "20000"
    let scratch = try Scratch()
    try zone.write(to: scratch)
    func check(_ whatIf: [String]) throws -> [String: Any] {
      let run = try runLandctl(
        ["expansion", "check", "zone.yaml", "--as-of", "2025-06-30", "--format", "json"]
          + whatIf.flatMap { ["--what-if", $0] }, in: scratch.folder)
      #expect(run.status == 0, "\(run.stderr)")
      return try object(run.stdout)
    }
    let now = try check([])
    let closing = try #require(now["closing"] as? [String: Any])
    let gaps = try #require(closing["gaps"] as? [[String: Any]])
    let offers = gaps.compactMap { ($0["numerator"] as? [String: Any])?["what_if"] as? String }
    // Below five of a hundred: a little more than five of the ten hectares.
    #expect(offers == ["supply=5.0001", "revenue=1000", "invest=1000"])
    #expect(now["outcome"] as? String == "not_eligible")
    #expect(try check(offers)["outcome"] as? String == "eligible")
  }
}
