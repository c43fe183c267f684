import LandGeometry
import LandProjection
import LandTopology

/// How a survey is to be made; every value is written to the manifest.
public struct SurveyOptions: Sendable {
  /// The system named with `--crs`, for the parcels.
  public var system: CoordinateSystem?
  /// Whether the two axes of the parcels are exchanged on reading.
  public var swapAxes = false
  /// How invalid geometry is repaired for measuring; nil leaves it as drawn.
  public var repair: RepairMethod?
  /// The largest change of a parcel's area by repair, in m²; a repair beyond it is refused.
  public var maximumAreaChange: Double?
  /// Overlaps up to this area (m²) are counted but not listed.
  public var minimumOverlapArea = 1.0
  /// Whether every shortcut is left out: validity and overlays by GEOS, geodesics by PROJ.
  public var exact = false
  /// The workers.
  public var workers = Workers(count: 1)
  /// Mean error of one boundary point in metres; decides the tolerance of areas and the class of
  /// overlaps. 城镇地籍调查规程, first class: 5 cm.
  public var pointError = 0.05
  /// The largest error of a boundary point in metres, third class of the same: 20 cm.
  public var pointErrorLimit = 0.20
  /// A building counts for a parcel above this area inside it, in m².
  public var minimumBuildingArea = 0.01
  /// Storeys of industry and storage above this height count twice, m. A figure of the law, so it
  /// comes from a rulebook; without one no storey does.
  public var doubleStoreyHeight = Double.infinity

  /// The defaults of the command line.
  public init() {}
}
