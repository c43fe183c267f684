import LandCadastre
import LandIdleLand
import LandRulebook
import Testing

@Suite struct NotStartedTests {
  private func unstarted(_ start: String) -> Contract {
    contract {
      $0.agreedStartDate = .iso(start)
      $0.startState = .notStarted
    }
  }

  @Test(arguments: [
    ("2022-10-07", "2023-10-07", "2023-10-08"), ("2020-02-29", "2021-02-28", "2021-03-01"),
    ("2023-02-28", "2024-02-28", "2024-02-29"), ("2023-12-31", "2024-12-31", "2025-01-01"),
  ])
  func theAnniversaryStillCounts(_ start: String, _ last: String, _ first: String) {
    let before = idle(unstarted(start), on: last)
    #expect(before.state == .dueSoon)
    #expect(before.daysToDue == 0 && before.dueBucket == 30)
    #expect(before.dueDate == .iso(last) && before.idleSince == nil)
    #expect(before.clockExpired == false && before.verdict == .met)
    #expect(before.nextStep == .remind && before.nextDeadline == .iso(last))
    let after = idle(unstarted(start), on: first)
    #expect(after.state == .suspected && after.clause == .notStarted && after.verdict == .notMet)
    #expect(after.idleSince == .iso(first))
    #expect(after.idleDays == 1 && after.idleMonths == 0 && after.idleYears == 0)
    #expect(after.clockExpired == true && after.daysToDue == nil)
    #expect(after.nextStep == .investigate)
    #expect(after.nextDeadline == .iso(first).adding(days: 30))
  }

  @Test(arguments: [
    ("2023-10-07", 0, 30), ("2023-09-07", 30, 30), ("2023-09-06", 31, 90), ("2023-07-09", 90, 90),
    ("2023-07-08", 91, 365), ("2022-10-07", 365, 365),
  ])
  func buckets(_ day: String, _ days: Int, _ bucket: Int) {
    let result = idle(unstarted("2022-10-07"), on: day)
    #expect(result.daysToDue == days && result.dueBucket == bucket && result.state == .dueSoon)
  }

  @Test func longBeforeTheClockRunsOut() {
    let result = idle(unstarted("2022-10-07"), on: "2022-10-06")
    #expect(result.state == .notIdle && result.dueBucket == nil && result.daysToDue == 366)
  }

  @Test func anEmptyStartIsUnknown() {
    let bare = contract { $0.agreedStartDate = .iso("2022-10-07") }
    let open = idle(bare, on: "2023-10-08")
    #expect(open.state == .unknown && open.clockExpired == true && open.started == nil)
    #expect(open.missing == ["start_state", "actual_start_date"])
    #expect(open.verdict == .unknown(missing: open.missing))
    #expect(open.nextStep == .clarifyStart && open.idleSince == nil)
    #expect(idle(bare, on: "2023-10-07").state == .dueSoon)
    let convention = idle(bare, on: "2023-10-08") { $0.emptyStart = .notStarted }
    #expect(convention.state == .suspected && convention.started == false)
  }

  @Test func anUnreadableStartIsNotAnEmptyOne() {
    let faulty = contract {
      $0.agreedStartDate = .iso("2022-10-07")
      $0.faultyFields = [.actualStartDate]
    }
    let result = idle(faulty, on: "2023-10-08") { $0.emptyStart = .notStarted }
    #expect(result.state == .unknown)
  }

  @Test func noStartDate() {
    let result = idle(contract { $0.startState = .notStarted }, on: "2023-10-08")
    #expect(result.state == .unknown && result.clockExpired == nil)
    #expect(result.missing == ["agreed_start_date", "actual_delivery_date"])
    #expect(result.nextStep == .completeRecords)
  }

  @Test func deliveryAndAYear() {
    let delivered = contract {
      $0.actualDeliveryDate = .iso("2021-10-07")
      $0.startState = .notStarted
    }
    let result = idle(delivered, on: "2023-10-08")
    #expect(result.state == .suspected)
    #expect(result.startInForce == StartInForce(.iso("2022-10-07"), .delivery))
    #expect(idle(delivered, on: "2023-10-07").state == .dueSoon)
    #expect(idle(delivered, on: "2021-10-06").state == .unknown)
  }

  @Test func anAmendedStart() {
    var amended = unstarted("2021-10-07")
    amended.amendedStartDate = .iso("2022-10-07")
    amended.amendmentDate = .iso("2022-09-01")
    #expect(idle(amended, on: "2023-10-07").state == .dueSoon)
    #expect(idle(amended, on: "2023-10-08").state == .suspected)
    #expect(idle(amended, on: "2022-08-31").startInForce?.source == .agreed)
    amended.amendmentDate = nil
    let undated = idle(amended, on: "2023-01-01")
    #expect(undated.state == .unknown && undated.missing == ["amendment_date"])
    #expect(idle(amended, on: "2023-10-08").state == .suspected)
  }

