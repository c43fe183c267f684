/// The fields that landctl understands, by their stable English names (columns of `contracts.csv`,
/// `enterprises.csv`, properties of parcels, buildings and zones).
public enum Field: String, CaseIterable, Hashable, Sendable {
  // Contract or allocation decision: who and what.
  case contractNo = "contract_no"
  case supervisionNo = "supervision_no"
  case parcelID = "parcel_id"
  case zoneID = "zone_id"
  case parcelShare = "parcel_share"
  case documentKind = "document_kind"
  case supplyMode = "supply_mode"
  case ownership
  case holder
  case projectName = "project_name"
  case location
  case landUse = "land_use"
  case industryCode = "industry_code"
  case industryEdition = "industry_edition"
  case landGrade = "land_grade"
  case contractArea = "contract_area_m2"
  case areaKind = "area_kind"
  case price = "price_wan"
  case pricePaid = "price_paid_wan"
  case paymentSchedule = "payment_schedule"
  case termYears = "term_years"
  // Dates.
  case signedDate = "signed_date"
  case supplyDate = "supply_date"
  case agreedDeliveryDate = "agreed_delivery_date"
  case actualDeliveryDate = "actual_delivery_date"
  case agreedStartDate = "agreed_start_date"
  case amendedStartDate = "amended_start_date"
  case amendmentNo = "amendment_no"
  case amendmentDate = "amendment_date"
  case startState = "start_state"
  case actualStartDate = "actual_start_date"
  case startEvidence = "start_evidence"
  case permitDate = "permit_date"
  case agreedFinishDate = "agreed_finish_date"
  case actualFinishDate = "actual_finish_date"
  case suspendedDate = "suspended_date"
  case resumedDate = "resumed_date"
  // Development and investment.
  case dueArea = "due_area_m2"
  case developedArea = "developed_area_m2"
  case dueFootprint = "due_footprint_m2"
  case totalInvestment = "total_investment_wan"
  case invested = "invested_wan"
  case investmentDate = "investment_date"
  case fixedInvestment = "fixed_investment_wan"
  // Conditions of the contract.
  case plotRatioMin = "plot_ratio_min"
  case plotRatioMax = "plot_ratio_max"
  case densityMin = "density_min"
  case densityMax = "density_max"
  case coefficientMin = "coefficient_min"
  case greenMax = "green_max"
  case officeShareMax = "office_share_max"
  case intensityMin = "intensity_min_wan_per_ha"
  // What rulebooks ask of a contract beside.
  case priorityIndustry = "priority_industry"
  case farmPrimary = "farm_primary"
  case priceFloor = "price_floor_yuan_per_m2"
  case landCost = "land_cost_wan"
  case specialProcess = "special_process"
  case separateParcel = "separate_parcel"
  case phased
  case phaseSupplyDate = "phase_supply_date"
  case phaseFinishDate = "phase_finish_date"
  case contractClauses = "contract_clauses"
  case intensityControl = "intensity_control_wan_per_ha"
  case collective
  // The case of idle land.
  case causeSpans = "cause_spans"
  case identifiedNo = "identified_no"
  case identifiedDate = "identified_date"
  case idleArea = "idle_area_m2"
  case disposalWay = "disposal_way"
  case disposedDate = "disposed_date"
  case disposedArea = "disposed_area_m2"
  case systemRecordDate = "system_record_date"
  case feePaid = "fee_paid_wan"
  case remark
  // Parcel.
  case supplyState = "supply_state"
  case industry
  case greenArea = "green_area_m2"
  case greenShare = "green_share"
  case officeArea = "office_area_m2"
  case officeShare = "office_share"
  case officeFloor = "office_floor_m2"
  case zoneClass = "zone_class"
  // Building.
  case buildingID = "building_id"
  case kind
  case use
  case storeys
  case storeyHeight = "storey_height_m"
  case height = "height_m"
  case grossFloor = "gross_floor_m2"
  case countedFloor = "counted_floor_m2"
  case basement
  case builtYear = "built_year"
  // Zone.
  case name
  case level
  case approvedArea = "approved_area_m2"
  // Enterprise.
  case enterpriseID = "enterprise_id"
  case year
  case leadingIndustry = "leading_industry"
  case operating
  case stoppedSince = "stopped_since"
  case lastAnnualReportYear = "last_annual_report_year"
  case contactLost = "contact_lost"
  case highTech = "high_tech"
  case landArea = "land_area_m2"
  case revenue = "revenue_wan"
  case output = "output_wan"
  case tax = "tax_wan"
  case employees
  case zombieListedDate = "zombie_listed_date"
  case zombieClearedDate = "zombie_cleared_date"

