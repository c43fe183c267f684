import LandGeometry
import LandLayers
import LandProjection

/// Rows as CSV: UTF-8 with a byte order mark, which spreadsheets need; the shape of a layer as WKT
/// in a column of its own.
struct DelimitedExport {
  let table: AttributeTable
  /// The polygons, for a layer.
  let shapes: PolygonColumns<Unplaced>?
  let system: CoordinateSystem?

  /// Names that a reader would take for the geometry.
  private static let geometryName = "wkt"

  /// How many texts a spreadsheet would have taken for formulas.
  private var guarded: Int {
    var count = 0
    for row in 0..<table.rowCount {
      for column in table.names.indices {
        if let text = table.value(row: row, column: column).text, Self.isFormula(text) {
          count += 1
        }
      }
    }
    return count
  }

  /// A text that starts like a formula and is no number.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return false }
    return Double(text) == nil
  }

  /// The names of the columns; one that is called like the geometry gets another name.
  private var names: [String] {
    guard shapes != nil else { return table.names }
    return table.names.map { $0.lowercased() == Self.geometryName ? $0 + "_1" : $0 }
  }

  func write(_ sink: ([UInt8]) throws -> Void) throws {
    var bytes = CSVFieldText.byteOrderMark
    let names = self.names
    for (column, name) in names.enumerated() {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      CSVFieldText.append(name, neutralised: Self.isFormula(name), to: &bytes)
    }
    if shapes != nil {
      if !names.isEmpty { bytes.append(UInt8(ascii: ",")) }
      bytes += Self.geometryName.utf8
    }
    CSVFieldText.endRow(&bytes)
    for row in 0..<table.rowCount {
      for column in names.indices {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        guard let text = table.value(row: row, column: column).text else { continue }
        CSVFieldText.append(text, neutralised: Self.isFormula(text), to: &bytes)
      }
      if let shapes {
        if !names.isEmpty { bytes.append(UInt8(ascii: ",")) }
        if !shapes.polygons(of: row).isEmpty {
          bytes.append(UInt8(ascii: "\""))
          WKTText.append(row, of: shapes, to: &bytes)
          bytes.append(UInt8(ascii: "\""))
        }
      }
      CSVFieldText.endRow(&bytes)
      if bytes.count > 1 << 18 {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink(bytes)
  }

  var losses: [Bilingual] {
    var losses: [Bilingual] = []
    if let system { losses.append(.unnamedSystem(system)) }
    for (old, new) in zip(table.names, names) where old != new {
      losses.append(Bilingual(zh: "列 \(old) 改名为 \(new)", en: "the column \(old) is called \(new)"))
    }
    let count = guarded
    if count > 0 {
      losses.append(
        Bilingual(
          zh: "\(count) 个单元格以公式符号开头,前面加了撇号",
          en: "\(count) cells start like formulas and got an apostrophe in front"))
    }
    if table.syntax == .json, table.rowCount > 0 {
      losses.append(
        Bilingual(
          zh: "CSV 不区分空文本与空值,也不保留数字与文本之分",
          en: "CSV does not tell empty texts from nulls, nor numbers from texts"))
    }
    return losses
  }
}

/// Shapes as WKT, one a line.
struct WKTExport {
  let source: ConvertedLayer

  func write(_ sink: ([UInt8]) throws -> Void) throws {
    let shapes = source.shapes
    var bytes: [UInt8] = []
    for feature in 0..<source.layer.featureCount {
      if shapes.polygons(of: feature).isEmpty {
        bytes += "POLYGON EMPTY".utf8
      } else {
        WKTText.append(feature, of: shapes, to: &bytes)
      }
      bytes.append(0x0A)
      if bytes.count > 1 << 18 {
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink(bytes)
  }

  var losses: [Bilingual] {
    var losses: [Bilingual] = []
    if let system = source.system { losses.append(.unnamedSystem(system)) }
    let names = source.columns.map(\.name)
    if !names.isEmpty {
      losses.append(
        Bilingual(
          zh: "WKT 没有属性,\(names.count) 列未写出:\(names.joined(separator: "、"))",
          en: "WKT has no attributes; \(names.count) columns are not written: "
            + names.joined(separator: ", ")))
    }
    return losses
  }
}

/// Well-known text of polygons.
enum WKTText {
  static func append(
    _ feature: Int, of shapes: borrowing PolygonColumns<Unplaced>, to bytes: inout [UInt8]
  ) {
    let polygons = shapes.polygons(of: feature)
    let isMulti = polygons.count > 1
    bytes += (isMulti ? "MULTIPOLYGON (" : "POLYGON ").utf8
    for polygon in polygons {
      if polygon > polygons.lowerBound { bytes += ", ".utf8 }
      bytes.append(UInt8(ascii: "("))
      let rings = shapes.rings(of: polygon)
      for ring in rings {
        if ring > rings.lowerBound { bytes += ", ".utf8 }
        bytes.append(UInt8(ascii: "("))
        let vertices = shapes.vertices(of: ring)
        for vertex in vertices {
          if vertex > vertices.lowerBound { bytes += ", ".utf8 }
          bytes += "\(shapes.x[vertex]) \(shapes.y[vertex])".utf8
        }
        bytes.append(UInt8(ascii: ")"))
      }
      bytes.append(UInt8(ascii: ")"))
    }
    if isMulti { bytes.append(UInt8(ascii: ")")) }
  }
}
