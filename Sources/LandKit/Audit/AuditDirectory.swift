import LandCadastre
import LandLayers
import LandReport

/// Writes the data files of an audit into a folder. Nothing appears there before everything is
/// written: the files are made beside their places and moved at the end.
public struct AuditDirectory: ~Copyable {
  private var parcels: AtomicFile
  private var contracts: AtomicFile
  private var geojson: AtomicFile
  private var findings: AtomicFile
  private var overlaps: AtomicFile
  private var zones: AtomicFile
  private var manifest: AtomicFile
  private var wroteFeature = false
  private let overlapTable: TableWriter<OverlapRow>
  private let zoneTable: TableWriter<ZoneRow>

  /// The files that are written, in order.
  public static let names = [
    "parcels.csv", "parcel_contracts.csv", "findings.csv", "overlaps.csv", "zones.csv",
    "parcels.geojson", "manifest.json",
  ]

  /// Opens the files beside their places; the folder is made where it is missing.
  public init(_ folder: String) throws(OutputError) {
    try makeFolder(folder)
    let overlapTable = TableWriter(OverlapRow.columns)
    let zoneTable = TableWriter(ZoneRow.columns)
    let path = { (name: String) in folder.hasSuffix("/") ? folder + name : folder + "/" + name }
    let parcels = try AtomicFile(path("parcels.csv"))
    let contracts = try AtomicFile(path("parcel_contracts.csv"))
    let findings = try AtomicFile(path("findings.csv"))
    var overlaps = try AtomicFile(path("overlaps.csv"))
    var zones = try AtomicFile(path("zones.csv"))
    let geojson = try AtomicFile(path("parcels.geojson"))
    let manifest = try AtomicFile(path("manifest.json"))
    try overlaps.write(overlapTable.csvHeader())
    try zones.write(zoneTable.csvHeader())
    self.overlapTable = overlapTable
    self.zoneTable = zoneTable
    self.parcels = parcels
    self.contracts = contracts
    self.findings = findings
    self.overlaps = overlaps
    self.zones = zones
    self.geojson = geojson
    self.manifest = manifest
  }

  mutating func begin(_ formatter: RowFormatter) throws(OutputError) {
    try parcels.write(formatter.table.csvHeader())
    try contracts.write(formatter.contractTable.csvHeader())
    try findings.write(formatter.findingTable.csvHeader(prefix: [FindingColumns.identifier]))
    try geojson.write(formatter.geojson.head)
  }

  mutating func write(rows: FormattedRows) throws(OutputError) {
    try parcels.write(rows.csv)
    try contracts.write(rows.contracts)
    guard rows.count > 0 else { return }
    if wroteFeature { try geojson.write(ParcelGeoJSON.separator) }
    wroteFeature = true
    try geojson.write(rows.geojson)
  }

  mutating func write(findings rows: FormattedFindings, from: Int) throws(OutputError) {
    try findings.write(rows.csv.numbered(from: from))
  }

  mutating func write(overlaps rows: [OverlapRow]) throws(OutputError) {
    try overlaps.write(overlapTable.csv(rows))
  }

  mutating func write(zones rows: [ZoneRow]) throws(OutputError) {
    try zones.write(zoneTable.csv(rows))
  }

  /// Ends all files; they have still to be moved to their places.
  public consuming func finished(manifest text: [UInt8]) throws(OutputError) -> FinishedAudit {
    try geojson.write(ParcelGeoJSON.tail)
    try manifest.write(text)
    var files: [FinishedFile] = []
    do throws(OutputError) {
      files.append(try parcels.finish())
      files.append(try contracts.finish())
      files.append(try findings.finish())
      files.append(try overlaps.finish())
      files.append(try zones.finish())
      files.append(try geojson.finish())
      files.append(try manifest.finish())
    } catch {
      for file in files { file.discard() }
      throw error
    }
    return FinishedAudit(files: files)
  }

  /// Ends all files and moves them to their places.
  public consuming func publish(manifest text: [UInt8]) throws(OutputError) {
    try finished(manifest: text).publish()
  }
}

/// The data files of an audit, written beside their places and not yet moved there: papers are made
/// from them before anything appears.
public struct FinishedAudit: Sendable {
  /// In the order of ``AuditDirectory/names``; the manifest is the last.
  fileprivate let files: [FinishedFile]

  /// Where a file of a name in ``AuditDirectory/names`` can be read now.
  public func path(of name: String) -> String {
    files.first { FileName.last($0.path) == name }?.temporary ?? name
  }

  /// Moves the files to their places, the papers before the manifest: where it stands, the others
  /// stand.
  ///
  /// - Parameters:
  ///   - papers: other files that appear with them.
  ///   - withData: whether the data files appear; without them they are removed.
  public func publish(with papers: [FinishedFile] = [], withData: Bool = true) throws(OutputError) {
    if !withData { discard() }
    let data = withData ? files : []
    try publishTogether(data.dropLast() + papers + data.suffix(1))
  }

  /// Removes the files instead.
  public func discard() {
    for file in files { file.discard() }
  }
}
