/// The SplitMix64 sequence: the same numbers everywhere.
struct SampleRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number in 0 ..< 1.
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  /// The next number between two.
  mutating func next(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * next()
  }

  /// The next whole number between two.
  mutating func next(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + min(Int(next() * Double(range.count)), range.count - 1)
  }
}