  @Test func tooLongAnExtension() {
    var amended = unstarted("2021-10-07")
    amended.amendmentDate = .iso("2021-09-01")
    amended.amendedStartDate = .iso("2022-10-07")
    #expect(!assess([amended], on: "2022-01-01").findings.contains { $0.code == .extensionTooLong })
    amended.amendedStartDate = .iso("2022-10-08")
    let finding = assess([amended], on: "2022-01-01").findings.first {
      $0.code == .extensionTooLong
    }
    #expect(finding?.verdict == "needsReasons" && finding?.clause == "第十二条第一款第(一)项")
  }

  @Test func factsOfLaterDaysDoNotExist() {
    var later = unstarted("2022-10-07")
    later.actualStartDate = .iso("2023-12-01")
    later.identifiedNo = "1号"
    later.identifiedDate = .iso("2024-01-01")
    later.disposalWay = .withdraw
    later.disposedDate = .iso("2025-01-01")
    #expect(idle(later, on: "2023-11-30").state == .suspected)
    #expect(idle(later, on: "2023-11-30").identifiedNo == nil)
    later.actualStartDate = nil
    #expect(idle(later, on: "2024-01-01").state == .identified)
    #expect(idle(later, on: "2024-12-31").state == .identified)
    #expect(idle(later, on: "2025-01-01").state == .disposed)
    later.startState = .started
    later.actualStartDate = .iso("2025-06-01")
    #expect(idle(later, on: "2023-11-30").state == .unknown)
    later.signedDate = .iso("2023-12-31")
    #expect(idle(later, on: "2023-11-30").state == .notApplicable)
  }

  @Test func aStartEndsTheQuestion() {
    var started = unstarted("2022-10-07")
    started.actualStartDate = .iso("2024-01-01")
    let result = assess([started], on: "2024-06-01")
    #expect(result.idle.state == .notIdle && result.idle.started == true)
    #expect(result.idle.clockExpired == nil && result.idle.dueDate == nil)
    #expect(result.findings.contains { $0.code == .startContradictory })
    #expect(result.contractBreach == [.breachLateStart])
  }

  @Test func monthsAndYears() {
    let result = idle(unstarted("2020-03-31"), on: "2023-02-28")
    #expect(result.dueDate == .iso("2021-03-31"))
    #expect(result.idleDays == 699 && result.idleMonths == 23 && result.idleYears == 1)
  }

  /// Buildings of a phase that has started tell nothing about the one that has not.
  @Test func builtUnderAnotherContract() {
    let facts = parcel {
      $0.buildingsKnown = true
      $0.density = 0.4
    }
    let first = contract("1") { $0.actualStartDate = .iso("2019-10-20") }
    let second = contract("2") {
      $0.agreedStartDate = .iso("2022-10-07")
      $0.startState = .notStarted
    }
    let both = assess([first, second], on: "2023-10-08", parcel: facts)
    #expect(both.idle.state == .suspected && both.idle.contractNo == "2")
    #expect(!both.findings.contains { $0.code == .notStartedButBuilt })
    let alone = assess([second], on: "2023-10-08", parcel: facts)
    #expect(alone.findings.contains { $0.code == .notStartedButBuilt })
  }

  @Test func visiblyBuilt() {
    func finding(_ density: Double) -> Finding? {
      let facts = parcel {
        $0.buildingsKnown = true
        $0.density = density
        $0.footprint = density * 1000
      }
      return assess([unstarted("2022-10-07")], on: "2023-10-08", parcel: facts)
        .findings.first { $0.code == .notStartedButBuilt }
    }
    #expect(finding(0.049) == nil)
    #expect(finding(0.05)?.value == 0.05)
  }

  @Test func theFindingExplainsItself() throws {
    let result = assess([unstarted("2022-10-07")], on: "2023-10-10")
    let finding = try #require(result.findings.first { $0.code == .suspectedIdle })
    #expect(finding.rule == "D53-2-1" && finding.clause == "第二条第一款")
    #expect(finding.value == 368 && finding.limit == 365 && finding.comparison == ">")
    #expect(finding.distanceToLimit == 3 && finding.unit == "d")
    #expect(finding.verdict == "notMet" && finding.rulebook == "decree53")
    #expect(finding.file == "contracts.csv" && finding.row == 1 && finding.otherID == "A")
    #expect(finding.missing == ["cause_spans", "price_wan"])
  }
}
