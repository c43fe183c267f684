import LandAudit
import LandCadastre
import LandForeign
import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

/// Zones or buildings that a report shows beside the parcels.
public struct ReportLayer: Sendable {
  /// Their boundaries, longitude and latitude on CGCS2000.
  public var polygons: PolygonColumns<Geographic>
  /// The id of each; empty where ids are not shown.
  public var ids: [String]
  /// The name of each; the id where there is none.
  public var names: [String]

  /// Zones of a placed layer; nil where their system has no way to longitude and latitude.
  public init?(zones layer: PlacedLayer) {
    guard let polygons = layer.inDegrees else { return nil }
    let features = FeatureNames(layer.layer, field: .zoneID)
    let reader = ZoneReader(names: layer.layer.attributes.names)
    var ignored: [Finding] = []
    self.polygons = polygons
    ids = (0..<layer.count).map { features[$0] }
    names = (0..<layer.count).map { zone in
      reader.record(in: layer.layer.attributes, row: zone, findings: &ignored).name
        ?? features[zone]
    }
  }

  /// Buildings of a placed layer; nil where their system has no way to longitude and latitude.
  public init?(buildings layer: PlacedLayer) {
    guard let polygons = layer.inDegrees else { return nil }
    self.polygons = polygons
    (ids, names) = ([], [])
  }

  /// Reads and places a layer of zones or buildings. A file that names no system is taken to be in
  /// that of the parcels, as in the audit.
  ///
  /// - Returns: the layer, and whether it is the file that the audit read; nil in its place where
  ///   its system has no way to longitude and latitude.
  public static func open(
    _ path: String, role: Role, for book: AuditBook
  ) throws(AuditError) -> (layer: ReportLayer?, isThatOfTheAudit: Bool) {
    let features: FeatureLayer
    let digest: String
    do throws(FormatError) {
      let file = try InputFile(path)
      digest = file.source?.sha256() ?? ""
      features = try file.layer(role == .zones ? .zones : .buildings, OpeningOptions())
    } catch { throw .format(error) }
    let system = try? CoordinateSystem(name: book.manifest.crs)
    let fallback = system.flatMap { $0.isGeographic ? nil : $0 }
    let placed: PlacedLayer
    do throws(SurveyError) {
      placed = try PlacedLayer(
        features, system: nil, swapAxes: false, fallback: fallback,
        subject: role == .zones ? .zone : .building
      ) { "#\($0)" }
    } catch { throw .survey(error) }
    let layer =
      role == .zones ? ReportLayer(zones: placed) : ReportLayer(buildings: placed)
    return (layer, book.manifest.input(role.rawValue)?.sha256 == digest)
  }

  /// What a layer is for; the roles of the manifest.
  public enum Role: String, Sendable {
    /// Development zones.
    case zones
    /// Buildings.
    case buildings
  }
}
