import LandGeometry

/// One contract or allocation decision, as far as it concerns one parcel. Every member is optional:
/// nil is unknown, never zero or "no".
///
/// The members are those of ``Fields``; a contract itself is one reference, because it is handed
/// on with every row.
@dynamicMemberLookup
public struct Contract: Hashable, Sendable {
  /// Where the facts stand.
  public struct Source: Hashable, Sendable {
    /// The file as the user named it.
    public var file: String
    /// Row of a table, from 1, the header not counted.
    public var row: Int?
    /// Index of a feature, from 0.
    public var featureIndex: Int?

    /// A place in a file.
    public init(file: String, row: Int? = nil, featureIndex: Int? = nil) {
      self.file = file
      self.row = row
      self.featureIndex = featureIndex
    }
  }

  @usableFromInline var storage: CopyOnWrite<Fields>

  /// A contract of which nothing is known yet.
  public init(source: Source) { storage = CopyOnWrite(Fields(source: source)) }

  /// All members at once.
  @inlinable @inline(__always)
  public var fields: Fields {
    _read { yield storage.value }
    _modify { yield &storage.value }
  }

  /// A member, read and changed in place.
  @inlinable @inline(__always)
  public subscript<Value>(dynamicMember path: WritableKeyPath<Fields, Value>) -> Value {
    _read { yield storage.value[keyPath: path] }
    _modify { yield &storage.value[keyPath: path] }
  }

  /// Whether anything here shows that land was supplied: a number, a kind of document, a date or a
  /// condition of a contract. A parcel id, a use or a holder alone does not.
  public var showsSupply: Bool {
    self.contractNo != nil || self.supervisionNo != nil || self.documentKind != nil
      || self.signedDate != nil
      || self.supplyDate != nil || self.supplyMode != nil || self.contractArea != nil
      || self.price != nil
      || self.agreedStartDate != nil || self.agreedDeliveryDate != nil
      || self.actualDeliveryDate != nil
  }

  /// Fields that show a supply; a layer that has none of them says nothing about supply.
  public static let supplyFields: [Field] = [
    .contractNo, .supervisionNo, .documentKind, .signedDate, .supplyDate, .supplyMode,
    .contractArea, .price, .agreedStartDate, .agreedDeliveryDate, .actualDeliveryDate, .supplyState,
  ]

  /// What a finding calls the contract: its number, else its supervision number, else its place.
  public var name: String {
    if let number = self.contractNo ?? self.supervisionNo { return number }
    if let row = self.source.row { return "\(self.source.fileName)#\(row)" }
    return self.source.featureIndex.map { "\(self.source.fileName)#\($0)" } ?? self.source.fileName
  }
}
