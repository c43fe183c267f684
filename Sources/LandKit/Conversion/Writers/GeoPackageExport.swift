import LandCadastre
import LandGeoPackage
import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

/// A layer, or a table, as GeoPackage.
struct GeoPackageExport {
  let table: AttributeTable
  let columns: [ColumnProfile]
  let geometry: GeoPackageGeometry
  let system: CoordinateSystem?
  /// Name of the table.
  let name: String
  /// Whether names of columns may have letters and digits of ASCII only.
  var asciiOnly = false

  init(_ source: ConvertedLayer, name: String) {
    table = source.layer.attributes
    columns = source.columns
    geometry =
      switch source.geometry {
      case .geographic(let columns): .geographic(columns)
      case .plane(let columns): .plane(columns)
      }
    system = source.system
    self.name = name
  }

  init(_ table: AttributeTable, name: String) {
    self.table = table
    columns = ColumnProfile.all(table)
    geometry = .none
    system = nil
    self.name = name
  }

  /// The layer.
  func layer() throws(ProjectionError) -> GeoPackageLayer {
    let reference: SpatialReference =
      if let system { try SpatialReference(system) } else {
        if case .geographic = geometry { .undefinedGeographic } else { .undefinedPlane }
      }
    let kinds = columns.map(\.kind)
    let table = table
    return GeoPackageLayer(
      name: name, title: name, reference: reference, geometry: geometry,
      columns: zip(names, kinds).map { GeoPackageColumn($0, Self.type($1)) },
      source: GeoPackageLayer.Source(count: table.rowCount) { row in
        kinds.indices.map { Self.value(table.value(row: row, column: $0), kinds[$0]) }
      })
  }

  /// The names of the columns; SQLite tells no small letters from capitals, and two are taken.
  private var names: [String] {
    var taken: Set<String> = [GeoPackageTable.key, GeoPackageTable.geometryColumn]
    let fields = FieldMap(names: columns.map(\.name), role: .parcels)
    return columns.enumerated().map { index, column in
      var stem = column.name.isEmpty ? "column" : column.name
      if asciiOnly, !stem.utf8.allSatisfy(Self.isPlain) {
        // The English name of the field, by which it is known again.
        let field = fields.bindings.first { $0.column == index && $0.unit == nil }?.field
        stem = field?.rawValue ?? "column_\(index + 1)"
      }
      var name = stem
      var number = 0
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(stem)_\(number)"
      }
      return name
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func type(_ kind: ColumnProfile.Kind) -> GeoPackageColumn.Kind {
    switch kind {
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .truth: .truth
    }
  }

  private static func value(_ value: AttributeValue, _ kind: ColumnProfile.Kind)
    -> GeoPackageValue
  {
    switch (value, kind) {
    case (.null, _): .null
    case (.number(_, let literal), .integer): Int(literal).map { .integer($0) } ?? .null
    case (.number(let number, _), .real): .real(number)
    case (.boolean(let truth), .truth): .truth(truth)
    default: value.text.map { .text($0) } ?? .null
    }
  }

  var losses: [Bilingual] {
    var losses: [Bilingual] = []
    if let system, (try? SpatialReference(system)) == .undefinedPlane {
      losses.append(.unnamedSystem(system))
    }
    for (column, name) in zip(columns, names) where column.name != name {
      losses.append(
        Bilingual(
          zh: "列 \(column.name) 改名为 \(name)", en: "the column \(column.name) is called \(name)"))
    }
    return losses
  }
}
