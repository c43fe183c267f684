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

  /// The same with each result consumed in order by the calling thread while the workers go on.
  /// Only a few results are held at once, however long the work is.
  public func forEach<Result: Sendable, Failure: Error>(
    _ total: Int, size: Int, _ body: @escaping @Sendable (Range<Int>) -> Result,
    consume: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    let chunks = (total + size - 1) / size
    let range = { @Sendable (index: Int) in index * size..<min(total, (index + 1) * size) }
    if count == 1 || chunks <= 1 {
      for index in 0..<chunks { try consume(body(range(index))) }
      return
    }
    let belt = Belt<Result>(window: 8 * count)
    for _ in 0..<min(count, chunks) {
      DispatchQueue.global().async {
        while let index = belt.take(below: chunks) { belt.put(body(range(index)), at: index) }
      }
    }
    for index in 0..<chunks {
      let result = belt.next(index)
      do throws(Failure) { try consume(result) } catch {
        belt.stop()
        throw error
      }
    }
  }
}

extension Workers {
  /// Starts a piece of work beside what the caller goes on with; one worker alone does it at once.
  public func beside<Result: Sendable>(
    _ body: @escaping @Sendable () -> Result
  ) -> WorkBeside<Result> {
    let work = WorkBeside<Result>()
    if count == 1 {
      work.finish(body())
    } else {
      DispatchQueue.global().async { work.finish(body()) }
    }
    return work
  }

  /// As ``forEach(_:size:_:consume:)`` for items that come one after the other, as from a file:
  /// `next` is asked by one worker at a time, until it gives nothing.
  public func stream<Item: Sendable, Result: Sendable, Failure: Error>(
    _ next: @escaping @Sendable () -> Item?, _ body: @escaping @Sendable (Item) -> Result,
    consume: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    if count == 1 {
      while let item = next() { try consume(body(item)) }
      return
    }
    // Two results a worker wait at most: items are large.
    let belt = Belt<Result?>(window: 2 * count)
    let source = Mutex<Bool>(false)
    for _ in 0..<count {
      DispatchQueue.global().async {
        while true {
          let taken = source.withLock { isDone -> (index: Int, item: Item)? in
            guard !isDone, let index = belt.take(below: .max) else { return nil }
            guard let item = next() else {
              isDone = true
              belt.put(nil, at: index)
              return nil
            }
            return (index, item)
          }
          guard let taken else { return }
          belt.put(body(taken.item), at: taken.index)
        }
      }
    }
    var index = 0
    while let result = belt.next(index) {
      index += 1
      do throws(Failure) { try consume(result) } catch {
        belt.stop()
        throw error
      }
    }
  }
}

/// A piece of work that another worker may still be at.
public final class WorkBeside<Result: Sendable>: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let slot = Mutex<Result?>(nil)

  fileprivate init() {}

  fileprivate func finish(_ result: Result) {
    slot.withLock { $0 = result }
    done.signal()
  }

  /// What the work came to; waits for its end.
  public func value() -> Result {
    while true {
      if let result = slot.withLock({ $0 }) { return result }
      done.wait()
      // Whoever else waits is let go, too.
      done.signal()
    }
  }
}

/// Results on their way from the workers to the one who consumes them in order.
private final class Belt<Item: Sendable>: Sendable {
  private let room = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)
  private let state = Mutex(State())

  private struct State {
    var taken = 0
    var stopped = false
    var items: [Int: Item] = [:]
  }

  /// Room is made by signals: a semaphore that is let go below the value it was made with ends the
  /// program, and a belt that is stopped early still holds results.
  init(window: Int) {
    for _ in 0..<window { room.signal() }
  }

  /// The next index to work on, once there is room for its result; nil at the end.
  func take(below end: Int) -> Int? {
    room.wait()
    let index = state.withLock { state -> Int? in
      guard !state.stopped, state.taken < end else { return nil }
      defer { state.taken += 1 }
      return state.taken
    }
    // Whoever finds the end lets the others find it, too.
    if index == nil { room.signal() }
    return index
  }

  func put(_ item: Item, at index: Int) {
    state.withLock { $0.items[index] = item }
    ready.signal()
  }

  /// Waits for a result.
  func next(_ index: Int) -> Item {
    while true {
      if let item = state.withLock({ $0.items.removeValue(forKey: index) }) {
        room.signal()
        return item
      }
      ready.wait()
    }
  }

  func stop() {
    state.withLock { $0.stopped = true }
    room.signal()
  }
}
