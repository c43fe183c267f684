import LandCadastre
import LandCompliance
import LandIdleLand
import LandRulebook
import LandSurvey

/// The columns of `parcels.csv`, in order. This table is the contract with those who read the
/// file, and the answer to "where does this number come from?".
public enum ParcelColumns {
  /// All columns.
  public static let all: [Column<ParcelRow>] =
    measured + surveyed + contracts + IdleColumns.columns() + closing

  /// Which of ``all`` are the idle-land columns that `parcel_contracts.csv` has, too.
  public static let idle: Range<Int> = {
    let start = measured.count + surveyed.count + contracts.count
    return start..<all.count - closing.count
  }()

  /// The columns that `parcels.geojson` carries, too.
  public static let map: [Column<ParcelRow>] = {
    let names: Set<String> = [
      "parcel_id", "zone_id", "is_valid", "reason", "geodesic_area_m2", "planar_area_m2",
      "ellipsoidal_area_m2", "n_buildings", "footprint_m2", "density", "plot_ratio",
      "building_coefficient", "contract_area_m2", "area_diff_m2", "area_verdict", "outside_m2",
      "measure_quality", "supply_state", "contract_breach", "idle_state", "idle_clause",
      "due_date", "idle_since", "idle_days", "fee_due_wan", "next_step", "finding_codes",
    ]
    return all.filter { names.contains($0.name) }
  }()

  private typealias C = Column<ParcelRow>

  private static let measured: [Column<ParcelRow>] = [
    C("parcel_id", "Survey/Survey.swift") { .code($0.id) },
    C("zone_id", "Cadastre/Records/ParcelRecord.swift") { .code(orEmpty: $0.zoneID) },
    C("is_valid", "Survey/Parcels/FeatureExamination.swift") { .truth(orEmpty: $0.layer.isValid) },
    C("reason", "Topology/GEOSContext+Validity.swift") { .code(orEmpty: $0.layer.reason) },
    C("geodesic_area_m2", "Projection/Area/GeodesicArea.swift") { .area($0.layer.geodesicArea) },
    C("planar_area_m2", "Geometry/Measures/PlanarArea.swift") { .area($0.layer.planarArea) },
    C("gk_epsg", "Projection/CRS/CoordinateSystem.swift") { .integer(orEmpty: $0.layer.planeCode) },
    C("n_buildings", "Survey/Buildings/ParcelWorker+Buildings.swift") {
      .integer(orEmpty: $0.facts.buildingsKnown ? $0.measures.buildings?.count : nil)
    },
    C("footprint_m2", "Survey/Buildings/ParcelWorker+Buildings.swift") {
      .area($0.measures.buildings?.footprint)
    },
    C("gross_floor_m2", "Survey/Buildings/ParcelWorker+Buildings.swift") {
      .area($0.measures.buildings?.grossFloor)
    },
    C("density", "Audit/ParcelFiguring.swift") { .ratio($0.facts.density) },
    C("plot_ratio", "Audit/ParcelFiguring.swift") { .ratio($0.facts.plotRatio) },
    C("contract_area_m2", "IdleLand/AreaComparison.swift") {
      .number($0.assessment.area.contractArea, 6)
    },
    C("area_diff_m2", "IdleLand/AreaComparison.swift") { .area($0.assessment.area.difference) },
    C("area_diff_share", "IdleLand/AreaComparison.swift") {
      .ratio($0.assessment.area.differenceShare)
    },
    C("outside_m2", "Survey/Parcels/ParcelWorker.swift") { .area($0.measures.outside) },
    C("outside_share", "Audit/ParcelFiguring.swift") { row in
      guard let outside = row.measures.outside, let area = row.layer.planarArea, area > 0 else {
        return .empty
      }
      return .ratio(outside / area)
    },
  ]

