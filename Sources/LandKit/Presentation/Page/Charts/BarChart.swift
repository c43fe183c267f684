import LandDocuments

/// Level bars, one below the other, each with its name and what it stands for in words.
struct BarChart {
  /// A bar.
  struct Bar {
    var name: String
    var value: Double
    /// What stands behind the bar.
    var words: String
    var colour: MapColour
    var hatch: MapHatch?
  }

  let name: String
  let title: String
  let bars: [Bar]
  /// Room for the names and for the words, points.
  var nameWidth = 130.0
  var wordWidth = 210.0

  /// The drawing.
  func svg() -> String {
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
