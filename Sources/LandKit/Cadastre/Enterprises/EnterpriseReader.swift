import LandGeometry
import LandLayers

/// Reads rows of `enterprises.csv`; the columns are resolved once.
public struct EnterpriseReader: Sendable {
  /// The columns of the file.
  public let map: FieldMap
  private let extra: [(name: String, column: Int)]

  /// A reader for files with these columns.
  public init(names: [String]) {
    map = FieldMap(names: names, role: .enterprises)
    let bound = Set(map.bindings.map(\.column))
    let dropped = Set(map.duplicates.map(\.dropped))
    extra = names.enumerated().filter {
      !bound.contains($0.offset) && !dropped.contains($0.element) && !$0.element.isEmpty
    }.map { (TextFolding.trimmed($0.element), $0.offset) }
  }

  /// Why the table cannot be used, or nil: without a code and without a name no row can be told
  /// from another.
  public func unusable(file: String) -> FormatError? {
    if map.hasAny(of: [.enterpriseID, .name]) { return nil }
    return FormatError(
      file: file, line: 1,
      message: Bilingual(
        zh: "表头里没有统一社会信用代码或企业名称",
        en: "no column names an enterprise: neither a credit code nor a name"),
      remedy: Bilingual(
        zh: "请把列名写成 统一社会信用代码 或 企业名称;用 landctl inspect 查看识别到的字段",
        en: "name the columns enterprise_id or name; landctl inspect shows what is recognised"))
  }

  /// The enterprise of a row, from 0; faults of single values are added to `findings` (D403, D410,
  /// D412, D420).
  public func enterprise(
    in rows: some AttributeRows, row: Int, findings: inout [Finding]
  ) -> Enterprise {
    let place = Contract.Source(file: rows.fileName, row: row + 1)
    var enterprise = Enterprise(source: place)
    var reader = CellReader(.enterprise, place: place)
    for binding in map.bindings {
      let cell = rows.value(row: row, column: binding.column)
      if case .null = cell { continue }
      let field = binding.field
      switch EnterpriseSlot(field) {
      case .text(let path):
        let text = cell.trimmedText()
        enterprise[keyPath: path] = text
        if let code = CodeColumn(binding) { reader.check(text, as: code, field) }
      case .number(let path): enterprise[keyPath: path] = reader.number(cell, binding)
      case .day(let path): enterprise[keyPath: path] = reader.day(cell, field)
      case .truth(let path):
        enterprise[keyPath: path] = reader.truth(
          cell, field, yes: Self.yes[field] ?? [], no: Self.no[field] ?? [])
      case .year(let path): enterprise[keyPath: path] = reader.year(cell, binding)
      case .parcels:
        enterprise.parcelIDs = cell.list() ?? []
        guard let code = CodeColumn(binding) else { break }
        for id in enterprise.parcelIDs { reader.check(id, as: code, field) }
      case nil: break
      }
    }
    for (name, column) in extra {
      enterprise.extra[name] = rows.value(row: row, column: column).trimmedText()
    }
    enterprise.enterpriseID = enterprise.enterpriseID.map(CreditCode.normalised)
    enterprise.faultyFields = reader.faultyFields
    findings += reader.findings(about: enterprise.label)
    if let id = enterprise.enterpriseID, let fault = CreditCode.fault(in: id) {
      var finding = Finding(.creditCodeWrong, .enterprise, id)
      finding.file = place.file
      finding.row = place.row
      finding.field = Field.enterpriseID.rawValue
      finding.note = fault.note
      findings.append(finding)
    }
    return enterprise
  }

  /// States that registers write in columns of yes and no.
  private static let yes: [Field: Set<String>] = [
    .operating: [
      "正常", "正常经营", "正常生产", "经营", "在营", "存续", "开业", "营业", "在产", "生产", "投产", "已投产",
      "operating", "active",
    ],
    .contactLost: ["失联", "已失联", "无法联系", "lost"],
    .highTech: ["高新技术企业", "高企"],
  ]
  private static let no: [Field: Set<String>] = [
    .operating: [
      "停产", "停业", "歇业", "半停产停业", "停产停业", "未经营", "长期未经营", "关停", "注销", "吊销", "倒闭",
      "stopped", "closed",
    ],
    .contactLost: ["未失联", "正常", "可联系", "能联系", "在联", "reachable"],
    .highTech: ["非高新技术企业", "非高企"],
  ]
}
