// Unsafe because an array takes the bytes of a span only through its buffer pointer; the pointer
// does not leave the call.

/// Whatever takes bytes one after the other: an array, or a ``ByteWriter`` where the rows are many.
public protocol ByteSink: ~Copyable {
  /// Appends one byte.
  mutating func append(_ byte: UInt8)
  /// Appends some bytes.
  mutating func append(bytes: Span<UInt8>)
}

extension ByteSink where Self: ~Copyable {
  /// Appends a text as UTF-8.
  @inlinable @inline(__always)
  public mutating func append(utf8 text: borrowing String) { append(bytes: text.utf8.span) }
}

extension Array: ByteSink where Element == UInt8 {
  /// Appends some bytes.
  @inlinable
  public mutating func append(bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
