/// The path to a member of a contract; workers share it.
typealias ContractPath<Value> = any WritableKeyPath<Contract.Fields, Value?> & Sendable

/// Where a field is kept in a ``Contract``, by type.
enum ContractSlot {
  case text(ContractPath<String>)
  case number(ContractPath<Double>)
  case day(ContractPath<CalendarDate>)
  case truth(ContractPath<Bool>)
  case documentKind, ownership, areaKind, startState, disposalWay, causeSpans, contractClauses
  case paymentSchedule

  /// The slot of a field; nil for a field that is no part of a contract.
  init?(_ field: Field) {
    switch field {
    case .contractNo: self = .text(\.contractNo)
    case .supervisionNo: self = .text(\.supervisionNo)
    case .parcelID: self = .text(\.parcelID)
    case .zoneID: self = .text(\.zoneID)
    case .parcelShare: self = .number(\.parcelShare)
    case .documentKind: self = .documentKind
    case .supplyMode: self = .text(\.supplyMode)
    case .ownership: self = .ownership
    case .holder: self = .text(\.holder)
    case .projectName: self = .text(\.projectName)
    case .location: self = .text(\.location)
    case .landUse: self = .text(\.landUse)
    case .industryCode: self = .text(\.industryCode)
    case .industryEdition: self = .number(\.industryEdition)
    case .landGrade: self = .text(\.landGrade)
    case .contractArea: self = .number(\.contractArea)
    case .areaKind: self = .areaKind
    case .price: self = .number(\.price)
    case .pricePaid: self = .number(\.pricePaid)
    case .paymentSchedule: self = .paymentSchedule
    case .termYears: self = .number(\.termYears)
    case .signedDate: self = .day(\.signedDate)
    case .supplyDate: self = .day(\.supplyDate)
    case .agreedDeliveryDate: self = .day(\.agreedDeliveryDate)
    case .actualDeliveryDate: self = .day(\.actualDeliveryDate)
    case .agreedStartDate: self = .day(\.agreedStartDate)
    case .amendedStartDate: self = .day(\.amendedStartDate)
    case .amendmentNo: self = .text(\.amendmentNo)
    case .amendmentDate: self = .day(\.amendmentDate)
    case .startState: self = .startState
    case .actualStartDate: self = .day(\.actualStartDate)
    case .startEvidence: self = .text(\.startEvidence)
    case .permitDate: self = .day(\.permitDate)
    case .agreedFinishDate: self = .day(\.agreedFinishDate)
    case .actualFinishDate: self = .day(\.actualFinishDate)
    case .suspendedDate: self = .day(\.suspendedDate)
    case .resumedDate: self = .day(\.resumedDate)
    case .dueArea: self = .number(\.dueArea)
    case .developedArea: self = .number(\.developedArea)
    case .dueFootprint: self = .number(\.dueFootprint)
    case .totalInvestment: self = .number(\.totalInvestment)
    case .invested: self = .number(\.invested)
    case .investmentDate: self = .day(\.investmentDate)
    case .fixedInvestment: self = .number(\.fixedInvestment)
    case .plotRatioMin: self = .number(\.plotRatioMin)
    case .plotRatioMax: self = .number(\.plotRatioMax)
    case .densityMin: self = .number(\.densityMin)
    case .densityMax: self = .number(\.densityMax)
    case .coefficientMin: self = .number(\.coefficientMin)
    case .greenMax: self = .number(\.greenMax)
    case .officeShareMax: self = .number(\.officeShareMax)
    case .intensityMin: self = .number(\.intensityMin)
    case .priorityIndustry: self = .truth(\.terms.priorityIndustry)
    case .farmPrimary: self = .truth(\.terms.farmPrimary)
    case .priceFloor: self = .number(\.terms.priceFloor)
    case .landCost: self = .number(\.terms.landCost)
    case .specialProcess: self = .truth(\.terms.specialProcess)
    case .separateParcel: self = .truth(\.terms.separateParcel)
    case .phased: self = .truth(\.terms.phased)
    case .phaseSupplyDate: self = .day(\.terms.phaseSupplyDate)
    case .phaseFinishDate: self = .day(\.terms.phaseFinishDate)
    case .contractClauses: self = .contractClauses
    case .intensityControl: self = .number(\.terms.intensityControl)
    case .collective: self = .truth(\.terms.collective)
    case .causeSpans: self = .causeSpans
    case .identifiedNo: self = .text(\.identifiedNo)
    case .identifiedDate: self = .day(\.identifiedDate)
    case .idleArea: self = .number(\.idleArea)
    case .disposalWay: self = .disposalWay
    case .disposedDate: self = .day(\.disposedDate)
    case .disposedArea: self = .number(\.disposedArea)
    case .systemRecordDate: self = .day(\.systemRecordDate)
    case .feePaid: self = .number(\.feePaid)
    case .remark: self = .text(\.remark)
    case .supplyState, .industry, .greenArea, .greenShare, .officeArea, .officeShare, .buildingID,
      .kind, .use, .storeys, .storeyHeight, .height, .grossFloor, .countedFloor, .basement,
      .builtYear, .name, .level, .approvedArea, .officeFloor, .zoneClass, .enterpriseID, .year,
      .leadingIndustry, .operating, .stoppedSince, .lastAnnualReportYear, .contactLost, .highTech,
      .landArea, .revenue, .output, .tax, .employees, .zombieListedDate, .zombieClearedDate:
      return nil
    }
  }

  /// The fields of a contract, in the order of `contracts.csv`.
  static let fields: [Field] = Field.allCases.filter { ContractSlot($0) != nil }
}

extension Contract {
  /// The value of a field as `contracts.csv` writes it; nil where it is unknown or no part of a
  /// contract.
  public func text(of field: Field) -> String? {
    switch ContractSlot(field) {
    case .text(let path): fields[keyPath: path]
    case .number(let path): fields[keyPath: path].map { "\($0)" }
    case .day(let path): fields[keyPath: path]?.description
    case .truth(let path): fields[keyPath: path].map { $0 ? "true" : "false" }
    case .contractClauses: self.terms.clauses?.joined(separator: ";")
    case .paymentSchedule: self.terms.payments?.text
    case .documentKind: self.documentKind?.rawValue
    case .ownership: self.ownership?.rawValue
    case .areaKind: self.areaKind?.rawValue
    case .startState: self.startState?.rawValue
    case .disposalWay: self.disposalWay?.rawValue
    case .causeSpans:
      self.causeSpans.isEmpty ? nil : self.causeSpans.map(\.description).joined(separator: ";")
    case nil: nil
    }
  }

  /// Takes a field over from another contract.
  mutating func take(_ field: Field, from other: Contract) {
    switch ContractSlot(field) {
    case .text(let path): fields[keyPath: path] = other.fields[keyPath: path]
    case .number(let path): fields[keyPath: path] = other.fields[keyPath: path]
    case .day(let path): fields[keyPath: path] = other.fields[keyPath: path]
    case .truth(let path): fields[keyPath: path] = other.fields[keyPath: path]
    case .contractClauses: self.terms.clauses = other.terms.clauses
    case .paymentSchedule: self.terms.payments = other.terms.payments
    case .documentKind: self.documentKind = other.documentKind
    case .ownership: self.ownership = other.ownership
    case .areaKind: self.areaKind = other.areaKind
    case .startState: self.startState = other.startState
    case .disposalWay: self.disposalWay = other.disposalWay
    case .causeSpans: self.causeSpans = other.causeSpans
    case nil: break
    }
  }
}
