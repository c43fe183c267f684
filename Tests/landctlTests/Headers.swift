/// The columns that others rely on, written out: a change here is a change of the contract.
enum Headers {
  static let all = [
    "parcels.csv": parcels, "parcel_contracts.csv": contracts, "findings.csv": findings,
    "overlaps.csv": overlaps, "zones.csv": zones,
  ]

  static let parcels = """
    parcel_id zone_id is_valid reason geodesic_area_m2 planar_area_m2 gk_epsg n_buildings \
    footprint_m2 gross_floor_m2 density plot_ratio contract_area_m2 area_diff_m2 area_diff_share \
    outside_m2 outside_share \
    ellipsoidal_area_m2 central_meridian file feature_index measure_quality area_before_repair_m2 \
    land_use supply_state \
    counted_floor_m2 far_source building_coefficient green_share office_share \
    intensity_wan_per_ha \
    contract_count contract_no area_kind area_tolerance_m2 area_verdict contract_breach underused \
    underused_rule \
    \(idle) \
    finding_codes missing rulebook as_of holder
    """

  static let contracts = """
    parcel_id contract_no supervision_no file row parcel_share contract_area_m2 contract_breach \
    missing \(idle)
    """

  private static let idle = """
    idle_state idle_contract_no idle_clause verdict \
    start_in_force start_source started clock_expired due_date days_to_due due_bucket \
    idle_since idle_days idle_months idle_years own_cause_days government_cause_days cause_class \
    developed_share developed_basis invested_share suspended_days idle_area_m2 \
    fee_base_wan fee_due_wan withdrawal_ripe disposal_track next_step next_actor next_deadline \
    identified_no identified_date disposal_way disposed_date disposed_area_m2
    """

  static let findings = """
    finding_id code severity subject_kind subject_id other_id file feature_index row field part \
    ring vertex x y crs rule clause rulebook reading verdict value limit comparison unit \
    distance_to_limit missing source note \
    bound rule_subject rule_kind formula inputs readings verification
    """

  static let overlaps = "parcel_a parcel_b overlap_m2 overlap_width_m class kind"

  static let zones = """
    zone_id gk_epsg parcels approved_m2 supplied_m2 remaining_m2 \
    approved_official_m2 not_suppliable_m2 unsupplied_parcels_m2 remaining_share_r1 \
    remaining_share_r2 remaining_share_r3 idle_suspected_m2 idle_identified_m2 idle_disposed_m2 \
    disposal_rate_area disposal_rate_count built_m2 approved_unsupplied_m2 zone_name
    """
}
