import LandCadastre
import LandGeometry
import LandIdleLand
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
  /// JSON objects, one after the other.
  public var json: [UInt8] = []
  /// End of each object in `json`.
  public var jsonEnds: [Int] = []
}

/// Turns rows into bytes; shared by the workers.
public struct RowFormatter: Sendable {
  let table = TableWriter(ParcelColumns.all)
  let contractTable = TableWriter(ContractRow.columns)
  let findingTable = TableWriter(FindingColumns.all)
  /// The columns of `parcel_contracts.csv` before those of the assessment.
  private let ownColumns = 0..<ContractRow.own.count
  let geojson: ParcelGeoJSON
  let format: RowFormat

  init(parcels: PlacedLayer, projected: Bool, swapped: Bool, format: RowFormat) {
    geojson = ParcelGeoJSON(parcels, projected: projected, swapped: swapped)
    self.format = format
  }

  /// Room for a number of rows of ordinary length, so that growing does not copy them.
  func reserve(_ count: Int, in rows: inout FormattedRows) {
    if format.contains(.csv) { rows.csv.reserveCapacity(640 * count) }
    if format.contains(.contracts) { rows.contracts.reserveCapacity(320 * count) }
    if format.contains(.geojson) { rows.geojson.reserveCapacity(1792 * count) }
    if format.contains(.json) { rows.json.reserveCapacity(1536 * count) }
  }

  func append(_ row: ParcelRow, to rows: inout FormattedRows) {
    if format.contains(.csv) {
      let shared = ParcelColumns.idle
      table.appendCSV(0..<shared.lowerBound, of: row, to: &rows.csv)
      let start = rows.csv.count
      table.appendCSV(shared, of: row, to: &rows.csv)
      let idle = start..<rows.csv.count
      table.appendCSV(shared.upperBound..<table.names.count, of: row, to: &rows.csv)
      CSVText.endRow(&rows.csv)
      if format.contains(.contracts) { appendContracts(of: row, idle: idle, to: &rows) }
    }
    if format.contains(.geojson) {
      if rows.count > 0 { rows.geojson += ParcelGeoJSON.separator }
      geojson.append(row, to: &rows.geojson)
    }
    if format.contains(.json) {
      if rows.count > 0 { rows.json += ParcelGeoJSON.separator }
      table.appendJSON(row, to: &rows.json)
    }
    rows.count += 1
  }

  /// The contracts of a parcel. Nearly always the only contract is what the parcel's row shows, and
  /// its columns are there already as bytes.
  private func appendContracts(of row: ParcelRow, idle: Range<Int>, to rows: inout FormattedRows) {
    let contracts = row.assessment.contracts
    for contract in contracts {
      let contractRow = ContractRow(parcelID: row.id, assessment: contract)
      if contracts.count == 1, contract.idle == row.assessment.idle {
        contractTable.appendCSV(ownColumns, of: contractRow, to: &rows.contracts)
        rows.contracts.append(contentsOf: rows.csv[idle])
        CSVText.endRow(&rows.contracts)
      } else {
        contractTable.appendCSV(contractRow, to: &rows.contracts)
      }
    }
  }

  /// Formats findings; their numbers follow when they are written.
  func format(_ findings: [Finding]) -> FormattedFindings {
    var result = FormattedFindings()
    result.csv.reserveCapacity(320 * findings.count)
    guard !format.isDisjoint(with: [.contracts, .json]) else { return result }
    for finding in findings {
      let finding = Boxed(finding)
      if format.contains(.contracts) {
        findingTable.appendCSV(finding, to: &result.csv)
        result.ends.append(result.csv.count)
      }
      if format.contains(.json) {
        findingTable.appendJSON(finding, to: &result.json)
        result.jsonEnds.append(result.json.count)
      }
    }
    return result
  }
}
