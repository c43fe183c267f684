/// Which parcels of a survey a case is about, by the links from the survey before.
struct ParcelTrace {
  private var laterOf: [String: [String]] = [:]
  private var earlier: Set<String> = []
  private var later: Set<String> = []

  /// Links from the survey by whose numbers the cases go to the audited one.
  init(_ links: [LineageLink]) {
    for link in links {
      if let id = link.earlier { earlier.insert(id) }
      if let id = link.later { later.insert(id) }
      if let from = link.earlier, let to = link.later { laterOf[from, default: []].append(to) }
    }
  }

  /// Whether an audited parcel holds ground of a parcel of the case.
  ///
  /// Links say so; a number that no link speaks of, on the earlier side for the case's, means the
  /// same parcel as before. So a number that was given to other ground does not pass a case on.
  func leads(from parts: [String], to parcelID: String) -> Bool {
    parts.contains { part in
      if earlier.contains(part) { return laterOf[part]?.contains(parcelID) ?? false }
      return part == parcelID
    }
  }
}
