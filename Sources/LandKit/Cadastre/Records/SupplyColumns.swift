import LandLayers

/// Why a piece of ground cannot be supplied (不可供应土地), in the order in which ground that has
/// several reasons is counted: what nature forbids goes before what is built or planned there.
public enum NotSuppliableClass: String, CaseIterable, Hashable, Sendable {
  /// 河湖及蓄滞洪区 (C1).
  case water
  /// 自然生态保护区 (C2).
  case protected
  /// Other ground that cannot be built on (C3).
  case unbuildable
  /// Streets and other traffic ground (F).
  case road
  /// Parks and green space (F).
  case green
  /// 不可供应土地 for another reason (F).
  case notSuppliable = "not_suppliable"
  /// The layer does not say why.
  case unclassified

  /// The class in the evaluation of intensive land use; nil where the layer does not say.
  public var landClass: LandClass? {
    switch self {
    case .water: .c1
    case .protected: .c2
    case .unbuildable: .c3
    case .road, .green, .notSuppliable: .f
    case .unclassified: nil
    }
  }

  /// A class by its name or code, in Chinese or English; nil for a word that is none.
  public init?(word: String) {
    guard let found = Self.words[HeaderName.key(word)] else { return nil }
    self = found
  }

  private static let words: [String: NotSuppliableClass] = {
    var words: [String: NotSuppliableClass] = [:]
    let named: [(NotSuppliableClass, [String])] = [
      (.water, ["C1", "水域", "河湖", "河湖及蓄滞洪区", "河流", "湖泊", "水面", "水利设施"]),
      (
        .protected,
        ["C2", "自然生态保护区", "生态保护区", "生态保护红线", "自然保护区", "永久基本农田", "保护区"]
      ),
      (.unbuildable, ["C3", "C", "其他不可建设土地", "不可建设土地", "不可建设", "其他不可建设"]),
      (.road, ["A31", "A32", "道路", "街巷", "街巷用地", "交通", "其他交通", "道路用地", "交通用地"]),
      (.green, ["A51", "绿地", "公园与绿地", "公园绿地", "防护绿地"]),
      (.notSuppliable, ["F", "不可供应", "不可供应土地"]),
      (.unclassified, ["未分类"]),
    ]
    for (reason, names) in named {
      for name in names + [reason.rawValue] { words[HeaderName.key(name)] = reason }
    }
    return words
  }()
}

/// The attributes that supply accounting reads from the layers of a zone, found by their headers
/// in Chinese or English, as those of other tables are.
public struct SupplyColumns: Sendable {
  /// What is read, by the name that findings and pages use.
  private enum Role: String, CaseIterable {
    case block
    case reason = "class"
    case year = "approval_year"

    /// The layer of the zone file that has it; the boundary of an approval is its `scope`.
    var layer: String {
      switch self {
      case .block: "scope"
      case .reason: "not_suppliable"
      case .year: "approved_land"
      }
    }

    var names: [String] {
      switch self {
      case .block:
        [
          "区块编号", "区块代码", "区块名称", "区块", "园区编号", "园区名称", "园区", "block_id",
          "block_name", "park_id", "park",
        ]
      case .reason: ["不可供应类别", "状态分类", "类别", "类型", "地类", "land_class", "reason", "dldm"]
      case .year:
        [
          "批准年份", "批准年度", "批准日期", "批准时间", "批复日期", "批复时间", "年份", "年度",
          "approved_year", "approval_date", "approved_date", "year",
        ]
      }
    }
  }

  /// The columns by layer, each with the other names that it may bear.
  public static var headers: [(layer: String, column: String, names: [String])] {
    Role.allCases.map { ($0.layer, $0.rawValue, $0.names) }
  }

  private let columns: [Role: Int]
  private let zoneColumns: [Int]

  /// Finds the columns among the names of a file.
  public init(names: [String]) {
    var columns: [Role: Int] = [:]
    let keys = names.map(HeaderName.key)
    for role in Role.allCases {
      for name in [role.rawValue] + role.names where columns[role] == nil {
        columns[role] = keys.firstIndex(of: HeaderName.key(name))
      }
    }
    self.columns = columns
    let zones = FieldMap(names: names, role: .zones)
    zoneColumns = [zones[.zoneID], zones[.name]].compactMap { $0?.column }
  }

  /// Whether the file says why ground cannot be supplied.
  public var hasReason: Bool { columns[.reason] != nil }
  /// Whether the file says when land was approved.
  public var hasYear: Bool { columns[.year] != nil }

  /// The names of all blocks: those in the first column that tells them apart, of the block, the
  /// zone's code and the zone's name; nil where none does.
  public func blockNames(in rows: some AttributeRows) -> [String]? {
    for column in [columns[.block]].compactMap({ $0 }) + zoneColumns {
      var names: [String] = []
      for row in 0..<rows.rowCount {
        guard let name = rows.value(row: row, column: column).trimmedText(), !name.isEmpty
        else { break }
        names.append(name)
      }
      if names.count == rows.rowCount, Set(names).count == names.count { return names }
    }
    return nil
  }

  /// Why a feature cannot be supplied; a word that is no class is added to `findings` (D403) and
  /// counts as unclassified.
  public func reason(
    in rows: some AttributeRows, row: Int, findings: inout [Finding]
  ) -> NotSuppliableClass {
    guard let column = columns[.reason],
      let text = rows.value(row: row, column: column).trimmedText(), !text.isEmpty
    else { return .unclassified }
    if let known = NotSuppliableClass(word: text) { return known }
    findings.append(unreadable(text, .reason, in: rows, row: row))
    return .unclassified
  }

  /// The year in which a feature was approved: a year of four digits, or that of a day. Nil where
  /// there is none; a text that is neither is added to `findings` (D403).
  public func year(
    in rows: some AttributeRows, row: Int, findings: inout [Finding]
  ) -> Int? {
    guard let column = columns[.year] else { return nil }
    let cell = rows.value(row: row, column: column)
    guard let text = cell.trimmedText(), !text.isEmpty else { return nil }
    let digits = text.hasSuffix("年") ? String(text.dropLast()) : text
    // A number as spreadsheets leave it, 2021.0, is a year too.
    if let number = Double(digits), (1949...2200).contains(number), number == number.rounded() {
      return Int(number)
    }
    if case .value(let day) = cell.day().0 { return day.components.year }
    findings.append(unreadable(text, .year, in: rows, row: row))
    return nil
  }

  private func unreadable(
    _ text: String, _ role: Role, in rows: some AttributeRows, row: Int
  ) -> Finding {
    var finding = Finding(.valueUnreadable, .zone, "#\(row)")
    finding.file = rows.fileName
    finding.featureIndex = row
    finding.field = role.rawValue
    finding.note = text
    return finding
  }
}