  private static let surveyed: [Column<ParcelRow>] = [
    C("ellipsoidal_area_m2", "Projection/Area/EllipsoidalArea.swift") {
      .area($0.layer.ellipsoidalArea)
    },
    C("central_meridian", "Projection/GaussKruger/GaussKruger.swift") { row in
      guard let meridian = row.layer.meridian, meridian.isFinite else { return .empty }
      let whole = meridian.rounded()
      return whole == meridian ? .integer(Int(whole)) : .number(meridian, decimals: 6)
    },
    C("file", "Layers/FeatureLayer.swift") { .code($0.file) },
    C("feature_index", "Layers/FeatureLayer.swift") { .integer($0.ground.feature) },
    C("measure_quality", "Survey/Parcels/LayerMeasurer.swift") {
      .code(orEmpty: $0.layer.quality == .unmeasured ? nil : $0.layer.quality.rawValue)
    },
    C("area_before_repair_m2", "Survey/Parcels/LayerMeasurer.swift") {
      .area($0.layer.areaBeforeRepair)
    },
    C("land_use", "Cadastre/Records/ParcelRecord.swift") { .text(orEmpty: $0.record.landUse) },
    // A contract or decision shows the supply where nothing states it.
    C("supply_state", "Report/Tables/ParcelColumns.swift") { row in
      if let state = row.facts.supplyState { return .code(state.rawValue) }
      return row.assessment.contracts.isEmpty ? .empty : .code(SupplyState.supplied.rawValue)
    },
    C("counted_floor_m2", "Audit/ParcelFiguring.swift") { .area($0.countedFloor) },
    C("far_source", "Audit/ParcelFiguring.swift") { .code(orEmpty: $0.floorSource?.rawValue) },
    C("building_coefficient", "Audit/ParcelFiguring.swift") {
      .ratio($0.facts.buildingCoefficient)
    },
    C("green_share", "Audit/ParcelFiguring.swift") { .ratio($0.facts.greenShare) },
    C("office_share", "Audit/ParcelFiguring.swift") { .ratio($0.facts.officeShare) },
    C("intensity_wan_per_ha", "IdleLand/BreachCheck.swift") {
      .number($0.assessment.intensityWanPerHa, 6)
    },
  ]

  private static let contracts: [Column<ParcelRow>] = [
    C("contract_count", "Cadastre/Contracts/ContractBook.swift") {
      .integer($0.assessment.contracts.count)
    },
    C("contract_no", "Cadastre/Contracts/ContractBook.swift") { row in
      let numbers = row.assessment.contracts.compactMap {
        $0.contract.contractNo ?? $0.contract.supervisionNo
      }
      return numbers.isEmpty ? .empty : .code(numbers.joined(separator: ";"))
    },
    C("area_kind", "IdleLand/AreaComparison.swift") {
      .code(
        orEmpty: $0.assessment.area.contractArea == nil ? nil : $0.assessment.area.kind.rawValue)
    },
    C("area_tolerance_m2", "Survey/Survey.swift") { .area($0.facts.areaTolerance) },
    C("area_verdict", "IdleLand/AreaComparison.swift") { row in
      row.assessment.area.verdict == .notApplicable
        ? .empty : .code(row.assessment.area.verdict.word)
    },
    C("contract_breach", "IdleLand/BreachCheck.swift") {
      .list($0.contractBreach)
    },
    // No rulebook in force states a standard of 低效 yet, so neither is known.
    C("underused", "Audit/ParcelFiguring.swift") { .truth(orEmpty: $0.underused) },
    C("underused_rule", "Audit/ParcelFiguring.swift") { .list($0.underusedRules) },
  ]

  private static let closing: [Column<ParcelRow>] = [
    C("finding_codes", "Audit/ParcelFiguring.swift") { .list($0.findingCodes) },
    C("missing", "Audit/ParcelFiguring.swift") { .list($0.missing) },
    C("rulebook", "Rulebook/Bindings/IdleLandRules.swift") { .code($0.rulebook) },
    C("as_of", "Audit/AuditOptions.swift") { .day($0.asOf) },
    C("holder", "Cadastre/Records/ParcelRecord.swift") {
      .text(orEmpty: $0.assessment.contracts.first?.contract.holder ?? $0.record.holder)
    },
  ]
}

/// A row that shows an idle-land assessment.
public protocol IdleRow: Sendable {
  /// The assessment.
  var idle: Boxed<IdleAssessment> { get }
}

/// The columns of an idle-land assessment, shared by `parcels.csv` and `parcel_contracts.csv`.
enum IdleColumns {
  private static let tests = "IdleLand/IdleAssessor.swift"

