/// A large value behind one reference. Handing it on costs one count instead of a copy of every
/// member; the first change of a shared value copies it, so that it stays a value.
///
/// Records of the law have dozens of optional texts, and each is handed from the reader to the
/// judge, from there to the row and to the counting. Sendable without the compiler's word for it,
/// because what is behind the reference changes only while a single owner holds it.
@frozen
public struct CopyOnWrite<Value: Sendable>: @unchecked Sendable {
  @usableFromInline
  final class Box {
    @usableFromInline var value: Value

    @inlinable
    init(_ value: Value) { self.value = value }
  }

  @usableFromInline var box: Box

  /// A value with an owner of its own.
  @inlinable
  public init(_ value: Value) { box = Box(value) }

  /// The value, read in place and changed in place where nobody else holds it.
  @inlinable @inline(__always)
  public var value: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }
}

extension CopyOnWrite: Equatable where Value: Equatable {
  /// Whether the values are equal.
  @inlinable
  public static func == (a: CopyOnWrite, b: CopyOnWrite) -> Bool {
    a.box === b.box || a.box.value == b.box.value
  }
}

extension CopyOnWrite: Hashable where Value: Hashable {
  /// Feeds the value to a hasher.
  @inlinable
  public func hash(into hasher: inout Hasher) { box.value.hash(into: &hasher) }
}
