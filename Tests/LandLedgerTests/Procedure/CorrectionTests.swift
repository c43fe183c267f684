import LandKit
import Testing

@Suite("corrections") struct CorrectionTests {
  private func started() -> CaseScript {
    var script = CaseScript()
    script.find()
    script.add(.start, "2024-07-01")
    return script
  }

  @Test("an event that did not happen leaves no trace")
  func voids() {
    var script = started()
    #expect(script.standing("2024-07-01").phase == .ended)
    script.correct(8) { $0.voids = true }
    #expect(script.standing("2024-07-01").phase == .found)
    // Taking the correction back brings it back.
    script.correct(9) { $0.voids = true }
    #expect(script.standing("2024-07-01").phase == .ended)
    script.correct(10) { $0.voids = true }
    #expect(script.standing("2024-07-01").phase == .found)
  }

  @Test("the right day moves an event, to before others of its new day by its number")
  func rightDay() {
    var script = started()
    script.correct(8) { $0.rightDay = .iso("2024-07-05") }
    #expect(script.standing("2024-07-04").phase == .found)
    #expect(script.standing("2024-07-05").endedDay == .iso("2024-07-05"))
    // The later correction goes before.
    script.correct(8) { $0.rightDay = .iso("2024-07-03") }
    #expect(script.standing("2024-07-03").endedDay == .iso("2024-07-03"))
    #expect(script.history.effective.map(\.number) == Array(1...8))
  }

  @Test("given details replace, others stay; the remark of a correction is its own")
  func details() {
    var script = started()
    script.correct(5) {
      $0.area = 12_345.6
      $0.text = "面积抄错"
    }
    let standing = script.standing("2024-07-01")
    #expect(standing.idleArea == 12_345.6 && standing.disposedArea == 12_345.6)
    #expect(standing.causeClass == .government && standing.clause == "2(1)")
    let finding = script.history.effective.first { $0.kind == .finding }
    #expect(finding?.details.text == nil && finding?.document?.number == "自然资〔5〕号")
  }

  @Test("what a correction may not do")
  func faults() {
    var script = started()
    func codes(_ number: Int, _ change: (inout EventDetails) -> Void) -> [ProcedureFault.Code] {
      let event = script.event(.correction, "2024-12-31", reason: "笔误") {
        $0.corrects = number
        change(&$0)
      }
      return script.faults(event).codes
    }
    #expect(codes(99) { $0.voids = true } == [.correctsNothing])
    #expect(codes(8) { _ in } == [.correctionEmpty])
    #expect(codes(8) { $0.voids = true }.isEmpty)
    #expect(codes(8) { $0.rightDay = .iso("2024-12-31") }.isEmpty)
    #expect(codes(8) { $0.rightDay = .iso("2025-01-01") } == [.inFuture])
    #expect(codes(1) { $0.voids = true }.contains(.correctsOpening))
    script.correct(8) { $0.voids = true }
    #expect(codes(8) { $0.rightDay = .iso("2024-07-02") } == [.correctsVoided])
    #expect(codes(9) { $0.rightDay = .iso("2024-07-02") } == [.correctsCorrection])
    #expect(codes(9) { $0.voids = true }.isEmpty)
    script.correct(9) { $0.voids = true }
    #expect(codes(9) { $0.voids = true } == [.correctsCorrection])
    let bare = script.event(.correction, "2024-12-31") { $0.corrects = 8 }
    #expect(script.faults(bare).codes == [.detailMissing, .correctionEmpty])
  }

  @Test("what later events would lack is said, what was forced before is not")
  func consequences() {
    var script = started()
    let void = script.event(.correction, "2024-12-31", reason: "误录") {
      $0.corrects = 5
      $0.voids = true
    }
    let faults = script.faults(void)
    // The publication would be without a finding.
    #expect(faults.codes == [.breaksLater] && faults.first?.article == .publication)
    #expect(faults.first?.message.en.hasPrefix("event 7 ") == true)
    let moved = script.event(.correction, "2024-12-31", reason: "误录") {
      $0.corrects = 4
      $0.rightDay = .iso("2024-04-11")
    }
    #expect(script.faults(moved).codes == [.breaksLater])
    // The same fault is there already.
    script.events.removeAll { $0.kind == .investigation }
    script.events[3].forced = ["Art. 7"]
    #expect(script.standing("2024-07-01").forced == [5])
    let area = script.event(.correction, "2024-12-31", reason: "误录") {
      $0.corrects = 5
      $0.area = 10
    }
    #expect(script.faults(area).isEmpty)
  }

  @Test("corrections of unknown, later and own numbers do nothing")
  func nonsense() {
    var script = started()
    let before = script.standing("2024-07-01")
    script.correct(99) { $0.voids = true }
    script.correct(10) { $0.voids = true }
    script.correct(12) { $0.voids = true }
    script.add(.note, "2024-06-01")
    #expect(script.standing("2024-07-01") == before)
    #expect(script.history.effective.map(\.number) == Array(1...8).dropLast() + [12, 8])
  }
}
