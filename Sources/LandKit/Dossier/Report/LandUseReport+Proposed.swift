import LandAudit
import LandDocuments

/// Parts 7 to 9: the zone as it would be, and the annex.
extension LandUseReport {
  func proposed() -> [Block] {
    table("proposed_blocks") + table("boundary_areas") + table("attestations") + map("proposed")
  }

  func beforeAndAfter() -> [Block] { table("before_after") + table("layout") }

  func boundary() -> [Block] { table("boundary_points") }

  func annex() -> [Block] {
    let papers = table("materials") + table("procedure")
    guard !papers.isEmpty else { return [] }
    return [
      .heading(level: 1, language("附件、材料与程序", "Annex: papers and steps"), anchor: "annex")
    ] + papers
  }
}
