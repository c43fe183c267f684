import Foundation
import LandKit
import LandTestSupport
import Testing

@Suite("Official areas of a zone") struct OfficialAreaTests {
  private func approvals() throws -> [(name: String, identity: ApprovalIdentity)] {
    try csvRows(fixtures.appendingPathComponent("approvals/approvals.csv")).map { row in
      func area(_ column: String) -> Double? { row[column].flatMap(Double.init) }
      return (
        row["name"] ?? "",
        ApprovalIdentity(
          oldHa: area("old_ha"), inHa: area("in_ha"), outHa: area("out_ha"), newHa: area("new_ha"))
      )
    }
  }

  @Test("eleven real approvals add up, two of them with 0.01 ha to spare")
  func realApprovals() throws {
    let all = try approvals()
    #expect(all.count == 11)
    #expect(all.allSatisfy { $0.identity.outcome == .holds })
    let off = all.filter { $0.identity.residualHa != 0 }
    #expect(off.map(\.name) == ["分宜工业园区", "上高高新区"])
    #expect(off.allSatisfy { $0.identity.residualHa?.magnitude == 0.01 })
  }

  @Test("an approval made wrong does not add up; one with a gap is unknown")
  func wrongApproval() throws {
    for (_, identity) in try approvals() {
      var wrong = identity
      wrong.newHa = wrong.newHa.map { $0 + 0.03 }
      #expect(wrong.outcome == .fails)
      var open = identity
      open.outHa = nil
      #expect(open.outcome == .unknown(missing: ["out_ha"]) && open.residualHa == nil)
    }
  }

  private func approval(
    _ kind: ApprovalKind, _ area: Double?, in inHa: Double? = nil, out: Double? = nil,
    year: Int? = nil
  ) -> ZoneApproval {
    var approval = ZoneApproval()
    approval.kind = Sourced(kind)
    approval.areaHa = area.map { Sourced($0) }
    approval.inHa = inHa.map { Sourced($0) }
    approval.outHa = out.map { Sourced($0) }
    approval.date = year.flatMap { CalendarDate(year: $0, month: 1, day: 1) }.map { Sourced($0) }
    return approval
  }

  @Test("the approvals of a zone file, each against the one before it")
  func zoneFile() {
    // By day: the reduction of 2015 comes before the expansion of 2020.
    let dated = ApprovalIdentity.identities(of: [
      approval(.original, 500, year: 2006),
      approval(.expansion, 590, in: 100, out: 0, year: 2020),
      approval(.reduction, 490, in: 0, out: 10, year: 2015),
    ])
    #expect(dated.map(\.approval) == [2, 1])
    #expect(dated.map(\.oldHa) == [500, 490])
    #expect(dated.allSatisfy { $0.outcome == .holds })
    // One day is not known: the order of the file counts.
    let undated = ApprovalIdentity.identities(of: [
      approval(.original, 500, year: 2006), approval(.expansion, 590, in: 100, year: 2020),
      approval(.reduction, 580, in: 0, out: 10),
    ])
    #expect(undated.map(\.outcome) == [.unknown(missing: ["out_ha"]), .holds])
    // A change without anything before it.
    let alone = ApprovalIdentity.identities(of: [approval(.expansion, 590, in: 100, out: 0)])
    #expect(alone.map(\.outcome) == [.unknown(missing: ["old_ha"])])
  }

  @Test(
    "stated hectares against measured square metres",
    arguments: [
      (12.34, 123_400.0, true), (12.34, 123_500, true), (12.34, 123_300, true),
      (12.34, 123_501, false), (12.34, 123_299, false), (1037.21, 10_372_149.9, true),
      (0, 100, true), (0, 101, false),
    ])
  func statedAreas(stated: Double, measured: Double, agrees: Bool) {
    let check = OfficialAreaCheck(statedHa: stated, measured: measured)
    #expect(check.agrees == agrees, "\(check.differenceHa)")
  }
}
