import LandGeometry

/// The words of the interface of the report page; the scripts know only the keys.
enum PageWords {
  /// One text of the interface.
  typealias Entry = (key: String, text: Bilingual)

  /// All texts.
  static let all: [Entry] = [("unknown", Bilingual(zh: "未知", en: "unknown"))]
}
