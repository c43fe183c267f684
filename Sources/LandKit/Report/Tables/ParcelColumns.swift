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
    C("parcel_id", "Survey/Survey.swift") { $1.code($0.id) },
    C("zone_id", "Cadastre/Records/ParcelRecord.swift") { $1.code(orEmpty: $0.zoneID) },
    C("is_valid", "Survey/Parcels/FeatureExamination.swift") { $1.truth($0.layer.isValid) },
    C("reason", "Topology/GEOSContext+Validity.swift") { $1.code(orEmpty: $0.layer.reason) },
    C("geodesic_area_m2", "Projection/Area/GeodesicArea.swift") { $1.area($0.layer.geodesicArea) },
    C("planar_area_m2", "Geometry/Measures/PlanarArea.swift") { $1.area($0.layer.planarArea) },
    C("gk_epsg", "Projection/CRS/CoordinateSystem.swift") { $1.integer($0.layer.planeCode) },
    C("n_buildings", "Survey/Buildings/ParcelWorker+Buildings.swift") {
      $1.integer($0.facts.buildingsKnown ? $0.measures.buildings?.count : nil)
    },
    C("footprint_m2", "Survey/Buildings/ParcelWorker+Buildings.swift") {
      $1.area($0.measures.buildings?.footprint)
    },
    C("gross_floor_m2", "Survey/Buildings/ParcelWorker+Buildings.swift") {
      $1.area($0.measures.buildings?.grossFloor)
    },
    C("density", "Audit/ParcelFiguring.swift") { $1.ratio($0.facts.density) },
    C("plot_ratio", "Audit/ParcelFiguring.swift") { $1.ratio($0.facts.plotRatio) },
    C("contract_area_m2", "IdleLand/AreaComparison.swift") {
      $1.number($0.assessment.area.contractArea, 6)
    },
    C("area_diff_m2", "IdleLand/AreaComparison.swift") { $1.area($0.assessment.area.difference) },
    C("area_diff_share", "IdleLand/AreaComparison.swift") {
      $1.ratio($0.assessment.area.differenceShare)
    },
    C("outside_m2", "Survey/Parcels/ParcelWorker.swift") { $1.area($0.measures.outside) },
    C("outside_share", "Audit/ParcelFiguring.swift") { row in
      guard let outside = row.measures.outside, let area = row.layer.planarArea, area > 0 else {
        return .empty
      }
      return .ratio(outside / area)
    },
  ]

  private static let surveyed: [Column<ParcelRow>] = [
    C("ellipsoidal_area_m2", "Projection/Area/EllipsoidalArea.swift") {
      $1.area($0.layer.ellipsoidalArea)
    },
    C("central_meridian", "Projection/GaussKruger/GaussKruger.swift") { row in
      guard let meridian = row.layer.meridian, meridian.isFinite else { return .empty }
      let whole = meridian.rounded()
      return whole == meridian ? .integer(Int(whole)) : .number(meridian, decimals: 6)
    },
    C("file", "Layers/FeatureLayer.swift") { $1.code($0.file) },
    C("feature_index", "Layers/FeatureLayer.swift") { $1.integer($0.ground.feature) },
    C("measure_quality", "Survey/Parcels/LayerMeasurer.swift") {
      $1.code(orEmpty: $0.layer.quality == .unmeasured ? nil : $0.layer.quality.rawValue)
    },
    C("area_before_repair_m2", "Survey/Parcels/LayerMeasurer.swift") {
      $1.area($0.layer.areaBeforeRepair)
    },
    C("land_use", "Cadastre/Records/ParcelRecord.swift") { $1.text(orEmpty: $0.record.landUse) },
    // A contract or decision shows the supply where nothing states it.
    C("supply_state", "Report/Tables/ParcelColumns.swift") { row in
      if let state = row.facts.supplyState { return .code(state.rawValue) }
      return row.assessment.contracts.isEmpty ? .empty : .code(SupplyState.supplied.rawValue)
    },
    C("counted_floor_m2", "Audit/ParcelFiguring.swift") { $1.area($0.countedFloor) },
    C("far_source", "Audit/ParcelFiguring.swift") { $1.code(orEmpty: $0.floorSource?.rawValue) },
    C("building_coefficient", "Audit/ParcelFiguring.swift") {
      $1.ratio($0.facts.buildingCoefficient)
    },
    C("green_share", "Audit/ParcelFiguring.swift") { $1.ratio($0.facts.greenShare) },
    C("office_share", "Audit/ParcelFiguring.swift") { $1.ratio($0.facts.officeShare) },
    C("intensity_wan_per_ha", "IdleLand/BreachCheck.swift") {
      $1.number($0.assessment.intensityWanPerHa, 6)
    },
  ]

  private static let contracts: [Column<ParcelRow>] = [
    C("contract_count", "Cadastre/Contracts/ContractBook.swift") {
      $1.integer($0.assessment.contracts.count)
    },
    C("contract_no", "Cadastre/Contracts/ContractBook.swift") { row in
      let numbers = row.assessment.contracts.compactMap {
        $0.contract.contractNo ?? $0.contract.supervisionNo
      }
      return numbers.isEmpty ? .empty : .code(numbers.joined(separator: ";"))
    },
    C("area_kind", "IdleLand/AreaComparison.swift") {
      $1.code(
        orEmpty: $0.assessment.area.contractArea == nil ? nil : $0.assessment.area.kind.rawValue)
    },
    C("area_tolerance_m2", "Survey/Survey.swift") { $1.area($0.facts.areaTolerance) },
    C("area_verdict", "IdleLand/AreaComparison.swift") { row in
      row.assessment.area.verdict == .notApplicable
        ? .empty : .code(row.assessment.area.verdict.word)
    },
    C("contract_breach", "IdleLand/BreachCheck.swift") {
      $1.list($0.contractBreach)
    },
    // No rulebook in force states a standard of 低效 yet, so neither is known.
    C("underused", "Audit/ParcelFiguring.swift") { $1.truth($0.underused) },
    C("underused_rule", "Audit/ParcelFiguring.swift") { $1.list($0.underusedRules) },
  ]

  private static let closing: [Column<ParcelRow>] = [
    C("finding_codes", "Audit/ParcelFiguring.swift") { $1.list($0.findingCodes) },
    C("missing", "Audit/ParcelFiguring.swift") { $1.list($0.missing) },
    C("rulebook", "Rulebook/Bindings/IdleLandRules.swift") { $1.code($0.rulebook) },
    C("as_of", "Audit/AuditOptions.swift") { $1.day($0.asOf) },
    C("holder", "Cadastre/Records/ParcelRecord.swift") {
      $1.text(orEmpty: $0.assessment.contracts.first?.contract.holder ?? $0.record.holder)
    },
  ]
}

