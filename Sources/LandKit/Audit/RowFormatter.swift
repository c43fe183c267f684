import LandCadastre
import LandGeometry
import LandLayers
import LandReport
import LandSurvey

/// Which texts the workers format.
public struct RowFormat: OptionSet, Sendable {
  /// The bits.
  public let rawValue: Int
  /// A set of bits.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// `parcels.csv`.
  public static let csv = RowFormat(rawValue: 1)
  /// `parcel_contracts.csv` and `findings.csv`.
  public static let contracts = RowFormat(rawValue: 2)
  /// `parcels.geojson`.
  public static let geojson = RowFormat(rawValue: 4)
  /// JSON objects.
  public static let json = RowFormat(rawValue: 8)
}

/// Rows as bytes, made by a worker.
public struct FormattedRows: Sendable {
  /// How many parcels.
  public var count = 0
  /// Rows of `parcels.csv`.
  public var csv: [UInt8] = []
  /// Rows of `parcel_contracts.csv`.
  public var contracts: [UInt8] = []
  /// Features of `parcels.geojson`, separated.
  public var geojson: [UInt8] = []
  /// JSON objects, separated.
  public var json: [UInt8] = []
  /// Rows of `findings.csv` without their numbers.
  public var findings = FormattedFindings()
}

/// Findings as bytes, still without the numbers they get in the run.
public struct FormattedFindings: Sendable {
  /// CSV rows behind the number.
  public var csv: [UInt8] = []
  /// End of each row in `csv`.
  public var ends: [Int] = []
  /// JSON objects, separated.
  public var json: [UInt8] = []
}

/// Turns rows into bytes; shared by the workers.
public struct RowFormatter: Sendable {
  let table = TableWriter(ParcelColumns.all)
  let contractTable = TableWriter(ContractRow.columns)
  let findingTable = TableWriter(FindingColumns.all)
  let geojson: ParcelGeoJSON
  let format: RowFormat

  init(parcels: PlacedLayer, projected: Bool, swapped: Bool, format: RowFormat) {
    geojson = ParcelGeoJSON(parcels, table: table, projected: projected, swapped: swapped)
    self.format = format
  }

  /// Room for a number of rows of ordinary length, so that growing does not copy them.
  func reserve(_ count: Int, in rows: inout FormattedRows) {
    if format.contains(.csv) { rows.csv.reserveCapacity(640 * count) }
    if format.contains(.contracts) { rows.contracts.reserveCapacity(320 * count) }
    if format.contains(.geojson) { rows.geojson.reserveCapacity(2560 * count) }
    if format.contains(.json) { rows.json.reserveCapacity(1536 * count) }
  }

  func append(_ row: ParcelRow, to rows: inout FormattedRows) {
    let cells = table.cells(row)
    if format.contains(.csv) { table.appendCSV(cells, to: &rows.csv) }
    if format.contains(.contracts) {
      for contract in row.assessment.contracts {
        let cells = contractTable.cells(ContractRow(parcelID: row.id, assessment: contract))
        contractTable.appendCSV(cells, to: &rows.contracts)
      }
    }
    if format.contains(.geojson) {
      if rows.count > 0 { rows.geojson += ParcelGeoJSON.separator }
      geojson.append(row, cells: cells, to: &rows.geojson)
    }
    if format.contains(.json) {
      if rows.count > 0 { rows.json += ParcelGeoJSON.separator }
      table.appendJSON(cells, to: &rows.json)
    }
    rows.count += 1
  }

  /// Formats findings; their numbers follow when they are written.
  func format(_ findings: [Finding]) -> FormattedFindings {
    var result = FormattedFindings()
    result.csv.reserveCapacity(320 * findings.count)
    guard !format.isDisjoint(with: [.contracts, .json]) else { return result }
    for finding in findings {
      let cells = findingTable.cells(finding)
      if format.contains(.contracts) {
        findingTable.appendCSV(cells, to: &result.csv)
        result.ends.append(result.csv.count)
      }
      if format.contains(.json) {
        if !result.json.isEmpty { result.json += ParcelGeoJSON.separator }
        findingTable.appendJSON(cells, to: &result.json)
      }
    }
    return result
  }
}
