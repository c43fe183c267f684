import LandGeometry
import LandLayers

/// Draws one map.
struct MapPainter {
  private let drawing: MapDrawing
  private let sheet: MapSheet
  private let scale: MapScale?
  private var svg = SVGText()
  private var labels: MapLabels
  private var tooSmall = 0

  init(_ drawing: MapDrawing) {
    self.drawing = drawing
    let sheet = MapSheet(drawing)
    self.sheet = sheet
    scale = drawing.contents.map { MapScale(showing: $0, in: sheet.frame) }
    labels = MapLabels(in: sheet.frame)
    labels.occupy(MapMarks.northArrow(in: sheet.frame))
  }

  /// The SVG element.
  mutating func text() -> String {
    open()
    if let scale {
      svg.raw("<g clip-path=\"url(#\(drawing.name)-frame)\">\n")
      var rings: [[PaperRings?]] = []
      for layer in drawing.layers { rings.append(paint(layer, at: scale)) }
      let places = drawing.points.map { paint($0, at: scale) }
      svg.raw("</g>\n")
      for (points, places) in zip(drawing.points, places) { place(points, at: places) }
      // Upper layers are of more interest; their labels come first.
      for (layer, rings) in zip(drawing.layers, rings).reversed() { place(layer, rings) }
      paintLabels()
    } else {
      let middle = PaperPoint(
        x: (sheet.frame.minX + sheet.frame.maxX) / 2, y: (sheet.frame.minY + sheet.frame.maxY) / 2)
      svg.text(drawing.words.nothing, at: middle, size: 400, anchor: "middle")
    }
    MapMarks(drawing: drawing, sheet: sheet, scale: scale).paint(into: &svg)
    MapLegend(drawing: drawing, sheet: sheet).paint(into: &svg)
    paintNotes()
    svg.raw("</svg>")
    return String(decoding: svg.bytes, as: UTF8.self)
  }

  private mutating func open() {
    let name = drawing.name
    let width = FixedDecimal.text(Double(drawing.width) / 100, 2)
    let height = FixedDecimal.text(Double(sheet.height) / 100, 2)
    svg.raw(
      "<svg width=\"\(width)mm\" height=\"\(height)mm\" "
        + "viewBox=\"0 0 \(drawing.width) \(sheet.height)\" role=\"img\" "
        + "aria-labelledby=\"\(name)-title \(name)-desc\" font-family=\"\(SVGText.fonts)\">\n")
    svg.raw("<title id=\"\(name)-title\">")
    svg.escaped(drawing.title)
    svg.raw("</title>\n<desc id=\"\(name)-desc\">")
    svg.escaped(
      drawing.words.description(
        layers: drawing.layers.filter { !$0.name.isEmpty }.map {
          ($0.name, $0.polygons.featureCount)
        } + drawing.points.filter { !$0.name.isEmpty }.map { ($0.name, $0.points.count) },
        denominator: scale?.denominator))
    svg.raw("</desc>\n<defs>\n<clipPath id=\"\(name)-frame\">")
    svg.box(sheet.frame, attributes: "")
    svg.raw("</clipPath>\n")
    svg.raw("</defs>\n")
    let sheetBox = PaperBox(minX: 0, minY: 0, maxX: drawing.width, maxY: sheet.height)
    svg.box(sheetBox, attributes: " fill=\"#FFFFFF\"")
    svg.raw("\n")
  }

  /// Draws the features of a layer; gives the rings of those that have a label and are seen.
  private mutating func paint(_ layer: MapLayer, at scale: MapScale) -> [PaperRings?] {
    svg.raw("<g \(MapFill.attributes(layer.style))>\n")
    var hatching = layer.style.hatch.map { HatchLines($0, in: sheet.frame) }
    var labelled: [PaperRings?] = []
    for feature in 0..<layer.polygons.featureCount {
      let rings = PaperRings(of: feature, in: layer.polygons, at: scale)
      let label = feature < layer.labels.count ? layer.labels[feature] : nil
      var isSeen = false
      if rings.isTooSmall {
        let box = layer.polygons.envelope(of: feature)
        if box.intersects(scale.ground) { tooSmall += 1 }
      } else if let box = rings.box, box.intersects(sheet.frame) {
        svg.path(rings)
        hatching?.add(rings)
        isSeen = true
      }
      labelled.append(isSeen && label?.isEmpty == false ? rings : nil)
    }
    svg.raw("</g>\n")
    MapFill.paint(hatching, of: layer.style.hatch, into: &svg)
    return labelled
  }

  /// Draws points as small rings, those at one place once; gives their places inside the frame.
  private mutating func paint(_ points: MapPoints, at scale: MapScale) -> [PaperPoint?] {
    let places = points.points.map { point in
      scale.place(x: point.x, y: point.y).flatMap { sheet.frame.contains($0) ? $0 : nil }
    }
    svg.raw("<g fill=\"#FFFFFF\" stroke=\"#000000\" stroke-width=\"15\">\n")
    var drawn: Set<PaperPoint> = []
    for place in places {
      guard let place, drawn.insert(place).inserted else { continue }
      svg.raw("<circle cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"40\"/>\n")
      labels.occupy(
        PaperBox(
          minX: place.x - 40, minY: place.y - 40, maxX: place.x + 40, maxY: place.y + 40))
    }
    svg.raw("</g>\n")
    return places
  }

  private mutating func place(_ points: MapPoints, at places: [PaperPoint?]) {
    for (label, place) in zip(points.labels, places) {
      if let label, !label.isEmpty, let place { labels.add(label, beside: place, size: 240) }
    }
  }

  private mutating func place(_ layer: MapLayer, _ rings: [PaperRings?]) {
    for (label, rings) in zip(layer.labels, rings) {
      guard let label, let place = rings?.labelPlace else { continue }
      labels.add(label, at: place, size: 240)
    }
  }

  private mutating func paintLabels() {
    svg.raw(
      "<g fill=\"#000000\" stroke=\"#FFFFFF\" stroke-width=\"50\" stroke-linejoin=\"round\" "
        + "paint-order=\"stroke\">\n")
    for label in labels.placed {
      svg.text(label.text, at: label.point, size: label.size, anchor: label.anchor)
    }
    svg.raw("</g>\n")
  }

  private mutating func paintNotes() {
    let notes = drawing.words.notes(tooSmall: tooSmall, omittedLabels: labels.omitted)
    for (index, note) in notes.enumerated() {
      let point = PaperPoint(x: sheet.notes.x, y: sheet.notes.y + 330 * index)
      svg.text(note, at: point, size: MapSheet.noteSize)
    }
  }
}
