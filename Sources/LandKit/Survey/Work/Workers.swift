import Dispatch
import Synchronization

/// How many workers share a piece of work. The results never depend on the number.
public struct Workers: Sendable {
  /// The number of workers.
  public let count: Int

  /// At least one worker.
  public init(count: Int) { self.count = max(1, count) }

  /// Cuts `0 ..< total` into ranges of `size`, runs `body` on each and returns the results in
  /// order. A range is taken by whichever worker is free.
  public func map<Result: Sendable>(
    _ total: Int, size: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    guard total > 0 else { return [] }
    let chunks = (total + size - 1) / size
    let range = { @Sendable (index: Int) in index * size..<min(total, (index + 1) * size) }
    if count == 1 || chunks == 1 { return (0..<chunks).map { body(range($0)) } }
    let next = Atomic<Int>(0)
    let slots = Mutex([Result?](repeating: nil, count: chunks))
    DispatchQueue.concurrentPerform(iterations: min(count, chunks)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < chunks else { return }
        let result = body(range(index))
        slots.withLock { $0[index] = result }
      }
    }
    return slots.withLock { $0.compactMap { $0 } }
  }

  /// The same in rounds, each result consumed in order before the next round begins, so that only
  /// a round's results are held at once.
  public func forEach<Result: Sendable, Failure: Error>(
    _ total: Int, size: Int, _ body: @Sendable (Range<Int>) -> Result,
    consume: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    let round = size * max(8, 4 * count)
    var start = 0
    while start < total {
      let base = start
      let length = min(round, total - start)
      let results = map(length, size: size) {
        body(base + $0.lowerBound..<base + $0.upperBound)
      }
      for result in results { try consume(result) }
      start += length
    }
  }
}
