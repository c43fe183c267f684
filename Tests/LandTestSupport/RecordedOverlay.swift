/// Two polygons as WKT with the areas of their overlays, one line of `geometry/overlay.jsonl`.
public struct RecordedOverlay: Decodable, Sendable {
  /// `name` of the record.
  public var name: String
  /// `a` of the record.
  public var a: String
  /// `b` of the record.
  public var b: String
  /// `isAValid` of the record.
  public var isAValid: Bool
  /// `isBValid` of the record.
  public var isBValid: Bool
  /// `areaA` of the record.
  public var areaA: Double
  /// `areaB` of the record.
  public var areaB: Double
  /// `intersection` of the record.
  public var intersection: Double
  /// `union` of the record.
  public var union: Double
  /// `difference` of the record.
  public var difference: Double
  /// `symmetric` of the record.
  public var symmetric: Double

  enum CodingKeys: String, CodingKey {
    case name, a, b
    case isAValid = "a_valid"
    case isBValid = "b_valid"
    case areaA = "area_a"
    case areaB = "area_b"
    case intersection = "intersection_area"
    case union = "union_area"
    case difference = "difference_area"
    case symmetric = "symdifference_area"
  }
}
