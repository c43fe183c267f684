import LandDocuments

/// A style as Styled Layer Descriptor 1.1 with Symbology Encoding (OGC 05-078r4, 05-077r4). Hatches
/// are marks by the names that GeoServer made common (`shape://slash`).
struct SLDStyle {
  let layer: String
  let title: String
  let field: String?
  let classes: [LayerClass]

  /// The document.
  func text() -> String {
    var xml = XMLWriter()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.open(
      "StyledLayerDescriptor",
      [
        ("version", "1.1.0"), ("xmlns", "http://www.opengis.net/sld"),
        ("xmlns:se", "http://www.opengis.net/se"), ("xmlns:ogc", "http://www.opengis.net/ogc"),
      ])
    xml.open("NamedLayer")
    xml.leaf("se:Name", layer)
    xml.open("UserStyle")
    xml.leaf("se:Name", title)
    xml.open("se:FeatureTypeStyle")
    for item in classes { rule(item, &xml) }
    xml.close("se:FeatureTypeStyle")
    xml.close("UserStyle")
    xml.close("NamedLayer")
    xml.close("StyledLayerDescriptor")
    return xml.text
  }

  private func rule(_ item: LayerClass, _ xml: inout XMLWriter) {
    xml.open("se:Rule")
    xml.leaf("se:Name", item.label)
    if let field {
      xml.open("ogc:Filter")
      xml.open("ogc:PropertyIsEqualTo")
      xml.leaf("ogc:PropertyName", field)
      xml.leaf("ogc:Literal", item.value)
      xml.close("ogc:PropertyIsEqualTo")
      xml.close("ogc:Filter")
    }
    symbol(item.symbol, &xml)
    xml.close("se:Rule")
  }

  private func symbol(_ symbol: LayerSymbol, _ xml: inout XMLWriter) {
    switch symbol {
    case .area(let look):
      xml.open("se:PolygonSymbolizer")
      fill(look.colour.rawValue, opacity: look.colour == .white ? "1" : "0.92", &xml)
      stroke("#333333", width: "0.7", &xml)
      xml.close("se:PolygonSymbolizer")
      if let mark = look.hatch?.mark {
        xml.open("se:PolygonSymbolizer")
        xml.open("se:Fill")
        xml.open("se:GraphicFill")
        graphic(mark, size: "7", &xml) { stroke("#333333", width: "0.6", &$0) }
        xml.close("se:GraphicFill")
        xml.close("se:Fill")
        xml.close("se:PolygonSymbolizer")
      }
    case .boundary:
      xml.open("se:LineSymbolizer")
      stroke("#000000", width: "2", dashes: "21 5 3 5", &xml)
      xml.close("se:LineSymbolizer")
    case .marker(let look):
      xml.open("se:PointSymbolizer")
      graphic(look.shape, size: "9", &xml) { xml in
        fill(look.colour.rawValue, opacity: "1", &xml)
        stroke("#333333", width: "0.7", &xml)
      }
      xml.close("se:PointSymbolizer")
    }
  }

  private func graphic(
    _ mark: String, size: String, _ xml: inout XMLWriter, ink: (inout XMLWriter) -> Void
  ) {
    xml.open("se:Graphic")
    xml.open("se:Mark")
    xml.leaf("se:WellKnownName", mark)
    ink(&xml)
    xml.close("se:Mark")
    xml.leaf("se:Size", size)
    xml.close("se:Graphic")
  }

  private func fill(_ colour: String, opacity: String, _ xml: inout XMLWriter) {
    xml.open("se:Fill")
    xml.leaf("se:SvgParameter", colour, [("name", "fill")])
    xml.leaf("se:SvgParameter", opacity, [("name", "fill-opacity")])
    xml.close("se:Fill")
  }

  private func stroke(
    _ colour: String, width: String, dashes: String? = nil, _ xml: inout XMLWriter
  ) {
    xml.open("se:Stroke")
    xml.leaf("se:SvgParameter", colour, [("name", "stroke")])
    xml.leaf("se:SvgParameter", width, [("name", "stroke-width")])
    if let dashes { xml.leaf("se:SvgParameter", dashes, [("name", "stroke-dasharray")]) }
    xml.close("se:Stroke")
  }
}

extension MapHatch {
  /// The mark that repeats over a surface.
  fileprivate var mark: String {
    switch self {
    case .forward: "shape://slash"
    case .backward: "shape://backslash"
    case .cross: "shape://times"
    case .horizontal: "shape://horline"
    case .vertical: "shape://vertline"
    case .dots: "shape://dot"
    }
  }
}
