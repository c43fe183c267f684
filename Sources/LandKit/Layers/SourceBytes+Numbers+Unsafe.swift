// Unsafe because it reads from the one buffer that all inputs are lent as; the bounds are checked
// here.

extension SourceBytes {
  /// The byte at an offset; nil where the file ends before it.
  package func byte(at offset: Int) -> UInt8? {
    withBytes { offset >= 0 && offset < $0.count ? $0[offset] : nil }
  }

  /// An unsigned number of two bytes, the lowest first; nil where the file ends before its end.
  package func littleEndian16(at offset: Int) -> Int? {
    integer(at: offset, as: UInt16.self).map { Int(UInt16(littleEndian: $0)) }
  }

  /// A signed number of four bytes, the lowest first.
  package func littleEndian32(at offset: Int) -> Int? {
    integer(at: offset, as: Int32.self).map { Int(Int32(littleEndian: $0)) }
  }

  /// A signed number of four bytes, the highest first.
  package func bigEndian32(at offset: Int) -> Int? {
    integer(at: offset, as: Int32.self).map { Int(Int32(bigEndian: $0)) }
  }

  private func integer<Value: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, as type: Value.Type
  ) -> Value? {
    withBytes { bytes in
      guard offset >= 0, bytes.count - offset >= MemoryLayout<Value>.size else { return nil }
      return UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: type)
    }
  }

  /// A copy of some bytes; those that the file does not have are left out.
  package func copy(_ range: Range<Int>) -> [UInt8] {
    withBytes { Array($0[range.clamped(to: 0..<$0.count)]) }
  }

  /// Puts some bytes into a buffer of their size or more; how many there were.
  package func copy(_ range: Range<Int>, to target: UnsafeMutableRawPointer) -> Int {
    withBytes { bytes in
      let range = range.clamped(to: 0..<bytes.count)
      guard let start = bytes.baseAddress, !range.isEmpty else { return 0 }
      target.copyMemory(from: start + range.lowerBound, byteCount: range.count)
      return range.count
    }
  }
}
