import LandCadastre
import LandGeometry
import LandLayers

/// The columns of `findings.csv` behind `finding_id`, which is the row's number in the run.
public enum FindingColumns {
  /// The first column.
  public static let identifier = "finding_id"

  /// All other columns, in order.
  public static let all: [Column<Finding>] = [
    Column("code", findings) { $1.code($0.code.rawValue) },
    Column("severity", "Cadastre/Findings/FindingCode+Table.swift") {
      $1.code($0.code.severity.rawValue)
    },
    Column("subject_kind", findings) { $1.code($0.subjectKind.rawValue) },
    Column("subject_id", findings) {
      $1.code(
        $0.subjectKind == .file ? FileName.last($0.subjectID) : $0.subjectID)
    },
    Column("other_id", findings) { $1.code($0.otherID) },
    Column("file", findings) { $1.fileName($0.file) },
    Column("feature_index", findings) { $1.integer($0.featureIndex) },
    Column("row", findings) { $1.integer($0.row) },
    Column("field", findings) { $1.code($0.field) },
    Column("part", findings) { $1.integer($0.place.part) },
    Column("ring", findings) { $1.integer($0.place.ring) },
    Column("vertex", findings) { $1.integer($0.place.vertex) },
    Column("x", findings) { $1.number($0.place.coordinate?.x, 9) },
    Column("y", findings) { $1.number($0.place.coordinate?.y, 9) },
    Column("crs", findings) {
      $1.code(orEmpty: $0.place.coordinate == nil ? nil : $0.crs)
    },
    Column("rule", findings) { $1.code($0.rule) },
    Column("clause", findings) { $1.code($0.clause) },
    Column("rulebook", findings) { $1.code($0.rulebook) },
    Column("reading", findings) { $1.code($0.reading) },
    Column("verdict", findings) { $1.code($0.verdict) },
    Column("value", findings) { $1.number($0.value, 6) },
    Column("limit", findings) { $1.number($0.limit, 6) },
    Column("comparison", findings) { $1.code($0.comparison) },
    Column("unit", findings) { $1.code($0.unit) },
    Column("distance_to_limit", findings) { $1.number($0.distanceToLimit, 6) },
    Column("missing", findings) { $1.list($0.missing) },
    Column("source", findings) { $1.text($0.source) },
    Column("note", findings) { $1.text($0.note) },
    Column("bound", findings) { $1.code(orEmpty: bound($0.comparison)) },
    Column("rule_subject", compliance) { $1.code(orEmpty: $0.chain.rule?.subject) },
    Column("rule_kind", compliance) { $1.code(orEmpty: $0.chain.rule?.kind) },
    Column("formula", compliance) { $1.text(orEmpty: $0.chain.rule?.formula) },
    Column("inputs", compliance) {
      $1.text(orEmpty: $0.chain.rule?.inputs.joined(separator: ";"))
    },
    Column("readings", compliance) { $1.list($0.chain.rule?.readings ?? []) },
    Column("verification", compliance) { $1.code(orEmpty: $0.chain.rule?.verification) },
  ]

  /// A finding as a JSON object, without its number.
  public static func object(_ finding: Finding) -> JSONObject {
    var json = JSONObject()
    for column in all { json.set(column.name, column.value(finding)) }
    return json
  }

  private static let findings = "Cadastre/Findings/Finding.swift"
  private static let compliance = "Compliance/JudgementFindings.swift"

  /// Whether the limit itself counts: 以上, 以下 include it, 超过, 不足 do not (Civil Code Art. 1259).
  private static func bound(_ comparison: String) -> String? {
    switch comparison {
    case "<=", ">=": "included"
    case "<", ">": "excluded"
    default: nil
    }
  }
}
