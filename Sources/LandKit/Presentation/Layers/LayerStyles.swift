import LandDocuments
import LandGeoPackage
import LandIdleLand

/// The styles of an audit's layers, for QGIS and as Styled Layer Descriptor.
struct LayerStyles {
  let language: Document.Language
  let layers: [GeoPackageLayer]

  /// One style for each layer that is drawn.
  var all: [GeoPackageStyle] { layers.compactMap { style(of: $0) } }

  private func style(of layer: GeoPackageLayer) -> GeoPackageStyle? {
    guard layer.table.shape != nil else { return nil }
    switch layer.name {
    case "parcels":
      let classes = ReportState.allCases.map {
        LayerClass(value: $0.state.rawValue, label: language($0.state.label), symbol: .area($0))
      }
      return style(
        layer, name: language("闲置状态", "idle state"), by: "idle_state", classes,
        label: LayerLabel(field: "parcel_id", size: 7, smallestScale: 2_500))
    case "zones":
      return style(
        layer, name: language("开发区界线", "zone boundary"), by: nil,
        [LayerClass(value: "", label: layer.title, symbol: .boundary)],
        label: LayerLabel(
          field: "coalesce(\"zone_name\", \"zone_id\")", size: 10, smallestScale: nil))
    case "finding_points":
      let classes = ["error", "warning", "info"].map {
        LayerClass(
          value: $0, label: language(BookWords.label($0, of: "severity")),
          symbol: .marker(SeverityLook.of($0)))
      }
      return style(
        layer, name: language("问题级别", "severity"), by: "severity", classes, label: nil)
    default: return nil
    }
  }

  private func style(
    _ layer: GeoPackageLayer, name: String, by field: String?, _ classes: [LayerClass],
    label: LayerLabel?
  ) -> GeoPackageStyle {
    let aliases = layer.columns.map { ($0.name, BookHeading.of($0.name).text(language)) }
    return GeoPackageStyle(
      layer: layer.name, name: name, summary: "landctl",
      qml: QMLStyle(field: field, classes: classes, label: label, aliases: aliases).text(),
      sld: SLDStyle(layer: layer.name, title: name, field: field, classes: classes).text())
  }
}

/// A class of a layer: a value of its field, how it is called and drawn.
struct LayerClass {
  /// The value of the field.
  var value: String
  /// What the legend says.
  var label: String
  /// How it is drawn.
  var symbol: LayerSymbol
}

/// How a feature is drawn.
enum LayerSymbol {
  /// A surface by the state of its parcel.
  case area(ReportState)
  /// A chain line around nothing.
  case boundary
  /// A sign at a point.
  case marker(SeverityLook)
}

/// A text beside each feature.
struct LayerLabel {
  /// A field, or an expression of QGIS.
  var field: String
  /// Points.
  var size: Int
  /// Drawn at this scale and larger ones only; a limit of ours that keeps the map readable.
  var smallestScale: Int?
}
