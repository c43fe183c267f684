/// A version as numbers between points: `3.11.1`.
struct VersionNumber: Comparable {
  let parts: [Int]
  let text: String

  /// The first word of a text that begins with a digit and has a point in it: of
  /// `GDAL 3.6.2, released 2023/01/02` it is `3.6.2`. Nil where there is none.
  init?(in text: String) {
    for word in text.split(whereSeparator: { " ,;()\t\n".contains($0) }) {
      let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let parts = digits.split(separator: ".").compactMap { Int($0) }
      guard word.first?.isNumber == true, digits.contains("."), parts.count > 1 else { continue }
      (self.parts, self.text) = (parts, parts.map(String.init).joined(separator: "."))
      return
    }
    return nil
  }

  static func == (a: Self, b: Self) -> Bool { !(a < b) && !(b < a) }

  /// A part that is not there counts as 0: 3.6 is 3.6.0.
  static func < (a: Self, b: Self) -> Bool {
    for index in 0..<max(a.parts.count, b.parts.count) {
      let (left, right) = (
        index < a.parts.count ? a.parts[index] : 0, index < b.parts.count ? b.parts[index] : 0
      )
      if left != right { return left < right }
    }
    return false
  }
}
