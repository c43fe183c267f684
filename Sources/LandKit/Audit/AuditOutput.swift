import LandCadastre
import LandReport

/// All places an audit is written to: a folder, standard output, both or none.
public struct AuditOutput: ~Copyable {
  private var directory: AuditDirectory?
  private var stream: AuditStream?

  /// Opens the places. `folder` is where the data files go; none of the files of `names`, those that
  /// will appear there, may take the place of an input.
  public init(
    folder: String?, stream: AuditStream?, inputs: AuditPaths? = nil,
    names: [String] = AuditDirectory.names
  ) throws(OutputError) {
    if let folder {
      for input in inputs?.all ?? [] {
        for name in names where isSameFile(folder + "/" + name, input) {
          throw OutputError.overwritesInput(folder + "/" + name)
        }
      }
      directory = try AuditDirectory(folder)
    } else {
      directory = nil
    }
    self.stream = stream
  }

  /// What is needed of each parcel.
  public var format: RowFormat {
    var format: RowFormat = stream?.rowFormat ?? []
    if directory != nil { format.formUnion([.csv, .contracts, .geojson]) }
    return format
  }

  mutating func begin(_ formatter: RowFormatter) throws(OutputError) {
    try directory?.begin(formatter)
    try stream?.begin(formatter)
  }

  mutating func write(rows: FormattedRows) throws(OutputError) {
    try directory?.write(rows: rows)
    try stream?.write(rows: rows)
  }

  mutating func write(findings: FormattedFindings, from: Int) throws(OutputError) {
    try directory?.write(findings: findings, from: from)
    try stream?.write(findings: findings, from: from)
  }

  /// Says that everything but findings has been written.
  mutating func beginFindings() throws(OutputError) { try stream?.beginFindings() }

  mutating func write(overlaps: [OverlapRow]) throws(OutputError) {
    try directory?.write(overlaps: overlaps)
    stream?.write(overlaps: overlaps)
  }

  mutating func write(zones: [ZoneRow]) throws(OutputError) {
    try directory?.write(zones: zones)
    stream?.write(zones: zones)
  }

  /// Ends everything; the data files appear in their places.
  public consuming func finish(manifest: [UInt8]) throws(OutputError) {
    try finished(manifest: manifest)?.publish()
  }

  /// Ends everything; the data files have still to be moved to their places. Nil without a folder.
  public consuming func finished(manifest: [UInt8]) throws(OutputError) -> FinishedAudit? {
    try stream?.end(manifest: manifest)
    guard let directory else { return nil }
    return try directory.finished(manifest: manifest + Array("\n".utf8))
  }
}
