import LandCadastre
import LandLayers

/// Rows in memory, for tests.
struct MemoryRows: AttributeRows {
  var fileName = "contracts.csv"
  var names: [String]
  var rows: [[AttributeValue]]
  var rowCount: Int { rows.count }

  func value(row: Int, column: Int) -> AttributeValue { rows[row][column] }

  /// A table of texts, as a CSV file gives them; an empty text is an empty cell.
  init(_ names: [String], _ rows: [[String]], file: String = "contracts.csv") {
    fileName = file
    self.names = names
    self.rows = rows.map { $0.map { $0.isEmpty ? .null : .text($0) } }
  }

  init(_ cells: [(String, AttributeValue)], file: String = "parcels.geojson") {
    fileName = file
    names = cells.map(\.0)
    rows = [cells.map(\.1)]
  }
}

extension CalendarDate {
  /// A day written `2023-10-08`; tests fail on anything else.
  static func iso(_ text: String) -> CalendarDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
      ?? CalendarDate(dayNumber: .min)
  }
}
