import LandDocuments

/// A symbol of QGIS with its layers, from the ground up.
struct QMLSymbol {
  let name: String
  let symbol: LayerSymbol

  /// Lines of hatches and borders, dark grey; millimetres on paper, ours.
  private static let ink = "51,51,51,255"
  private static let hatchWidth = "0.18"
  private static let hatchDistance = "1.8"

  func write(to xml: inout XMLWriter) {
    switch symbol {
    case .area(let look):
      open("fill", name, &xml)
      layer(
        "SimpleFill",
        [
          ("color", look.colour.numbers(alpha: look.colour == .white ? 255 : 235)),
          ("style", "solid"), ("outline_color", Self.ink), ("outline_style", "solid"),
          ("outline_width", "0.2"), ("outline_width_unit", "MM"), ("joinstyle", "miter"),
        ], &xml)
      hatch(look.hatch, &xml)
    case .boundary:
      open("fill", name, &xml)
      layer(
        "SimpleLine",
        [
          ("line_color", "0,0,0,255"), ("line_style", "solid"), ("line_width", "0.6"),
          ("line_width_unit", "MM"), ("use_custom_dash", "1"), ("customdash", "6;1.5;0.8;1.5"),
          ("customdash_unit", "MM"), ("capstyle", "flat"), ("joinstyle", "miter"),
        ], &xml)
    case .marker(let look):
      open("marker", name, &xml)
      layer(
        "SimpleMarker",
        [
          ("name", look.shape), ("color", look.colour.numbers(alpha: 255)),
          ("outline_color", Self.ink), ("outline_style", "solid"), ("outline_width", "0.2"),
          ("outline_width_unit", "MM"), ("size", "2.6"), ("size_unit", "MM"),
        ], &xml)
    }
    xml.close("symbol")
  }

  private func hatch(_ hatch: MapHatch?, _ xml: inout XMLWriter) {
    switch hatch {
    case nil: return
    case .forward: lines(45, part: 1, &xml)
    case .backward: lines(135, part: 1, &xml)
    case .horizontal: lines(0, part: 1, &xml)
    case .vertical: lines(90, part: 1, &xml)
    case .cross:
      lines(45, part: 1, &xml)
      lines(135, part: 2, &xml)
    case .dots:
      layer(
        "PointPatternFill",
        [
          ("distance_x", Self.hatchDistance), ("distance_x_unit", "MM"),
          ("distance_y", Self.hatchDistance), ("distance_y_unit", "MM"),
        ], &xml
      ) { xml in
        open("marker", "@\(name)@1", &xml)
        layer(
          "SimpleMarker",
          [
            ("name", "circle"), ("color", Self.ink), ("outline_style", "no"), ("size", "0.6"),
            ("size_unit", "MM"),
          ], &xml)
        xml.close("symbol")
      }
    }
  }

  private func lines(_ angle: Int, part: Int, _ xml: inout XMLWriter) {
    layer(
      "LinePatternFill",
      [
        ("angle", "\(angle)"), ("distance", Self.hatchDistance), ("distance_unit", "MM"),
        ("line_width", Self.hatchWidth), ("line_width_unit", "MM"), ("color", Self.ink),
      ], &xml
    ) { xml in
      open("line", "@\(name)@\(part)", &xml)
      layer(
        "SimpleLine",
        [
          ("line_color", Self.ink), ("line_style", "solid"), ("line_width", Self.hatchWidth),
          ("line_width_unit", "MM"),
        ], &xml)
      xml.close("symbol")
    }
  }

  private func open(_ type: String, _ name: String, _ xml: inout XMLWriter) {
    xml.open(
      "symbol",
      [
        ("type", type), ("name", name), ("alpha", "1"), ("clip_to_extent", "1"),
        ("force_rhr", "0"),
      ])
  }

  private func layer(
    _ kind: String, _ options: [(String, String)], _ xml: inout XMLWriter,
    inner: (inout XMLWriter) -> Void = { _ in }
  ) {
    xml.open("layer", [("class", kind), ("enabled", "1"), ("locked", "0"), ("pass", "0")])
    xml.open("Option", [("type", "Map")])
    for (name, value) in options {
      xml.empty("Option", [("type", "QString"), ("name", name), ("value", value)])
    }
    xml.close("Option")
    inner(&xml)
    xml.close("layer")
  }
}

extension MapColour {
  /// Red, green, blue and opacity as QGIS writes them, `213,94,0,255`.
  fileprivate func numbers(alpha: Int) -> String {
    let value = Int(rawValue.dropFirst(), radix: 16) ?? 0
    return "\(value >> 16),\(value >> 8 & 255),\(value & 255),\(alpha)"
  }
}
