import Foundation
import LandTestSupport
import Testing

@Suite("rules") struct RulesTests {
  private static let sample = fixtures.appendingPathComponent("rulebooks/sample.yaml").path
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func rules(_ arguments: String...) throws -> CommandResult {
    try runLandctl(["rules"] + arguments)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let run = try runLandctl(["rules"] + arguments + ["--format", "json"])
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    let value = try object(run.stdout)
    #expect(value["schema"] as? String == "landctl.rules/1")
    return value
  }

  @Test("the texts for people", arguments: ["zh", "en"])
  func texts(language: String) throws {
    for (name, arguments) in [
      ("rules_list", ["list", "--as-of", "2025-06-30"]),
      ("rules_list_sample", ["list", "sample", "--rules", Self.sample]),
      ("rules_show_sample", ["show", "sample", "--rules", Self.sample]),
      ("rules_show_rule", ["show", "S-01", "--rules", Self.sample]),
      ("rules_explain_sample", ["explain", "S-02", "--rules", Self.sample]),
      ("rules_explain", ["explain", "JX2-10"]),
      ("rules_check", ["check"]),
    ] {
      let run = try runLandctl(["rules"] + arguments + ["--lang", language])
      #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
      #expect(run.text == (try golden("cli/\(name)_\(language).txt", now: run.text)))
    }
  }

  @Test("list: which books hold where, and on the day")
  func list() throws {
    func books(_ value: [String: Any]) -> [String: [String: Any]] {
      let list = value["books"] as? [[String: Any]] ?? []
      return Dictionary(uniqueKeysWithValues: list.map { ($0["id"] as? String ?? "", $0) })
    }
    let all = books(try json("list", "--as-of", "2025-06-30"))
    #expect(all["jiangxi-2018"]?["in_force"] as? Bool == true)
    #expect(all["control-indicators-2008"]?["in_force"] as? Bool == false)
    #expect(all["control-indicators-2023"]?["in_force"] as? Bool == true)
    let then = books(try json("list", "--as-of", "2020-06-30"))
    #expect(then["control-indicators-2008"]?["in_force"] as? Bool == true)
    let there = books(try json("list", "--territory", "360100", "--as-of", "2025-06-30"))
    #expect(there["jiangxi-2018"] != nil && there["siping-2016"] == nil && there["decree53"] != nil)
    let own = books(try json("list", "--rules", Self.sample, "--as-of", "2026-01-01"))
    let sample = try #require(own["sample"])
    #expect(sample["rules"] as? Int == 7 && sample["computed"] as? Int == 6)
    #expect(sample["in_force"] as? Bool == false && sample["verification"] as? String == "ours")
    #expect((sample["kinds"] as? [String: Int])?["gate"] == 2)
    #expect((sample["sha256"] as? String)?.count == 64)
  }

  @Test("a family stands for its edition in force")
  func family() throws {
    let value = try json("show", "jiangxi")
    #expect((value["book"] as? [String: Any])?["id"] as? String == "jiangxi-2018")
  }

  @Test("show: the whole book as data")
  func show() throws {
    let value = try json("show", "sample", "--rules", Self.sample)
    let book = try #require(value["book"] as? [String: Any])
    #expect((book["rule_list"] as? [Any])?.count == 7)
    let inputs = try #require(book["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["given_in"] as? String } == ["zone", "contracts"])
    #expect(inputs[0]["zone_key"] as? String == "figures.zone")
    let measure = try #require((book["measures"] as? [[String: Any]])?.first)
    #expect(measure["formula"] as? String == "tax_wan / land_base_mu")
    let rows = ((book["tables"] as? [[String: Any]])?.first)?["rows"] as? [[String: Any]]
    #expect(rows?.count == 2 && rows?[1]["missing"] as? Bool == true)
    let sources = try #require(book["sources"] as? [[String: Any]])
    #expect(sources[0]["address"] as? String == "example.org/sample")
  }

