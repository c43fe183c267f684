import LandGeometry

extension RuleExample {
  /// The case in one line: what is given, then what is expected.
  public var words: Bilingual {
    Bilingual(zh: givenWords, en: givenWords) + " → " + expectedWords
  }

  /// What is given, by the names of the inputs.
  private var givenWords: String {
    func list(_ values: [String: RuleValue]) -> [String] {
      values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text())" }
    }
    var parts = list(given)
    for (year, values) in years.sorted(by: { $0.key < $1.key }) {
      parts += list(values).map { "\(year): \($0)" }
    }
    if let level { parts.append("level=\(level)") }
    parts += attested.sorted { $0.key < $1.key }.map { "attested(\($0.key))=\($0.value)" }
    parts += events.map { "event(\($0.date) \($0.kind) \($0.grade))" }
    parts += eventsComplete.sorted { $0.key < $1.key }
      .map { "events_complete(\($0.key))=\($0.value.lowerBound)/\($0.value.upperBound)" }
    if let materials { parts.append("materials=\(materials.joined(separator: ";"))") }
    if let steps { parts.append("steps=\(steps.joined(separator: ";"))") }
    if let zombies {
      parts += zombies.isEmpty ? ["zombies=0"] : []
      parts += zombies.map { zombie in
        "zombie(\(zombie.listed)" + (zombie.cleared.map { "/\($0)" } ?? "") + ")"
      }
    }
    parts += stated.sorted { $0.key < $1.key }.map { "stated(\($0.key))=\($0.value)" }
    return (parts.isEmpty ? "–" : parts.joined(separator: ", ")) + " @\(asOf)"
  }

  private var expectedWords: Bilingual {
    var text = Bilingual(both: expected ?? "")
    if let value {
      let number = RuleNumber.text(value)
      text = expected == nil ? Bilingual(both: number) : text + " (\(number))"
    }
    if let missing, !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      text = text + Bilingual(zh: ",缺 \(names)", en: ", missing \(names)")
    }
    let others = readings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return others.isEmpty ? text : text + "; \(others.joined(separator: ", "))"
  }
}
