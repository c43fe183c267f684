/// How much a page holds. All of these are ours: a page has to open on an office computer.
public struct ReportLimits: Sendable {
  /// Above this many parcels the page holds only those that need action, and at most this many.
  public var parcels = 150_000
  /// Up to this many findings are all listed.
  public var findings = 50_000
  /// Above it, this many of each group.
  public var findingsOfGroup = 500
  /// Above this many parcels boundaries are simplified.
  public var exactParcels = 10_000
  /// Above this many parcels the page leaves out columns that others make up for.
  public var allColumns = 50_000
  /// By how much at most, metres.
  public var tolerance = 0.5
  /// Rows of the printed table of idle parcels.
  public var idleRows = 2000
  /// Vertices on the printed map.
  public var mapVertices = 60_000
  /// Parcels that a list of things to do names.
  public var actions = 12

  /// The usual limits.
  public init() {}
}
