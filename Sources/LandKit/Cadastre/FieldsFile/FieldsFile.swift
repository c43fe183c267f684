import LandGeometry
import LandLayers

/// What an office calls the columns of its files, where the built-in vocabulary does not know it.
///
/// ```yaml
/// schema: 1
/// parcels:
///   DKBH: parcel_id
///   HTMJ: {field: contract_area_m2, unit: 公顷}
///   XMMC: ignore
/// contracts:
///   甲方: holder
/// ```
public struct FieldsFile: Hashable, Sendable {
  /// What a column is.
  public enum Meaning: Hashable, Sendable {
    /// A field; a unit where the values have another one than the field's own.
    case field(Field, unit: FieldUnit?)
    /// Nothing that landctl reads, whatever its name.
    case ignored
  }

  /// The file as the user named it.
  public let file: String
  /// SHA-256 of the file, for the manifest.
  public let sha256: String
  /// The columns of each kind of file by their names.
  public let columns: [Field.Role: [String: Meaning]]

  /// Reads a file.
  ///
  /// - Throws: `FormatError` with line and column: unknown kinds of files, fields and units, a
  ///   field that such files do not have, two columns for one field.
  public static func read(path: String) throws(FormatError) -> FieldsFile {
    let source = try SourceBytes.open(path)
    do throws(YAMLError) { return try FieldsFile(source) } catch { throw error.formatError }
  }

  /// Reads bytes in memory.
  public init(_ source: SourceBytes) throws(YAMLError) {
    let root = try YAMLReader.read(source)
    var map = try root.mapping()
    let schema = try map.take("schema")
    if try schema.int() != 1 {
      throw schema.error(
        "不支持的 schema:\(schema.text ?? "")", "unknown schema \(schema.text ?? "")",
        remedy: Bilingual(zh: "本程序读取 schema: 1", en: "this program reads schema: 1"))
    }
    var columns: [Field.Role: [String: Meaning]] = [:]
    for role in Field.Role.allCases {
      guard let node = map.takeOptional(role.rawValue) else { continue }
      columns[role] = try Self.columns(node, role)
    }
    try map.finish()
    file = source.name
    sha256 = source.sha256()
    self.columns = columns
  }

  private static func columns(
    _ node: YAMLNode, _ role: Field.Role
  ) throws(YAMLError) -> [String: Meaning] {
    var columns: [String: Meaning] = [:]
    var claimed: [Field: String] = [:]
    for entry in try node.mapping().entries {
      let meaning = try meaning(entry.value, role)
      if case .field(let field, _) = meaning {
        if let other = claimed.updateValue(entry.key, forKey: field) {
          throw entry.error(
            "\(other) 与 \(entry.key) 都对应 \(field.rawValue)",
            "\(other) and \(entry.key) are both \(field.rawValue)",
            remedy: Bilingual(zh: "只保留一列,另一列写 ignore", en: "keep one, write ignore for the other"))
        }
      }
      columns[entry.key] = meaning
    }
    return columns
  }

  private static func meaning(_ node: YAMLNode, _ role: Field.Role) throws(YAMLError) -> Meaning {
    guard node.isMapping else {
      let word = try node.string()
      return word == "ignore" ? .ignored : .field(try field(node, role), unit: nil)
    }
    var map = try node.mapping()
    let field = try field(map.take("field"), role)
    var unit: FieldUnit?
    if let node = map.takeOptional("unit") {
      let word = try node.string()
      guard let known = FieldUnit(name: TextFolding.fold(word)) else {
        throw node.unknownWord(word, among: ["m2", "公顷", "亩", "元", "万元", "亿元", "%"])
      }
      guard known.dimension == field.dimension else {
        throw node.error(
          "\(field.rawValue) 没有单位 \(word)", "\(field.rawValue) is not measured in \(word)")
      }
      unit = known
    }
    try map.finish()
    return .field(field, unit: unit)
  }

  private static func field(_ node: YAMLNode, _ role: Field.Role) throws(YAMLError) -> Field {
    let word = try node.string()
    let known = Field.fields(of: role)
    if let field = Field(rawValue: word), known.contains(field) { return field }
    let map = FieldMap(names: [word], role: role)
    if let binding = map.bindings.first, binding.unit == nil { return binding.field }
    // A slip in any name of a field, Chinese ones and those with the words exchanged included.
    throw node.unknownWord(word, among: known.map(\.rawValue) + ["ignore"], near: map.meant[word])
  }

  /// The names that columns of a kind of file get instead of their own, so that they are read for
  /// what the file says.
  public func renaming(_ role: Field.Role) -> [String: String] {
    (columns[role] ?? [:]).mapValues { meaning in
      switch meaning {
      case .field(let field, nil): field.rawValue
      case .field(let field, let unit?): "\(field.rawValue)(\(unit.rawValue))"
      case .ignored: Self.ignoredName
      }
    }
  }

  /// The columns that the file names and a file of the kind does not have.
  public func missing(_ role: Field.Role, among names: [String]) -> [String] {
    (columns[role] ?? [:]).keys.filter { !names.contains($0) }.sorted()
  }

  /// A name that no field answers to.
  static let ignoredName = "(ignored)"
}
