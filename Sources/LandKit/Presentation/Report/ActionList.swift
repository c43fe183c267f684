import LandCadastre
import LandDocuments
import LandGeometry

/// What needs action first, in the order of urgency, with the parcels that it is about.
struct ActionList {
  /// Things of one kind to do.
  struct Kind: Sendable {
    var title: String
    /// How many parcels or pairs there are.
    var total: Int
    /// The most urgent of them: id of the parcel and what to know of it. The parts are kept apart
    /// because a mark of writing direction in one must not turn the next.
    var items: [(parcel: String, parts: [String])]
  }

  let report: AuditReport
  private var language: Document.Language { report.language }

  /// All kinds that occur.
  func kinds() -> [Kind] {
    [withdrawals(), identified(), suspected(), overlaps(), invalid()].compactMap { $0 }
  }

  private func withdrawals() -> Kind? {
    let ripe = report.book.parcels["withdrawal_ripe"]
    let parcels = report.basics.states.indices.filter { ripe.truth($0) == true }
    return kind(
      language("达到无偿收回期限", "Open to withdrawal without payment"), byAge(parcels))
  }

  private func identified() -> Kind? {
    kind(
      language("已认定闲置，尚未处置完毕", "Found idle, the case not ended"),
      byAge(report.basics.states.indices.filter { report.basics.states[$0] == .identified }))
  }

  private func suspected() -> Kind? {
    kind(
      language("涉嫌闲置，时间最长的在前", "Suspected to be idle, the longest first"),
      byAge(report.basics.states.indices.filter { report.basics.states[$0] == .suspected }))
  }

  /// Parcels by how long they have been idle, those of which it is not known last.
  private func byAge(_ parcels: [Int]) -> [Int] {
    let days = report.book.parcels["idle_days"]
    return parcels.map { ($0, days.integer($0) ?? -1) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.map(\.0)
  }

  private func kind(_ title: String, _ parcels: [Int]) -> Kind? {
    guard !parcels.isEmpty else { return nil }
    return Kind(
      title: title, total: parcels.count,
      items: parcels.prefix(report.limits.actions).map { (report.basics.ids[$0], words($0)) })
  }

  /// Holder, area, how long, and the next step.
  private func words(_ parcel: Int) -> [String] {
    let table = report.book.parcels
    var words: [String] = []
    if let holder = table["holder"].text(parcel) { words.append(holder) }
    let area = report.basics.areas[parcel]
    if area.isFinite { words.append(GroupedNumber.text(area, 2) + " m²") }
    if let months = table["idle_months"].integer(parcel) {
      words.append(language("闲置 \(months) 个月", "idle for \(months) months"))
    }
    let step = ParcelColumn.all.first { $0.key == "next_step" }
    if case .word(let say) = step?.kind, let word = table["next_step"].text(parcel) {
      words.append(say(word, language))
    }
    return words
  }

  private func overlaps() -> Kind? {
    let table = report.book.overlaps
    let area = table["overlap_m2"]
    let rows = (0..<table.count).filter { table["class"].text($0) == "real" }
      .map { ($0, area.number($0) ?? 0) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.map(\.0)
    guard !rows.isEmpty else { return nil }
    return Kind(
      title: language("实际重叠的宗地", "Parcels that really overlap"), total: rows.count,
      items: rows.prefix(report.limits.actions).map { row in
        let square = GroupedNumber.text(area.number(row) ?? 0, 2) + " m²"
        let other = table["parcel_b"].text(row) ?? ""
        let kind = OverlapWords.kind(table["kind"].text(row) ?? "", language)
        return (
          table["parcel_a"].text(row) ?? "",
          [language("与 \(other)", "and \(other)"), kind, square]
        )
      })
  }

  private func invalid() -> Kind? {
    let (valid, codes) = (report.book.parcels["is_valid"], report.book.parcels["finding_codes"])
    let parcels = report.basics.states.indices.filter { valid.truth($0) != true }
    guard !parcels.isEmpty else { return nil }
    return Kind(
      title: language("图形无效或缺失", "Boundary not valid or missing"), total: parcels.count,
      items: parcels.prefix(report.limits.actions).map {
        (report.basics.ids[$0], [language(fault(codes.list($0)))])
      })
  }

  /// What is wrong with a boundary: the title of the first code of a ring or polygon (`G1xx`, `G2xx`).
  private func fault(_ codes: [String]) -> Bilingual {
    let faults = codes.filter { $0.hasPrefix("G1") || $0.hasPrefix("G2") }
      .compactMap { FindingCode(rawValue: $0) }
    return faults.first { $0.severity == .error }?.title
      ?? Bilingual(zh: "没有可用的图形", en: "no usable boundary")
  }
}
