/// The value of a field, by type; numbers in the canonical unit of the field.
public enum FieldValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  case day(CalendarDate)
  case truth(Bool)
  /// Codes of which all hold.
  case list([String])
}

extension Contract {
  /// The value of a field; nil where it is unknown or no part of a contract. A code is its word.
  public func value(of field: Field) -> FieldValue? {
    switch ContractSlot(field) {
    case .text(let path): fields[keyPath: path].map { .text($0) }
    case .number(let path): fields[keyPath: path].map { .number($0) }
    case .day(let path): fields[keyPath: path].map { .day($0) }
    case .truth(let path): fields[keyPath: path].map { .truth($0) }
    case .contractClauses: self.terms.clauses.map { .list($0) }
    case nil: nil
    default: text(of: field).map { .text($0) }
    }
  }
}

extension Enterprise {
  /// The value of a field; nil where it is unknown or no part of an enterprise.
  public func value(of field: Field) -> FieldValue? {
    switch EnterpriseSlot(field) {
    case .text(let path): self[keyPath: path].map { .text($0) }
    case .number(let path): self[keyPath: path].map { .number($0) }
    case .day(let path): self[keyPath: path].map { .day($0) }
    case .truth(let path): self[keyPath: path].map { .truth($0) }
    case .year(let path): self[keyPath: path].map { .number(Double($0)) }
    case .parcels: parcelIDs.isEmpty ? nil : .list(parcelIDs)
    case nil: nil
    }
  }
}

/// Values of columns that rulebooks declare, as texts of a table.
public enum DeclaredValue {
  /// A number with or without thousands separators.
  public static func number(_ text: String) -> Double? {
    guard let reading = NumberText.parse(text), reading.unit == nil else { return nil }
    return reading.value
  }
  /// A day in any of the usual forms.
  public static func day(_ text: String) -> CalendarDate? {
    if case .day(let day)? = DateText.parse(text) { return day }
    return nil
  }
  /// 是/否, true/false, yes/no, 1/0.
  public static func truth(_ text: String) -> Bool? {
    switch TextFolding.lowercasedASCII(TextFolding.fold(text)) {
    case "是", "true", "yes", "y", "1", "有": true
    case "否", "false", "no", "n", "0", "无": false
    default: nil
    }
  }
}
