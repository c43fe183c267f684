import LandCadastre
import LandGeometry
import LandLayers
import LandTopology

/// The scope of a zone on its plane, and other layers brought to the same plane: what accounts of
/// changes, layouts and neighbours start from.
public struct ZoneGround: Sendable {
  /// The plane that everything is on.
  public let plane: SupplyPlane
  /// The scope in force, all blocks together.
  public let scope: Region<Plane>
  /// Its file.
  public var file: String { blocks.file }
  let layer: PlacedLayer
  let blocks: ScopeGround
  let options: SupplyOptions

  /// Measures a scope.
  ///
  /// - Throws: ``SupplyError`` where a feature is no valid polygon or blocks cannot be united.
  public init(
    scope: PlacedLayer, options: SupplyOptions = SupplyOptions()
  ) throws(SupplyError) {
    let measured = try ScopeGround.measured(scope, options.survey)
    plane = SupplyPlane(of: measured, system: scope.system)
    blocks = ScopeGround(scope, measured, plane)
    self.scope = try blocks.union()
    self.options = options
    layer = scope
  }

  /// Features that become a legal boundary, measured as strictly as the scope.
  func boundary(_ other: PlacedLayer) throws(SupplyError) -> ScopeGround {
    let placed = try converted(other)
    return ScopeGround(placed, try ScopeGround.measured(placed, options.survey), plane)
  }

  /// The features of another layer; those that are no valid polygons stay unworkable.
  func ground(_ name: String, _ other: PlacedLayer) throws(SupplyError) -> SupplyGround {
    let placed = try converted(other)
    let names = FeatureNames(placed.layer, field: .zoneID)
    let measured = LayerMeasurer(
      placed, options: options.survey, subject: .zone, wantsEllipsoid: false,
      identify: { names[$0] }
    ).measureAll()
    return SupplyGround(name, measured, file: placed.layer.file, meridian: plane.meridian)
  }

  private func converted(_ other: PlacedLayer) throws(SupplyError) -> PlacedLayer {
    do throws(SurveyError) { return try other.converted(toSpaceOf: layer) } catch {
      throw .survey(error)
    }
  }
}
