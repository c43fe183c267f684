import LandCadastre
import LandGeometry
import LandLayers
import LandTopology

extension ZoneGround {
  /// The layout that a layer of land-use polygons makes within a region: the scope in force, or the
  /// scope after a change.
  ///
  /// - Throws: ``SupplyError`` where the layer needs a datum shift, or an overlay of valid polygons
  ///   fails.
  public func layout(
    _ name: String, _ uses: PlacedLayer, within region: Region<Plane>
  ) throws(SupplyError) -> UseLayout {
    let ground = try ground(name, uses)
    do throws(TopologyError) { return try layout(ground, uses, region) } catch {
      throw .topology(file: ground.file, error)
    }
  }

  private func layout(
    _ ground: SupplyGround, _ uses: PlacedLayer, _ region: Region<Plane>
  ) throws(TopologyError) -> UseLayout {
    let table = uses.layer.attributes
    let columns = UseColumns(names: table.names)
    let context = try GEOSContext()
    var polygons: [UsePolygon] = []
    var workable: [Int] = []
    for feature in 0..<uses.count {
      let code = columns.code(feature, table)
      let use = columns.name(feature, table)
      var polygon = UsePolygon(
        id: columns.id(feature, table) ?? uses.layer.identifier(of: feature) ?? "#\(feature)",
        feature: feature, code: code, name: use)
      polygon.isIndustrial = LandUseWords.isIndustrialOrStorage(code: code, name: use)
      if ground.isWorkable[feature] {
        let own = try context.region(uniting: [feature], in: ground.plane)
        let inside = try context.region(.intersection, own, region).area
        polygon.inside = inside
        polygon.outside = max(0, own.area - inside)
        workable.append(feature)
      }
      polygons.append(polygon)
    }
    var gap: Double?
    var gaps: [Double] = []
    if workable.count == uses.count {
      let covered = try context.region(uniting: workable, in: ground.plane)
      let left = try context.region(.difference, region, covered)
      gap = left.area
      gaps = RemainingGround(left, reading: .r3, sliverArea: options.noiseArea).areas
        .filter { $0 > options.noiseArea }
    }
    return UseLayout(
      file: ground.file, scope: region.area, polygons: polygons,
      overlaps: try overlaps(ground, workable, context), gaps: gaps, gap: gap,
      noiseArea: options.noiseArea)
  }

  private func overlaps(
    _ ground: SupplyGround, _ features: [Int], _ context: borrowing GEOSContext
  ) throws(TopologyError) -> [UseOverlap] {
    var found: [UseOverlap] = []
    for first in features {
      let near = ground.features(near: ground.plane.envelope(of: first)) { $0 > first }
      if near.isEmpty { continue }
      let own = try context.geometry(of: first, in: ground.plane)
      for second in near {
        let other = try context.geometry(of: second, in: ground.plane)
        let area = try context.intersectionArea(own, other).area
        if area > options.noiseArea {
          found.append(UseOverlap(first: first, second: second, area: area))
        }
      }
    }
    return found
  }
}
