import LandCadastre

/// The approvals of a zone around the scope that is drawn.
public struct ApprovedScope: Hashable, Sendable {
  /// The last approval in force that names a scope.
  public var current: ZoneApproval
  /// The first one that names a scope, where it is another.
  public var original: ZoneApproval?
  /// The approval that follows it, in force or not: a change to it is held against its figures.
  public var next: ZoneApproval?
  /// The area that the approvals up to the drawn one come to, hectares; nil where they do not say.
  public var areaHa: Double?

  /// The scope in force on a day; nil where no approval names one.
  public init?(_ file: ZoneFile, asOf: CalendarDate) {
    // Undated approvals come first, those of a day in the order of the file.
    let all = (file.approvals ?? []).enumerated().sorted { a, b in
      let (first, second) = (Self.day(a.element), Self.day(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
    let drawn = all.indices.filter {
      all[$0].scope != nil && Self.day(all[$0]) <= asOf.dayNumber
    }
    guard let last = drawn.last, let first = drawn.first else { return nil }
    current = all[last]
    original = all[first].scope == all[last].scope ? nil : all[first]
    next = all.indices.contains(last + 1) ? all[last + 1] : nil
    var until = file
    until.approvals = Array(all[...last])
    areaHa = until.approvedAreaHa(asOf: asOf)
  }

  private static func day(_ approval: ZoneApproval) -> Int {
    approval.date?.value.dayNumber ?? .min
  }
}