  /// What sort of values a field holds; decides how a cell is read and which values are plausible.
  public enum Kind: Hashable, Sendable {
    /// Any text.
    case text
    /// A day.
    case date
    /// Square metres, not negative.
    case area
    /// 万元, not negative.
    case money
    /// A part of a whole, 0 to 1.
    case share
    /// A quotient without upper limit (plot ratio), not negative.
    case ratio
    /// 万元 per hectare, not negative.
    case intensity
    /// Yuan per square metre, not negative.
    case unitPrice
    /// Metres, not negative.
    case length
    /// Years, not negative.
    case years
    /// A count, not negative; buildings may have half storeys.
    case count
    /// A calendar year.
    case year
    /// true or false.
    case boolean
    /// One of a fixed list of words.
    case code
    /// Several texts or codes, with `;` between them.
    case list
  }

  /// What sort of values the field holds.
  public var valueKind: Kind {
    switch self {
    case .signedDate, .supplyDate, .agreedDeliveryDate, .actualDeliveryDate, .agreedStartDate,
      .amendedStartDate, .amendmentDate, .actualStartDate, .permitDate, .agreedFinishDate,
      .actualFinishDate, .suspendedDate, .resumedDate, .investmentDate, .identifiedDate,
      .disposedDate, .systemRecordDate, .phaseSupplyDate, .phaseFinishDate, .stoppedSince,
      .zombieListedDate, .zombieClearedDate:
      .date
    case .contractArea, .dueArea, .developedArea, .dueFootprint, .idleArea, .disposedArea,
      .greenArea, .officeArea, .officeFloor, .grossFloor, .countedFloor, .approvedArea, .landArea:
      .area
    case .price, .pricePaid, .totalInvestment, .invested, .fixedInvestment, .feePaid, .landCost,
      .revenue, .output, .tax:
      .money
    case .parcelShare, .densityMin, .densityMax, .coefficientMin, .greenMax, .officeShareMax,
      .greenShare, .officeShare:
      .share
    case .plotRatioMin, .plotRatioMax: .ratio
    case .intensityMin, .intensityControl: .intensity
    case .priceFloor: .unitPrice
    case .storeyHeight, .height: .length
    case .termYears: .years
    case .storeys, .industryEdition, .builtYear, .employees: .count
    case .year, .lastAnnualReportYear: .year
    case .basement, .priorityIndustry, .farmPrimary, .specialProcess, .separateParcel, .phased,
      .collective, .operating, .contactLost, .highTech:
      .boolean
    case .contractClauses, .paymentSchedule: .list
    case .documentKind, .ownership, .areaKind, .startState, .disposalWay, .supplyState, .kind,
      .causeSpans, .zoneClass:
      .code
    case .contractNo, .supervisionNo, .parcelID, .zoneID, .supplyMode, .holder, .projectName,
      .location, .landUse, .industryCode, .landGrade, .amendmentNo, .startEvidence, .identifiedNo,
      .remark, .industry, .buildingID, .use, .name, .level,
      .enterpriseID, .leadingIndustry:
      .text
    }
  }

  /// Files in which a field may occur.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// The parcel layer; contract facts may be among its properties.
    case parcels
    /// The table of contracts and allocation decisions.
    case contracts
    /// The building layer.
    case buildings
    /// The zone layer.
    case zones
    /// The table of enterprises.
    case enterprises
  }

  /// Whether files of a role may hold the field.
  public func belongs(to role: Role) -> Bool {
    switch self {
    case .parcelID: role != .zones
    case .zoneID: true
    case .supplyState, .industry, .greenArea, .greenShare, .officeArea, .officeShare:
      role == .parcels || role == .contracts
    case .officeFloor, .zoneClass: role == .parcels
    case .grossFloor, .countedFloor: role == .parcels || role == .buildings
    case .buildingID, .kind, .use, .storeys, .storeyHeight, .height, .basement, .builtYear:
      role == .buildings
    case .name: role == .zones || role == .enterprises
    case .level, .approvedArea: role == .zones
    case .industryCode, .industryEdition, .fixedInvestment:
      role == .parcels || role == .contracts || role == .enterprises
    case .leadingIndustry: role == .enterprises || role == .zones
    case .enterpriseID, .year, .operating, .stoppedSince, .lastAnnualReportYear,
      .contactLost, .highTech, .landArea, .revenue, .output, .tax, .employees, .zombieListedDate,
      .zombieClearedDate:
      role == .enterprises
    case .remark: true
    default: role == .parcels || role == .contracts
    }
  }
}

extension Field {
  /// The dimension that a unit in the field's header must have; nil where no unit belongs there.
  var dimension: FieldUnit.Dimension? {
    switch valueKind {
    case .area: .area
    case .money: .money
    case .share: .share
    case .intensity: .intensity
    case .unitPrice: .unitPrice
    case .length: .length
    case .years, .year: .time
    case .count: .count
    default: nil
    }
  }

  /// The English name without the unit at its end.
  var baseName: String {
    for suffix in ["_wan_per_ha", "_yuan_per_m2", "_m2", "_wan", "_m"]
    where rawValue.hasSuffix(suffix) {
      return String(rawValue.dropLast(suffix.count))
    }
    return rawValue
  }
}
