/// Places labels so that none covers another, in the order in which they are asked for.
struct MapLabels {
  /// A placed label.
  struct Placed {
    var text: String
    var point: PaperPoint
    var size: Int
    var anchor: String
  }

  private(set) var placed: [Placed] = []
  /// How many there was no room for.
  private(set) var omitted = 0
  private let frame: PaperBox
  // Boxes by the cells of a grid that they touch, so that 25 000 labels do not look at each other.
  private var taken: [PaperPoint: [PaperBox]] = [:]
  private static let cell = 1000

  init(in frame: PaperBox) { self.frame = frame }

  /// Keeps labels off a box.
  mutating func occupy(_ box: PaperBox) {
    for cell in Self.cells(of: box) { taken[cell, default: []].append(box) }
  }

  /// A label in the middle of a feature, if it is wide enough there.
  mutating func add(_ text: String, at place: (point: PaperPoint, width: Int), size: Int) {
    let width = SVGText.width(text, size: size)
    let box = PaperBox(
      minX: place.point.x - width / 2, minY: place.point.y - size / 2,
      maxX: place.point.x + width / 2, maxY: place.point.y + size / 2)
    guard width <= place.width, isFree(box) else {
      omitted += 1
      return
    }
    occupy(box)
    placed.append(
      Placed(
        text: text, point: PaperPoint(x: place.point.x, y: place.point.y + size * 35 / 100),
        size: size, anchor: "middle"))
  }

  /// A label beside a point: right above, left above, right below or left below it.
  mutating func add(_ text: String, beside point: PaperPoint, size: Int) {
    let width = SVGText.width(text, size: size)
    let gap = 60
    for (right, above) in [(true, true), (false, true), (true, false), (false, false)] {
      let minX = right ? point.x + gap : point.x - gap - width
      let minY = above ? point.y - gap - size * 3 / 4 : point.y + gap
      let box = PaperBox(minX: minX, minY: minY, maxX: minX + width, maxY: minY + size * 3 / 4)
      guard isFree(box) else { continue }
      occupy(box)
      placed.append(
        Placed(
          text: text, point: PaperPoint(x: right ? minX : minX + width, y: box.maxY), size: size,
          anchor: right ? "start" : "end"))
      return
    }
    omitted += 1
  }

  private func isFree(_ box: PaperBox) -> Bool {
    frame.contains(box)
      && Self.cells(of: box).allSatisfy { cell in
        !(taken[cell] ?? []).contains { $0.intersects(box) }
      }
  }

  private static func cells(of box: PaperBox) -> [PaperPoint] {
    (box.minX / cell...max(box.minX, box.maxX) / cell).flatMap { x in
      (box.minY / cell...max(box.minY, box.maxY) / cell).map { PaperPoint(x: x, y: $0) }
    }
  }
}
