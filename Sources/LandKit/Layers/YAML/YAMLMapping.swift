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
      // The key that is missing may be there with a slip in it.
      let slip = entries.first { entry in
        !taken.contains(entry.key) && SpellingAid.nearest(to: entry.key, among: [key]) != nil
      }
      if let slip = slip?.key.shortened {
        throw node.error(
          "缺少键 \(key)", "the key \(key) is missing",
          remedy: Bilingual(zh: "是否误写成了 \(slip)?", en: "did you write \(slip) for it?"))
      }
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
  ///
  /// - Parameter near: what the word was meant to be, where that is known already.
  public func unknownWord(
    _ word: String, among known: [String], near: String? = nil
  ) -> YAMLError {
    error(
      "未知的取值 \(word.shortened)", "unknown value \(word.shortened)",
      remedy: SpellingAid.remedy(for: near ?? word, among: near.map { [$0] } ?? known))
  }
}
