import LandGeometry

/// Units that stand above a table for all its columns: `单位:公顷/万元`.
public struct StatedUnits: Hashable, Sendable {
  /// The unit of areas; nil where none is stated.
  public private(set) var area: FieldUnit?
  /// The unit of amounts of money; nil where none is stated.
  public private(set) var money: FieldUnit?
  /// Whether two different units of one dimension are stated, so that none can be chosen.
  public private(set) var isAmbiguous = false

  /// What the texts above a table state behind `单位:`. Words there that are no units of areas or
  /// money, such as the name of an office, are passed over.
  public init(above texts: [String]) {
    for text in texts {
      let folded = TextFolding.fold(text)
      for part in folded.components(separatedBy: "单位:").dropFirst() {
        let words = part.split(whereSeparator: { "/,、;,;()和及 \n\r\t".contains($0) })
        for word in words { take(FieldUnit(name: String(word))) }
      }
    }
  }

  private mutating func take(_ unit: FieldUnit?) {
    guard let unit else { return }
    switch unit.dimension {
    case .area:
      if let area, area != unit { isAmbiguous = true }
      area = unit
    case .money:
      if let money, money != unit { isAmbiguous = true }
      money = unit
    default: break
    }
  }

  /// The units as people call them.
  public var units: [FieldUnit] { [area, money].compactMap { $0 } }

  /// The names of columns, with the stated unit in brackets behind those of areas and amounts whose
  /// names state none themselves. English names have their unit in them and stay.
  public func complete(_ names: [String], role: Field.Role) -> [String] {
    if area == nil && money == nil { return names }
    var names = names
    for binding in FieldMap(names: names, role: role).bindings where binding.unit == nil {
      guard binding.name.unicodeScalars.contains(where: { $0.value >= 0x4E00 }) else { continue }
      let unit: FieldUnit? =
        switch binding.field.dimension {
        case .area: area
        case .money: money
        default: nil
        }
      guard let unit else { continue }
      names[binding.column] += "(\(unit.label.zh))"
    }
    return names
  }
}

extension String {
  /// The parts between the places where a text occurs; the whole where it does not.
  fileprivate func components(separatedBy mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let place = rest.firstRange(of: mark) {
      parts.append(rest[..<place.lowerBound])
      rest = rest[place.upperBound...]
    }
    return parts + [rest]
  }
}
