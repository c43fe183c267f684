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

  private static let separator = String(decoding: ParcelGeoJSON.separator, as: UTF8.self)

  /// The texts of a part of the parcels, to be filled row by row.
  func texts(_ count: Int) -> RowTexts {
    // Room for rows of ordinary length, so that growing does not copy them.
    RowTexts(
      csv: table.csv(capacity: format.contains(.csv) ? 640 * count : 1),
      contracts: contractTable.csv(capacity: format.contains(.contracts) ? 320 * count : 1),
      geojson: geojson.writer(capacity: format.contains(.geojson) ? 1792 * count : 1),
      json: table.json(capacity: format.contains(.json) ? 1536 * count : 1))
  }

  func append(_ row: ParcelRow, to texts: inout RowTexts) {
    if format.contains(.csv) {
      let shared = ParcelColumns.idle
      table.writeCSV(0..<shared.lowerBound, of: row, to: &texts.csv)
      let start = texts.csv.bytes.count
      table.writeCSV(shared, of: row, to: &texts.csv)
      let idle = start..<texts.csv.bytes.count
      table.writeCSV(shared.upperBound..<table.names.count, of: row, to: &texts.csv)
      CSVText.endRow(&texts.csv.bytes)
      if format.contains(.contracts) { appendContracts(of: row, idle: idle, to: &texts) }
    }
    if format.contains(.geojson) {
      if texts.count > 0 { texts.geojson.bytes.append(utf8: Self.separator) }
      geojson.write(row, to: &texts.geojson)
    }
    if format.contains(.json) {
      if texts.count > 0 { texts.json.bytes.append(utf8: Self.separator) }
      table.writeJSON(row, to: &texts.json)
    }
    texts.count += 1
  }

  /// The contracts of a parcel. Nearly always the only contract is what the parcel's row shows, and
  /// its columns are there already as bytes.
  private func appendContracts(of row: ParcelRow, idle: Range<Int>, to texts: inout RowTexts) {
    let contracts = row.assessment.contracts
    for contract in contracts {
      let contractRow = ContractRow(parcelID: row.id, assessment: contract)
      if contracts.count == 1, contract.idle == row.assessment.idle {
        contractTable.writeCSV(ownColumns, of: contractRow, to: &texts.contracts)
        texts.contracts.bytes.append(texts.csv.bytes, idle)
        CSVText.endRow(&texts.contracts.bytes)
      } else {
        contractTable.writeCSV(contractRow, to: &texts.contracts)
      }
    }
  }

  /// Formats findings; their numbers follow when they are written.
  func format(_ findings: [Finding]) -> FormattedFindings {
    var result = FormattedFindings()
    if format.contains(.contracts) {
      var writer = findingTable.csv(capacity: 320 * findings.count)
      result.csv.ends.reserveCapacity(findings.count)
      for finding in findings {
        findingTable.writeCSV(finding, to: &writer)
        result.csv.ends.append(writer.bytes.count)
      }
      result.csv.text = writer.finish()
    }
    if format.contains(.json) {
      var writer = findingTable.json(capacity: 512 * findings.count)
      for finding in findings {
        findingTable.writeJSON(finding, to: &writer)
        result.json.ends.append(writer.bytes.count)
      }
      result.json.text = writer.finish()
    }
    return result
  }
}

/// The texts of a part of the parcels while they grow.
struct RowTexts: ~Copyable {
  var count = 0
  var csv: CellWriter
  var contracts: CellWriter
  var geojson: CellWriter
  var json: CellWriter

  init(
    csv: consuming CellWriter, contracts: consuming CellWriter, geojson: consuming CellWriter,
    json: consuming CellWriter
  ) {
    self.csv = csv
    self.contracts = contracts
    self.geojson = geojson
    self.json = json
  }

  consuming func finish() -> FormattedRows {
    var rows = FormattedRows()
    rows.count = count
    rows.csv = csv.finish()
    rows.contracts = contracts.finish()
    rows.geojson = geojson.finish()
    rows.json = json.finish()
    return rows
  }
}
