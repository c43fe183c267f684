/// The figures of the rules on how floor area counts; like ``IdleLandRules``, all in one place.
public struct BuildingRules: Hashable, Sendable {
  /// Name of the rulebook.
  public var name: String
  /// Height in metres above which a storey of industry or storage counts twice for the plot ratio;
  /// exactly this height does not.
  public var doubleStoreyHeight: Limit<Double>

  /// 《工业项目建设用地控制指标》, definition of 容积率; the wording of 2008, identical in provincial
  /// texts.
  public static let controlIndicators = BuildingRules(
    name: "control-indicators",
    doubleStoreyHeight: Limit(8, clause: "容积率", source: "08e,08f", mark: .verified))
}
