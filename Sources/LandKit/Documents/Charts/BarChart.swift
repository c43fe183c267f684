/// Level bars, one below the other, each with its name and what it stands for in words.
public struct BarChart: Sendable {
  /// A bar.
  public struct Bar: Sendable {
    /// Its name, before it.
    public var name: String
    /// What it stands for, in the unit of the other bars; one that is not finite has no length.
    public var value: Double
    /// What stands behind the bar.
    public var words: String
    /// Its colour.
    public var colour: MapColour
    /// Lines over the colour, so that it reads without it.
    public var hatch: MapHatch?

    /// A bar.
    public init(
      name: String, value: Double, words: String, colour: MapColour, hatch: MapHatch? = nil
    ) {
      (self.name, self.value, self.words) = (name, value, words)
      (self.colour, self.hatch) = (colour, hatch)
    }
  }

  let name: String
  let title: String
  let bars: [Bar]
  /// Room for the names and for the words, points of the drawing, which is 640 wide.
  let nameWidth: Double
  let wordWidth: Double

  /// A chart; `name` of letters and digits is unique in its page.
  public init(
    name: String, title: String, bars: [Bar], nameWidth: Double = 130, wordWidth: Double = 210
  ) {
    (self.name, self.title, self.bars) = (name, title, bars)
    (self.nameWidth, self.wordWidth) = (nameWidth, wordWidth)
  }

  /// The drawing as an SVG element.
  public func svg() -> String {
    let row = 30.0
    let height = Int(row * Double(max(1, bars.count))) + 16
    var chart = ChartText(name: name, height: height)
    let room = 640 - nameWidth - wordWidth
    let most = bars.map(\.value).filter(\.isFinite).max() ?? 0
    for (index, bar) in bars.enumerated() {
      let y = 8 + row * Double(index)
      let length = most > 0 && bar.value.isFinite ? bar.value / most * room : 0
      chart.text(bar.name, x: nameWidth - 8, y: y + 19, anchor: "end")
      chart.bar(
        x: nameWidth, y: y + 4, width: length, height: 20, colour: bar.colour, hatch: bar.hatch)
      chart.text(bar.words, x: nameWidth + length + 8, y: y + 19)
    }
    chart.line(nameWidth, 4, nameWidth, Double(height) - 4)
    return chart.svg(
      title: title, description: bars.map { $0.name + ": " + $0.words }.joined(separator: "; "))
  }
}
