import LandCadastre
import LandLayers
import LandReport

/// Writes an audit to standard output in one machine format.
public struct AuditStream: Sendable {
  /// The formats.
  public enum Format: String, CaseIterable, Sendable {
    case csv, json, geojson
  }

  /// The version of the JSON schema; it changes only when a member changes its meaning.
  public static let schema = "landctl.audit/1"

  let format: Format
  private let output = StandardOutput()
  private let overlapTable = TableWriter(OverlapRow.columns)
  private let zoneTable = TableWriter(ZoneRow.columns)
  private var wroteRow = false
  private var findings: [UInt8] = []
  private var overlaps: [UInt8] = []
  private var zones: [UInt8] = []
  /// Whether findings go out at once, as nothing but them is left.
  private var isEnding = false
  private var wroteFinding = false

  /// A stream in a format.
  public init(_ format: Format) { self.format = format }

  var rowFormat: RowFormat {
    switch format {
    case .csv: .csv
    case .json: .json
    case .geojson: .geojson
    }
  }

  mutating func begin(_ formatter: RowFormatter) throws(OutputError) {
    switch format {
    case .csv: try output.write(formatter.table.csvHeader())
    case .geojson: try output.write(formatter.geojson.head)
    case .json: try output.write(Array("{\"schema\":\"\(Self.schema)\",\"parcels\":[\n".utf8))
    }
  }

  mutating func write(rows: FormattedRows) throws(OutputError) {
    guard rows.count > 0 else { return }
    switch format {
    case .csv: try output.write(rows.csv)
    case .geojson, .json:
      if wroteRow { try output.write(ParcelGeoJSON.separator) }
      try output.write(format == .json ? rows.json : rows.geojson)
    }
    wroteRow = true
  }

  /// Writes what stands before the findings: from now on they are not kept.
  mutating func beginFindings() throws(OutputError) {
    isEnding = true
    if format == .json { try output.write(tables) }
  }

  private var tables: [UInt8] {
    Array("\n],\"zones\":[\n".utf8) + zones + Array("\n],\"overlaps\":[\n".utf8) + overlaps
      + Array("\n],\"findings\":[\n".utf8)
  }

  mutating func write(findings rows: FormattedFindings, from: Int) throws(OutputError) {
    defer { if isEnding { findings.removeAll(keepingCapacity: true) } }
    rows.json.each { index, row in
      if wroteFinding { findings += ParcelGeoJSON.separator }
      wroteFinding = true
      findings += Array("{\"\(FindingColumns.identifier)\":\(from + index + 1),".utf8)
      // Behind the opening brace of the object as it was formatted.
      findings.append(bytes: row.extracting(1...))
    }
    if isEnding, !findings.isEmpty { try output.write(findings) }
  }

  mutating func write(overlaps rows: [OverlapRow]) {
    guard format == .json else { return }
    overlaps += overlapTable.json(rows, separator: ParcelGeoJSON.separator)
  }

  mutating func write(zones rows: [ZoneRow]) {
    guard format == .json else { return }
    zones += zoneTable.json(rows, separator: ParcelGeoJSON.separator)
  }

  /// Writes what follows the last parcel.
  func end(manifest: [UInt8]) throws(OutputError) {
    switch format {
    case .csv: break
    case .geojson: try output.write(ParcelGeoJSON.tail)
    case .json:
      var bytes = isEnding ? [] : tables
      bytes += findings
      bytes += Array("\n],\"manifest\":".utf8)
      bytes += manifest
      bytes += Array("}\n".utf8)
      try output.write(bytes)
    }
  }
}
