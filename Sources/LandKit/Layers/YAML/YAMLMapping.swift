import LandGeometry

/// Takes the known keys out of a mapping one by one; ``finish()`` then refuses what is left.
public struct YAMLMapping: Sendable {
  /// The mapping itself, for its place.
  public let node: YAMLNode
  /// All keys with their values, in the order of the file.
  public let entries: [YAMLEntry]
  private var taken: Set<String> = []
  private var known: [String] = []

  init(node: YAMLNode, entries: [YAMLEntry]) {
    self.node = node
    self.entries = entries
  }

  /// Whether the file has the key, with or without a value.
  public func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The value of a key that must be there; null counts as there.
  public mutating func take(_ key: String) throws(YAMLError) -> YAMLNode {
    guard let entry = entry(key) else {
      throw node.error("缺少键 \(key)", "the key \(key) is missing")
    }
    return entry.value
  }

  /// The value of a key, or nil where the file does not have it or gives null.
  public mutating func takeOptional(_ key: String) -> YAMLNode? { entry(key)?.value.optional }

  /// Marks a key as known and gives it with its place; nil where the file does not have it.
  public mutating func entry(_ key: String) -> YAMLEntry? {
    known.append(key)
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    taken.insert(key)
    return entry
  }

  /// Refuses the first key that nobody took, with its place, and names the known key that it
  /// resembles.
  public func finish() throws(YAMLError) {
    guard let unknown = entries.first(where: { !taken.contains($0.key) }) else { return }
    throw unknown.unknown(among: known)
  }
}

extension YAMLEntry {
  /// The error for a key, or a word in the place of one, that is none of the known ones.
  public func unknown(among known: [String]) -> YAMLError {
    error(
      "未知的键 \(key.shortened)", "unknown key \(key.shortened)",
      remedy: SpellingAid.remedy(for: key, among: known))
  }
}

extension YAMLNode {
  /// The error for a word that is none of a fixed list.
  public func unknownWord(_ word: String, among known: [String]) -> YAMLError {
    error(
      "未知的取值 \(word.shortened)", "unknown value \(word.shortened)",
      remedy: SpellingAid.remedy(for: word, among: known))
  }
}

/// Suggests the known word that somebody may have meant.
public enum SpellingAid {
  /// The nearest known word within two edits, else the known words.
  static func remedy(for word: String, among known: [String]) -> Bilingual {
    if let near = nearest(to: word, among: known) {
      return Bilingual(zh: "是否应为 \(near)?", en: "did you mean \(near)?")
    }
    if known.isEmpty { return Bilingual(zh: "请删除", en: "remove it") }
    let list = known.sorted().joined(separator: " ")
    return Bilingual(zh: "可用:\(list)", en: "known: \(list)")
  }

  /// The known word with the fewest edits, at most two and fewer than the word has letters. Words
  /// whose digits differ are not near: M14 is no slip of the pen for M04.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let letters = Array(word)
    var best: (word: String, distance: Int)?
    for candidate in known where candidate.filter(\.isNumber) == word.filter(\.isNumber) {
      let distance = edits(letters, Array(candidate))
      guard distance <= 2, distance < max(letters.count, candidate.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Insertions, deletions and replacements that turn one word into the other (Levenshtein); 3
  /// stands for more than two where the lengths alone say so.
  private static func edits(_ a: [Character], _ b: [Character]) -> Int {
    if abs(a.count - b.count) > 2 { return 3 }
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
