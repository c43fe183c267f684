import Foundation
import LandTestSupport
import Testing

/// The made zone of fixtures/expansion: not eligible as it stands, eligible by what is offered.
@Suite struct ExpansionZoneTests {
  private let folder = fixtures.appendingPathComponent("expansion")

  private func check(_ whatIf: [String] = []) throws -> [String: Any] {
    let run = try runLandctl(
      [
        "expansion", "check", folder.appendingPathComponent("zone.yaml").path, "--as-of",
        "2025-06-30", "--format", "json",
      ] + whatIf.flatMap { ["--what-if", $0] })
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    return try object(run.stdout)
  }

  /// Verdicts of the gates, by rule.
  private func verdicts(_ check: [String: Any]) throws -> [String: String] {
    let judgements = try #require(check["judgements"] as? [[String: Any]])
    return Dictionary(
      judgements.compactMap { judgement in
        (judgement["rule"] as? String).map { ($0, judgement["verdict"] as? String ?? "") }
      }, uniquingKeysWith: { first, _ in first })
  }

  private func member(_ object: [String: Any]?, _ names: String...) -> [String: Any]? {
    names.reduce(object) { $0?[$1] as? [String: Any] }
  }

  /// The ways of the closing by name.
  private func ways(_ check: [String: Any]) throws -> [String: [String: Any]] {
    let all = try #require(member(check, "closing")?["disposals"] as? [[String: Any]])
    return Dictionary(
      all.map { ($0["way"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("two gates are missed, all others are met")
  func asItStands() throws {
    let now = try check()
    #expect(now["outcome"] as? String == "not_eligible")
    let gates = [
      "JX2-01", "JX2-04", "JX2-05", "JX2-10", "JX2-11", "JX2-12", "JX2-13", "JX2-14", "JX2-15",
      "JX2-16",
    ]
    let verdicts = try verdicts(now)
    #expect(gates.filter { verdicts[$0] == "notMet" } == ["JX2-11", "JX2-15"])
    #expect(gates.allSatisfy { verdicts[$0] == "met" || verdicts[$0] == "notMet" })
    // Papers: M04 and M10 are missing, M08 has run out. Two steps of nine are done.
    let papers = verdicts.filter { $0.key.hasPrefix("JX2-M") && $0.value != "met" }
    #expect(papers.keys.sorted() == ["JX2-M04", "JX2-M08", "JX2-M10"])
    #expect(verdicts["JX2-P2"] == "met" && verdicts["JX2-P3"] == "notMet")
    let cases = try #require(now["open_cases"] as? [[String: Any]])
    #expect(cases.count == 5)
  }

  @Test("the measured supply agrees with the official areas to 0.01 ha")
  func measured() throws {
    let whole = try #require(member(check(), "supply", "whole"))
    for (name, hectares) in [
      ("scope_m2", 355.91), ("supplied_m2", 329.92), ("idle_identified_m2", 5.65),
    ] {
      let area = try #require(whole[name] as? Double)
      #expect(abs(area / 10_000 - hectares) < 0.011, "\(name) \(area)")
    }
    // What is left: six ready lots and the village, 14.82 + 1.40 ha.
    let left = try #require(whole["remaining_m2"] as? Double)
    #expect(abs(left / 10_000 - 16.22) < 0.011)
    #expect(abs(try #require(whole["residual_m2"] as? Double)) < 0.01)
  }

  @Test("each offered set with the offered investment makes it eligible")
  func offered() throws {
    let now = try check()
    let gaps = try #require(member(now, "closing")?["gaps"] as? [[String: Any]])
    #expect(gaps.map { $0["rule"] as? String } == ["JX2-11", "JX2-15"])
    #expect(member(gaps[0], "numerator")?["amount"] as? Double == 4.2339)
    let invest = try #require(member(gaps[1], "numerator")?["what_if"] as? String)
    #expect(member(gaps[1], "numerator")?["unit"] as? String == "wan")
    let starts = try #require(ways(now)["start"])
    for name in ["fewest", "least_area"] {
      let set = try #require(member(starts, name))
      #expect(set["proven"] as? Bool == true && set["gap"] as? Double == 0)
      let dispose = try #require(set["what_if"] as? String)
      let then = try check([dispose, invest])
      #expect(then["outcome"] as? String == "eligible" && then["assumed"] as? Bool == true)
      // Without the investment, and with one case less, it is not.
      #expect(try check([dispose])["outcome"] as? String == "not_eligible")
      let less = dispose.split(separator: ",").dropLast().joined(separator: ",")
      #expect(try verdicts(check([less, invest]))["JX2-11"] == "notMet")
    }
    let fewest = try #require(member(starts, "fewest"))
    let least = try #require(member(starts, "least_area"))
    #expect(try #require(fewest["area_m2"] as? Double) > #require(least["area_m2"] as? Double))
  }

  @Test("an investment short by a hundred yuan does not do")
  func tight() throws {
    let gaps = try #require(member(check(), "closing")?["gaps"] as? [[String: Any]])
    let amount = try #require(member(gaps[1], "numerator")?["amount"] as? Double)
    #expect(try verdicts(check(["invest=\(amount)"]))["JX2-15"] == "met")
    #expect(try verdicts(check(["invest=\(amount - 0.01)"]))["JX2-15"] == "notMet")
  }

  @Test("the set by withdrawal mends one gate, breaks the other, and is not offered")
  func withdrawal() throws {
    let withdraw = try #require(ways(check())["withdraw"])
    #expect(withdraw["outcome"] as? String == "blocked")
    #expect(withdraw["fewest"] == nil && withdraw["least_area"] == nil)
    #expect(withdraw["is_enough_left"] as? Bool == true)
    let after = try #require(member(withdraw, "after")?["what_if"] as? String)
    let then = try verdicts(check([after]))
    #expect(then["JX2-11"] == "met" && then["JX2-10"] == "notMet")
    // So much land supplied first, and not less, makes room for it.
    let first = try #require(withdraw["supply_first_m2"] as? Double) / 10_000
    #expect(try verdicts(check([after, "supply=\(first + 0.0001)"]))["JX2-10"] == "met")
    #expect(try verdicts(check([after, "supply=\(first - 0.001)"]))["JX2-10"] == "notMet")
  }

  @Test("what the README quotes is what is printed", arguments: ["en", "zh"])
  func quoted(language: String) throws {
    let readme = checkout.appendingPathComponent(language == "en" ? "README.md" : "README.zh.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "(fixtures/expansion/ORIGIN.md)").last)
    let quoted = try #require(section.components(separatedBy: "```").dropFirst().first)
    let run = try runLandctl(
      [
        "expansion", "check", folder.appendingPathComponent("zone.yaml").path, "--as-of",
        "2025-06-30", "--lang", language,
      ])
    let lines = quoted.split(separator: "\n")
    #expect(lines.count > 10)
    // The quotation cuts lines at dots.
    for line in lines {
      let kept = line.split(separator: "…", omittingEmptySubsequences: false)[0]
      #expect(run.text.contains(kept), "\(line)")
    }
  }
}
