/// A colour of a map. The eight of Okabe and Ito (Color Universal Design, 2008) can be told apart by
/// people who see colours differently; black, white and grey go beside them.
public enum MapColour: String, Hashable, Sendable, CaseIterable {
  /// Orange.
  case orange = "#E69F00"
  /// Sky blue.
  case skyBlue = "#56B4E9"
  /// Bluish green.
  case bluishGreen = "#009E73"
  /// Yellow.
  case yellow = "#F0E442"
  /// Blue.
  case blue = "#0072B2"
  /// Vermillion.
  case vermillion = "#D55E00"
  /// Reddish purple.
  case reddishPurple = "#CC79A7"
  /// Black.
  case black = "#000000"
  /// Grey.
  case grey = "#999999"
  /// White.
  case white = "#FFFFFF"
}

/// Lines or dots over a fill, so that a map reads without its colours.
public enum MapHatch: String, Hashable, Sendable, CaseIterable {
  /// Lines that rise to the right.
  case forward
  /// Lines that fall to the right.
  case backward
  /// Both.
  case cross
  /// Level lines.
  case horizontal
  /// Upright lines.
  case vertical
  /// Dots.
  case dots
}

/// How the polygons of a layer are drawn.
public struct MapStyle: Hashable, Sendable {
  /// Colour inside; nil for none.
  public var fill: MapColour?
  /// How much of the colour covers what is below it, 0 to 1.
  public var opacity: Double
  /// Pattern inside; nil for none.
  public var hatch: MapHatch?
  /// Colour of the border; nil for none.
  public var stroke: MapColour?
  /// Width of the border in mm.
  public var strokeWidth: Double
  /// Whether the border is a chain of dashes and dots, as boundaries of areas are drawn.
  public var isDashed: Bool

  /// A style; without arguments a white polygon with a thin black border.
  public init(
    fill: MapColour? = .white, opacity: Double = 0.45, hatch: MapHatch? = nil,
    stroke: MapColour? = .black, strokeWidth: Double = 0.15, isDashed: Bool = false
  ) {
    self.fill = fill
    self.opacity = opacity
    self.hatch = hatch
    self.stroke = stroke
    self.strokeWidth = strokeWidth
    self.isDashed = isDashed
  }

  /// The border of an area around what is drawn: no fill, a strong chain line.
  public static let boundary = MapStyle(fill: nil, strokeWidth: 0.5, isDashed: true)

  /// The style of a tone, the same on every map: colour and pattern say it each by itself.
  public static func tone(_ tone: Tone) -> MapStyle {
    switch tone {
    case .plain: MapStyle()
    case .good: MapStyle(fill: .bluishGreen, hatch: .dots)
    case .bad: MapStyle(fill: .vermillion, hatch: .cross)
    case .attention: MapStyle(fill: .orange, hatch: .forward)
    case .unknown: MapStyle(fill: .grey, hatch: .backward)
    }
  }
}
