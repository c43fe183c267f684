/// Which feature of the file each row of a layer is. A layer of a whole file counts like the file; one
/// of a part holds runs of consecutive features.
struct FeatureNumbers: Hashable, Sendable {
  /// The runs in ascending order; empty = rows are numbers.
  private var runs: [Range<Int>] = []
  /// The first row of each run.
  private var rows: [Int] = []

  /// The numbers of a whole file.
  init() {}

  /// Adds a run of features behind those that are there.
  mutating func append(_ run: Range<Int>) {
    guard !run.isEmpty else { return }
    let next = (rows.last ?? 0) + (runs.last?.count ?? 0)
    runs.append(run)
    rows.append(next)
  }

  /// The number of a row.
  subscript(row: Int) -> Int {
    if runs.isEmpty { return row }
    let run = rows.partition(upTo: row)
    return runs[run].lowerBound + row - rows[run]
  }

  /// The row of a number; nil where no run has it.
  func row(of number: Int) -> Int? {
    if runs.isEmpty { return number }
    guard let run = runs.firstIndex(where: { $0.contains(number) }) else { return nil }
    return rows[run] + number - runs[run].lowerBound
  }
}

extension Array where Element == Int {
  /// The place of the last element that is not above a value, in ascending order; 0 where all are.
  func partition(upTo value: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return Swift.max(0, low - 1)
  }
}
