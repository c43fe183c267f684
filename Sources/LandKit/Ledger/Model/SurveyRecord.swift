import LandCadastre

/// A survey: the parcels of a year, taken in once and never changed.
public struct SurveyRecord: Hashable, Sendable {
  /// The year.
  public var year: Int
  /// The day of the audit that came with it.
  public var day: CalendarDate
  /// Name of the parcels' file, without the folder.
  public var fileName: String
  /// SHA-256 of that file.
  public var sha256: String
  /// Number of parcels.
  public var parcelCount: Int
  /// Sum of their planar areas, m².
  public var totalArea: Double
  /// The file's columns.
  public var columns: [String]

  /// A survey.
  public init(
    year: Int, day: CalendarDate, fileName: String, sha256: String, parcelCount: Int,
    totalArea: Double, columns: [String]
  ) {
    self.year = year
    self.day = day
    self.fileName = fileName
    self.sha256 = sha256
    self.parcelCount = parcelCount
    self.totalArea = totalArea
    self.columns = columns
  }
}

/// A run: an audit that the ledger was brought up to date by.
public struct RunRecord: Hashable, Sendable {
  /// The day of the audit.
  public var asOf: CalendarDate
  /// The rulebooks, by id.
  public var rulebooks: [String]
  /// The audit's manifest, JSON.
  public var manifest: String

  /// A run.
  public init(asOf: CalendarDate, rulebooks: [String], manifest: String) {
    self.asOf = asOf
    self.rulebooks = rulebooks
    self.manifest = manifest
  }
}
