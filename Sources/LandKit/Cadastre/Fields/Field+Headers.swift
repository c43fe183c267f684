extension Field {
  /// The fields that files of a role may hold; for tables in the order of their columns.
  public static func fields(of role: Role) -> [Field] {
    switch role {
    case .contracts: ContractSlot.fields
    case .enterprises: EnterpriseSlot.fields
    case .parcels, .buildings, .zones: allCases.filter { $0.belongs(to: role) }
    }
  }

  /// The names by which files of a role may call the field, besides its English one; the usual
  /// Chinese one comes first.
  public func names(in role: Role) -> [String] {
    let names = FieldNames.names(of: self, in: role)
    return role == .enterprises ? FieldNames.own(self, in: role) + names.filter(isCommon) : names

    func isCommon(_ name: String) -> Bool { !FieldNames.own(self, in: role).contains(name) }
  }

  /// The header of a table's column: the Chinese name with its canonical unit, 出让面积(平方米).
  /// Shares have no unit: they are written 0 to 1.
  public func header(in role: Role) -> String {
    let unit =
      switch valueKind {
      case .area: "(平方米)"
      case .money: "(万元)"
      case .intensity: "(万元/公顷)"
      case .unitPrice: "(元/平方米)"
      case .length: "(米)"
      case .years: "(年)"
      case .count where self == .employees: "(人)"
      case .count, .text, .date, .share, .ratio, .year, .boolean, .code, .list: ""
      }
    return (names(in: role).first ?? rawValue) + unit
  }
}
