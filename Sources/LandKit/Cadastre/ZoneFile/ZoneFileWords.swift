/// Level of a development zone.
public enum ZoneLevel: String, CaseIterable, Hashable, Sendable {
  case national, provincial, other
}

/// Kind of an approval of a zone.
public enum ApprovalKind: String, CaseIterable, Hashable, Sendable {
  case original, expansion, reduction, relocation
}

/// Files and layers that belong to a zone.
public enum ZoneLayer: String, CaseIterable, Hashable, Sendable {
  case parcels, buildings, zones, contracts, enterprises
  /// Land that cannot be supplied (不可供应土地).
  case notSuppliable = "not_suppliable"
  /// Land that is ready for supply (已达到供地条件).
  case ready
  /// Approved land (批准用地).
  case approvedLand = "approved_land"
  case useBefore = "use_before"
  case useAfter = "use_after"
  /// Blocks of an application for expansion or relocation.
  case proposedBlocks = "proposed_blocks"
}

/// What 尚可供应土地 means: R1 ready land, R2 all that is left, R3 by place.
public enum SupplyReading: String, CaseIterable, Hashable, Sendable {
  case r1 = "R1"
  case r2 = "R2"
  case r3 = "R3"
}

/// The land that figures per mu are divided by.
public enum PerMuBase: String, CaseIterable, Hashable, Sendable {
  case suppliedIndustrial = "supplied_industrial"
  case builtIndustrial = "built_industrial"
  case other
}

/// What the rate of disposed idle land counts.
public enum RateBasis: String, CaseIterable, Hashable, Sendable {
  case area, count
}

/// Kind of an event that stands against a zone.
public enum ZoneEventKind: String, CaseIterable, Hashable, Sendable {
  case illegalUse = "illegal_use"
  case illegalBuilding = "illegal_building"
  case security, pollution, safety
}

/// Grade of an event.
public enum EventGrade: String, CaseIterable, Comparable, Hashable, Sendable {
  case minor, ordinary, serious

  private var rank: Int {
    switch self {
    case .minor: 0
    case .ordinary: 1
    case .serious: 2
    }
  }

  /// Whether the first weighs less than the second.
  public static func < (a: EventGrade, b: EventGrade) -> Bool { a.rank < b.rank }
}

/// Why a zone is to be relocated.
public enum RelocationCause: String, CaseIterable, Hashable, Sendable {
  case geology
  case planRevision = "plan_revision"
  /// Any other, which is no ground for a relocation (调区).
  case other
}

/// Papers of an application.
public enum MaterialID: String, CaseIterable, Hashable, Sendable {
  case m01 = "M01"
  case m02 = "M02"
  case m03 = "M03"
  case m04 = "M04"
  case m05 = "M05"
  case m06 = "M06"
  case m07 = "M07"
  case m08 = "M08"
  case m09 = "M09"
  case m10 = "M10"
  case m11 = "M11"
  case m12 = "M12"
  case m13 = "M13"
  /// Environmental impact assessment of the plan (规划环评).
  case environmentalImpact = "EIA"
}

/// Yearly statistics of a zone, by the names that rulebooks use; each name ends in its unit.
public enum ZoneStatistic: String, CaseIterable, Hashable, Sendable {
  case mainRevenue = "main_revenue_wan"
  case tax = "tax_wan"
  case fixedInvestment = "fixed_investment_wan"
  case highTechFirms = "high_tech_firms"
  case research = "rd_wan"
  case exports = "exports_usd"
  case fundsInPlace = "funds_in_place_wan"
  case builtUp = "built_up_ha"
  case landBase = "land_base_mu"
  case industrialTax = "industrial_tax_wan"
  case residents
  case floorArea = "floor_area_wan_m2"
  case industrialFloor = "industrial_floor_wan_m2"
  case footprint = "footprint_wan_m2"
  case industrialFootprint = "industrial_footprint_wan_m2"
  case industrialYards = "industrial_yards_wan_m2"
}
