import LandLayers

/// How the style of a layer is written in SVG: one paint a layer, a pattern where it is hatched.
enum MapFill {
  /// The name of a layer's pattern.
  static func name(_ layer: Int, in drawing: MapDrawing) -> String {
    "\(drawing.name)-fill-\(layer + 1)"
  }

  /// Writes the pattern of a style; nothing where it needs none.
  static func define(_ style: MapStyle, as name: String, into svg: inout SVGText) {
    guard let hatch = style.hatch else { return }
    svg.raw(
      "<pattern id=\"\(name)\" patternUnits=\"userSpaceOnUse\" width=\"160\" height=\"160\">")
    if let fill = style.fill {
      svg.raw(
        "<rect width=\"160\" height=\"160\" fill=\"\(fill.rawValue)\" "
          + "fill-opacity=\"\(opacity(style))\"/>")
    }
    switch hatch {
    case .forward: svg.raw(lines("M-40 40L40 -40M0 160L160 0M120 200L200 120"))
    case .backward: svg.raw(lines("M-40 120L40 200M0 0L160 160M120 -40L200 40"))
    case .cross: svg.raw(lines("M0 160L160 0M0 0L160 160"))
    case .horizontal: svg.raw(lines("M0 80H160"))
    case .vertical: svg.raw(lines("M80 0V160"))
    case .dots: svg.raw("<circle cx=\"80\" cy=\"80\" r=\"16\" fill=\"#222222\"/>")
    }
    svg.raw("</pattern>\n")
  }

  /// Fill and border as attributes.
  static func attributes(_ style: MapStyle, name: String) -> String {
    var text = ""
    if style.hatch != nil {
      text += "fill=\"url(#\(name))\""
    } else if let fill = style.fill {
      text += "fill=\"\(fill.rawValue)\" fill-opacity=\"\(opacity(style))\""
    } else {
      text += "fill=\"none\""
    }
    text += " fill-rule=\"evenodd\""
    guard let stroke = style.stroke else { return text }
    let width = max(1, Int((style.strokeWidth * 100).rounded()))
    text += " stroke=\"\(stroke.rawValue)\" stroke-width=\"\(width)\" stroke-linejoin=\"round\""
    if style.isDashed { text += " stroke-dasharray=\"300 100 50 100\"" }
    return text
  }

  private static func opacity(_ style: MapStyle) -> String {
    FixedDecimal.text(min(1, max(0, style.opacity)), 2)
  }

  private static func lines(_ path: String) -> String {
    "<path d=\"\(path)\" fill=\"none\" stroke=\"#222222\" stroke-width=\"12\"/>"
  }
}
