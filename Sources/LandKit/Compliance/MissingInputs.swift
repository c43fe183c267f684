/// Which fields of the input files have to be filled in, where a rule misses something that is
/// worked out from them.
public enum MissingInputs {
  /// The names with the fields behind them in their place, each once.
  public static func fields(behind names: [String]) -> [String] {
    var fields: [String] = []
    for name in names {
      for field in behind[name] ?? [name] where !fields.contains(field) { fields.append(field) }
    }
    return fields
  }

  private static let behind: [String: [String]] = [
    "started": ["start_state", "actual_start_date"],
    "finished": ["actual_finish_date"],
    "completion_due": ["agreed_finish_date", "actual_finish_date"],
    "suspended": ["suspended_date"],
    "start_in_force": ["agreed_start_date"],
    "cause_class": ["cause_spans"],
    "industrial": ["land_use"],
    "supplied_industrial_m2": ["land_use"],
    "planar_area_m2": ["geometry"],
    "ellipsoidal_area_m2": ["geometry"],
    "footprint_m2": ["buildings"],
    "building_density": ["buildings"],
    "building_coefficient": ["buildings.kind"],
    "floor_area_m2": ["storeys", "counted_floor_m2"],
    "layout_complete": ["layers.use_after"],
    "industrial_before_ha": ["industrial_before_ha", "layers.use_before"],
    "land_before_ha": ["land_before_ha", "layers.use_before"],
    "industrial_after_ha": ["industrial_after_ha", "layers.use_after"],
    "land_after_ha": ["land_after_ha", "layers.use_after"],
    "boundary_unchanged": ["layers.proposed_blocks"],
    "plot_ratio": ["storeys", "counted_floor_m2"],
  ]
}
