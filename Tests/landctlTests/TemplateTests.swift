import Foundation
import LandTestSupport
import Testing

@Suite("template") struct TemplateTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("every template goes to standard output, and to a file as it is")
  func written() throws {
    for name in ["contracts", "enterprises", "zone", "rulebook"] {
      let run = try runLandctl(["template", name])
      #expect(run.status == 0 && run.stderr.isEmpty && !run.stdout.isEmpty)
      let file = scratch.path(name)
      let other = try runLandctl(["template", name, "--output", file, "--lang", "en"])
      #expect(other.status == 0 && other.stdout.isEmpty)
      #expect(other.stderr == "the template is in \(file)\n")
      #expect(try scratch.bytes(name) == run.stdout)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).count == 4)
  }

  @Test("the rulebook passes its own check", arguments: ["zh", "en"])
  func rulebook(language: String) throws {
    let file = scratch.path("my.yaml")
    #expect(try runLandctl(["template", "rulebook", "--output", file]).status == 0)
    let run = try runLandctl(["rules", "check", file, "--lang", language])
    #expect(run.status == 0 && run.stderr.isEmpty)
    #expect(run.text.contains(language == "zh" ? "全部成立" : "all hold"), "\(run.text)")
  }

  @Test("the tables are recognised by inspect")
  func tables() throws {
    let file = scratch.path("contracts.csv")
    #expect(try runLandctl(["template", "contracts", "--output", file]).status == 0)
    let run = try runLandctl(["inspect", file, "--lang", "en"])
    #expect(run.status == 0 && run.text.contains("contracts"), "\(run.text)")
  }

  @Test("what is there is never overwritten", arguments: ["zh", "en"])
  func kept(language: String) throws {
    let file = try scratch.write("zone.yaml", "mine")
    let run = try runLandctl(["template", "zone", "--output", file, "--lang", language])
    #expect(run.status == 73 && run.stdout.isEmpty)
    #expect(
      run.stderr.contains(language == "zh" ? "文件已存在" : "the file is there already"),
      "\(run.stderr)")
    #expect(try scratch.text("zone.yaml") == "mine")
  }

  @Test("a folder that is not there")
  func noFolder() throws {
    let run = try runLandctl(["template", "zone", "--output", scratch.path("no/zone.yaml")])
    #expect(run.status == 73 && run.stderr.contains("no/zone.yaml"))
  }

  @Test("no template, or one that is none", arguments: [["template"], ["template", "nothing"]])
  func usage(arguments: [String]) throws {
    let run = try runLandctl(arguments)
    #expect(run.status == 64 && run.stdout.isEmpty && !run.stderr.isEmpty)
  }
}
