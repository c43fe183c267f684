import LandKit

/// What `landctl inspect` prints for one file.
struct InspectionText {
  let language: Language
  let inspection: Inspection

  func text() -> String {
    var lines = [Terminal.plain(inspection.file)]
    func line(_ zh: String, _ en: String, _ value: String) {
      lines.append("  " + Terminal.padded(language(zh, en), 18) + " " + value)
    }
    line(
      "格式", "format",
      inspection.format + language(",", ", ") + Terminal.number(Double(inspection.byteCount), 0)
        + language(" 字节", " bytes"))
    line("编码", "encoding", inspection.encoding)
    for note in inspection.notes { line("说明", "note", Terminal.plain(language(note))) }
    line("看起来是", "looks like", role)
    line("数量", "count", counts)
    if !inspection.states.isEmpty { line("坐标系", "system", system) }
    if !inspection.extent.isEmpty {
      let box = inspection.extent
      line(
        "范围", "extent",
        "x \(FixedDecimal.text(box.minX, 6)) … \(FixedDecimal.text(box.maxX, 6))"
          + language(",", ", ")
          + "y \(FixedDecimal.text(box.minY, 6)) … \(FixedDecimal.text(box.maxY, 6))")
    }
    let known = inspection.columns.filter { $0.field != nil }
    line("识别的字段", "fields recognised", known.isEmpty ? language("无", "none") : "\(known.count)")
    for column in known {
      var text = "    \(Terminal.plain(column.name)) → \(column.field ?? "")"
      if let unit = column.unit { text += language("(\(unit))", " (\(unit))") }
      if column.factor != 1 { text += " × \(column.factor)" }
      lines.append(text)
    }
    let unknown = inspection.columns.filter { $0.field == nil }.map { column in
      let name = Terminal.plain(column.name)
      guard let meant = column.meant else { return name }
      return name + language("(是否应为 \(meant)?)", " (did you mean \(meant)?)")
    }
    line(
      "未识别(原样保留)", "not recognised",
      unknown.isEmpty ? language("无", "none") : unknown.joined(separator: language("、", ", ")))
    lines += faults()
    return lines.joined(separator: "\n")
  }

  private var role: String {
    switch inspection.role {
    case .parcels: language("宗地", "parcels")
    case .buildings: language("建筑物", "buildings")
    case .zones: language("开发区范围", "zones")
    case .contracts: language("合同表", "contracts")
    case .enterprises: language("企业表", "enterprises")
    }
  }

  private var counts: String {
    guard !inspection.states.isEmpty else {
      return "\(inspection.count)" + language(" 行", " rows")
    }
    let names: [(GeometryState, String, String)] = [
      (.polygon, "多边形", "polygons"), (.missing, "无图形", "without geometry"),
      (.empty, "空图形", "empty"), (.tooFewPoints, "点数不足", "too few points"),
      (.otherType, "不是多边形", "not polygons"), (.unreadable, "无法读取", "unreadable"),
    ]
    let parts = names.compactMap { state, zh, en in
      inspection.states[state].map { "\($0) " + language(zh, en) }
    }
    return "\(inspection.count)" + language(" 个要素:", " features: ")
      + parts.joined(separator: language("、", ", "))
      + language(",\(inspection.vertexCount) 个顶点", ", \(inspection.vertexCount) vertices")
  }

  private var system: String {
    let declared =
      inspection.declaredCRS.map(Self.short).map {
        language("文件注明 \($0)", "the file names \($0)")
      }
      ?? language("文件未注明", "the file names none")
    if let system = inspection.system {
      let source =
        system.source == .assumed
        ? language(",按经纬度(CGCS2000)", ", taken as lon/lat (CGCS2000)") : ""
      let known = Terminal.plain(declared) + source
      return system.name + language("(\(known))", " (\(known))")
    }
    guard let error = inspection.systemError else { return Terminal.plain(declared) }
    let failure = ErrorText(language: language).failure(AuditError.survey(error))
    return Terminal.plain(declared) + "\n    " + failure.text
  }

  /// Of well-known text its keyword and its name: `PROJCS "CGCS2000_3_Degree_GK_Zone_39"`.
  private static func short(_ declared: String) -> String {
    let parts = declared.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasSuffix("[") else { return declared }
    return "\(parts[0].dropLast()) \"\(parts[1])\""
  }

  /// Faults by code, with the first place of each.
  private func faults() -> [String] {
    var first: [FindingCode: Finding] = [:]
    var counts: [FindingCode: Int] = [:]
    for finding in inspection.findings {
      counts[finding.code, default: 0] += 1
      if first[finding.code] == nil { first[finding.code] = finding }
    }
    guard !counts.isEmpty else {
      return [
        "  "
          + language("读取时未发现问题(边界由 audit 检查)", "no faults in reading (audit checks the boundaries)")
      ]
    }
    var lines = ["  " + language("问题", "faults")]
    for code in counts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      guard let finding = first[code] else { continue }
      var text = "    \(code.rawValue) × \(counts[code] ?? 0)  \(language(code.title))"
      let places = [
        finding.subjectKind == .file ? "" : Terminal.plain(finding.subjectID), finding.field,
        Terminal.plain(finding.source), Terminal.plain(finding.note),
      ]
      let place = places.filter { !$0.isEmpty }.joined(separator: " · ")
      if !place.isEmpty { text += language("(首处:\(place))", " (first: \(place))") }
      lines.append(text)
    }
    return lines
  }
}
