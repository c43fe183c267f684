extension IdleLandRules {
  /// 《闲置土地处置办法》, Decree 53 of the Ministry of Land and Resources, in force 2012-07-01.
  public static let decree53 = IdleLandRules(
    name: "decree53",
    notStartedYears: Limit(1, clause: "Art. 2(1)", source: "53b,53c", mark: .verified),
    suspendedYears: Limit(1, clause: "Art. 2(2)", source: "53b,53c,53h", mark: .verified),
    developedShare: Limit(1.0 / 3, clause: "Art. 2(2)", source: "53b,53c,53h", mark: .verified),
    investedShare: Limit(0.25, clause: "Art. 2(2)", source: "53b,53c,53h", mark: .verified),
    investigationDays: Limit(30, clause: "Art. 5", source: "53c", mark: .verified),
    answerDays: Limit(30, clause: "Art. 5", source: "53c", mark: .verified),
    paymentDays: Limit(30, clause: "Art. 17", source: "53a", mark: .verified),
    deregistrationDays: Limit(30, clause: "Art. 17", source: "53a", mark: .verified),
    extensionYears: Limit(1, clause: "Art. 12(1)", source: "53e", mark: .verified),
    temporaryUseYears: Limit(2, clause: "Art. 12(3)", source: "53e", mark: .verified),
    feeShare: Limit(0.2, clause: "Art. 14(1)", source: "53g,53h", mark: .verified),
    feeYears: Limit(1, clause: "Art. 14(1)", source: "53g,53h", mark: .verified),
    withdrawalYears: Limit(2, clause: "Art. 14(2)", source: "53g,53h", mark: .verified),
    startAfterDeliveryYears: Limit(1, clause: "Art. 22", mark: .general),
    dueBuckets: Limit([30, 90, 365], clause: "", mark: .ours),
    visiblyBuiltDensity: Limit(0.05, clause: "", mark: .ours))
}
