import LandGeometry

/// A map for print: layers of polygons and points in metres of one plane, in a neat frame with
/// coordinate ticks, scale bar, north arrow and legend. It has no title; the figure has a caption.
///
/// The scale is a round one that shows the whole extent. The unit of the drawing is 0.01 mm, so
/// coordinates are whole numbers; vertices closer than 0.05 mm on paper are left out, polygons that
/// vanish that way are counted, and the note under the map says both. The same layers always give
/// the same text.
public struct MapDrawing: Sendable {
  /// Names the parts of the drawing; letters and digits, unique in its page.
  let name: String
  /// What the map shows, for those who cannot see it.
  let title: String
  let words: MapWords
  let width: Int
  let height: Int
  let extent: Envelope?
  private(set) var layers: [MapLayer] = []
  private(set) var points: [MapPoints] = []

  /// A map without layers.
  ///
  /// - Parameters:
  ///   - name: letters and digits, unique in the paper that the map goes into.
  ///   - title: what it shows, read out in its place; not drawn.
  ///   - language: the language of legend and notes.
  ///   - width: width in mm, at least 60.
  ///   - height: height in mm, at least 60, legend and all; a legend that would leave the map less
  ///     than half of it makes the drawing higher.
  ///   - extent: what to show, in metres; nil for everything.
  public init(
    name: String, title: String, language: Document.Language, width: Double = 160,
    height: Double = 150, extent: Envelope? = nil
  ) {
    self.name = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    self.title = title
    self.words = MapWords(language)
    self.width = Self.hundredths(width)
    self.height = Self.hundredths(height)
    self.extent = extent.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Adds polygons, drawn over those already there.
  public mutating func add(_ layer: MapLayer) { layers.append(layer) }

  /// Adds points, drawn over all polygons.
  public mutating func add(_ points: MapPoints) { self.points.append(points) }

  /// Metres on the ground for a metre on paper; nil where there is nothing to show.
  public var scaleDenominator: Double? {
    contents.map { MapScale(showing: $0, in: MapSheet(self).frame).denominator }
  }

  /// The drawing as an SVG element for an HTML page, without a namespace.
  public func svg() -> String {
    var painter = MapPainter(self)
    return painter.text()
  }

  /// The drawing as a file of its own.
  public func svgFile() -> String { SVGText.file(svg()) }

  /// What is to be shown: the extent asked for, or the box of everything; nil for nothing.
  var contents: Envelope? {
    if let extent { return extent }
    var box = Envelope.empty
    func include(_ x: Double, _ y: Double) {
      if x.isFinite, y.isFinite { box.include(x: x, y: y) }
    }
    for layer in layers {
      for (x, y) in zip(layer.polygons.x, layer.polygons.y) { include(x, y) }
    }
    for point in points.lazy.flatMap(\.points) { include(point.x, point.y) }
    return box.isEmpty ? nil : box
  }

  private static func hundredths(_ millimetres: Double) -> Int {
    Int((min(2000, max(60, millimetres.isFinite ? millimetres : 0)) * 100).rounded())
  }
}
