/// A column whose values may be codes, worked out once from its name; says of each value whether
/// it is meant as a code and, if so, what is wrong with it.
///
/// Offices give parcels ids of their own (`DK01`) under any heading, so a value is taken for a code
/// only where its own form or the heading with a part of the form says so. The limits are ours.
struct CodeColumn: Hashable, Sendable {
  private enum Rule: Hashable {
    /// The heading names the code: values of a fair length that start with a digit are meant as one.
    case named(LandCode, leastLength: Int)
    /// The heading is for any id of a parcel: only what has plainly the form.
    case parcelID
    /// The heading names the code; values of letters and digits are meant as one.
    case short(LandCode)
  }

  private let rule: Rule

  /// The rule of a column; nil for fields that hold no such codes.
  init?(_ binding: FieldMap.Binding) {
    let key = HeaderName.key(binding.name)
    switch (binding.field, key) {
    case (.parcelID, "宗地代码"), (.parcelID, "zddm"): rule = .named(.parcel, leastLength: 12)
    case (.parcelID, "不动产单元号"), (.parcelID, "不动产单元代码"), (.parcelID, "bdcdyh"):
      rule = .named(.unit, leastLength: 12)
    case (.parcelID, _): rule = .parcelID
    case (.supervisionNo, _): rule = .named(.supervision, leastLength: 10)
    case (.industryCode, "行业代码"), (.industryCode, "行业分类代码"),
      (.industryCode, "国民经济行业代码"), (.industryCode, "industrycode"):
      rule = .short(.industry)
    case (.zoneID, "开发区代码"), (.zoneID, "kfqdm"): rule = .short(.zone)
    default: return nil
    }
  }

  /// The code that a value is meant as and its fault; nil where it is none or has none.
  func fault(in value: String) -> (code: LandCode, fault: LandCode.Fault)? {
    if isPlainlyRight(value) { return nil }
    guard let code = meant(value), let fault = code.fault(in: value) else { return nil }
    return (code, fault)
  }

  /// Whether a value is a code of the kind that the column is for, without a fault.
  private func isPlainlyRight(_ value: String) -> Bool {
    let text = value.utf8.span
    return switch rule {
    case .named(let code, _), .short(let code): code.isPlainlyRight(text)
    case .parcelID: LandCode.parcel.isPlainlyRight(text) || LandCode.unit.isPlainlyRight(text)
    }
  }

  private func meant(_ value: String) -> LandCode? {
    let count = value.utf8.count
    switch rule {
    case .named(let code, let least):
      guard count >= least, let first = value.utf8.first, (0x30...0x39).contains(first) else {
        return nil
      }
      // Tables of approvals have a supervision number of 19 places, which is another one.
      if code == .supervision, count >= 19, LandCode.normalised(value).count == 19 { return nil }
      return code
    case .parcelID:
      guard count == 19 || count == 28 else { return nil }
      return Self.hasForm(value) ? (count == 19 ? .parcel : .unit) : nil
    case .short(let code):
      guard count <= 8, Self.isPlain(value) else { return nil }
      // Zones have ids of their own making, too; six digits make one of the catalogue.
      if code == .zone { return value.utf8.count(where: Self.isDigit) >= 5 ? code : nil }
      return code
    }
  }

  /// Six digits in front, letters and digits behind, and a letter where the 特征码 stands: other
  /// registers have ids of 19 digits.
  private static func hasForm(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return bytes[..<6].allSatisfy(isDigit) && isPlain(value)
      && bytes[12...13].contains(where: isLetter)
  }

  private static func isPlain(_ value: String) -> Bool {
    value.utf8.allSatisfy { isDigit($0) || isLetter($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
