import LandDocuments
import LandGeoPackage
import LandGeometry
import LandOutput
import LandProjection

/// An audit as a GeoPackage for desktop GIS: parcels and zones with their figures, findings that
/// have a place as points, other findings, contracts and overlaps as tables, and the styles that
/// QGIS draws them by. It holds what the audit's files hold and measures nothing.
///
/// Columns keep their stable names; the styles bring names in the language chosen. The same audit
/// gives the same bytes with the same SQLite and PROJ.
public struct AuditLayers: Sendable {
  /// The name of the file in an audit's folder.
  public static let name = "audit.gpkg"

  private let book: AuditBook
  private let zones: ZoneOutlines?
  private let language: Document.Language

  /// The layers of an audit.
  ///
  /// - Parameter zones: boundaries of the zones; without them zones are a table.
  public init(_ book: AuditBook, zones: ZoneOutlines? = nil, language: Document.Language) {
    self.book = book
    self.zones = zones
    self.language = language
  }

  /// Writes the file beside its place; the caller publishes it together with the audit's others.
  ///
  /// - Throws: ``GeoPackageError`` where the place cannot be written to.
  public func finished(at path: String) throws(GeoPackageError) -> FinishedFile {
    let reference: SpatialReference
    do throws(ProjectionError) { reference = try SpatialReference(epsg: 4490) } catch {
      throw GeoPackageError(.output, path: path, message: error.message, remedy: error.remedy)
    }
    let layers = [
      parcels(reference), zoneLayer(reference), findingPoints(reference), findingTable(),
      table("contracts", language("合同", "contracts"), book.contracts),
      table("overlaps", language("重叠", "overlaps"), book.overlaps),
    ]
    let styles = LayerStyles(language: language, layers: layers).all
    return try GeoPackage(day: book.manifest.asOf, layers: layers, styles: styles)
      .finished(at: path)
  }

  private func parcels(_ reference: SpatialReference) -> GeoPackageLayer {
    layer(
      "parcels", language("宗地", "parcels"), book.parcels, reference,
      book.shapes.map { .geographic($0) } ?? .none)
  }

  private func zoneLayer(_ reference: SpatialReference) -> GeoPackageLayer {
    let id = book.zones["zone_id"]
    let wanted = (0..<book.zones.count).map { id.text($0) }
    return layer(
      "zones", language("开发区", "zones"), book.zones, reference,
      zones.map { .geographic($0.arranged(as: wanted)) } ?? .none)
  }

  /// Rows of findings whose place is in longitude and latitude, and all others.
  private var placed: (points: [(row: Int, place: Coordinate)], others: [Int]) {
    let (x, y, crs) = (book.findings["x"], book.findings["y"], book.findings["crs"])
    var geographic: [String: Bool] = [:]
    var (points, others): ([(Int, Coordinate)], [Int]) = ([], [])
    for row in 0..<book.findings.count {
      guard let system = crs.text(row), let east = x.number(row), let north = y.number(row) else {
        others.append(row)
        continue
      }
      let known =
        geographic[system] ?? ((try? CoordinateSystem(name: system))?.isGeographic == true)
      geographic[system] = known
      if known { points.append((row, Coordinate(x: east, y: north))) } else { others.append(row) }
    }
    return (points, others)
  }

  private func findingPoints(_ reference: SpatialReference) -> GeoPackageLayer {
    let points = placed.points
    return selected(
      "finding_points", language("问题(有位置)", "findings with a place"), points.map(\.row),
      reference, .points(points.map(\.place)))
  }

  private func findingTable() -> GeoPackageLayer {
    selected(
      "findings", language("问题(其他)", "findings without a place"), placed.others,
      .undefinedGeographic, .none)
  }

  /// Some rows of the findings, with what each code means.
  private func selected(
    _ name: String, _ title: String, _ rows: [Int], _ reference: SpatialReference,
    _ geometry: GeoPackageGeometry
  ) -> GeoPackageLayer {
    let columns = LayerColumns(book.findings)
    let code = book.findings["code"]
    let texts = FindingLabels(language)
    return GeoPackageLayer(
      name: name, title: title, reference: reference, geometry: geometry,
      columns: columns.columns + [GeoPackageColumn("title", .text)],
      source: .init(count: rows.count) { index in
        let row = rows[index]
        var title = GeoPackageValue.null
        if case .text(let text) = texts.title(code.text(row)).value { title = .text(text) }
        return columns.row(row) + [title]
      })
  }

  private func table(_ name: String, _ title: String, _ table: BookTable) -> GeoPackageLayer {
    layer(name, title, table, .undefinedGeographic, .none)
  }

  private func layer(
    _ name: String, _ title: String, _ table: BookTable, _ reference: SpatialReference,
    _ geometry: GeoPackageGeometry
  ) -> GeoPackageLayer {
    let columns = LayerColumns(table)
    return GeoPackageLayer(
      name: name, title: title, reference: reference, geometry: geometry,
      columns: columns.columns, source: .init(count: table.count) { columns.row($0) })
  }
}
