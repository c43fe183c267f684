import LandGeoPackage

/// The columns of a table of the audit as columns of a GeoPackage, typed.
struct LayerColumns: Sendable {
  let columns: [GeoPackageColumn]
  private let values: [@Sendable (Int) -> GeoPackageValue]

  init(_ table: BookTable) {
    let headings = table.names.map { BookHeading.of($0) }
    columns = zip(table.names, headings).map { GeoPackageColumn($0, $1.format.kind) }
    values = zip(table.names, headings).map { name, heading in
      let column = table[name]
      return switch heading.format.kind {
      case .text: { column.text($0).map { .text($0) } ?? .null }
      case .real: { column.number($0).map { .real($0) } ?? .null }
      case .integer: { column.integer($0).map { .integer($0) } ?? .null }
      case .day: { column.day($0).map { .day($0) } ?? .null }
      case .truth: { column.truth($0).map { .truth($0) } ?? .null }
      }
    }
  }

  /// The values of a row, in the order of the columns.
  func row(_ index: Int) -> [GeoPackageValue] { values.map { $0(index) } }
}

extension BookFormat {
  /// How a GeoPackage keeps it.
  var kind: GeoPackageColumn.Kind {
    switch self {
    case .text, .code, .word, .list: .text
    case .number, .share: .real
    case .count: .integer
    case .day: .day
    case .truth: .truth
    }
  }
}
