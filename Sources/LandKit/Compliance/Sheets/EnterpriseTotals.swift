import LandCadastre

/// What the enterprises of a zone add up to. A total is known where every part of it is.
struct EnterpriseTotals {
  let enterprises: [Enterprise]

  /// A figure by the name of its fact.
  func value(_ name: String) -> Double? {
    guard !enterprises.isEmpty else { return nil }
    switch name {
    case "enterprises_output_wan": return sum(\.output, of: enterprises)
    case "enterprises_revenue_wan": return sum(\.revenue, of: enterprises)
    case "enterprises_tax_wan": return sum(\.tax, of: enterprises)
    case "enterprises_land_m2": return sum(\.landArea, of: enterprises)
    case "leading_output_wan": return sum(\.output, of: enterprises.filter(\.isLeading))
    case "leading_industries":
      // An empty cell says that the enterprise belongs to none, where the column is used at all.
      let industries = Set(enterprises.compactMap(\.leadingIndustry))
      return industries.isEmpty ? nil : Double(industries.count)
    default: return nil
    }
  }

  private func sum(_ path: KeyPath<Enterprise, Double?>, of rows: [Enterprise]) -> Double? {
    guard !rows.isEmpty else { return nil }
    var total = 0.0
    for row in rows {
      guard let part = row[keyPath: path] else { return nil }
      total += part
    }
    return total
  }
}

extension Enterprise {
  fileprivate var isLeading: Bool { leadingIndustry != nil }
}
