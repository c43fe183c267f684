/// The lines or dots of a hatch, cut to polygons by ourselves. A pattern of SVG would say the same in
/// fewer words, but print engines repeat it for every polygon: a map of 3 000 parcels made a PDF of
/// 100 MB.
struct HatchLines {
  /// Distance between lines, in hundredths of a millimetre.
  private static let gap = 120
  private static let dotGap = 90

  private let hatch: MapHatch
  private let frame: PaperBox
  /// Pieces of line as path data; all polygons share one grid.
  private(set) var path = SVGText()

  init(_ hatch: MapHatch, in frame: PaperBox) {
    self.hatch = hatch
    self.frame = frame
  }

  /// Adds the lines inside a feature.
  mutating func add(_ rings: PaperRings) {
    let slanted = Self.gap * 1414 / 1000
    for polygon in rings.polygons {
      switch hatch {
      case .forward: add(polygon, along: Axis(ax: 1, ay: 1), step: slanted)
      case .backward: add(polygon, along: Axis(ax: 1, ay: -1), step: slanted)
      case .cross:
        add(polygon, along: Axis(ax: 1, ay: 1), step: slanted)
        add(polygon, along: Axis(ax: 1, ay: -1), step: slanted)
      case .horizontal: add(polygon, along: Axis(ax: 0, ay: 1), step: Self.gap)
      case .vertical: add(polygon, along: Axis(ax: 1, ay: 0), step: Self.gap)
      case .dots: add(polygon, along: Axis(ax: 0, ay: 1), step: Self.dotGap)
      }
    }
  }

  /// A family of lines `ax·x + ay·y = t`; along a line runs `s`, the same with the two exchanged.
  private struct Axis {
    let ax: Int
    let ay: Int

    func t(_ point: PaperPoint) -> Int { ax * point.x + ay * point.y }
    func s(_ point: PaperPoint) -> Int { ay * point.x + (ay == 0 ? 1 : -ax) * point.y }
    func point(s: Double, t: Double) -> PaperPoint {
      let (x, y): (Double, Double) =
        switch (ax, ay) {
        case (0, _): (s, t)
        case (_, 0): (t, s)
        // t = x + y, s = x - y; t = x - y, s = -x - y.
        case (_, 1): ((t + s) / 2, (t - s) / 2)
        default: ((t - s) / 2, (-t - s) / 2)
        }
      return PaperPoint(x: Int(x.rounded()), y: Int(y.rounded()))
    }
  }

  private mutating func add(_ polygon: [[PaperPoint]], along axis: Axis, step: Int) {
    let corners = [
      PaperPoint(x: frame.minX, y: frame.minY), PaperPoint(x: frame.maxX, y: frame.minY),
      PaperPoint(x: frame.minX, y: frame.maxY), PaperPoint(x: frame.maxX, y: frame.maxY),
    ].map(axis.t)
    let heights = polygon[0].map(axis.t)
    guard let low = heights.min(), let high = heights.max(),
      let floor = corners.min(), let ceiling = corners.max()
    else { return }
    let (from, to) = (max(low, floor), min(high, ceiling))
    guard from < to else { return }
    let first = Int((Double(from) / Double(step)).rounded(.up))
    let last = Int((Double(to) / Double(step)).rounded(.down))
    guard first <= last else { return }
    for line in first...last {
      // Half a unit off, so that no line runs through a vertex.
      let t = Double(line * step) + 0.5
      let crossings = Self.crossings(of: polygon, at: t, axis)
      for i in stride(from: 0, to: crossings.count - 1, by: 2) {
        draw(from: crossings[i], to: crossings[i + 1], at: t, axis, isOdd: line % 2 != 0)
      }
    }
  }

  private static func crossings(of polygon: [[PaperPoint]], at t: Double, _ axis: Axis) -> [Double]
  {
    var crossings: [Double] = []
    for ring in polygon {
      var from = ring[ring.count - 1]
      for to in ring {
        let (a, b) = (Double(axis.t(from)), Double(axis.t(to)))
        if (a < t) != (b < t) {
          let (c, d) = (Double(axis.s(from)), Double(axis.s(to)))
          crossings.append(c + (t - a) / (b - a) * (d - c))
        }
        from = to
      }
    }
    return crossings.sorted()
  }

  private mutating func draw(
    from start: Double, to end: Double, at t: Double, _ axis: Axis, isOdd: Bool
  ) {
    guard hatch == .dots else {
      path.segment(from: axis.point(s: start, t: t), to: axis.point(s: end, t: t))
      return
    }
    // Dots stand between those of the row before; outside the frame none is seen.
    let step = Double(Self.dotGap)
    let offset = isOdd ? step / 2 : 0
    var s = ((max(start, Double(frame.minX)) - offset) / step).rounded(.up) * step + offset
    while s < min(end, Double(frame.maxX)) {
      let point = axis.point(s: s, t: t)
      path.segment(from: point, to: point)
      s += step
    }
  }
}