/// A row that shows an idle-land assessment.
public protocol IdleRow: Sendable {
  /// The assessment.
  var idle: IdleAssessment { get }
}

/// The columns of an idle-land assessment, shared by `parcels.csv` and `parcel_contracts.csv`.
enum IdleColumns {
  private static let tests = "IdleLand/IdleAssessor.swift"

  /// The columns for rows of either table.
  static func columns<Row: IdleRow>() -> [Column<Row>] {
    typealias C = Column<Row>
    return [
      C("idle_state", tests) { $1.code($0.idle.state.rawValue) },
      C("idle_contract_no", tests) { $1.code(orEmpty: $0.idle.contractNo) },
      C("idle_clause", tests) { $1.code(orEmpty: $0.idle.clause?.rawValue) },
      C("verdict", tests) { $1.code($0.idle.verdict.word) },
      C("start_in_force", "Cadastre/Contracts/StartInForce.swift") {
        $1.day($0.idle.startInForce?.day)
      },
      C("start_source", "Cadastre/Contracts/StartInForce.swift") {
        $1.code(orEmpty: $0.idle.startInForce?.source.rawValue)
      },
      C("started", "IdleLand/ContractFacts.swift") { $1.truth($0.idle.started) },
      C("clock_expired", "IdleLand/NotStartedTest.swift") {
        $1.truth($0.idle.clockExpired)
      },
      C("due_date", tests) { $1.day($0.idle.dueDate) },
      C("days_to_due", tests) { $1.integer($0.idle.daysToDue) },
      C("due_bucket", tests) { $1.integer($0.idle.dueBucket) },
      C("idle_since", tests) { $1.day($0.idle.idleSince) },
      C("idle_days", tests) { $1.integer($0.idle.idleDays) },
      C("idle_months", tests) { $1.integer($0.idle.idleMonths) },
      C("idle_years", tests) { $1.integer($0.idle.idleYears) },
      C("own_cause_days", "IdleLand/CauseDays.swift") {
        $1.integer($0.idle.ownCauseDays)
      },
      C("government_cause_days", "IdleLand/CauseDays.swift") {
        $1.integer($0.idle.governmentCauseDays)
      },
      C("cause_class", "IdleLand/CauseDays.swift") {
        $1.code(orEmpty: $0.idle.causeClass?.rawValue)
      },
      C("developed_share", "IdleLand/SuspendedTest.swift") { $1.ratio($0.idle.developedShare) },
      C("developed_basis", "IdleLand/SuspendedTest.swift") {
        $1.code(orEmpty: $0.idle.developedBasis?.rawValue)
      },
      C("invested_share", "IdleLand/SuspendedTest.swift") { $1.ratio($0.idle.investedShare) },
      C("suspended_days", "IdleLand/SuspendedTest.swift") {
        $1.integer($0.idle.suspendedDays)
      },
      C("idle_area_m2", tests) { $1.area($0.idle.idleArea) },
      C("fee_base_wan", tests) { $1.number($0.idle.feeBase, 6) },
      C("fee_due_wan", tests) { $1.number($0.idle.feeDue, 6) },
      C("withdrawal_ripe", tests) { $1.truth($0.idle.withdrawalRipe) },
      C("disposal_track", tests) { $1.code(orEmpty: $0.idle.track?.rawValue) },
      C("next_step", "IdleLand/NextStep.swift") { $1.code(orEmpty: $0.idle.nextStep.rawValue) },
      C("next_actor", "IdleLand/NextStep.swift") {
        $1.code(orEmpty: $0.idle.nextActor?.rawValue)
      },
      C("next_deadline", tests) { $1.day($0.idle.nextDeadline) },
      C("identified_no", tests) { $1.text(orEmpty: $0.idle.identifiedNo) },
      C("identified_date", tests) { $1.day($0.idle.identifiedDate) },
      C("disposal_way", tests) { $1.code(orEmpty: $0.idle.disposalWay?.rawValue) },
      C("disposed_date", tests) { $1.day($0.idle.disposedDate) },
      C("disposed_area_m2", tests) { $1.area($0.idle.disposedArea) },
    ]
  }
}
