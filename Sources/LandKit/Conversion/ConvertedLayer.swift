import LandCadastre
import LandForeign
import LandGeometry
import LandLayers
import LandProjection
import LandSurvey

/// A layer on its way from one format to another.
public struct ConvertedLayer: Sendable {
  /// Attributes, states and issues as read.
  public let layer: FeatureLayer
  /// The polygons.
  public let geometry: PlacedGeometry
  /// Their system; nil where nobody says it, and the numbers are kept as they are.
  public let system: CoordinateSystem?
  /// The columns with their types.
  public let columns: [ColumnProfile]

  /// Takes a layer as it is, or to another system.
  ///
  /// - Parameters:
  ///   - system: the system it is in, where it is not the one that the file names.
  ///   - target: the system it is taken to; its own where nil.
  /// - Throws: `SurveyError` where its coordinates cannot be in the system, or the way to the other
  ///   one needs a datum shift.
  public init(
    _ read: FeatureLayer, system: CoordinateSystem?, swapAxes: Bool,
    to target: CoordinateSystem?
  ) throws(SurveyError) {
    var layer = read
    columns = ColumnProfile.all(layer.attributes)
    let file = layer.file
    if system == nil, layer.declaredCRS == nil, !Self.isNamedByFormat(layer) {
      if let target {
        throw .projection(
          file,
          ProjectionError(
            message: Bilingual(
              zh: "文件未注明坐标系,无法转换到 \(target.name)",
              en: "the file names no coordinate system, so it cannot be taken to \(target.name)"),
            remedy: Bilingual(zh: "请用 --crs 指明原坐标系", en: "name it with --crs")))
      }
      if swapAxes { layer.geometry.swapAxes() }
      let columns = layer.geometry
      geometry =
        Self.looksGeographic(columns)
        ? .geographic(columns.placed(in: Geographic.self)) : .plane(columns.placed(in: Plane.self))
      self.system = nil
      self.layer = layer
      return
    }
    let names = FeatureNames(layer, field: .parcelID)
    let placed = try PlacedLayer(
      layer, system: system, swapAxes: swapAxes, subject: .parcel, id: { names[$0] })
    let moved =
      if let target { try placed.converted(to: target) } else { placed }
    self.layer = moved.layer
    geometry = moved.geometry
    self.system = moved.system
  }

  /// Whether a file that names no system is in one all the same: GeoJSON in longitude and latitude
  /// (RFC 7946).
  private static func isNamedByFormat(_ layer: FeatureLayer) -> Bool {
    layer.format.hasPrefix("GeoJSON") && looksGeographic(layer.geometry)
  }

  private static func looksGeographic(_ columns: PolygonColumns<Unplaced>) -> Bool {
    for index in 0..<columns.vertexCount
    where columns.x[index].magnitude > 180 || columns.y[index].magnitude > 90 { return false }
    return true
  }

  /// The polygons, whatever space they are in: x east or longitude, y north or latitude.
  var shapes: PolygonColumns<Unplaced> {
    switch geometry {
    case .geographic(let columns): columns.placed(in: Unplaced.self)
    case .plane(let columns): columns.placed(in: Unplaced.self)
    }
  }

  /// How many features have no polygon that could be written.
  var withoutPolygon: Int { layer.state.filter { $0 != .polygon }.count }

  /// What every format loses of features that are no polygons, or that could not be read.
  var commonLosses: [Bilingual] {
    var losses: [Bilingual] = []
    let names: [(GeometryState, Bilingual)] = [
      (.otherType, Bilingual(zh: "不是面(点、线、曲线等)", en: "no polygons (points, lines, curves)")),
      (.unreadable, Bilingual(zh: "图形无法读取", en: "unreadable")),
      (.tooFewPoints, Bilingual(zh: "点数不足", en: "rings with too few points")),
    ]
    for (state, name) in names {
      let count = layer.state.filter { $0 == state }.count
      if count > 0 {
        losses.append(
          Bilingual(
            zh: "\(count) 个要素的图形未写出:\(name.zh)",
            en: "the shapes of \(count) features are not written: \(name.en)"))
      }
    }
    if layer.heightsDropped > 0 {
      losses.append(
        Bilingual(
          zh: "\(layer.heightsDropped) 个要素的高程或度量值未写出",
          en: "heights or measures of \(layer.heightsDropped) features are not written"))
    }
    return losses
  }
}
