import Foundation
import LandPrograms
import LandTestSupport
import Testing

@Suite("limits of other programs")
struct ProgramLimitsTests {
  @Test("a file that grows beyond its limit ends the program")
  func fileBytes() throws {
    let scratch = try Scratch()
    let program = OutsideProgram(name: "dd", package: "coreutils")
    do throws(ProgramError) {
      try program.run(
        ["if=/dev/zero", "of=large", "bs=65536", "count=16384"], in: scratch.folder,
        environment: ["PATH": "/usr/bin:/bin"], limits: ProgramLimits(fileBytes: 1 << 20))
      Issue.record("it wrote a gibibyte")
    } catch {
      guard case .failed = error else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(try scratch.bytes("large").count < 1 << 30)
  }
}
