import LandLayers

extension Contract {
  /// Joins two statements about one contract and one parcel: what `self` says counts, what it
  /// leaves open is taken from the other, and every difference becomes a finding (D416).
  ///
  /// Amounts shared out among several parcels are not compared, as the other side may state them
  /// whole.
  func merged(with other: Contract, about parcelID: String) -> (Contract, [Finding]) {
    var merged = self
    var findings: [Finding] = []
    for field in ContractSlot.fields where field != .parcelID && field != .parcelShare {
      switch relation(to: other, in: field) {
      case .same: continue
      case .onlyOther: merged.take(field, from: other)
      case .different:
        if self.appliedShare != nil && Contract.isShared(field) { continue }
        findings.append(conflict(field, with: other, about: parcelID))
      }
    }
    if !other.terms.figures.isEmpty {
      merged.terms.figures.merge(other.terms.figures) { ours, _ in ours }
    }
    return (merged, findings)
  }

  private enum Relation { case same, onlyOther, different }

  private func relation(to other: Contract, in field: Field) -> Relation {
    func compare<Value: Equatable>(_ ours: Value?, _ theirs: Value?) -> Relation {
      guard let theirs else { return .same }
      guard let ours else { return .onlyOther }
      return ours == theirs ? .same : .different
    }
    switch ContractSlot(field) {
    case .text(let path):
      let relation = compare(fields[keyPath: path], other.fields[keyPath: path])
      return field == .remark && relation == .different ? .same : relation
    case .number(let path): return compare(fields[keyPath: path], other.fields[keyPath: path])
    case .day(let path): return compare(fields[keyPath: path], other.fields[keyPath: path])
    case .truth(let path): return compare(fields[keyPath: path], other.fields[keyPath: path])
    case .contractClauses: return compare(self.terms.clauses, other.terms.clauses)
    case .paymentSchedule: return compare(self.terms.payments, other.terms.payments)
    case .documentKind: return compare(self.documentKind, other.documentKind)
    case .ownership: return compare(self.ownership, other.ownership)
    case .areaKind: return compare(self.areaKind, other.areaKind)
    case .startState: return compare(self.startState, other.startState)
    case .disposalWay: return compare(self.disposalWay, other.disposalWay)
    case .causeSpans:
      return compare(
        self.causeSpans.isEmpty ? nil : self.causeSpans,
        other.causeSpans.isEmpty ? nil : other.causeSpans)
    case nil: return .same
    }
  }

  private func conflict(_ field: Field, with other: Contract, about parcelID: String) -> Finding {
    var finding = Finding(.contractConflict, .parcel, parcelID)
    finding.otherID = name
    finding.file = self.source.file
    finding.row = self.source.row
    finding.featureIndex = self.source.featureIndex
    finding.field = field.rawValue
    finding.source = other.source.label
    finding.note = "used=\(text(of: field) ?? "");other=\(other.text(of: field) ?? "")"
    if case .number(let path) = ContractSlot(field) {
      finding.value = fields[keyPath: path]
      finding.unit = field.canonicalUnit
    }
    return finding
  }
}

extension Contract.Source {
  /// `contracts.csv row 12`, `parcels.geojson feature 3`; rows from 1, features from 0. The folder
  /// is left out: the same input gives the same bytes wherever it lies.
  public var label: String {
    if let row { return "\(fileName) row \(row)" }
    return featureIndex.map { "\(fileName) feature \($0)" } ?? fileName
  }

  /// The last part of the file's path.
  var fileName: String { FileName.last(file) }
}

extension Field {
  /// The unit that values are kept and written in; empty where there is none.
  public var canonicalUnit: String {
    switch valueKind {
    case .area: "m2"
    case .money: "wan"
    case .intensity: "wan_per_ha"
    case .unitPrice: "yuan_per_m2"
    case .length: "m"
    case .years: "a"
    case .date: "d"
    case .share, .ratio, .count, .year, .text, .boolean, .code, .list: ""
    }
  }
}
