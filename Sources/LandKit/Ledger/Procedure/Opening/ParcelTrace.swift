/// Which parcels of a survey a case is about, by the links from the survey before.
struct ParcelTrace {
  private var laterOf: [String: [String]] = [:]
  private var earlier: Set<String> = []

  /// Links from the survey by whose numbers the cases go to the audited one.
  init(_ links: [LineageLink]) {
    for link in links {
      if let id = link.earlier { earlier.insert(id) }
      if let from = link.earlier, let to = link.later { laterOf[from, default: []].append(to) }
    }
  }

  /// The audited parcels that hold ground of a case's parcels, each once.
  ///
  /// Links say so; a number that no link speaks of, on the earlier side for the case's, means the
  /// same parcel as before. So a number that was given to other ground does not pass a case on.
  func parcels(from parts: [String]) -> [String] {
    var found: [String] = []
    for part in parts {
      for id in earlier.contains(part) ? laterOf[part] ?? [] : [part] where !found.contains(id) {
        found.append(id)
      }
    }
    return found
  }
}
