/// A growing SVG text. Lengths are whole hundredths of a millimetre.
struct SVGText {
  /// The fonts of every text on a map.
  static let fonts = "SimHei, 'Heiti SC', 'Noto Sans CJK SC', sans-serif"

  private(set) var bytes: [UInt8] = []

  /// Appends text of our own as it is.
  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends another text.
  mutating func append(_ other: SVGText) { bytes.append(contentsOf: other.bytes) }

  /// Appends a text of others.
  mutating func escaped(_ text: String) { raw(PaperEscaping.escape(text)) }

  /// Appends a text element.
  mutating func text(
    _ text: String, at point: PaperPoint, size: Int, anchor: String = "start",
    attributes: String = ""
  ) {
    raw("<text x=\"\(point.x)\" y=\"\(point.y)\" font-size=\"\(size)\"")
    if anchor != "start" { raw(" text-anchor=\"\(anchor)\"") }
    raw(attributes + ">")
    escaped(text)
    raw("</text>\n")
  }

  /// Appends a rectangle.
  mutating func box(_ box: PaperBox, attributes: String) {
    raw(
      "<rect x=\"\(box.minX)\" y=\"\(box.minY)\" width=\"\(box.width)\" "
        + "height=\"\(box.height)\"\(attributes)/>")
  }

  /// Appends a path of rings: absolute to the first vertex, then relative steps.
  mutating func path(_ rings: PaperRings) {
    raw("<path d=\"")
    for ring in rings.polygons.lazy.joined() {
      var from = PaperPoint(x: 0, y: 0)
      for (index, point) in ring.enumerated() {
        if index < 2 { bytes.append(UInt8(ascii: index == 0 ? "M" : "l")) }
        number(point.x - from.x, separated: index > 1)
        number(point.y - from.y, separated: true)
        from = point
      }
      bytes.append(UInt8(ascii: "z"))
    }
    raw("\"/>\n")
  }

  /// Appends a piece of line as path data; a piece without length is a dot.
  mutating func segment(from start: PaperPoint, to end: PaperPoint) {
    raw("M\(start.x) \(start.y)l")
    number(end.x - start.x, separated: false)
    number(end.y - start.y, separated: true)
  }

  private mutating func number(_ value: Int, separated: Bool) {
    if separated, value >= 0 { bytes.append(UInt8(ascii: " ")) }
    raw(String(value))
  }

  /// About the width of a text: a Han character is as wide as it is high, others a little more than
  /// half.
  static func width(_ text: String, size: Int) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      sum + (scalar.value >= 0x2E80 ? size : size * 58 / 100)
    }
  }

  /// The width in mm that an SVG element of ours states.
  static func width(of svg: String) -> Double? {
    guard let start = svg.firstRange(of: " width=\"") else { return nil }
    return Double(svg[start.upperBound...].prefix { $0 != "m" && $0 != "\"" })
  }

  /// An SVG element of ours as a file of its own.
  static func file(_ svg: String) -> String {
    let name = "<svg"
    guard svg.hasPrefix(name), !svg.prefix(400).contains("xmlns=") else { return svg }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + name
      + " xmlns=\"http://www.w3.org/2000/svg\"" + svg.dropFirst(name.count)
  }
}
