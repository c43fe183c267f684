import Foundation
import LandTestSupport
import Testing

/// `landctl verify` on dossiers of a small zone.
@Suite struct VerifyTests {
  private let scratch: Scratch
  private static let environment = ["PATH": "/nowhere"]

  init() throws {
    scratch = try Scratch()
    try GateZone().write(to: scratch)
    let run = try runLandctl(
      ["expansion", "prepare", "zone.yaml", "--as-of", "2025-06-30", "--output", "out"],
      environment: Self.environment, in: scratch.folder)
    #expect(run.status == 0, "\(run.stderr)")
  }

  private func verify(_ options: String..., folder: String = "out") throws -> CommandResult {
    try runLandctl(
      ["verify", folder] + options, environment: Self.environment, in: scratch.folder)
  }

  /// Names of a list of the answer that are not as they were, with their states.
  private func differing(_ list: String, _ run: CommandResult) throws -> [String: String] {
    let items = try #require(object(run.stdout)[list] as? [[String: Any]])
    return Dictionary(
      items.filter { $0["state"] as? String != "same" }.map {
        ($0["name"] as? String ?? "", $0["state"] as? String ?? "")
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("a dossier just made holds")
  func holds() throws {
    for (language, words) in [("zh", "材料与输入一致"), ("en", "it holds; made again it is the same")] {
      let run = try verify("--lang", language)
      #expect(run.status == 0 && run.stderr.isEmpty && run.text.contains(words), "\(run.text)")
      #expect(!run.text.contains("remedy") && !run.text.contains("处理"))
    }
    let answer = try object(verify("--format", "json").stdout)
    #expect(answer["schema"] as? String == "landctl.verify/1")
    #expect(answer["holds"] as? Bool == true && answer["outcome_holds"] as? Bool == true)
  }

  @Test("a byte of a file that was changed, a file that was deleted")
  func outputs() throws {
    var bytes = try scratch.bytes("out/tables/gates.csv")
    bytes[bytes.count / 2] ^= 1
    try scratch.write("out/tables/gates.csv", bytes: bytes)
    try FileManager.default.removeItem(at: scratch.url("out/tables.xlsx"))
    let run = try verify("--format", "json")
    #expect(run.status == 1)
    #expect(
      try differing("files", run) == ["tables/gates.csv": "changed", "tables.xlsx": "missing"])
    #expect(try differing("inputs", run).isEmpty)
    #expect(try differing("remade", run).isEmpty)
    let said = try verify("--lang", "en").text
    #expect(said.contains("changed  file tables/gates.csv"))
    #expect(said.contains("missing  file tables.xlsx") && said.contains("remedy: restore"))
  }

  @Test("an input that was changed: which one, and which papers differ when made again")
  func changedInput() throws {
    var zone = GateZone()
    zone.statistics["main_revenue_wan"] = "3100001"
    try zone.write(to: scratch)
    let run = try verify("--format", "json")
    #expect(run.status == 1)
    #expect(try differing("inputs", run) == ["../zone.yaml": "changed"])
    #expect(try differing("files", run).isEmpty)
    let papers = try differing("remade", run)
    #expect(papers["tables/per_mu.csv"] == "changed" && papers["report.html"] == "changed")
    #expect(papers["tables/supply.csv"] == nil && papers["boundary/boundary.txt"] == nil)
    #expect(try object(run.stdout)["outcome_holds"] as? Bool == true)
    #expect(try verify("--lang", "zh").text.contains("已变  输入 ../zone.yaml (zone)"))
  }

  @Test("a comment changes an input and nothing that is made from it")
  func comment() throws {
    try scratch.write("zone.yaml", GateZone().text + "# seen\n")
    let run = try verify("--format", "json")
    #expect(run.status == 1)
    #expect(try differing("inputs", run) == ["../zone.yaml": "changed"])
    #expect(try differing("remade", run).isEmpty)
  }

  @Test("another verdict is said")
  func outcome() throws {
    var zone = GateZone()
    zone.parks = "5"
    try zone.write(to: scratch)
    let run = try verify("--format", "json")
    #expect(run.status == 1)
    #expect(try object(run.stdout)["outcome_holds"] as? Bool == false)
    #expect(
      try verify("--lang", "en").text.contains("the verdict on the application is another one"))
  }

  @Test("an input that is gone is named, with what to do")
  func missingInput() throws {
    try FileManager.default.removeItem(at: scratch.url("contracts.csv"))
    for (language, words) in [
      ("zh", ["缺失  输入 ../contracts.csv (contracts)", "无法由现有输入重新编制", "处理: 请把缺失的输入放回"]),
      (
        "en",
        [
          "missing  input ../contracts.csv (contracts)", "it cannot be made again",
          "remedy: put each missing input back",
        ]
      ),
    ] {
      let run = try verify("--lang", language)
      #expect(run.status == 1)
      for word in words { #expect(run.text.contains(word), "\(run.text)") }
    }
  }

  @Test("dossier and inputs moved together still hold; through a symbolic link, too")
  func moved() throws {
    let other = try Scratch()
    let place = other.url("deep/er")
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: scratch.folder, to: place)
    let run = try runLandctl(
      ["verify", place.appendingPathComponent("out").path], environment: Self.environment)
    #expect(run.status == 0, "\(run.text)")
    try FileManager.default.createSymbolicLink(
      at: other.url("link"), withDestinationURL: place.appendingPathComponent("out"))
    let linked = try runLandctl(
      ["verify", other.path("link")], environment: Self.environment)
    #expect(linked.status == 0, "\(linked.text)")
  }

  /// The zone of fixtures/expansion with one figure mistyped after its dossier was made.
  @Test("what the README quotes is what is printed", arguments: ["en", "zh"])
  func quoted(language: String) throws {
    let readme = checkout.appendingPathComponent(language == "en" ? "README.md" : "README.zh.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "landctl verify out/dossier").last)
    let quoted = try #require(section.components(separatedBy: "```").dropFirst().first)
    try PreparedDossier.copyInputs(to: scratch.url("fixtures"))
    let run = try runLandctl(
      [
        "expansion", "prepare", "fixtures/zone.yaml", "--as-of", "2025-06-30", "--output",
        "papers/dossier",
      ], environment: Self.environment, in: scratch.folder)
    #expect(run.status == 0, "\(run.stderr)")
    let zone = try scratch.text("fixtures/zone.yaml")
    try scratch.write(
      "fixtures/zone.yaml",
      zone.replacing("main_revenue_wan: 1244953", with: "main_revenue_wan: 1244935"))
    let said = try verify("--lang", language, folder: "papers/dossier").text
    // The counts depend on whether there is a DOCX.
    let lines = quoted.split(separator: "\n").filter { line in
      !line.contains("…") && !line.contains(" of ") && !line.contains("/34")
        && !line.contains("/26")
    }
    #expect(lines.count == 6)
    for line in lines { #expect(said.contains(line), "\(line)") }
  }

  @Test("folders that hold no dossier of this program")
  func noDossier() throws {
    for (language, words) in [
      ("zh", "请指定 landctl expansion prepare"), ("en", "name a folder that"),
    ] {
      try? FileManager.default.removeItem(at: scratch.url("other"))
      try FileManager.default.createDirectory(
        at: scratch.url("other"), withIntermediateDirectories: true)
      let none = try verify("--lang", language, folder: "other")
      #expect(none.status == 66 && none.stderr.contains(words), "\(none.stderr)")
      for text in [#"{"schema":"landctl.audit/1"}"#, #"{"schema":"landctl.dossier/1"}"#, "[]", ""] {
        try scratch.write("other/manifest.json", text)
        let run = try verify("--lang", language, folder: "other")
        #expect(run.status == 65 && run.stdout.isEmpty, "\(text): \(run.stderr)")
      }
    }
  }
}
