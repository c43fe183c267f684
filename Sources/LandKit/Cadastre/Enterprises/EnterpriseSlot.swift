/// The path to a member of an enterprise; workers share it.
typealias EnterprisePath<Value> = any WritableKeyPath<Enterprise, Value?> & Sendable

/// Where a field is kept in an ``Enterprise``, by type.
enum EnterpriseSlot {
  case text(EnterprisePath<String>)
  case number(EnterprisePath<Double>)
  case day(EnterprisePath<CalendarDate>)
  case truth(EnterprisePath<Bool>)
  case year(EnterprisePath<Int>)
  case parcels

  /// The slot of a field; nil for a field that is no part of an enterprise.
  init?(_ field: Field) {
    switch field {
    case .enterpriseID: self = .text(\.enterpriseID)
    case .name: self = .text(\.name)
    case .zoneID: self = .text(\.zoneID)
    case .parcelID: self = .parcels
    case .year: self = .year(\.year)
    case .industryCode: self = .text(\.industryCode)
    case .industryEdition: self = .number(\.industryEdition)
    case .leadingIndustry: self = .text(\.leadingIndustry)
    case .operating: self = .truth(\.operating)
    case .stoppedSince: self = .day(\.stoppedSince)
    case .lastAnnualReportYear: self = .year(\.lastAnnualReportYear)
    case .contactLost: self = .truth(\.contactLost)
    case .highTech: self = .truth(\.highTech)
    case .landArea: self = .number(\.landArea)
    case .revenue: self = .number(\.revenue)
    case .output: self = .number(\.output)
    case .tax: self = .number(\.tax)
    case .fixedInvestment: self = .number(\.fixedInvestment)
    case .employees: self = .number(\.employees)
    case .zombieListedDate: self = .day(\.zombieListedDate)
    case .zombieClearedDate: self = .day(\.zombieClearedDate)
    case .remark: self = .text(\.remark)
    default: return nil
    }
  }

  /// The fields of an enterprise, in the order of `enterprises.csv`.
  static let fields: [Field] = [
    .enterpriseID, .name, .zoneID, .parcelID, .year, .industryCode, .industryEdition,
    .leadingIndustry, .operating, .stoppedSince, .lastAnnualReportYear, .contactLost, .highTech,
    .landArea, .revenue, .output, .tax, .fixedInvestment, .employees, .zombieListedDate,
    .zombieClearedDate, .remark,
  ]
}

extension Enterprise {
  /// The value of a field as `enterprises.csv` writes it; nil where it is unknown or no part of an
  /// enterprise.
  public func text(of field: Field) -> String? {
    switch EnterpriseSlot(field) {
    case .text(let path): self[keyPath: path]
    case .number(let path): self[keyPath: path].map { "\($0)" }
    case .day(let path): self[keyPath: path]?.description
    case .truth(let path): self[keyPath: path].map { $0 ? "true" : "false" }
    case .year(let path): self[keyPath: path].map(String.init)
    case .parcels: parcelIDs.isEmpty ? nil : parcelIDs.joined(separator: ";")
    case nil: nil
    }
  }
}
