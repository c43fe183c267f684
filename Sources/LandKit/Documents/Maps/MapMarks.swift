import LandGeometry
import LandLayers

/// What stands on every map: frame, coordinate ticks, scale bar, north arrow.
struct MapMarks {
  let drawing: MapDrawing
  let sheet: MapSheet
  let scale: MapScale?

  /// The room of the north arrow, in the upper right corner.
  static func northArrow(in frame: PaperBox) -> PaperBox {
    PaperBox(
      minX: frame.maxX - 1100, minY: frame.minY + 150, maxX: frame.maxX - 150,
      maxY: frame.minY + 1650)
  }

  func paint(into svg: inout SVGText) {
    svg.box(
      sheet.frame, attributes: " fill=\"none\" stroke=\"#000000\" stroke-width=\"35\"")
    svg.raw("\n")
    guard let scale else { return }
    paintTicks(scale, into: &svg)
    paintNorth(into: &svg)
    paintBar(scale, into: &svg)
  }

  private func paintTicks(_ scale: MapScale, into svg: inout SVGText) {
    let step = scale.roundMetres(atLeast: 3000)
    let frame = sheet.frame
    let decimals = step >= 1000 ? 0 : step >= 100 ? 1 : step >= 10 ? 2 : 3
    var lines = ""
    svg.raw("<g class=\"ticks\">\n")
    for x in Self.multiples(of: step, from: scale.ground.minX, to: scale.ground.maxX) {
      guard let place = scale.place(x: x, y: scale.ground.minY) else { continue }
      lines += "M\(place.x) \(frame.maxY)v-150M\(place.x) \(frame.minY)v150"
      // A label at the very corner would run into its neighbour's.
      guard frame.maxX - place.x > 500, place.x - frame.minX > 500 else { continue }
      svg.text(
        FixedDecimal.text(x / 1000, decimals), at: PaperPoint(x: place.x, y: frame.maxY + 290),
        size: 220, anchor: "middle")
    }
    for y in Self.multiples(of: step, from: scale.ground.minY, to: scale.ground.maxY) {
      guard let place = scale.place(x: scale.ground.minX, y: y) else { continue }
      lines += "M\(frame.minX) \(place.y)h150M\(frame.maxX) \(place.y)h-150"
      guard frame.maxY - place.y > 500, place.y - frame.minY > 500 else { continue }
      let point = PaperPoint(x: frame.minX - 110, y: place.y)
      svg.text(
        FixedDecimal.text(y / 1000, decimals), at: point, size: 220, anchor: "middle",
        attributes: " transform=\"rotate(-90 \(point.x) \(point.y))\"")
    }
    if !lines.isEmpty {
      svg.raw("<path d=\"\(lines)\" fill=\"none\" stroke=\"#000000\" stroke-width=\"15\"/>\n")
    }
    svg.raw("</g>\n")
  }

  /// North of the plane, which is upwards.
  private func paintNorth(into svg: inout SVGText) {
    let box = Self.northArrow(in: sheet.frame)
    let middle = (box.minX + box.maxX) / 2
    svg.raw("<g class=\"north\">\n")
    svg.box(box, attributes: " fill=\"#FFFFFF\" fill-opacity=\"0.85\"")
    svg.raw(
      "<path d=\"M\(middle) \(box.minY + 450)l-300 1000 300 -250 300 250z\" fill=\"#FFFFFF\" "
        + "stroke=\"#000000\" stroke-width=\"20\" stroke-linejoin=\"round\"/>\n"
        + "<path d=\"M\(middle) \(box.minY + 450)v750l-300 250z\" fill=\"#000000\"/>\n")
    svg.text(
      drawing.words.north, at: PaperPoint(x: middle, y: box.minY + 380), size: 360,
      anchor: "middle",
      attributes: " stroke=\"#FFFFFF\" stroke-width=\"50\" paint-order=\"stroke\"")
    svg.raw("</g>\n")
  }

  private func paintBar(_ scale: MapScale, into svg: inout SVGText) {
    let metres = scale.roundMetres(atLeast: 2000)
    let isKilometres = metres >= 2000
    let length = scale.length(metres)
    let half = scale.length(metres / 2)
    let (x, y) = (sheet.frame.minX + 200, sheet.frame.maxY + 550 + 450)
    svg.raw("<g class=\"scale-bar\">\n")
    svg.raw(
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(half)\" height=\"120\" fill=\"#000000\"/>\n"
        + "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(length)\" height=\"120\" fill=\"none\" "
        + "stroke=\"#000000\" stroke-width=\"20\"/>\n")
    for (place, share) in [(0, 0.0), (half, 0.5), (length, 1)] {
      let value = share * (isKilometres ? metres / 1000 : metres)
      var text = FixedDecimal.text(value, value == value.rounded() ? 0 : 1)
      if share == 1 {
        text += " " + (isKilometres ? drawing.words.kilometres : drawing.words.metres)
      }
      // The unit stands to the right of the last figure, which stays near its mark.
      svg.text(
        text, at: PaperPoint(x: share == 1 ? x + place - 150 : x + place, y: y - 110), size: 240,
        anchor: share == 1 ? "start" : "middle")
    }
    svg.text(
      drawing.words.scale(scale.denominator, width: drawing.width),
      at: PaperPoint(x: x, y: y + 500), size: 240)
    svg.raw("</g>\n")
  }

  private static func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
    let (first, last) = ((low / step).rounded(.up), (high / step).rounded(.down))
    guard first <= last, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
