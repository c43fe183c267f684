import LandCadastre
import LandDocuments
import LandGeometry
import LandIdleLand
import LandWorkbook

/// The first sheet: how many parcels are in which state, with their areas.
struct OverviewSheet {
  private let book: AuditBook
  private let language: Document.Language

  init(_ book: AuditBook, _ language: Document.Language) {
    self.book = book
    self.language = language
  }

  /// Parcels and the sum of their planar areas; those without an area are counted apart.
  private struct Sum {
    var count = 0
    var area = 0.0
    var unknown = 0

    mutating func add(_ area: Double?) {
      count += 1
      if let area { self.area += area } else { unknown += 1 }
    }
  }

  func table() -> StreamedTable {
    var rows: [[DocumentCell]] = [
      row("截止日", "as of", remark: "\(book.manifest.asOf)"),
      row(
        "规则库", "rulebooks",
        remark: language.list(book.manifest.rulebooks.map { $0.number ?? $0.id })),
    ]
    rows += parcels()
    rows += [
      row("建筑物", "buildings", count: book.manifest.counts["buildings"]),
      row("开发区", "zones", count: book.manifest.counts["zones"]),
      row("合同行数", "rows of contracts", count: book.manifest.counts["contract_rows"]),
    ]
    rows += overlaps() + findings()
    return StreamedTable(
      caption: language("概览", "Overview"),
      headings: [
        language("项目", "item"), language("数量", "count"), language("面积(m²)", "area (m²)"),
        language("面积(公顷)", "area (ha)"), language("面积(亩)", "area (mu)"),
        language("备注", "remark"),
      ], rows: rows)
  }

  private func parcels() -> [[DocumentCell]] {
    let parcels = book.parcels
    let area = parcels["planar_area_m2"]
    let columns = (
      state: parcels["idle_state"], verdict: parcels["verdict"], bucket: parcels["due_bucket"],
      breach: parcels["contract_breach"], ripe: parcels["withdrawal_ripe"],
      valid: parcels["is_valid"], fee: parcels["fee_due_wan"]
    )
    var (all, invalid, breach, ripe) = (Sum(), Sum(), Sum(), Sum())
    var (states, verdicts): ([String: Sum], [String: Sum]) = ([:], [:])
    var buckets: [Int: Sum] = [:]
    var fees = (count: 0, sum: 0.0)
    for row in 0..<parcels.count {
      let ground = area.number(row)
      all.add(ground)
      if columns.valid.truth(row) != true { invalid.add(ground) }
      states[columns.state.text(row) ?? "unknown", default: Sum()].add(ground)
      if let word = columns.verdict.text(row) { verdicts[word, default: Sum()].add(ground) }
      if let days = columns.bucket.integer(row) { buckets[days, default: Sum()].add(ground) }
      if !columns.breach.list(row).isEmpty { breach.add(ground) }
      if columns.ripe.truth(row) == true { ripe.add(ground) }
      if let fee = columns.fee.number(row), fee > 0 {
        fees.count += 1
        fees.sum += fee
      }
    }
    var rows = [
      self.row("宗地", "parcels", all),
      self.row("图形无效或缺失", "geometry invalid or missing", invalid),
    ]
    for state in IdleAssessment.State.allCases.reversed() {
      guard let sum = states[state.rawValue] else { continue }
      let tone = BookTone.of(state.rawValue, column: "idle_state")
      rows.append(
        self.row("闲置状态:" + state.label.zh, "idle state: " + state.label.en, sum, tone: tone))
    }
    for word in ["notMet", "needsReasons", "unknown", "met", "notApplicable"] {
      guard let sum = verdicts[word] else { continue }
      let label = BookWords.label(word, of: "verdict")
      rows.append(
        self.row(
          "闲置判定:" + label.zh, "verdict on idleness: " + label.en, sum,
          tone: BookTone.of(word, column: "verdict")))
    }
    for days in buckets.keys.sorted() {
      guard let sum = buckets[days] else { continue }
      rows.append(
        self.row("预警档:\(days) 天内届满", "due within \(days) days", sum, tone: .attention))
    }
    if breach.count > 0 {
      rows.append(self.row("涉及合同违约事项", "breach of contract, or not known", breach))
    }
    if ripe.count > 0 {
      rows.append(self.row("可依法收回", "open to withdrawal", ripe, tone: .bad))
    }
    if fees.count > 0 {
      let sum = GroupedNumber.text(fees.sum, 2)
      rows.append(
        row(
          "应缴闲置费(如属企业原因)", "fee due if the user's own cause", count: fees.count,
          remark: language("\(sum) 万元", "\(sum) × 10,000 yuan")))
    }
    return rows
  }

  private func overlaps() -> [[DocumentCell]] {
    let (kind, area) = (book.overlaps["class"], book.overlaps["overlap_m2"])
    var sums: [String: Sum] = [:]
    for row in 0..<book.overlaps.count {
      sums[kind.text(row) ?? "", default: Sum()].add(area.number(row))
    }
    return ["real", "check", "noise"].compactMap { word in
      guard let sum = sums[word] else { return nil }
      let label = BookWords.label(word, of: "class")
      return row(
        "列出的重叠:" + label.zh, "overlaps listed: " + label.en, sum,
        tone: BookTone.of(word, column: "class"))
    }
  }

  private func findings() -> [[DocumentCell]] {
    let severity = book.findings["severity"]
    var counts: [String: Int] = [:]
    for row in 0..<book.findings.count { counts[severity.text(row) ?? "", default: 0] += 1 }
    return ["error", "warning", "info"].map { word in
      let label = BookWords.label(word, of: "severity")
      return row(
        "问题:" + label.zh, "findings: " + label.en, count: counts[word] ?? 0,
        tone: BookTone.of(word, column: "severity"))
    }
  }

  private func row(
    _ zh: String, _ en: String, count: Int? = nil, tone: Tone = .plain, remark: String = ""
  ) -> [DocumentCell] {
    [
      .text(language(zh, en), tone: tone), count.map { .count($0) } ?? .empty, .empty, .empty,
      .empty, .text(remark),
    ]
  }

  private func row(_ zh: String, _ en: String, _ sum: Sum, tone: Tone = .plain) -> [DocumentCell] {
    [
      .text(language(zh, en), tone: tone), .count(sum.count), .number(sum.area, 2),
      .hectares(sum.area), .number(AreaUnits.mu(sum.area), 2),
      .text(
        sum.unknown == 0
          ? "" : language("其中 \(sum.unknown) 宗面积未知", "\(sum.unknown) of unknown area")),
    ]
  }
}
