/// Codes of the land administration whose form can be checked.
///
/// Only what the form itself decides is a fault: places that must be digits, letters that have a
/// fixed meaning, the length. Whether a division, a class or a zone of that code exists is not
/// looked at, nor are land-use classes, as their lists differ between editions.
public enum LandCode: String, CaseIterable, Hashable, Sendable {
  /// 宗地代码: 县级行政区划 6, 地籍区 3, 地籍子区 3, 特征码 2, 顺序号 5.
  case parcel
  /// 不动产单元号: 宗地代码 19, 定着物特征码 1, 定着物单元号 8.
  case unit
  /// 电子监管号 of a supply: 行政区划 6, year 4, a letter, 流水号 5.
  case supervision
  /// A class of GB/T 4754: a letter from A to T, one to four digits, or both.
  case industry
  /// 开发区代码 of the catalogue: G for national or S for provincial, 6 digits.
  case zone

  /// What is wrong with a code; positions count from 1.
  public enum Fault: Hashable, Sendable {
    /// It has another number of characters.
    case length(found: Int, expected: Int)
    /// A character that cannot stand at its position, and what can.
    case character(position: Int, found: Character, expected: String)

    /// The fault as a finding's note: `position=13;found=8;expected=G/J/Z`.
    public var note: String {
      switch self {
      case .length(let found, let expected): "length=\(found);expected=\(expected)"
      case .character(let position, let found, let expected):
        "position=\(position);found=\(found);expected=\(expected)"
      }
    }
  }

  /// The code in half width and capitals, without the spaces that documents put between its parts.
  public static func normalised(_ text: String) -> String {
    TextFolding.fold(text).uppercased().filter { !$0.isWhitespace }
  }

  /// What is wrong with a text as a code of this kind; nil where nothing is.
  public func fault(in text: String) -> Fault? {
    if isPlainlyRight(text.utf8.span) { return nil }
    let code = Array(Self.normalised(text))
    switch self {
    case .parcel: return Self.length(code, 19) ?? Self.parcelFault(code)
    case .unit:
      return Self.length(code, 28) ?? Self.parcelFault(code)
        ?? Self.letter(code, 20, "FLQW") ?? Self.digits(code, 21...28)
    case .supervision:
      return Self.length(code, 16) ?? Self.digits(code, 1...10) ?? Self.anyLetter(code, 11)
        ?? Self.digits(code, 12...16)
    case .zone:
      return Self.length(code, 7) ?? Self.letter(code, 1, "GS") ?? Self.digits(code, 2...7)
    case .industry: return Self.industryFault(code)
    }
  }

  /// The places of a 宗地代码, which also begins a 不动产单元号. The second letter of the 特征码 is not
  /// held against a list, as editions of the rules have different ones; A, collective ownership, goes
  /// with J alone in all of them.
  private static func parcelFault(_ code: [Character]) -> Fault? {
    if let fault = digits(code, 1...12) ?? letter(code, 13, "GJZ") ?? anyLetter(code, 14) {
      return fault
    }
    if code[13] == "A", code[12] != "J" {
      return .character(position: 13, found: code[12], expected: "J")
    }
    return digits(code, 15...19)
  }

  /// Four digits at most behind at most one letter; the letters go from A to T in the editions from
  /// 2002 on, and their divisions to 98 at most.
  private static func industryFault(_ code: [Character]) -> Fault? {
    let first = code.first.map(isLetter) ?? false ? 1 : 0
    if first == 1, let fault = letter(code, 1, "ABCDEFGHIJKLMNOPQRST", as: "A-T") { return fault }
    let count = code.count - first
    if count > 4 { return .length(found: code.count, expected: first + 4) }
    if count > 0, let fault = digits(code, first + 1...code.count) { return fault }
    if count == 1 && first == 0 { return .length(found: 1, expected: 2) }
    guard count >= 2, let division = Int(String(code[first..<first + 2])) else { return nil }
    if (1...98).contains(division) { return nil }
    let place = division == 0 ? first + 1 : first + 2
    return .character(position: place, found: code[place - 1], expected: "01-98")
  }

  private static func length(_ code: [Character], _ expected: Int) -> Fault? {
    code.count == expected ? nil : .length(found: code.count, expected: expected)
  }

  private static func digits(_ code: [Character], _ positions: ClosedRange<Int>) -> Fault? {
    for position in positions where !isDigit(code[position - 1]) {
      return .character(position: position, found: code[position - 1], expected: "0-9")
    }
    return nil
  }

  private static func letter(
    _ code: [Character], _ position: Int, _ allowed: String, as name: String? = nil
  ) -> Fault? {
    if allowed.contains(code[position - 1]) { return nil }
    let list = name ?? allowed.map(String.init).joined(separator: "/")
    return .character(position: position, found: code[position - 1], expected: list)
  }

  private static func anyLetter(_ code: [Character], _ position: Int) -> Fault? {
    isLetter(code[position - 1])
      ? nil : .character(position: position, found: code[position - 1], expected: "A-Z")
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.asciiValue.map { (0x30...0x39).contains($0) } ?? false
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.asciiValue.map { (0x41...0x5A).contains($0) } ?? false
  }
}
