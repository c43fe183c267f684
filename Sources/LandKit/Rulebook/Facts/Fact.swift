import LandCadastre

/// A fact about a subject, with the place it comes from.
public struct Fact: Hashable, Sendable {
  /// The value; a number is in the unit of the fact's declaration.
  public var value: RuleValue
  /// Where it comes from.
  public var origin: Origin
  /// Whether the true value may be greater: storeys of unknown height might count double.
  public var mayBeMore: Bool

  /// A fact.
  public init(_ value: RuleValue, _ origin: Origin, mayBeMore: Bool = false) {
    self.value = value
    self.origin = origin
    self.mayBeMore = mayBeMore
  }

  /// Where a fact comes from.
  public struct Origin: Hashable, Sendable {
    /// What kind of source it is.
    public enum Kind: String, Hashable, Sendable {
      /// A cell or key of an input file.
      case given
      /// Measured from geometry.
      case measured
      /// Put together from other facts.
      case derived
      /// Assumed for the sake of the question what would be.
      case assumed
    }
    /// What kind of source it is.
    public var kind: Kind
    /// The file as the user named it; empty where several play a part.
    public var file: String
    /// Row of a table, from 1, the header not counted.
    public var row: Int?
    /// Index of a feature, from 0.
    public var feature: Int?
    /// Line of a text file, from 1.
    public var line: Int?
    /// A remark: the yearbook page a figure is copied from, the year of a statistic.
    public var remark: String

    /// An origin.
    public init(
      _ kind: Kind, file: String = "", row: Int? = nil, feature: Int? = nil, line: Int? = nil,
      remark: String = ""
    ) {
      self.kind = kind
      self.file = file
      self.row = row
      self.feature = feature
      self.line = line
      self.remark = remark
    }
  }
}

extension Fact.Origin {
  /// The place in one word: `contracts.csv#12`, `parcels.geojson@3`, `zone.yaml:14`, `measured`.
  public var label: String {
    var label = file.split(separator: "/").last.map(String.init) ?? ""
    if let row { label += "#\(row)" }
    if let feature { label += "@\(feature)" }
    if let line { label += ":\(line)" }
    if kind != .given { label = label.isEmpty ? kind.rawValue : "\(kind.rawValue):\(label)" }
    return remark.isEmpty ? label : "\(label)(\(remark))"
  }
}
