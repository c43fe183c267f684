import LandDocuments
import LandWorkbook

extension StreamedTable {
  /// A short table whose rows are there already; texts wrap.
  init(caption: String, headings: [String], rows: [[DocumentCell]]) {
    self.init(
      caption: caption, columns: headings.map { Column($0) }, wraps: true, count: rows.count
    ) { rows[$0] }
  }
}
