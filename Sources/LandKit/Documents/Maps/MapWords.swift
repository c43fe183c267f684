import LandGeometry
import LandLayers

/// The words on a map, in one language.
struct MapWords: Sendable {
  private let words: PaperWords

  init(_ language: Document.Language) { words = PaperWords(language) }

  var north: String { words.choose(Bilingual(zh: "北", en: "N")) }
  var legend: String { words.choose(Bilingual(zh: "图例", en: "Legend")) }
  var nothing: String { words.choose(Bilingual(zh: "无图形", en: "nothing to show")) }
  var metres: String { words.choose(Bilingual(zh: "米", en: "m")) }
  var kilometres: String { words.choose(Bilingual(zh: "千米", en: "km")) }

  /// The scale, true at the width it was drawn for only.
  func scale(_ denominator: Double, width: Int) -> String {
    let number = GroupedNumber.text(denominator, 0)
    let width = FixedDecimal.text(Double(width) / 100, 0)
    return words.choose(
      Bilingual(zh: "1:\(number)（图宽 \(width) 毫米时）", en: "1:\(number) (at a width of \(width) mm)"))
  }

  /// What the drawing does not show.
  func notes(tooSmall: Int, omittedLabels: Int) -> [String] {
    var notes = [
      words.choose(
        Bilingual(
          zh: "图廓坐标单位：千米。图上间距小于 0.05 毫米的顶点略去。",
          en: "Ticks in km. Vertices closer than 0.05 mm on paper are left out."))
    ]
    if tooSmall > 0 {
      notes.append(
        words.choose(
          Bilingual(
            zh: "过小而未绘出的图形：\(tooSmall) 个。", en: "Polygons too small to be drawn: \(tooSmall).")))
    }
    if omittedLabels > 0 {
      notes.append(
        words.choose(
          Bilingual(
            zh: "因过密而未标注：\(omittedLabels) 处。",
            en: "Labels left out for want of room: \(omittedLabels).")))
    }
    return notes
  }

  /// What the drawing shows, for those who cannot see it.
  func description(layers: [(name: String, count: Int)], denominator: Double?) -> String {
    let parts = layers.map { "\($0.name) \($0.count)" }.joined(
      separator: words.choose(Bilingual(zh: "、", en: ", ")))
    guard let denominator else { return parts.isEmpty ? nothing : parts }
    let scale = GroupedNumber.text(denominator, 0)
    return words.choose(
      Bilingual(zh: "比例尺 1:\(scale)；\(parts)", en: "Scale 1:\(scale); \(parts)"))
  }
}
