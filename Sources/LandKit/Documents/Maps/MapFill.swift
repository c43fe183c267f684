import LandLayers

/// How the style of a layer is written in SVG.
enum MapFill {
  /// Fill and border as attributes.
  static func attributes(_ style: MapStyle) -> String {
    var text = "fill=\"none\""
    if let fill = style.fill {
      let opacity = FixedDecimal.text(min(1, max(0, style.opacity)), 2)
      text = "fill=\"\(fill.rawValue)\" fill-opacity=\"\(opacity)\""
    }
    text += " fill-rule=\"evenodd\""
    guard let stroke = style.stroke else { return text }
    let width = max(1, Int((style.strokeWidth * 100).rounded()))
    text += " stroke=\"\(stroke.rawValue)\" stroke-width=\"\(width)\" stroke-linejoin=\"round\""
    if style.isDashed { text += " stroke-dasharray=\"300 100 50 100\"" }
    return text
  }

  /// Writes the lines of a hatch; nothing where there are none.
  static func paint(_ lines: HatchLines?, of hatch: MapHatch?, into svg: inout SVGText) {
    guard let lines, !lines.path.bytes.isEmpty else { return }
    svg.raw("<path class=\"hatch\" d=\"")
    svg.append(lines.path)
    svg.raw(
      hatch == .dots
        ? "\" fill=\"none\" stroke=\"#222222\" stroke-width=\"28\" stroke-linecap=\"round\"/>\n"
        : "\" fill=\"none\" stroke=\"#222222\" stroke-width=\"10\"/>\n")
  }
}
