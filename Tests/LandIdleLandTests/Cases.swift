import LandCadastre
import LandIdleLand
import LandRulebook

extension CalendarDate {
  /// A day written `2023-10-08`; tests fail on anything else.
  static func iso(_ text: String) -> CalendarDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
      ?? CalendarDate(dayNumber: .min)
  }
}

/// A contract of which only what `change` sets is known.
func contract(_ number: String = "A", _ change: (inout Contract) -> Void) -> Contract {
  var contract = Contract(source: .init(file: "contracts.csv", row: 1))
  contract.contractNo = number
  change(&contract)
  return contract
}

/// A parcel of which only what `change` sets is known.
func parcel(_ change: (inout ParcelFacts) -> Void = { _ in }) -> ParcelFacts {
  var parcel = ParcelFacts(parcelID: "P1", file: "parcels.geojson", featureIndex: 0)
  change(&parcel)
  return parcel
}

/// The assessment of a parcel on a day.
func assess(
  _ contracts: [Contract], on day: String, parcel facts: ParcelFacts = parcel(),
  _ change: (inout IdleOptions) -> Void = { _ in }
) -> ParcelAssessment {
  var options = IdleOptions(asOf: .iso(day))
  change(&options)
  return ParcelAssessor(rules: RuleSelection.shipped.idleLandRules, options: options).assess(parcel: facts, contracts: contracts)
}

/// The idle assessment under one contract on a day.
func idle(
  _ contract: Contract, on day: String, parcel facts: ParcelFacts = parcel(),
  _ change: (inout IdleOptions) -> Void = { _ in }
) -> IdleAssessment {
  assess([contract], on: day, parcel: facts, change).idle
}
