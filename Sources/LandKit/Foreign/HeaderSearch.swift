import LandCadastre
import LandLayers

/// Says which of the first rows of a table names its columns: tables that offices keep have titles
/// and a line with units above them.
public struct HeaderSearch: Sendable {
  /// How many rows are looked at; a limit of ours.
  public static var depth: Int { 20 }
  /// How many cells of a header must be known; a limit of ours.
  public static var leastKnown: Int { 3 }

  /// The kind of file, which decides what columns may be called.
  public let role: Field.Role
  /// Fields of which the header must have one.
  public let anchors: [Field]
  /// Columns that are called otherwise: the name in the file and what it is.
  public var mapping: [String: String]

  /// A search for the header of a kind of file.
  ///
  /// - Parameters:
  ///   - anchors: fields of which the header must have one; what every row of the kind is named by
  ///     where left out.
  ///   - mapping: columns that are called otherwise.
  public init(_ role: Field.Role, anchors: [Field]? = nil, mapping: [String: String] = [:]) {
    self.role = role
    self.mapping = mapping
    self.anchors =
      anchors
      ?? (role == .enterprises
        ? [.enterpriseID, .name] : [.parcelID, .contractNo, .supervisionNo])
  }

  /// Whether a row names columns: at least three cells are known, one of them an anchor; in narrow
  /// tables all cells.
  public func isHeader(_ cells: [String]) -> Bool {
    let map = FieldMap(names: cells.map { mapping[$0] ?? $0 }, role: role)
    guard map.hasAny(of: anchors) else { return false }
    let known = map.bindings.count
    let filled = cells.filter { !$0.isEmpty }.count
    return known >= Self.leastKnown || known >= 2 && known == filled
  }

  /// The number of the first row that names columns; nil where none of them does.
  func header(in rows: [CSVReader.Row]) -> Int? {
    rows.first { isHeader($0.cells.map(Self.name)) }?.number
  }

  /// A name without the line ends that make a narrow column's header fit.
  static func name(_ cell: String) -> String { cell.filter { !$0.isNewline } }
}
