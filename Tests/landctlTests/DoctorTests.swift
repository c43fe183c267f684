import Foundation
import LandTestSupport
import Testing

@Suite("doctor") struct DoctorTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private struct Answer: Decodable {
    struct Check: Decodable {
      var id: String
      var state: String
      var necessary: Bool
      var version: String?
      var place: String?
      var remedy: String
      var neededFor: [String: String]
    }

    var schema: String
    var landctl: String
    var works: Bool
    var checks: [Check]

    func check(_ id: String) throws -> Check { try #require(checks.first { $0.id == id }) }
  }

  private func doctor(
    _ environment: [String: String], launch: Launch = .plainly
  ) throws -> (status: Int32, answer: Answer) {
    let run = try runLandctl(
      ["doctor", "--format", "json"], environment: environment, in: scratch.folder, launch: launch)
    #expect(run.stderr.isEmpty)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (run.status, try decoder.decode(Answer.self, from: Data(run.stdout)))
  }

  @Test("nothing but the program itself: what is optional is missing, and that is no failure")
  func barePath() throws {
    let (status, answer) = try doctor(["PATH": scratch.path("nothing")])
    #expect(status == 0 && answer.works)
    #expect(answer.schema == "landctl.doctor/1" && !answer.landctl.isEmpty)
    for id in ["ogr2ogr", "ogrinfo", "pandoc", "rsvg_convert", "xdg_open", "chromium", "soffice"] {
      let check = try answer.check(id)
      #expect(check.state == "missing" && !check.necessary && check.version == nil)
      #expect(check.remedy.hasPrefix("sudo apt-get install "))
      #expect(check.neededFor["zh"]?.isEmpty == false && check.neededFor["en"]?.isEmpty == false)
    }
    for id in ["geos", "proj", "sqlite"] {
      let check = try answer.check(id)
      #expect(check.state == "ok" && check.necessary && check.version?.contains(".") == true)
    }
    #expect(try answer.check("proj_database").place?.hasSuffix("/proj.db") == true)
    #expect(try answer.check("chinese_font").state == "unknown")
  }

  @Test("the members of the schema, in their order")
  func members() throws {
    let run = try runLandctl(
      ["doctor", "--format", "json"], environment: ["PATH": "/nonexistent"], in: scratch.folder)
    #expect(run.text.hasPrefix(#"{"schema":"landctl.doctor/1","landctl":""#))
    let expected = [
      "id", "state", "necessary", "version", "oldest_tested", "needed_for", "remedy",
    ]
    let start = try #require(run.text.range(of: #"{"id":"geos""#)?.lowerBound)
    var rest = run.text[start...]
    for member in expected {
      let place = try #require(rest.range(of: "\"\(member)\":"), "\(member)")
      rest = rest[place.upperBound...]
    }
  }

  @Test("a program of the path is asked for its version")
  func installed() throws {
    // `make test` installs gdal-bin.
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let (status, answer) = try doctor(["PATH": path])
    #expect(status == 0)
    let check = try answer.check("ogr2ogr")
    #expect(check.state == "ok" && check.version?.hasPrefix("3.") == true)
    #expect(check.place?.hasSuffix("/ogr2ogr") == true)
  }

  @Test("an empty folder of PROJ: status 69, and what brings proj.db")
  func noDatabase() throws {
    let folder = scratch.url("empty")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let environment = ["PROJ_DATA": folder.path, "PROJ_LIB": folder.path, "PATH": "/nonexistent"]
    let (status, answer) = try doctor(environment)
    #expect(status == 69 && !answer.works)
    #expect(try answer.check("proj_database").state == "missing")
    let text = try runLandctl(["doctor", "--lang", "zh"], environment: environment)
    #expect(text.status == 69)
    #expect(text.text.contains("缺少") && text.text.contains("sudo apt-get install proj-data"))
    #expect(text.text.contains("不能完整运行"))
  }

  @Test("a temporary folder that is not there, or belongs to somebody else: status 69")
  func noTemporaryFolder() throws {
    let gone = try doctor(["TMPDIR": scratch.path("gone"), "PATH": "/nonexistent"])
    #expect(gone.status == 69)
    #expect(try gone.answer.check("temporary_folder").state == "unusable")
    let locked = scratch.url("locked")
    try FileManager.default.createDirectory(at: locked, withIntermediateDirectories: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: locked.path)
    let run = try doctor(
      ["TMPDIR": locked.path, "PATH": "/nonexistent"], launch: .withoutRights)
    #expect(run.status == 69)
    #expect(try run.answer.check("temporary_folder").state == "unusable")
    #expect(try FileManager.default.contentsOfDirectory(atPath: locked.path).isEmpty)
  }

  @Test("a page of text in both languages", arguments: ["zh", "en"])
  func text(language: String) throws {
    let run = try runLandctl(
      ["doctor", "--lang", language], environment: ["PATH": "/nonexistent"], in: scratch.folder)
    #expect(run.status == 0 && run.stderr.isEmpty)
    for words in language == "zh"
      ? ["必需", "可选", "缺少", "用途: ", "处理: sudo apt-get install gdal-bin", "可以运行"]
      : ["necessary", "missing", "needed for: ", "remedy: sudo apt-get install gdal-bin", "works"]
    {
      #expect(run.text.contains(words), "\(run.text)")
    }
  }
}
