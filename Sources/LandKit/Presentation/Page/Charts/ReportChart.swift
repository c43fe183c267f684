/// A chart with its caption and a note below it.
struct ReportChart: Sendable {
  var caption: String
  var svg: String
  /// Where the figures are from or what is not shown; empty for none.
  var note = ""
}
