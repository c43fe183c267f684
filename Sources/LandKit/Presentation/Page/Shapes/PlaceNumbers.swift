/// Numbers for the different places among points, in order of first appearance.
///
/// An open table of our own: the standard dictionary takes several times as long for a million
/// points, and hashes them differently in every run.
struct PlaceNumbers {
  /// The number of the place of each point.
  private(set) var number: [Int32]
  /// How many places there are.
  private(set) var count = 0

  init(_ x: [Int32], _ y: [Int32]) {
    var size = 16
    while size < x.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    // The first point at each place.
    var first: [Int32] = []
    number = []
    number.reserveCapacity(x.count)
    for i in 0..<x.count {
      var key = UInt64(UInt32(bitPattern: x[i])) << 32 | UInt64(UInt32(bitPattern: y[i]))
      key = (key ^ (key >> 31)) &* 0x9E37_79B9_7F4A_7C15
      var slot = Int(truncatingIfNeeded: key >> 20) & (size - 1)
      while true {
        let found = slots[slot]
        if found < 0 {
          slots[slot] = Int32(count)
          first.append(Int32(i))
          number.append(Int32(count))
          count += 1
          break
        }
        let other = Int(first[Int(found)])
        if x[other] == x[i], y[other] == y[i] {
          number.append(found)
          break
        }
        slot = (slot + 1) & (size - 1)
      }
    }
  }
}
