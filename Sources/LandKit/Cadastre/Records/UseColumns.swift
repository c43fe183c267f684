import LandLayers

/// The attributes of a layer of land-use polygons (图斑), found by their headers.
public struct UseColumns: Sendable {
  /// The columns by their names in English, each with the other names that it may bear.
  public static let headers: [(column: String, names: [String])] = [
    ("polygon_id", ["图斑编号", "图斑号", "TBBH", "BSM", "标识码", "地块编号", "地块编码", "id"]),
    (
      Field.landUse.rawValue,
      [
        "地类编码", "用地性质代码", "用地代码", "DLBM", "YDXZDM", "YDDM", "use_code", "土地用途", "用途",
        "规划用途",
      ]
    ),
    ("use_name", ["地类名称", "用地性质", "用地名称", "DLMC", "YDXZMC", "YDMC", "地类"]),
  ]

  private let id: Int?
  private let code: Int?
  private let name: Int?

  /// Finds the columns among the names of a file.
  public init(names: [String]) {
    let keys = names.map(HeaderName.key)
    let found = Self.headers.map { header in
      ([header.column] + header.names).lazy.compactMap { keys.firstIndex(of: HeaderName.key($0)) }
        .first
    }
    (id, code, name) = (found[0], found[1], found[2])
  }

  /// Whether the file says what polygons are used for.
  public var hasUse: Bool { code != nil || name != nil }

  /// The number of a polygon.
  public func id(_ row: Int, _ rows: some AttributeRows) -> String? { text(id, row, rows) }
  /// The code of its use; a file without such a column has names in its place.
  public func code(_ row: Int, _ rows: some AttributeRows) -> String? {
    text(code ?? name, row, rows)
  }
  /// The name of its use.
  public func name(_ row: Int, _ rows: some AttributeRows) -> String? { text(name, row, rows) }

  private func text(_ column: Int?, _ row: Int, _ rows: some AttributeRows) -> String? {
    guard let column else { return nil }
    let text = rows.value(row: row, column: column).trimmedText()
    return text?.isEmpty == true ? nil : text
  }
}
