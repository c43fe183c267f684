import LandKit

/// What the layers of a zone show for an act, section by section.
struct SurveyText {
  let language: Language
  let check: ActCheck
  let survey: ZoneSurvey?

  func lines() -> [String] {
    guard let survey else { return [] }
    var lines = BasesText(language: language, check: check).lines()
    lines += OfficialText(language: language, official: survey.official).lines()
    lines += ChangeText(language: language, survey: survey).lines()
    for (name, layout) in [
      (language("现状用地(use_before)", "use before (use_before)"), survey.useBefore),
      (language("调整后用地(use_after)", "use after (use_after)"), survey.useAfter),
    ] {
      if let layout { lines += LayoutText(language: language, title: name, layout: layout).lines() }
    }
    if let neighbours = survey.neighbours {
      lines += NeighboursText(language: language, neighbours: neighbours).lines()
    }
    if !survey.shared.isEmpty { lines += shared(survey.shared) + [""] }
    return lines
  }

  /// Parcels with ground in two zones.
  private func shared(_ parcels: [SharedParcel]) -> [String] {
    [language("宗地跨开发区(G308,公顷)", "parcels in two zones (G308), ha")]
      + parcels.map { parcel in
        "  " + Terminal.plain(parcel.id) + ": "
          + parcel.parts.map { Terminal.plain($0.id) + " " + AreaText.hectares($0.area) }
          .joined(separator: "; ")
      }
  }
}

/// Areas as these sections show them.
enum AreaText {
  /// Square metres as hectares with four decimals.
  static func hectares(_ area: Double) -> String { Terminal.number(area / 10_000, 4) }

  /// The first few of a list, and how many more there are.
  static func few(_ items: [String], _ language: Language, most: Int = 5) -> String {
    let more = items.count - most
    return items.prefix(most).joined(separator: "; ")
      + (more > 0 ? language(" 等 \(items.count) 处", " … \(items.count) in all") : "")
  }
}
