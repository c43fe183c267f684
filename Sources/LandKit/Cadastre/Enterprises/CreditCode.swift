/// The unified social credit code (统一社会信用代码) of GB 32100: 18 characters, the last a check
/// character over the others.
public enum CreditCode {
  /// What is wrong with a code; positions count from 1.
  public enum Fault: Hashable, Sendable {
    /// It does not have 18 characters.
    case length(Int)
    /// A character that cannot stand at its position.
    case character(position: Int, found: Character)
    /// The check character of the organisation code within (GB 11714), position 17, does not fit
    /// positions 9 to 16, and that of the whole does not fit either.
    case organisationCheck(expected: Character, found: Character)
    /// The check character, position 18, does not fit.
    case check(expected: Character, found: Character)

    /// The fault as a finding's note: `position=5;found=O`.
    public var note: String {
      switch self {
      case .length(let count): "length=\(count)"
      case .character(let position, let found): "position=\(position);found=\(found)"
      case .organisationCheck(let expected, let found):
        "position=17;found=\(found);expected=\(expected)"
      case .check(let expected, let found): "position=18;found=\(found);expected=\(expected)"
      }
    }
  }

  /// The characters in the order of their values: digits and letters without I, O, S, V and Z.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// The code in half width and capitals, without spaces and hyphens.
  public static func normalised(_ text: String) -> String {
    TextFolding.fold(text).uppercased().filter { !$0.isWhitespace && $0 != "-" }
  }

  /// What is wrong with a code; nil where it is as GB 32100 asks.
  ///
  /// Check character: the values of the first 17 characters, each times 3^(position − 1) mod 31, are
  /// summed; 31 less the sum mod 31 is its value, 31 standing for 0. The organisation code inside is
  /// looked at only to say where the fault lies.
  public static func fault(in code: String) -> Fault? {
    let characters = Array(normalised(code))
    guard characters.count == 18 else { return .length(characters.count) }
    var values: [Int] = []
    for (index, character) in characters.enumerated() {
      let value = alphabet.firstIndex(of: character)
      // Positions 3 to 8 are a code of GB/T 2260, digits only.
      guard let value, !(2...7).contains(index) || value < 10 else {
        return .character(position: index + 1, found: character)
      }
      values.append(value)
    }
    var sum = 0
    var weight = 1
    for value in values.dropLast() {
      sum += value * weight
      weight = weight * 3 % 31
    }
    let expected = alphabet[(31 - sum % 31) % 31]
    if expected == characters[17] { return nil }
    let inner = organisationCheck(Array(characters[8..<16]))
    if let inner, inner != characters[16] {
      return .organisationCheck(expected: inner, found: characters[16])
    }
    return .check(expected: expected, found: characters[17])
  }

  /// The check character of an organisation code (GB 11714): weights 3 7 9 10 5 8 4 2, letters from
  /// A = 10, 11 less the sum mod 11, with X for 10 and 0 for 11.
  private static func organisationCheck(_ characters: [Character]) -> Character? {
    var sum = 0
    for (character, weight) in zip(characters, [3, 7, 9, 10, 5, 8, 4, 2]) {
      guard let value = character.hexOrLetterValue else { return nil }
      sum += value * weight
    }
    let check = 11 - sum % 11
    return check == 10 ? "X" : check == 11 ? "0" : Character("\(check)")
  }
}

extension Character {
  /// 0–9 for digits, 10–35 for capitals.
  fileprivate var hexOrLetterValue: Int? {
    if let digit = wholeNumberValue { return digit }
    guard let ascii = asciiValue, (65...90).contains(ascii) else { return nil }
    return Int(ascii) - 55
  }
}
