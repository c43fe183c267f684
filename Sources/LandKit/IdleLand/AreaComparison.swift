import LandCadastre
import LandRulebook

/// The contract's area against the measured area of the same kind.
public struct AreaComparison: Hashable, Sendable {
  /// Area by contract, m²; the sum where several contracts share the parcel.
  public var contractArea: Double?
  /// The kind that was compared.
  public var kind: AreaKind
  /// Whether the kind was assumed to be planar because a contract does not state it.
  public var kindIsAssumed: Bool
  /// Measured area of that kind, m².
  public var measuredArea: Double?
  /// Measured − contract, m².
  public var difference: Double?
  /// Difference ÷ contract.
  public var differenceShare: Double?
  /// The tolerance, m².
  public var tolerance: Double?
  /// met: within the tolerance; notMet: beyond it.
  public var verdict: Verdict

  /// Compares the contracts that are in force. Areas of several contracts are added up where all
  /// are known and of one kind.
  init(_ contracts: [Contract], parcel: ParcelFacts) {
    let first = contracts.first?.areaKind ?? .planar
    let isMixed = contracts.contains { ($0.areaKind ?? .planar) != first }
    kind = isMixed ? .planar : first
    kindIsAssumed = contracts.contains { $0.areaKind == nil }
    measuredArea = kind == .planar ? parcel.planarArea : parcel.ellipsoidalArea
    tolerance = parcel.areaTolerance
    let areas = contracts.compactMap { $0.contractArea }
    let isComparable =
      !areas.isEmpty && areas.count == contracts.count && !isMixed
    contractArea = isComparable ? areas.reduce(0, +) : nil
    if let contractArea, let measuredArea {
      difference = measuredArea - contractArea
      differenceShare = contractArea > 0 ? (measuredArea - contractArea) / contractArea : nil
    }
    verdict = .notApplicable
    guard !contracts.isEmpty else { return }
    var missing: [String] = []
    if contractArea == nil {
      missing.append((isMixed ? Field.areaKind : .contractArea).rawValue)
    }
    if measuredArea == nil {
      missing.append(kind == .planar ? "planar_area_m2" : "ellipsoidal_area_m2")
    }
    if parcel.areaQuality == .doubtful {
      missing.append("geometry")
    } else if tolerance == nil {
      missing.append("area_tolerance_m2")
    }
    if missing.isEmpty, let difference, let tolerance {
      verdict = Comparison.atMost.holds(abs(difference), tolerance) ? .met : .notMet
    } else {
      verdict = .unknown(missing: missing)
    }
  }
}