  @Test("explain: test, readings, inputs and examples as data")
  func explain() throws {
    let value = try json("explain", "JX2-10")
    let rule = try #require((value["rules"] as? [[String: Any]])?.first)
    let readings = try #require(rule["readings"] as? [[String: Any]])
    #expect(readings.map { $0["id"] as? String } == ["R1", "R2", "R3", "R1-original"])
    #expect(rule["decides"] as? String == "R1")
    let test = try #require(readings[0]["test"] as? [String: Any])
    #expect(test["compare"] as? String == "below" && test["limit_counts"] as? Bool == false)
    #expect(test["limit"] as? String == "5" && test["unit"] as? String == "%")
    let inputs = try #require(rule["inputs"] as? [[String: Any]])
    #expect(inputs.contains { $0["name"] as? String == "class_D_ha" })
    #expect((rule["examples"] as? [Any])?.isEmpty == false)
    // A row stands for all its rules.
    let row = try json("explain", "S-02", "--rules", Self.sample)
    #expect((row["rules"] as? [[String: Any]])?.map { $0["id"] as? String } == ["S-02a", "S-02b"])
  }

  @Test("every shipped rule can be explained", arguments: ["zh", "en"])
  func everyRule(language: String) throws {
    let list = try json("list")
    for book in try #require(list["books"] as? [[String: Any]]) {
      let id = try #require(book["id"] as? String)
      let run = try rules("show", id, "--lang", language)
      #expect(run.status == 0 && run.text.hasPrefix(id))
    }
  }

  @Test("check: what does not hold is named with its line", arguments: ["zh", "en"])
  func failing(language: String) throws {
    let text = try String(contentsOfFile: Self.sample, encoding: .utf8)
    try scratch.write("one.yaml", text.replacingOccurrences(of: "value: 15,", with: "value: 16,"))
    let run = try runLandctl(
      ["rules", "check", "one.yaml", "--lang", language], in: scratch.folder)
    #expect(run.status == 65 && run.stderr.isEmpty)
    #expect(run.text == (try golden("cli/rules_check_failing_\(language).txt", now: run.text)))
    let data = try runLandctl(
      ["rules", "check", "one.yaml", "--format", "json"], in: scratch.folder)
    #expect(data.status == 65)
    let book = try #require((object(data.stdout)["books"] as? [[String: Any]])?.first)
    let failure = try #require((book["failures"] as? [[String: Any]])?.first)
    #expect(failure["rule"] as? String == "S-01" && failure["line"] as? Int == 59)
  }

  @Test("check: what is no rulebook is named with its place; the others are still checked")
  func broken() throws {
    let text = try String(contentsOfFile: Self.sample, encoding: .utf8)
    try scratch.write("good.yaml", text)
    try scratch.write(
      "bad.yaml", text.replacingOccurrences(of: "softness: principle", with: "softnes: principle"))
    let run = try runLandctl(
      ["rules", "check", "bad.yaml", "good.yaml", "--lang", "en"], in: scratch.folder)
    #expect(run.status == 65)
    #expect(run.stderr.contains("bad.yaml:68:5: unknown key softnes"), "\(run.stderr)")
    #expect(run.stderr.contains("remedy: did you mean softness?"), "\(run.stderr)")
    #expect(run.text == "good.yaml: sample: 7 rules, 17 examples, all hold\n")
    let chinese = try runLandctl(
      ["rules", "check", "bad.yaml", "--lang", "zh"], in: scratch.folder)
    #expect(chinese.status == 65 && chinese.stdout.isEmpty)
    #expect(chinese.stderr.contains("未知的键 softnes"), "\(chinese.stderr)")
    #expect(chinese.stderr.contains("处理: 是否应为 softness?"), "\(chinese.stderr)")
  }

  @Test("check: a missing file outweighs what is wrong with the others")
  func missing() throws {
    try scratch.write("bad.yaml", "schema: 1\n")
    for files in [["nothing.yaml"], ["nothing.yaml", "bad.yaml"]] {
      let run = try runLandctl(["rules", "check"] + files, in: scratch.folder)
      #expect(run.status == 66 && run.stderr.contains("nothing.yaml"))
    }
  }

  @Test("check: two drafts of one book, a book that needs another, a name that is taken")
  func several() throws {
    let text = try String(contentsOfFile: Self.sample, encoding: .utf8)
    try scratch.write("a.yaml", text)
    try scratch.write("b.yaml", text)
    let drafts = try runLandctl(["rules", "check", "a.yaml", "b.yaml"], in: scratch.folder)
    #expect(drafts.status == 0 && drafts.stderr.isEmpty, "\(drafts.stderr)")
    let head = text.components(separatedBy: "\ninputs:")[0]
      .replacingOccurrences(of: "id: sample", with: "id: other")
    let rule = """

      rules:
        - id: O-01
          clause: 第一条
          subject: zone
          kind: definition
          title: {zh: 税收, en: Taxes}
          text: {zh: 税收, en: Taxes}
          measure: sample_tax_per_mu
          unit: 万元/亩
          examples:
            - {given: {tax_wan: 2, land_base_mu: 1}, value: 2}
            - {given: {}, expect: unknown}

      """
    try scratch.write("other.yaml", head + rule)
    let alone = try runLandctl(["rules", "check", "other.yaml"], in: scratch.folder)
    #expect(alone.status == 65 && alone.stderr.contains("sample_tax_per_mu"), "\(alone.stderr)")
    let both = try runLandctl(["rules", "check", "other.yaml", "a.yaml"], in: scratch.folder)
    #expect(both.status == 0 && both.stderr.isEmpty, "\(both.stderr)")
    try scratch.write("taken.yaml", text.replacingOccurrences(of: "id: S-06", with: "id: JX2-10"))
    let taken = try runLandctl(
      ["rules", "check", "taken.yaml", "--lang", "en"], in: scratch.folder)
    #expect(taken.status == 65 && taken.stderr.contains("jiangxi-2018.yaml:"), "\(taken.stderr)")
  }

  @Test(
    "a book of the user's that cannot be read ends every command",
    arguments: [["list"], ["show", "sample"], ["explain", "S-01"]])
  func unreadable(arguments: [String]) throws {
    let bad = try scratch.write("bad.yaml", "schema: 2\n")
    let run = try runLandctl(["rules"] + arguments + ["--rules", bad])
    #expect(run.status == 65 && run.stdout.isEmpty)
    #expect(run.stderr.contains("bad.yaml:1:9"), "\(run.stderr)")
    let gone = try runLandctl(["rules"] + arguments + ["--rules", scratch.path("no.yaml")])
    #expect(gone.status == 66 && gone.stdout.isEmpty)
  }

  @Test("a name that stands for nothing", arguments: ["zh", "en"])
  func unknown(language: String) throws {
    for arguments in [["list", "jianxi-2018"], ["show", "nothing"], ["explain", "JX2-1"]] {
      let run = try runLandctl(["rules"] + arguments + ["--lang", language])
      #expect(run.status == 64 && run.stdout.isEmpty)
      #expect(run.stderr.contains(arguments[1]), "\(run.stderr)")
    }
    let near = try rules("list", "jianxi-2018", "--lang", language)
    #expect(near.stderr.contains("jiangxi-2018"))
    let book = try rules("explain", "decree53", "--lang", language)
    #expect(book.status == 64 && book.stderr.contains("landctl rules show decree53"))
  }

  @Test(
    "what cannot be meant is a usage error",
    arguments: [
      ["list", "--territory", "Jiangxi"], ["list", "--as-of", "2025-02-30"],
      ["list", "--format", "csv"], ["show"], ["explain"], ["show", "JX2-10", "--lang", "fr"],
      ["check", "--format", "xml"], ["nonsense"],
    ])
  func usage(arguments: [String]) throws {
    let run = try runLandctl(["rules"] + arguments)
    #expect(run.status == 64 && run.stdout.isEmpty && !run.stderr.isEmpty)
  }
}
