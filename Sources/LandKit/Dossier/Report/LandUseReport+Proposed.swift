import LandAudit
import LandDocuments

/// Parts 7 to 9: the zone as it would be, and the annex.
extension LandUseReport {
  func proposed() -> [Block] {
    table("proposed_blocks") + table("boundary_areas") + table("attestations") + map("proposed")
  }

  func beforeAndAfter() -> [Block] { table("before_after") + table("layout") }

  /// A map of each block, so that the numbers of its points can be read, then the points.
  func boundary() -> [Block] {
    maps.values.filter { $0.name.hasPrefix("block") }.sorted { $0.name < $1.name }
      .flatMap { map($0.name) } + table("boundary_points")
  }

  func annex() -> [Block] {
    let papers = table("materials") + table("procedure")
    guard !papers.isEmpty else { return [] }
    return [
      .heading(level: 1, language("附件、材料与程序", "Annex: papers and steps"), anchor: "annex")
    ] + papers
  }
}
