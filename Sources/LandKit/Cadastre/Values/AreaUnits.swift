/// Areas in the units in which people count them.
public enum AreaUnits {
  /// 亩 in a hectare.
  public static let muPerHectare = 15.0
  /// m² in a hectare.
  public static let squareMetresPerHectare = 10_000.0

  /// An area in m² as 亩.
  public static func mu(_ squareMetres: Double) -> Double {
    squareMetres * muPerHectare / squareMetresPerHectare
  }
}
