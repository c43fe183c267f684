/// The rows of a table of contracts by parcel and by number, while they are being read.
struct ContractIndex {
  /// The rows that stand for a contract and parcel.
  private(set) var rows: [Int] = []
  private(set) var byParcel: [ParcelKey: [Int]] = [:]
  /// Rows that name no parcel, by number.
  private(set) var withoutParcel: [String: [Int]] = [:]
  private(set) var rowsOfContract: [String: [Int]] = [:]
  /// Contracts that several rows describe for the same parcel.
  private(set) var joined: [Int: Contract] = [:]
  private(set) var findings: [Finding] = []
  private var seen: [Pair: Int] = [:]

  private struct Pair: Hashable {
    var number: String
    var parcel: ParcelKey
  }

  /// Adds a row; one that repeats a contract for the same parcel is joined to the first, which
  /// `earlier` gives again.
  mutating func add(_ contract: Contract, at row: Int, earlier: (Int) -> Contract) {
    guard let id = contract.parcelID else {
      if let number = contract.number { withoutParcel[number, default: []].append(row) }
      rows.append(row)
      return
    }
    let key = ParcelKey(id)
    if let number = contract.number {
      let pair = Pair(number: number, parcel: key)
      if let first = seen[pair] {
        let (merged, differences) = (joined[first] ?? earlier(first))
          .merged(with: contract, about: id)
        joined[first] = merged
        findings += differences
        return
      }
      seen[pair] = row
      rowsOfContract[number, default: []].append(row)
    }
    byParcel[key, default: []].append(row)
    rows.append(row)
  }
}

extension Contract {
  /// What identifies the contract among others: its number, else its supervision number.
  var number: String? { self.contractNo ?? self.supervisionNo }

  /// Whether two statements name the same contract; nil where they have no kind of number in
  /// common.
  func isNumbered(like other: Contract) -> Bool? {
    if let contractNo = self.contractNo, let theirs = other.contractNo {
      return contractNo == theirs
    }
    if let supervisionNo = self.supervisionNo, let theirs = other.supervisionNo {
      return supervisionNo == theirs
    }
    return nil
  }
}
