import LandGeometry

/// Suggests the known word that somebody may have meant: a key, a layer, a rulebook, a command.
public enum SpellingAid {
  /// What to do about an unknown word: the nearest known word, else the known words.
  public static func remedy(for word: String, among known: [String]) -> Bilingual {
    if let near = nearest(to: word, among: known) {
      return Bilingual(zh: "是否应为 \(near)?", en: "did you mean \(near)?")
    }
    if known.isEmpty { return Bilingual(zh: "请删除", en: "remove it") }
    let list = known.sorted().joined(separator: " ")
    return Bilingual(zh: "可用:\(list)", en: "known: \(list)")
  }

  /// The known word with the fewest edits, the first among equals: at most two, and fewer than half
  /// of the letters, since half of a short word is another word. Words whose digits differ are not
  /// near: M14 is no slip of the pen for M04. The limits are ours.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let letters = Array(word)
    var best: (word: String, distance: Int)?
    for candidate in known where candidate.filter(\.isNumber) == word.filter(\.isNumber) {
      let distance = edits(letters, Array(candidate))
      guard distance <= 2, distance * 2 < max(letters.count, candidate.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.word
  }

  /// How many letters are to be put in, left out, replaced or exchanged with their neighbour to
  /// make one word of the other (optimal string alignment distance); 3 stands for more than two
  /// where the lengths alone say so.
  private static func edits(_ a: [Character], _ b: [Character]) -> Int {
    if abs(a.count - b.count) > 2 { return 3 }
    var earlier: [Int] = []
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var next = [i + 1]
      for (j, other) in b.enumerated() {
        var least = min(next[j] + 1, row[j + 1] + 1, row[j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other {
          least = min(least, earlier[j - 1] + 1)
        }
        next.append(least)
      }
      (earlier, row) = (row, next)
    }
    return row[b.count]
  }
}
