/// Which of the known members of an object have been seen.
struct MemberSet {
  enum Member: UInt8 {
    case type, features, crs, geometry, properties, id, coordinates, geometries
  }
  private var bits: UInt8 = 0

  /// Whether the member is new.
  mutating func insert(_ member: Member) -> Bool {
    let bit = UInt8(1) << member.rawValue
    defer { bits |= bit }
    return bits & bit == 0
  }

  /// Notes a member of the document itself, where a second one leaves nothing to go by.
  mutating func note(_ member: Member, in scanner: JSONScanner, at offset: Int) throws(JSONFault) {
    guard insert(member) else { throw scanner.fault("the member occurs twice", at: offset) }
  }
}