  /// The columns for rows of either table.
  static func columns<Row: IdleRow>() -> [Column<Row>] {
    typealias C = Column<Row>
    return [
      C("idle_state", tests) { .code($0.idle.value.state.rawValue) },
      C("idle_contract_no", tests) { .code(orEmpty: $0.idle.value.contractNo) },
      C("idle_clause", tests) { .code(orEmpty: $0.idle.value.clause?.rawValue) },
      C("verdict", tests) { .code($0.idle.value.verdict.word) },
      C("start_in_force", "Cadastre/Contracts/StartInForce.swift") {
        .day(orEmpty: $0.idle.value.startInForce?.day)
      },
      C("start_source", "Cadastre/Contracts/StartInForce.swift") {
        .code(orEmpty: $0.idle.value.startInForce?.source.rawValue)
      },
      C("started", "IdleLand/ContractFacts.swift") { .truth(orEmpty: $0.idle.value.started) },
      C("clock_expired", "IdleLand/NotStartedTest.swift") {
        .truth(orEmpty: $0.idle.value.clockExpired)
      },
      C("due_date", tests) { .day(orEmpty: $0.idle.value.dueDate) },
      C("days_to_due", tests) { .integer(orEmpty: $0.idle.value.daysToDue) },
      C("due_bucket", tests) { .integer(orEmpty: $0.idle.value.dueBucket) },
      C("idle_since", tests) { .day(orEmpty: $0.idle.value.idleSince) },
      C("idle_days", tests) { .integer(orEmpty: $0.idle.value.idleDays) },
      C("idle_months", tests) { .integer(orEmpty: $0.idle.value.idleMonths) },
      C("idle_years", tests) { .integer(orEmpty: $0.idle.value.idleYears) },
      C("own_cause_days", "IdleLand/CauseDays.swift") {
        .integer(orEmpty: $0.idle.value.ownCauseDays)
      },
      C("government_cause_days", "IdleLand/CauseDays.swift") {
        .integer(orEmpty: $0.idle.value.governmentCauseDays)
      },
      C("cause_class", "IdleLand/CauseDays.swift") {
        .code(orEmpty: $0.idle.value.causeClass?.rawValue)
      },
      C("developed_share", "IdleLand/SuspendedTest.swift") { .ratio($0.idle.value.developedShare) },
      C("developed_basis", "IdleLand/SuspendedTest.swift") {
        .code(orEmpty: $0.idle.value.developedBasis?.rawValue)
      },
      C("invested_share", "IdleLand/SuspendedTest.swift") { .ratio($0.idle.value.investedShare) },
      C("suspended_days", "IdleLand/SuspendedTest.swift") {
        .integer(orEmpty: $0.idle.value.suspendedDays)
      },
      C("idle_area_m2", tests) { .area($0.idle.value.idleArea) },
      C("fee_base_wan", tests) { .number($0.idle.value.feeBase, 6) },
      C("fee_due_wan", tests) { .number($0.idle.value.feeDue, 6) },
      C("withdrawal_ripe", tests) { .truth(orEmpty: $0.idle.value.withdrawalRipe) },
      C("disposal_track", tests) { .code(orEmpty: $0.idle.value.track?.rawValue) },
      C("next_step", "IdleLand/NextStep.swift") { .code(orEmpty: $0.idle.value.nextStep.rawValue) },
      C("next_actor", "IdleLand/NextStep.swift") {
        .code(orEmpty: $0.idle.value.nextActor?.rawValue)
      },
      C("next_deadline", tests) { .day(orEmpty: $0.idle.value.nextDeadline) },
      C("identified_no", tests) { .text(orEmpty: $0.idle.value.identifiedNo) },
      C("identified_date", tests) { .day(orEmpty: $0.idle.value.identifiedDate) },
      C("disposal_way", tests) { .code(orEmpty: $0.idle.value.disposalWay?.rawValue) },
      C("disposed_date", tests) { .day(orEmpty: $0.idle.value.disposedDate) },
      C("disposed_area_m2", tests) { .area($0.idle.value.disposedArea) },
    ]
  }
}
