/// The parts in which a file of parcels is audited.
struct PartitionPlan: Sendable {
  /// One part.
  struct Part: Hashable, Sendable {
    /// The parcels whose rows it writes: from and to multiples of the number that a worker takes at
    /// a time, as in a run over the whole file.
    var rows: Range<Int>
    /// The parcels that it accounts for in their zones: whole runs of a zone.
    var zones: Range<Int>
    /// The parcels that it reads for both.
    var own: Range<Int> { rows.lowerBound..<zones.upperBound }
  }
  let parts: [Part]

  /// Cuts a file of `count` parcels where zones begin.
  init(count: Int, zoneStarts: [Int], _ options: PartitionOptions) {
    var ends: [Int] = []
    var start = 0
    func cut(before limit: Int) {
      // A run that is too long for one part.
      while limit - start > options.mostParcels {
        start += options.mostParcels
        ends.append(start)
      }
    }
    for (place, next) in zoneStarts.enumerated() {
      cut(before: next)
      let after = place + 1 < zoneStarts.count ? zoneStarts[place + 1] : count
      let isFull = next - start >= options.leastParcels
      let isLong = after - start > options.mostParcels
      if next > start, isFull || isLong {
        ends.append(next)
        start = next
      }
    }
    cut(before: count)
    if start < count { ends.append(count) }
    let step = AuditRun.partSize
    var parts: [Part] = []
    for (place, end) in ends.enumerated() {
      let begin = parts.last?.zones.upperBound ?? 0
      let last = place == ends.count - 1
      parts.append(
        Part(
          rows: begin / step * step..<(last ? count : end / step * step), zones: begin..<end))
    }
    self.parts = parts
  }

  /// The parts that read a parcel as their own: one, or several for those just before the end of a
  /// part.
  func parts(of parcel: Int) -> Range<Int> {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].zones.upperBound <= parcel { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < parts.count, parts[end].rows.lowerBound <= parcel { end += 1 }
    return low..<max(end, min(low + 1, parts.count))
  }
}
