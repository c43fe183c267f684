// Unsafe because columns are called without counting a reference to each: a row of a hundred columns
// would count two hundred times. The list holds every column as long as it is there itself.

/// The columns of a table, to be called for row after row.
struct ColumnCalls<Row>: Sendable {
  /// A column's function as an object.
  private final class Call: Sendable {
    let write: @Sendable (Row, inout CellWriter) -> Void

    init(_ write: @escaping @Sendable (Row, inout CellWriter) -> Void) { self.write = write }
  }

  private let owners: [Call]
  private let calls: [Unmanaged<Call>]

  init(_ columns: [@Sendable (Row, inout CellWriter) -> Void]) {
    owners = columns.map { Call($0) }
    calls = owners.map { Unmanaged.passUnretained($0) }
  }

  var count: Int { owners.count }

  /// Hands the value of one column to a writer.
  @inline(__always)
  func write(_ column: Int, of row: Row, to writer: inout CellWriter) {
    calls[column]._withUnsafeGuaranteedRef { $0.write(row, &writer) }
  }
}
