/// Where things stand on the sheet of a map, in hundredths of a millimetre.
struct MapSheet {
  static let textSize = 260
  static let noteSize = 220
  /// Room of the scale bar at the left under the frame.
  static let barWidth = 5600
  private static let rowHeight = 560

  /// The inside of the frame.
  let frame: PaperBox
  /// Height of the whole drawing.
  let height: Int
  /// Top left of the legend's first entry, room for one entry, entries in a row.
  let legend: (origin: PaperPoint, column: Int, perRow: Int)
  /// Baseline of the first note.
  let notes: PaperPoint

  init(_ drawing: MapDrawing) {
    let names = drawing.layers.map(\.name) + drawing.points.map(\.name)
    let widths = names.filter { !$0.isEmpty }.map {
      SVGText.width($0, size: Self.textSize) + 1300
    }
    let (left, right, top) = (700, 150, 150)
    let widest = widths.max() ?? 0
    let beside = drawing.width - left - right - Self.barWidth
    // Names too long to stand beside the scale bar go below it.
    let isBeside = widest <= beside
    let room = isBeside ? beside : drawing.width - left - right
    let perRow = max(1, room / max(1, widest))
    let rows = (widths.count + perRow - 1) / perRow
    let bar = 1350
    let entries = rows * Self.rowHeight + (rows > 0 ? 450 : 0)
    let band = isBeside ? max(bar, entries) : bar + entries
    // Three lines of notes at most.
    let under = 550 + band + 3 * 330
    let inside = max(drawing.height - top - under, drawing.height / 2)
    frame = PaperBox(minX: left, minY: top, maxX: drawing.width - right, maxY: top + inside)
    let start = frame.maxY + 550
    legend = (
      PaperPoint(
        x: isBeside ? left + Self.barWidth : left, y: start + (isBeside ? 0 : bar)),
      min(widest, room), perRow
    )
    notes = PaperPoint(x: left, y: start + band + 250)
    height = start + band + 3 * 330
  }

  /// Top left of an entry of the legend.
  func entry(_ index: Int) -> PaperPoint {
    PaperPoint(
      x: legend.origin.x + index % legend.perRow * legend.column,
      y: legend.origin.y + 450 + index / legend.perRow * Self.rowHeight)
  }
}
