/// The legend of a map: a swatch and a name for each layer that has one.
struct MapLegend {
  let drawing: MapDrawing
  let sheet: MapSheet

  func paint(into svg: inout SVGText) {
    var index = 0
    func isNamed(_ name: String) -> Bool { !name.isEmpty }
    guard (drawing.layers.map(\.name) + drawing.points.map(\.name)).contains(where: isNamed) else {
      return
    }
    svg.raw("<g class=\"legend\">\n")
    svg.text(
      drawing.words.legend,
      at: PaperPoint(x: sheet.legend.origin.x, y: sheet.legend.origin.y + 250), size: 280,
      attributes: " font-weight=\"bold\"")
    for part in drawing.layers where isNamed(part.name) {
      let corner = sheet.entry(index)
      let swatch = PaperBox(
        minX: corner.x, minY: corner.y, maxX: corner.x + 800, maxY: corner.y + 400)
      svg.box(swatch, attributes: " \(MapFill.attributes(part.style))")
      var hatching = part.style.hatch.map { HatchLines($0, in: swatch) }
      hatching?.add(PaperRings(swatch))
      MapFill.paint(hatching, of: part.style.hatch, into: &svg)
      paint(part.name, at: corner, into: &svg)
      index += 1
    }
    for part in drawing.points where isNamed(part.name) {
      let corner = sheet.entry(index)
      svg.raw(
        "<circle cx=\"\(corner.x + 400)\" cy=\"\(corner.y + 200)\" r=\"40\" fill=\"#FFFFFF\" "
          + "stroke=\"#000000\" stroke-width=\"15\"/>")
      paint(part.name, at: corner, into: &svg)
      index += 1
    }
    svg.raw("</g>\n")
  }

  /// A name beside its swatch; one that is wider than the sheet is drawn narrower.
  private func paint(_ name: String, at corner: PaperPoint, into svg: inout SVGText) {
    let room = drawing.width - corner.x - 1200
    let isTooWide = SVGText.width(name, size: MapSheet.textSize) > room
    svg.text(
      name, at: PaperPoint(x: corner.x + 1000, y: corner.y + 290), size: MapSheet.textSize,
      attributes: isTooWide ? " textLength=\"\(room)\" lengthAdjust=\"spacingAndGlyphs\"" : "")
  }
}
