extension BookHeading {
  /// The columns of `parcel_contracts.csv`.
  static let contracts: [BookHeading] = [
    BookHeading("supervision_no", "电子监管号", "supervision number", .code),
    BookHeading("row", "行号", "row", .count),
    BookHeading("parcel_share", "宗地份额", "share of the contract", .share),
  ]
}
