import LandTestSupport
import Testing

@Suite("The program itself") struct ProgramTests {
  @Test("help and version", arguments: [["--help"], ["--version"], ["audit", "--help"], ["help"]])
  func help(arguments: [String]) throws {
    let run = try runLandctl(arguments)
    #expect(run.status == 0)
    #expect(run.text.contains("landctl"))
    #expect(run.stderr.isEmpty)
  }
}
