/// The form in which parcel ids of different files are held against each other.
public struct ParcelKey: Hashable, Sendable {
  let text: String

  /// Full width folded, spaces removed, capitals; a real-estate unit number of 28 places
  /// (宗地代码 19 + 定着物 9) stands for its parcel.
  public init(_ id: String) {
    let isPlain = id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x61 }
    var text = isPlain ? id : TextFolding.fold(id).uppercased().filter { !$0.isWhitespace }
    if text.utf8.count == 28, ParcelKey.isUnitNumber(Array(text.utf8)) {
      text = String(text.prefix(19))
    }
    self.text = text
  }

  /// Twelve digits for the place, two letters for the title, five digits, then the fixture.
  private static func isUnitNumber(_ bytes: [UInt8]) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    return bytes[0..<12].allSatisfy(isDigit)
      && bytes[12..<14].allSatisfy { (0x41...0x5A).contains($0) }
      && bytes[14..<19].allSatisfy(isDigit)
  }
}
