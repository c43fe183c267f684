import Foundation
import LandTestSupport
import Testing

@Suite("explain") struct ExplainTests {
  private func explain(_ id: String, _ arguments: String...) throws -> CommandResult {
    try runLandctl(["explain", id, Judged.parcels] + Judged.inputs() + arguments)
  }

  private static let subjects = [
    ("parcel", "369900001001GB00004"), ("contract", "示赣-02"), ("zone", "KFQ-3699-10"),
    ("enterprise", "91369900MADE00002C"),
  ]

  @Test("the texts for people", arguments: subjects, ["zh", "en"])
  func texts(subject: (name: String, id: String), language: String) throws {
    let run = try explain(subject.id, "--lang", language)
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    let name = "cli/explain_\(subject.name)_\(language).txt"
    #expect(run.text == (try golden(name, now: run.text)))
  }

  @Test("the same as data", arguments: subjects)
  func data(subject: (name: String, id: String)) throws {
    let run = try explain(subject.id, "--format", "json")
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    let value = try object(run.stdout)
    #expect(value["schema"] as? String == "landctl.explain/1")
    #expect(value["as_of"] as? String == "2025-06-30" && value["id"] as? String == subject.id)
    let parts = try #require(value["parts"] as? [[String: Any]])
    let part = try #require(parts.first { $0["id"] as? String == subject.id })
    #expect(part["kind"] as? String == subject.name)
    let file = try #require(part["file"] as? String)
    #expect(!file.contains("/"), "a path does not belong into data")
    #expect(parts.contains { ($0["judgements"] as? [Any])?.isEmpty == false })
  }

  @Test("a parcel brings the contracts on it")
  func parcelWithContract() throws {
    let value = try object(try explain("369900001001GB00004", "--format", "json").stdout)
    let parts = try #require(value["parts"] as? [[String: Any]])
    #expect(parts.map { $0["kind"] as? String } == ["parcel", "contract"])
    let judgements = try #require(parts[1]["judgements"] as? [[String: Any]])
    let phase = try #require(judgements.first { $0["rule"] as? String == "JX4-22" })
    #expect(phase["verdict"] as? String == "notMet")
  }

  @Test("an id that nothing has is a slip of the command line")
  func unknown() throws {
    let english = try explain("NOPE", "--lang", "en")
    #expect(english.status == 64 && english.stdout.isEmpty)
    #expect(english.stderr.contains("NOPE") && english.stderr.contains("remedy: "))
    let chinese = try explain("NOPE", "--lang", "zh")
    #expect(chinese.status == 64 && chinese.stderr.contains("没有此编号"))
  }
}
