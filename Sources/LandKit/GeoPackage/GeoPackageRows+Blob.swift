import Foundation
import GRDB
import LandGeometry

extension GeoPackageLayer {
  /// The geometry of a row as a blob, with its box; nil where it has none.
  func blob(_ row: Int, shape: GeoPackageTable.Shape) -> (Data?, Envelope) {
    let isMulti = shape == .multiPolygon
    switch geometry {
    case .none: return (nil, .empty)
    case .points(let points):
      guard let point = points[row], point.x.isFinite, point.y.isFinite else {
        return (nil, .empty)
      }
      var box = Envelope.empty
      box.include(x: point.x, y: point.y)
      return (Data(GeometryBlob.point(point, reference: reference.id)), box)
    case .geographic(let columns):
      return (
        GeometryBlob.feature(row, of: columns, isMulti: isMulti, reference: reference.id).map {
          Data($0)
        }, columns.envelope(of: row)
      )
    case .plane(let columns):
      return (
        GeometryBlob.feature(row, of: columns, isMulti: isMulti, reference: reference.id).map {
          Data($0)
        }, columns.envelope(of: row)
      )
    }
  }
}

extension GeoPackageValue {
  /// Whether a column of a type may hold the value.
  func fits(_ kind: GeoPackageColumn.Kind) -> Bool {
    switch (self, kind) {
    case (.null, _), (.text, .text), (.integer, .integer), (.real, .real), (.truth, .truth),
      (.day, .day):
      true
    default: false
    }
  }

  /// The value as SQLite keeps it.
  public var databaseValue: (any DatabaseValueConvertible)? {
    switch self {
    case .text(let text): text
    case .integer(let number): number
    case .real(let number): number.isFinite ? number : nil
    case .truth(let truth): truth
    case .day(let day): GeoPackageSchema.iso(day)
    case .null: nil
    }
  }
}
