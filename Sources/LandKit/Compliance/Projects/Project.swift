import LandCadastre
import LandIdleLand

/// One contract or decision with all its parcels.
public struct Project: Sendable {
  /// The contract with its amounts as a whole.
  public var contract: Contract
  /// Where it stands on the day.
  public var standing: ContractStanding
  /// Its parcels.
  public var grounds: [GroundFigures]
  /// Whether all parcels of the contract are among ``grounds``.
  public var isWhole: Bool
  /// Names of the columns that its file has.
  public var columns: Set<String>
  /// The zone of its first parcel.
  public var zoneID: String? { grounds.first?.zoneID ?? contract.zoneID }
  /// What findings call it.
  public var id: String { contract.name }
}

/// One parcel's part in a project, as it comes out of the audit.
public struct ProjectPart: Sendable {
  /// The contract with the parcel's share of its amounts.
  public var contract: Contract
  /// The parcel.
  public var ground: GroundFigures

  /// A part.
  public init(contract: Contract, ground: GroundFigures) {
    self.contract = contract
    self.ground = ground
  }
}

/// Puts the parts of projects together, in the order in which they first appear.
public struct ProjectAssembler {
  private struct Group {
    var parts: [ProjectPart] = []
  }
  private let book: ContractBook?
  private let rules: (Contract) -> ContractStanding
  private let columns: Set<String>
  private var order: [String] = []
  private var groups: [String: Group] = [:]

  /// An assembler.
  ///
  /// - Parameters:
  ///   - book: the table of contracts, where there is one.
  ///   - columns: names of the fields that the file of contracts, or else of parcels, has.
  ///   - standing: where a contract stands on the day of the audit.
  public init(
    book: ContractBook?, columns: Set<String>,
    standing: @escaping (Contract) -> ContractStanding
  ) {
    self.book = book
    self.columns = columns
    rules = standing
  }

  /// Adds a parcel's part.
  public mutating func add(_ part: ProjectPart) {
    let contract = part.contract
    let key = contract.contractNo ?? contract.supervisionNo ?? "\u{1}" + contract.name
    if groups[key] == nil { order.append(key) }
    groups[key, default: Group()].parts.append(part)
  }

  /// The projects that exist on the day and whose user still holds the land.
  public func projects() -> [Project] {
    order.compactMap { key in
      guard let parts = groups[key]?.parts, let first = parts.first else { return nil }
      var contract = first.contract
      var isWhole = true
      if let whole = book?.whole(of: contract) {
        contract.takeAmounts(from: whole.contract)
        let known = Set(parts.map { ParcelKey($0.ground.id) })
        isWhole = whole.parcels.allSatisfy { known.contains(ParcelKey($0)) }
      }
      let standing = rules(contract)
      guard standing.exists, !standing.isOver else { return nil }
      return Project(
        contract: contract, standing: standing, grounds: parts.map(\.ground), isWhole: isWhole,
        columns: columns)
    }
  }
}
