import LandCadastre
import LandGeometry

/// The columns of `findings.csv` behind `finding_id`, which is the row's number in the run.
public enum FindingColumns {
  /// The first column.
  public static let identifier = "finding_id"

  /// All other columns, in order.
  public static let all: [ColumnGroup<Finding>] = [
    ColumnGroup([
      Column("code", findings) { .code($0.code.rawValue) },
      Column("severity", "Cadastre/Findings/FindingCode+Table.swift") {
        .code($0.code.severity.rawValue)
      },
      Column("subject_kind", findings) { .code($0.subjectKind.rawValue) },
      Column("subject_id", findings) {
        .code($0.subjectKind == .file ? FileName.last($0.subjectID) : $0.subjectID)
      },
      Column("other_id", findings) { .code(orEmpty: $0.otherID) },
      Column("file", findings) { .code(orEmpty: FileName.last($0.file)) },
      Column("feature_index", findings) { .integer(orEmpty: $0.featureIndex) },
      Column("row", findings) { .integer(orEmpty: $0.row) },
      Column("field", findings) { .code(orEmpty: $0.field) },
      Column("part", findings) { .integer(orEmpty: $0.place.part) },
      Column("ring", findings) { .integer(orEmpty: $0.place.ring) },
      Column("vertex", findings) { .integer(orEmpty: $0.place.vertex) },
      Column("x", findings) { .number($0.place.coordinate?.x, 9) },
      Column("y", findings) { .number($0.place.coordinate?.y, 9) },
      Column("crs", findings) { .code(orEmpty: $0.place.coordinate == nil ? nil : $0.crs) },
      Column("rule", findings) { .code(orEmpty: $0.rule) },
      Column("clause", findings) { .code(orEmpty: $0.clause) },
      Column("rulebook", findings) { .code(orEmpty: $0.rulebook) },
      Column("reading", findings) { .code(orEmpty: $0.reading) },
      Column("verdict", findings) { .code(orEmpty: $0.verdict) },
      Column("value", findings) { .number($0.value, 6) },
      Column("limit", findings) { .number($0.limit, 6) },
      Column("comparison", findings) { .code(orEmpty: $0.comparison) },
      Column("unit", findings) { .code(orEmpty: $0.unit) },
      Column("distance_to_limit", findings) { .number($0.distanceToLimit, 6) },
      Column("missing", findings) { .list($0.missing) },
      Column("source", findings) { .text(orEmpty: $0.source) },
      Column("note", findings) { .text(orEmpty: $0.note) },
    ])
  ]

  private static let findings = "Cadastre/Findings/Finding.swift"
}

/// Names of files in machine output: the last part alone, so that the folder a run was started
/// from leaves no trace.
enum FileName {
  static func last(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.index(after: slash)...])
  }
}
