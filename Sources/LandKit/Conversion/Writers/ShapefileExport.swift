import LandCadastre
import LandGeometry
import LandLayers
import LandProjection
import LandShapefile

extension Conversion {
  /// Writes a layer as shapefile.
  func shapefile(_ path: String) throws -> [Bilingual] {
    guard case .layer(let layer) = content else { return [] }
    let table = layer.layer.attributes
    let writer = ShapefileWriter(
      columns: layer.columns.map { ShapefileColumn($0.name, Self.kind($0.kind)) },
      rows: (0..<table.rowCount).map { row in
        table.names.indices.map { Self.value(table.value(row: row, column: $0)) }
      },
      encoding: options.writesGBK ? .gbk : .utf8, projection: try layer.system?.esriText(),
      day: options.day.components)
    var losses = try writer.write(layer.shapes, to: path)
    if let system = layer.system, writer.projection == nil { losses.append(.unnamedSystem(system)) }
    return losses
  }

  private static func kind(_ kind: ColumnProfile.Kind) -> ShapefileColumn.Kind {
    switch kind {
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .truth: .truth
    }
  }

  private static func value(_ value: AttributeValue) -> LayerValue {
    switch value {
    case .null: .null
    case .text(let text), .nested(let text): .text(text)
    case .number(_, let literal): .number(literal: literal)
    case .boolean(let truth): .truth(truth)
    }
  }
}
