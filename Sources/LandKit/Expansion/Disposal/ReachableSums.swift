/// Which sums up to a cap the subsets of some values reach, a bit for each, and how.
struct ReachableSums {
  private var words: [UInt64]
  /// The value that reached the sum first; −1 where none did.
  private var source: [Int32]
  private let values: [Int]
  private let cap: Int

  /// Time in proportion to values × cap ÷ 64, memory to the cap. Values are above zero.
  init(_ values: [Int], cap: Int) {
    self.values = values
    self.cap = cap
    words = [UInt64](repeating: 0, count: cap / 64 + 1)
    source = [Int32](repeating: -1, count: cap + 1)
    words[0] = 1
    for (index, value) in values.enumerated() where value <= cap { add(value, Int32(index)) }
  }

  /// Every sum that is reached is reached with this value added, too. Downwards, so that a word is
  /// read before it changes and the value is used once.
  private mutating func add(_ value: Int, _ index: Int32) {
    let (whole, bits) = (value / 64, value % 64)
    for word in stride(from: words.count - 1, through: whole, by: -1) {
      var moved = words[word - whole] << UInt64(bits)
      if bits > 0, word > whole { moved |= words[word - whole - 1] >> UInt64(64 - bits) }
      var new = moved & ~words[word]
      words[word] |= new
      while new != 0 {
        let sum = word * 64 + new.trailingZeroBitCount
        if sum <= cap { source[sum] = index }
        new &= new - 1
      }
    }
  }

  /// The greatest sum that is reached and not above `limit`, which is at most the cap; nil below 0.
  func greatest(upTo limit: Int) -> Int? {
    guard limit >= 0 else { return nil }
    var word = limit / 64
    var bits = words[word] & (UInt64.max >> UInt64(63 - limit % 64))
    while bits == 0, word > 0 {
      word -= 1
      bits = words[word]
    }
    return bits == 0 ? nil : word * 64 + 63 - bits.leadingZeroBitCount
  }

  /// The indices of values that make a sum that is reached. The value that reached it first was
  /// added to a sum that earlier values had reached, so none is taken twice.
  func parts(of sum: Int) -> [Int] {
    var parts: [Int] = []
    var rest = sum
    while rest > 0 {
      parts.append(Int(source[rest]))
      rest -= values[Int(source[rest])]
    }
    return parts
  }
}
