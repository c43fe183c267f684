// Unsafe because rows are written through a pointer that moves: an array asks for every byte
// whether it is its only owner and has room. Every write is checked against the end.

/// Bytes that grow, with a single owner; millions of short appends are what it is for.
public struct ByteWriter: ~Copyable, @unchecked Sendable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var next: UnsafeMutablePointer<UInt8>
  @usableFromInline var end: UnsafeMutablePointer<UInt8>

  /// Room for some bytes; it grows as needed.
  public init(capacity: Int = 64) {
    base = .allocate(capacity: max(1, capacity))
    next = base
    end = base + max(1, capacity)
  }

  deinit { base.deallocate() }

  /// The number of bytes written.
  @inlinable
  public var count: Int { next - base }

  @usableFromInline @inline(never)
  mutating func grow(by more: Int) {
    let count = count
    let capacity = max(2 * (end - base), count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    next = larger + count
    end = larger + capacity
  }

  /// Appends a part of what another writer holds.
  public mutating func append(_ other: borrowing ByteWriter, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
    append(
      bytes: UnsafeBufferPointer(start: other.base + range.lowerBound, count: range.count).span)
  }

  /// Ends the writing; the bytes can be handed on from now on.
  public consuming func finish() -> ByteText {
    let text = ByteText(base: base, count: count)
    discard self
    return text
  }
}

extension ByteWriter: ByteSink {
  /// Appends one byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    if next == end { grow(by: 1) }
    next.pointee = byte
    next += 1
  }

  /// Appends some bytes.
  @inlinable @inline(__always)
  public mutating func append(bytes: Span<UInt8>) {
    let count = bytes.count
    if end - next < count { grow(by: count) }
    let place = next
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { place.update(from: start, count: count) }
    }
    next = place + count
  }
}

/// Bytes that are written and no longer change; handed from a worker to the one who writes files.
public final class ByteText: @unchecked Sendable {
  private let base: UnsafeMutablePointer<UInt8>
  /// The number of bytes.
  public let count: Int

  fileprivate init(base: UnsafeMutablePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
  }

  deinit { base.deallocate() }

  /// No bytes.
  public static let empty = ByteWriter(capacity: 1).finish()

  /// Lends the bytes.
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: count).span)
  }

  /// A copy of the bytes.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
