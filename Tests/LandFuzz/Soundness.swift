import LandCadastre
import LandGeometry
import LandLayers

extension FuzzTarget {
  /// What reading came to, for comparing: the layer, looked through whole, or the error.
  static func outcome(_ read: () throws(FormatError) -> FeatureLayer) -> Outcome {
    do throws(FormatError) {
      let layer = try read()
      check(layer)
      return Outcome(layer)
    } catch {
      check(error)
      return .refused(error)
    }
  }

  /// What a layer says must fit together, and every cell can be read.
  static func check(_ layer: FeatureLayer) {
    let count = layer.featureCount
    precondition(layer.geometry.featureCount == count, "shapes and states differ in number")
    precondition(layer.attributes.rowCount == count, "rows and states differ in number")
    for issue in layer.issues {
      precondition((0..<count).contains(issue.feature) || issue.feature == 0, "an issue of nobody")
    }
    for feature in 0..<count {
      precondition(
        layer.state[feature] != .polygon || !layer.geometry.vertices(ofFeature: feature).isEmpty,
        "a polygon without vertices")
      for vertex in layer.geometry.vertices(ofFeature: feature) {
        precondition(layer.geometry.x[vertex].isFinite && layer.geometry.y[vertex].isFinite)
      }
      _ = layer.identifier(of: feature)
    }
    measure(layer.geometry)
    records(layer.attributes)
  }

  /// The same for a table; its rows are read as what they may be.
  static func check(_ table: CSVTable, _ role: Field.Role) {
    for issue in table.issues {
      precondition(issue.row.map { $0 < table.attributes.rowCount } ?? true, "an issue of no row")
    }
    if role == .enterprises {
      _ = EnterpriseBook(reading: table.attributes)
    } else {
      let contracts = ContractBook(reading: table.attributes)
      for index in contracts.indices { _ = contracts.contract(at: index) }
    }
    for row in 0..<table.attributes.rowCount {
      for column in table.attributes.names.indices {
        _ = table.attributes.value(row: row, column: column).text
      }
    }
  }

  /// A person must be told what to do.
  static func check(_ error: FormatError) {
    precondition(!error.message.zh.isEmpty && !error.message.en.isEmpty, "an error without words")
    precondition(!error.remedy.zh.isEmpty && !error.remedy.en.isEmpty, "an error without remedy")
  }

  /// Of a file written by hand the message says what is expected.
  static func check(_ error: YAMLError) {
    precondition(!error.message.zh.isEmpty && !error.message.en.isEmpty, "an error without words")
    precondition(error.line > 0 && error.column > 0, "an error without a place")
  }

  private static func records(_ rows: AttributeTable) {
    let parcels = ParcelReader(names: rows.names)
    let buildings = BuildingReader(names: rows.names)
    for row in 0..<rows.rowCount {
      var findings: [Finding] = []
      _ = parcels.record(in: rows, row: row, findings: &findings)
      _ = buildings.record(in: rows, row: row, findings: &findings)
      for column in rows.names.indices { _ = rows.value(row: row, column: column).text }
    }
  }

  /// What an audit asks of every ring before it trusts it.
  private static func measure(_ geometry: PolygonColumns<Unplaced>) {
    var columns = geometry.placed(in: Plane.self)
    for feature in 0..<columns.featureCount {
      _ = columns.envelope(of: feature)
      _ = columns.planarArea(of: feature)
      _ = columns.isCertainlyValid(feature: feature)
      _ = columns.orientInteriorLeft(feature: feature)
    }
  }
}

/// What reading came to.
enum Outcome: Equatable {
  case refused(FormatError)
  case layer(Layer)

  /// A layer as far as two readings of the same bytes must agree.
  struct Layer: Equatable {
    var states: [GeometryState]
    var x: [UInt64]
    var y: [UInt64]
    var rings: [UInt32]
    var names: [[UInt8]]
    var cells: [String?]
    var issues: [FeatureIssue]
  }

  init(_ layer: FeatureLayer) {
    let table = layer.attributes
    self = .layer(
      Layer(
        states: layer.state, x: layer.geometry.x.map(\.bitPattern),
        y: layer.geometry.y.map(\.bitPattern), rings: layer.geometry.ringStart,
        names: table.names.map { Array($0.utf8) },
        cells: (0..<table.rowCount).flatMap { row in
          table.names.indices.map { table.value(row: row, column: $0).text }
        }, issues: layer.issues))
  }
}
