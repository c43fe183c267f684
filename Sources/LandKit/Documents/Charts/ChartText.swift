import LandLayers

/// A growing chart as an SVG element for a page: no namespace, no style attributes, texts escaped.
/// Lengths are in points of the drawing; the page scales it.
public struct ChartText: Sendable {
  static let fonts = "SimHei, 'Heiti SC', 'Noto Sans CJK SC', sans-serif"
  private let name: String
  private let width: Int
  private let height: Int
  private var body = ""
  private var hatches: [MapHatch] = []

  /// A chart; `name` of letters and digits is unique in its page.
  public init(name: String, width: Int = 640, height: Int) {
    self.name = name
    self.width = width
    self.height = height
  }

  /// Adds a text.
  public mutating func text(
    _ text: String, x: Double, y: Double, size: Int = 13, anchor: String = "start",
    isBold: Bool = false, turned: Bool = false
  ) {
    body += "<text x=\"\(Self.length(x))\" y=\"\(Self.length(y))\" font-size=\"\(size)\""
    if anchor != "start" { body += " text-anchor=\"\(anchor)\"" }
    if isBold { body += " font-weight=\"bold\"" }
    if turned { body += " transform=\"rotate(-90 \(Self.length(x)) \(Self.length(y)))\"" }
    body += ">" + escapedForMarkup(text) + "</text>\n"
  }

  /// Adds a bar with a colour, and a hatch so that it reads without it.
  public mutating func bar(
    x: Double, y: Double, width: Double, height: Double, colour: MapColour, hatch: MapHatch? = nil
  ) {
    let box =
      "x=\"\(Self.length(x))\" y=\"\(Self.length(y))\" width=\"\(Self.length(max(0, width)))\" "
      + "height=\"\(Self.length(height))\""
    body += "<rect \(box) fill=\"\(colour.rawValue)\" stroke=\"#222222\"/>\n"
    guard let hatch, width > 0 else { return }
    if !hatches.contains(hatch) { hatches.append(hatch) }
    body += "<rect \(box) fill=\"url(#\(name)-\(hatch.rawValue))\"/>\n"
  }

  /// Adds a line.
  public mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String = "#222222",
    width: Double = 1, dashes: String? = nil
  ) {
    body +=
      "<line x1=\"\(Self.length(x1))\" y1=\"\(Self.length(y1))\" x2=\"\(Self.length(x2))\" "
      + "y2=\"\(Self.length(y2))\" stroke=\"\(colour)\" stroke-width=\"\(Self.length(width))\""
    if let dashes { body += " stroke-dasharray=\"\(dashes)\"" }
    body += "/>\n"
  }

  /// Adds a dot.
  public mutating func dot(x: Double, y: Double, radius: Double, colour: MapColour) {
    body +=
      "<circle cx=\"\(Self.length(x))\" cy=\"\(Self.length(y))\" r=\"\(Self.length(radius))\" "
      + "fill=\"\(colour.rawValue)\" fill-opacity=\"0.6\" stroke=\"#222222\" stroke-width=\"0.5\"/>\n"
  }

  /// The element, with what it shows for those who cannot see it.
  public func svg(title: String, description: String) -> String {
    let defs = hatches.map(pattern).joined()
    return "<svg viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" "
      + "role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\" "
      + "font-family=\"\(Self.fonts)\">\n"
      + "<title id=\"\(name)-title\">\(escapedForMarkup(title))</title>\n"
      + "<desc id=\"\(name)-desc\">\(escapedForMarkup(description))</desc>\n"
      + (defs.isEmpty ? "" : "<defs>\n\(defs)</defs>\n") + body + "</svg>"
  }

  private func pattern(_ hatch: MapHatch) -> String {
    let path =
      switch hatch {
      case .forward: "M0 8L8 0M-2 2L2 -2M6 10L10 6"
      case .backward: "M0 0L8 8M-2 6L2 10M6 -2L10 2"
      case .cross: "M0 8L8 0M0 0L8 8"
      case .horizontal: "M0 4H8"
      case .vertical: "M4 0V8"
      case .dots: "M3.5 4H4.5"
      }
    let stroke = hatch == .dots ? "2.5" : "1"
    return "<pattern id=\"\(name)-\(hatch.rawValue)\" width=\"8\" height=\"8\" "
      + "patternUnits=\"userSpaceOnUse\"><path d=\"\(path)\" fill=\"none\" stroke=\"#222222\" "
      + "stroke-width=\"\(stroke)\"/></pattern>\n"
  }

  /// A length with at most two decimals.
  private static func length(_ value: Double) -> String {
    value == value.rounded() ? FixedDecimal.text(value, 0) : FixedDecimal.text(value, 2)
  }
}
