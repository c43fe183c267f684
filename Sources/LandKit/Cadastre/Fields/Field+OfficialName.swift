extension Field {
  /// What the field is called in Chinese files and on paper, `约定动工日期`; the English name where
  /// there is no Chinese one.
  public var officialName: String {
    let role = Role.allCases.first { belongs(to: $0) } ?? .contracts
    let names = FieldNames.names(of: self, in: role)
    return names.first { name in name.unicodeScalars.contains { $0.value >= 0x4E00 } } ?? rawValue
  }
}
