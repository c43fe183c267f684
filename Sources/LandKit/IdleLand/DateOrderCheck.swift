import LandCadastre

/// Finds dates of a contract that stand in an order that cannot be.
enum DateOrderCheck {
  /// One finding (D411) per pair, on a contract of a parcel.
  static func findings(_ contract: Contract, parcelID: String) -> [Finding] {
    var findings: [Finding] = []
    func check(_ first: Field, _ a: CalendarDate?, _ second: Field, _ b: CalendarDate?) {
      guard let a, let b, b < a else { return }
      var finding = Finding(.datesOutOfOrder, .parcel, parcelID)
      finding.setSource(contract)
      finding.field = second.rawValue
      finding.value = Double(b - a)
      finding.limit = 0
      finding.comparison = ">="
      finding.unit = "d"
      finding.note = "\(first.rawValue)=\(a);\(second.rawValue)=\(b)"
      findings.append(finding)
    }
    let c = contract
    check(.signedDate, c.signedDate, .agreedStartDate, c.agreedStartDate)
    check(.signedDate, c.signedDate, .actualStartDate, c.actualStartDate)
    check(.signedDate, c.signedDate, .amendmentDate, c.amendmentDate)
    check(.agreedStartDate, c.agreedStartDate, .agreedFinishDate, c.agreedFinishDate)
    check(.actualStartDate, c.actualStartDate, .actualFinishDate, c.actualFinishDate)
    check(.actualStartDate, c.actualStartDate, .suspendedDate, c.suspendedDate)
    check(.suspendedDate, c.suspendedDate, .resumedDate, c.resumedDate)
    check(.identifiedDate, c.identifiedDate, .disposedDate, c.disposedDate)
    return findings
  }
}

extension Finding {
  /// Names the contract and where it stands; the file, row and feature say it all, so `source`
  /// stays empty.
  mutating func setSource(_ contract: Contract) {
    self.otherID = contract.contractNo ?? contract.supervisionNo ?? ""
    self.file = contract.source.file
    self.row = contract.source.row
    self.featureIndex = contract.source.featureIndex
  }
}
