import LandCadastre
import LandGeometry
import LandLayers

/// The columns of `findings.csv` behind `finding_id`, which is the row's number in the run.
public enum FindingColumns {
  /// The first column.
  public static let identifier = "finding_id"

  /// All other columns, in order.
  public static let all: [Column<Boxed<Finding>>] = [
    Column("code", findings) { .code($0.value.code.rawValue) },
    Column("severity", "Cadastre/Findings/FindingCode+Table.swift") {
      .code($0.value.code.severity.rawValue)
    },
    Column("subject_kind", findings) { .code($0.value.subjectKind.rawValue) },
    Column("subject_id", findings) {
      .code(
        $0.value.subjectKind == .file ? FileName.last($0.value.subjectID) : $0.value.subjectID)
    },
    Column("other_id", findings) { .code(orEmpty: $0.value.otherID) },
    Column("file", findings) { .code(orEmpty: FileName.last($0.value.file)) },
    Column("feature_index", findings) { .integer(orEmpty: $0.value.featureIndex) },
    Column("row", findings) { .integer(orEmpty: $0.value.row) },
    Column("field", findings) { .code(orEmpty: $0.value.field) },
    Column("part", findings) { .integer(orEmpty: $0.value.place.part) },
    Column("ring", findings) { .integer(orEmpty: $0.value.place.ring) },
    Column("vertex", findings) { .integer(orEmpty: $0.value.place.vertex) },
    Column("x", findings) { .number($0.value.place.coordinate?.x, 9) },
    Column("y", findings) { .number($0.value.place.coordinate?.y, 9) },
    Column("crs", findings) {
      .code(orEmpty: $0.value.place.coordinate == nil ? nil : $0.value.crs)
    },
    Column("rule", findings) { .code(orEmpty: $0.value.rule) },
    Column("clause", findings) { .code(orEmpty: $0.value.clause) },
    Column("rulebook", findings) { .code(orEmpty: $0.value.rulebook) },
    Column("reading", findings) { .code(orEmpty: $0.value.reading) },
    Column("verdict", findings) { .code(orEmpty: $0.value.verdict) },
    Column("value", findings) { .number($0.value.value, 6) },
    Column("limit", findings) { .number($0.value.limit, 6) },
    Column("comparison", findings) { .code(orEmpty: $0.value.comparison) },
    Column("unit", findings) { .code(orEmpty: $0.value.unit) },
    Column("distance_to_limit", findings) { .number($0.value.distanceToLimit, 6) },
    Column("missing", findings) { .list($0.value.missing) },
    Column("source", findings) { .text(orEmpty: $0.value.source) },
    Column("note", findings) { .text(orEmpty: $0.value.note) },
    Column("bound", findings) { .code(orEmpty: bound($0.value.comparison)) },
    Column("rule_subject", compliance) { .code(orEmpty: $0.value.chain.rule?.subject) },
    Column("rule_kind", compliance) { .code(orEmpty: $0.value.chain.rule?.kind) },
    Column("formula", compliance) { .text(orEmpty: $0.value.chain.rule?.formula) },
    Column("inputs", compliance) {
      .text(orEmpty: $0.value.chain.rule?.inputs.joined(separator: ";"))
    },
    Column("readings", compliance) { .list($0.value.chain.rule?.readings ?? []) },
    Column("verification", compliance) { .code(orEmpty: $0.value.chain.rule?.verification) },
  ]

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
