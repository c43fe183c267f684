import LandGeoPackage
import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

extension BoundarySurvey {
  /// The blocks as polygons in CGCS2000 longitude and latitude, in order, as they are listed.
  public var polygons: PolygonColumns<Geographic> {
    var columns = PolygonColumns<Geographic>()
    for block in blocks {
      for part in block.parts {
        columns.appendPolygon(
          part.rings.map { ring in
            (ring.points + ring.points.prefix(1)).map {
              Coordinate(x: $0.longitude, y: $0.latitude)
            }
          })
      }
      columns.endFeature()
    }
    return columns
  }

  /// Blocks and points as one GeoJSON collection; `kind` is `block` or `point`.
  public func geoJSON(name: String) -> [UInt8] {
    var text = GroundGeoJSON(name: name)
    let polygons = polygons
    for (index, block) in blocks.enumerated() {
      var properties = JSONObject()
      properties.set("kind", .code("block"))
      properties.set("block_id", .code(block.subject.id))
      properties.set("block_name", .text(orEmpty: block.subject.name))
      properties.set("zone", .integer(block.zone))
      properties.set("points", .integer(block.points.count))
      properties.set("planar_area_m2", .number(block.planarArea, 2))
      properties.set("ellipsoidal_area_m2", .number(block.ellipsoidalArea, 2))
      properties.set("perimeter_m", .number(block.perimeter, 3))
      text.append(index, of: polygons, properties: properties)
    }
    for entry in entries {
      var properties = JSONObject()
      properties.set("kind", .code("point"))
      properties.set("block_id", .code(entry.block.subject.id))
      properties.set("part", .integer(entry.part.number))
      properties.set("ring", .integer(entry.ring.number))
      properties.set("point", .code(entry.point.name))
      properties.set("x_north_m", .number(entry.point.north, 3))
      properties.set("y_east_m", .number(entry.point.east, 3))
      properties.set("side_m", .number(entry.point.side, 3))
      text.append(
        point: Coordinate(x: entry.point.longitude, y: entry.point.latitude),
        properties: properties)
    }
    return text.text()
  }

  /// The layers `blocks` and `points` in CGCS2000 longitude and latitude. Numbers are not rounded.
  public func geoPackageLayers() throws(ProjectionError) -> [GeoPackageLayer] {
    let system = try SpatialReference(epsg: 4490)
    return [
      GeoPackageLayer(
        name: "blocks", title: "地块 Blocks", reference: system, geometry: .geographic(polygons),
        columns: [
          GeoPackageColumn("block_id", .text), GeoPackageColumn("block_name", .text),
          GeoPackageColumn("zone", .integer), GeoPackageColumn("points", .integer),
          GeoPackageColumn("planar_area_m2", .real),
          GeoPackageColumn("ellipsoidal_area_m2", .real), GeoPackageColumn("perimeter_m", .real),
        ],
        rows: blocks.map { block in
          [
            .text(block.subject.id),
            block.subject.name.isEmpty ? .null : .text(block.subject.name),
            .integer(block.zone), .integer(block.points.count), .real(block.planarArea),
            block.ellipsoidalArea.map { .real($0) } ?? .null, .real(block.perimeter),
          ]
        }),
      GeoPackageLayer(
        name: "points", title: "界址点 Boundary points", reference: system,
        geometry: .points(
          entries.map { Coordinate(x: $0.point.longitude, y: $0.point.latitude) }),
        columns: [
          GeoPackageColumn("block_id", .text), GeoPackageColumn("part", .integer),
          GeoPackageColumn("ring", .integer), GeoPackageColumn("point", .text),
          GeoPackageColumn("number", .integer), GeoPackageColumn("x_north_m", .real),
          GeoPackageColumn("y_east_m", .real), GeoPackageColumn("side_m", .real),
        ],
        rows: entries.map { entry in
          [
            .text(entry.block.subject.id), .integer(entry.part.number),
            .integer(entry.ring.number), .text(entry.point.name), .integer(entry.point.number),
            .real(entry.point.north), .real(entry.point.east), .real(entry.point.side),
          ]
        }),
    ]
  }

  /// The blocks as exchange files, one for each three-degree zone, in the order of the zones.
  ///
  /// A record has one outer ring, so a block of several parts is a record each, `DK01-1`, `DK01-2`,
  /// with its own plane area. Points keep their numbers of the block, so that file and table name a
  /// point alike.
  public func exchangeTexts(
    producer: String, day: String, precision: ExchangeText.Precision = .millimetre
  ) -> [ExchangeText] {
    Dictionary(grouping: blocks, by: \.zone).sorted { $0.key < $1.key }.map { zone, blocks in
      ExchangeText(
        producer: producer, day: day, zone: zone, precision: precision,
        records: blocks.flatMap { block in
          block.parts.map { part in
            ExchangeText.Record(
              id: block.id(of: part), name: block.subject.name, use: block.subject.use,
              landClass: block.subject.landClass, area: part.planarArea,
              rings: part.rings.map { ring in
                ring.points.map {
                  ExchangeText.Point(number: $0.number, north: $0.north, east: $0.east)
                }
              })
          }
        })
    }
  }

  private typealias Entry = (
    block: BlockBoundary, part: BoundaryPart, ring: BoundaryRing, point: BoundaryPoint
  )

  /// Every point with where it belongs.
  private var entries: [Entry] {
    blocks.flatMap { block in
      block.parts.flatMap { part in
        part.rings.flatMap { ring in ring.points.map { (block, part, ring, $0) } }
      }
    }
  }
}
